"""What rules apply to: kinds of schools, structures and arrangements (domain notes §2 and §3.1)."""

from typing import NamedTuple


class Structure(NamedTuple):
    """A kind of school, structure or arrangement that a rule is about, in the words of the field."""

    key: str
    label: str


ALL = "all"
"""The key that stands for every structure."""

STRUCTURES = {
    structure.key: structure
    for structure in (
        Structure(ALL, "all structures"),
        Structure("maintained", "maintained schools"),
        Structure("academies", "academies"),
        Structure("church_and_foundation_schools", "church and foundation schools"),
        Structure("federations", "federations"),
        Structure("hard_federation", "hard federation"),
        Structure("soft_federation", "soft federation (collaboration)"),
        Structure("trusts", "academy trusts"),
        Structure("multi_academy_trust", "multi-academy trust"),
        Structure("umbrella_trust", "umbrella trust"),
        Structure("cooperative_trust", "co-operative trust"),
        Structure("executive_headship", "executive headteacher and heads of school"),
        Structure("chief_executive", "chief executive officer"),
        Structure("cluster", "cluster or family of schools"),
        Structure("fourteen_nineteen_partnership", "14–19 partnership"),
        Structure("whole_town_partnership", "whole-town partnership"),
        Structure("teaching_school_alliance", "teaching school alliance"),
        Structure("school_to_school_support", "school-to-school support"),
        Structure("system_leaders", "system leaders"),
        Structure("stories", "stories told in stages"),
    )
}
