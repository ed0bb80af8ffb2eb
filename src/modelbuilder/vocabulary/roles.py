"""Roles that a post can have, with their place in the hierarchy (domain notes §1.1, §1.2 and §3.0)."""

from typing import NamedTuple

from modelbuilder.vocabulary.tiers import Tier


class Role(NamedTuple):
    """A role a person can hold a post in.

    `rank` is the place in the line of command: 1 is a chief executive, 7 a middle leader; None for
    roles outside it. `stem` begins the handles of new posts. `employed` says that the role is a job
    at the school or trust, not a seat on a board. `source` names where the wording comes from.
    """

    key: str
    label: str
    tier: Tier
    stem: str
    rank: int | None = None
    employed: bool = True
    hint: str = ""
    source: str = ""


_ALL = (
    Role(
        "headteacher",
        "Headteacher",
        Tier.SCHOOL,
        "HT",
        4,
        source="R2013-6",
        hint="Leads one school and answers for it to its governing body",
    ),
    Role(
        "principal",
        "Principal",
        Tier.SCHOOL,
        "P",
        4,
        source="EURY",
        hint="The word many academies and colleges use for a headteacher",
    ),
    Role(
        "head_of_school",
        "Head of School",
        Tier.SCHOOL,
        "HoS",
        4,
        source="S3, NAHT",
        hint="Leads a school day to day under an executive headteacher or a CEO",
    ),
    Role(
        "executive_headteacher",
        "Executive Headteacher",
        Tier.EXECUTIVE,
        "EHT",
        3,
        source="S3, NGA16a",
        hint="Answers for more than one school",
    ),
    Role(
        "executive_principal",
        "Executive Principal",
        Tier.EXECUTIVE,
        "EP",
        3,
        source="GK",
        hint="Leads a hub, cluster or phase in a larger trust",
    ),
    Role(
        "acting_headteacher",
        "Acting Headteacher",
        Tier.SCHOOL,
        "AHT",
        4,
        source="KEY-ABS",
        hint="A headteacher for the time being",
    ),
    Role(
        "co_headteacher",
        "Co-Headteacher",
        Tier.SCHOOL,
        "CoHT",
        4,
        source="COHEAD, TES08",
        hint="One of two people who share one headship",
    ),
    Role(
        "consultant_head",
        "Consultant Head",
        Tier.OUTSIDE,
        "CH",
        source="GK, TES08",
        hint="Supports a head without answering for the school",
    ),
    Role(
        "deputy_headteacher",
        "Deputy Headteacher",
        Tier.SCHOOL,
        "DHT",
        5,
        source="TES08, NAHT",
        hint="Deputises for the head",
    ),
    Role(
        "assistant_headteacher",
        "Assistant Headteacher",
        Tier.SCHOOL,
        "AsHT",
        6,
        source="NAHT",
        hint="Leads an area of the whole school",
    ),
    Role(
        "school_business_manager",
        "School Business Manager",
        Tier.SCHOOL,
        "SBM",
        6,
        source="NCSL-TEAMS",
        hint="Finance, people, premises and administration",
    ),
    Role("ceo", "CEO", Tier.TRUST, "CEO", 1, source="KEY-STRUCT, S3", hint="Leads a trust and answers to its board"),
    Role("cfo", "CFO", Tier.TRUST, "CFO", 2, source="KEY-STRUCT", hint="A trust's chief financial officer"),
    Role("coo", "COO", Tier.TRUST, "COO", 2, source="SEEAT", hint="A trust's chief operating officer"),
    Role(
        "director_of_education",
        "Director of Education",
        Tier.TRUST,
        "DoE",
        2,
        source="SEEAT",
        hint="Standards and school improvement across a trust",
    ),
    Role(
        "partnership_director",
        "Partnership Director",
        Tier.EXECUTIVE,
        "PD",
        3,
        source="INF",
        hint="Delivers a partnership's plan",
    ),
    Role(
        "locality_lead",
        "Locality Lead",
        Tier.EXECUTIVE,
        "LL",
        5,
        source="INF",
        hint="Leads a partnership's work in one area",
    ),
    Role(
        "curriculum_lead",
        "Curriculum Lead",
        Tier.SCHOOL,
        "CL",
        6,
        source="INF",
        hint="Leads one line of learning across a partnership",
    ),
    Role(
        "agency_worker",
        "Agency Worker",
        Tier.OUTSIDE,
        "AW",
        source="INF",
        hint="Works with schools and answers to an agency",
    ),
    Role("middle_leader", "Middle Leader", Tier.SCHOOL, "ML", 7, source="GK", hint="Leads a subject, phase or year"),
    Role(
        "senco",
        "SENCO",
        Tier.SCHOOL,
        "SENCO",
        7,
        source="GK",
        hint="Co-ordinates provision for special educational needs",
    ),
    Role(
        "aspiring_leader",
        "Aspiring Head",
        Tier.SCHOOL,
        "AL",
        source="S3",
        hint="Preparing for headship; answers for nothing yet",
    ),
    Role(
        "chair_of_governors",
        "Chair of Governors",
        Tier.GOVERNANCE,
        "ChG",
        employed=False,
        source="R2013c",
        hint="Leads a governing body",
    ),
    Role(
        "governor", "Governor", Tier.GOVERNANCE, "G", employed=False, source="R2013-6", hint="Sits on a governing body"
    ),
    Role(
        "governance_professional",
        "Governance Professional",
        Tier.GOVERNANCE,
        "GP",
        employed=False,
        source="R2013-6",
        hint="Advises a board; the law says clerk",
    ),
    Role(
        "chair_of_trustees",
        "Chair of Trustees",
        Tier.GOVERNANCE,
        "ChT",
        employed=False,
        source="GIAS-ROLES",
        hint="Leads a trust board",
    ),
    Role("trustee", "Trustee", Tier.GOVERNANCE, "T", employed=False, source="ATH1", hint="Sits on a trust board"),
    Role("member", "Member", Tier.GOVERNANCE, "Mem", employed=False, source="ATH1", hint="One of a trust's members"),
    Role(
        "chair_of_lgb",
        "Chair of Local Governing Body",
        Tier.GOVERNANCE,
        "ChL",
        employed=False,
        source="LEO",
        hint="Leads a local governing body",
    ),
    Role(
        "local_governor",
        "Local Governor",
        Tier.GOVERNANCE,
        "LG",
        employed=False,
        source="LEO",
        hint="Sits on a local governing body",
    ),
)

ROLES: dict[str, Role] = {role.key: role for role in _ALL}

HEADS = frozenset({"headteacher", "principal", "acting_headteacher", "co_headteacher"})
"""Roles that are the headship of a school."""

SCHOOL_LEADERS = HEADS | {"head_of_school"}
"""Roles that lead one school on the spot."""

EXECUTIVES = frozenset({"executive_headteacher", "executive_principal", "director_of_education", "ceo"})
"""Roles that can be accountable for a school led day to day by a head of school (domain notes §3.0)."""

HEADS_OF_SEVERAL = frozenset({"executive_headteacher", "executive_principal"})
"""Roles that are there to lead more than one school (R61, R66)."""

JOBS = frozenset(
    role.key for role in _ALL if role.employed and role.tier is not Tier.OUTSIDE and role.key != "aspiring_leader"
)
"""Roles that somebody at a school, federation or trust is paid for; an aspiring head has another job besides."""
