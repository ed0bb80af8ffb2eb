"""Containers of schools: federations, trusts and partnerships (domain notes §2)."""

from typing import NamedTuple

from modelbuilder.vocabulary.tiers import Tier


class GroupKind(NamedTuple):
    """A kind of group; `trust` groups hold academies, `binding` ones make one governing container."""

    key: str
    label: str
    words: str
    tier: Tier
    trust: bool = False
    binding: bool = False
    hint: str = ""
    source: str = ""


_ALL = (
    GroupKind(
        "hard_federation",
        "Federation",
        "hard federation",
        Tier.EXECUTIVE,
        binding=True,
        hint="One governing body for two or more maintained schools",
        source="SI 2012/1035",
    ),
    GroupKind(
        "multi_academy_trust",
        "Multi-Academy Trust",
        "multi-academy trust",
        Tier.TRUST,
        trust=True,
        binding=True,
        hint="One trust board for several academies",
        source="ATH1",
    ),
    GroupKind(
        "single_academy_trust",
        "Single-Academy Trust",
        "single-academy trust",
        Tier.TRUST,
        trust=True,
        binding=True,
        hint="A trust with one academy",
        source="PQ23",
    ),
    GroupKind(
        "soft_federation",
        "Soft Federation",
        "soft federation (collaboration)",
        Tier.EXECUTIVE,
        hint="Schools work together; each keeps its governing body",
        source="KEY-SOFT",
    ),
    GroupKind(
        "mixed_federation",
        "Mixed Federation",
        "mixed federation",
        Tier.EXECUTIVE,
        hint="A hard core with soft partners",
        source="NCSL-INTRO",
    ),
    GroupKind(
        "executive_partnership",
        "Executive Partnership",
        "executive partnership",
        Tier.EXECUTIVE,
        hint="One executive headteacher, each school its own governing body",
        source="NGA16a",
    ),
    GroupKind("hub", "Hub", "hub", Tier.TRUST, hint="Schools of a trust that work closely", source="INF"),
    GroupKind(
        "cluster", "Cluster", "cluster", Tier.OUTSIDE, hint="A family of schools without new lines", source="CSL"
    ),
    GroupKind(
        "cooperative_trust",
        "Co-operative Trust",
        "co-operative trust",
        Tier.GOVERNANCE,
        hint="A shared charitable trust; each school stays maintained",
        source="COOP",
    ),
    GroupKind(
        "umbrella_trust",
        "Umbrella Trust",
        "umbrella trust",
        Tier.GOVERNANCE,
        hint="A charity that serves several schools or trusts",
        source="CC2015",
    ),
    GroupKind(
        "fourteen_nineteen_partnership",
        "14–19 Partnership",
        "14–19 partnership",
        Tier.OUTSIDE,
        hint="Schools and colleges share provision",
        source="LEADER-SLF",
    ),
    GroupKind(
        "whole_town_partnership",
        "Whole-Town Partnership",
        "whole-town partnership",
        Tier.OUTSIDE,
        hint="Schools and services of one town",
        source="NPSL",
    ),
    GroupKind(
        "teaching_school_alliance",
        "Teaching School Alliance",
        "teaching school alliance",
        Tier.OUTSIDE,
        hint="Schools around a teaching school, to 2021",
        source="TSH-FAQ",
    ),
    GroupKind(
        "la_initiative",
        "Local Authority Initiative",
        "local authority initiative",
        Tier.OUTSIDE,
        hint="A consortium that a local authority commissions",
        source="WIGAN",
    ),
)

GROUPS: dict[str, GroupKind] = {kind.key: kind for kind in _ALL}
