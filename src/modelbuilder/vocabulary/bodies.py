"""Boards, committees and outside bodies (domain notes §1.2 and §1.3)."""

from typing import NamedTuple

from modelbuilder.vocabulary.tiers import Tier


class BodyKind(NamedTuple):
    """A kind of body; `outside` bodies stand beside the school's own line of accountability."""

    key: str
    label: str
    stem: str
    tier: Tier = Tier.GOVERNANCE
    outside: bool = False
    hint: str = ""
    source: str = ""


def _outside(key: str, label: str, stem: str, hint: str, source: str) -> BodyKind:
    return BodyKind(key, label, stem, Tier.OUTSIDE, outside=True, hint=hint, source=source)


_ALL = (
    BodyKind(
        "governing_body",
        "Governing Body",
        "GB",
        source="R2013-6, EA2002n",
        hint="Governs a maintained school or a federation",
    ),
    BodyKind("trust_board", "Board of Trustees", "TB", source="ATH1", hint="Answers in law for everything in a trust"),
    BodyKind("members", "Members", "M", source="ATH1", hint="Agree a trust's articles and appoint trustees"),
    BodyKind(
        "local_governing_body",
        "Local Governing Body",
        "LGB",
        source="LEO",
        hint="A committee of a trust board for one academy",
    ),
    BodyKind(
        "interim_executive_board",
        "Interim Executive Board",
        "IEB",
        source="EIA2006",
        hint="Replaces a governing body for a time",
    ),
    BodyKind(
        "joint_committee",
        "Joint Committee",
        "JC",
        source="KEY-SOFT",
        hint="Does what governing bodies delegate to it together",
    ),
    BodyKind("committee", "Committee", "C", source="R2013-23", hint="A committee of a board"),
    BodyKind(
        "partnership_board", "Partnership Board", "PB", source="INF", hint="Has only the powers its partners lend it"
    ),
    BodyKind(
        "foundation_trust",
        "Charitable Trust",
        "FT",
        source="C2012-14",
        hint="Holds land and appoints foundation governors",
    ),
    BodyKind(
        "umbrella_trust",
        "Umbrella Trust",
        "UT",
        source="CC2015",
        hint="Serves several schools; each keeps its own governance",
    ),
    BodyKind("sponsor", "Sponsor", "Sp", source="GIAS-ENUM", hint="Backs a sponsored academy"),
    BodyKind("diocese", "Diocese", "Dio", source="MSG4", hint="Protects a school's religious character"),
    _outside("local_authority", "Local Authority", "LA", "Maintains schools and champions children", "S3"),
    _outside("dfe", "Department for Education", "DfE", "Acts for the Secretary of State", "GOV-RD"),
    _outside("regional_director", "Regional Director", "RD", "Acts for the DfE in a region", "GOV-RD"),
    _outside("ofsted", "Ofsted", "Ofsted", "Inspects each school; never a line manager", "KEY-HARD"),
    _outside("teaching_school", "Teaching School Alliance", "TSA", "Led support and training to 2021", "TSH-FAQ"),
    _outside("teaching_school_hub", "Teaching School Hub", "TSH", "Trains teachers and leaders", "TSH-FAQ"),
    _outside("system_leader", "System Leader", "SL", "An NLE, LLE or SLE: supports, never manages", "S3"),
    _outside("qa_lead", "QA Lead", "QA", "Independent of both schools in a support agreement", "S3"),
    _outside("research_school", "Research School", "RS", "A partner for evidence", "S3"),
    _outside("scitt", "SCITT", "SCITT", "Trains teachers in schools", "S3"),
    _outside("college", "College", "Col", "An FE or sixth-form college, or another provider", "COLL2007"),
    _outside("agency", "Agency", "Ag", "Health, social care, police, youth or voluntary service", "INF"),
    _outside("stakeholder", "Community", "Com", "Parents, pupils and neighbours", "COOP"),
)

BODIES: dict[str, BodyKind] = {kind.key: kind for kind in _ALL}

BOARDS = frozenset({"governing_body", "trust_board", "interim_executive_board"})
"""Bodies at which a line of accountability may end (R08)."""

GOVERNING_BODIES = frozenset({"governing_body", "interim_executive_board"})
"""Bodies that govern a maintained school (R22)."""

COMMITTEES = frozenset({"local_governing_body", "committee", "joint_committee"})
"""Bodies that hang from a parent board (R16)."""

ADVISERS = frozenset({"ofsted", "system_leader", "teaching_school_hub", "qa_lead"})
"""Bodies that inspect or support and never line manage (R17)."""
