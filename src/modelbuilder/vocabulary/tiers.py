"""The five tiers a card can belong to; colour, icon and shape all say which."""

from enum import StrEnum


class Tier(StrEnum):
    """Where in the system of a school a role or body stands."""

    SCHOOL = "school"
    EXECUTIVE = "executive"
    TRUST = "trust"
    GOVERNANCE = "governance"
    OUTSIDE = "outside"
