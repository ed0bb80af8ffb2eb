"""The functions of headship that can be allocated, school by school (domain notes §6)."""

import re
from enum import StrEnum
from typing import NamedTuple


class Area(StrEnum):
    """The seven areas that the functions are listed in."""

    DIRECTION = "Direction"
    LEARNING = "Learning"
    PUPILS = "Pupils"
    PEOPLE = "People"
    RESOURCES = "Resources"
    GOVERNANCE = "Governance and accountability"
    PARTNERSHIP = "Partnership"


class Reserve(StrEnum):
    """Who alone may own a function: the head or acting head, the board, or a trust's accounting officer."""

    HEAD = "H"
    BOARD = "B"
    OFFICER = "AO"


class Function(NamedTuple):
    """A function of headship; the words are ours (INF), and whom it is reserved to is general knowledge (GK)."""

    key: str
    label: str
    area: Area
    hint: str
    reserved: Reserve | None = None

    @property
    def source(self) -> str:
        """Where the entry comes from."""
        return "INF, GK" if self.reserved else "INF"


_ALL = (
    Function("f01", "Vision and ethos", Area.DIRECTION, "Set and keep the school’s purpose and culture"),
    Function("f02", "Strategy and school plan", Area.DIRECTION, "Turn vision into priorities, targets and a plan"),
    Function("f03", "Self-evaluation", Area.DIRECTION, "Know the school’s strengths and gaps"),
    Function("f04", "Improvement programme", Area.DIRECTION, "Lead change projects and check that they worked"),
    Function("f05", "School status and structure", Area.DIRECTION, "Academisation, federation, expansion, closure"),
    Function("f06", "Representing the school", Area.DIRECTION, "Be its public face to parents, press, community"),
    Function("f07", "Curriculum", Area.LEARNING, "Design what is taught and its order"),
    Function("f08", "Teaching quality", Area.LEARNING, "Keep teaching strong, coach and intervene"),
    Function("f09", "Assessment and data", Area.LEARNING, "Plan and use assessment, exams, reporting to parents"),
    Function("f10", "Reading and core standards", Area.LEARNING, "Early reading and core outcomes"),
    Function("f11", "Inclusion and SEND", Area.LEARNING, "Meet additional needs; statutory SEND duties"),
    Function("f12", "Disadvantage and attendance", Area.LEARNING, "Pupil premium, attendance, persistent absence"),
    Function("f13", "Behaviour", Area.PUPILS, "Policy, routines, sanctions"),
    Function("f14", "Suspension and exclusion", Area.PUPILS, "Decide to suspend or permanently exclude", Reserve.HEAD),
    Function("f15", "Safeguarding", Area.PUPILS, "Designated lead, culture, casework"),
    Function("f16", "Pastoral care and wellbeing", Area.PUPILS, "Pupil and staff welfare"),
    Function("f17", "Early years / sixth form", Area.PUPILS, "Phase-specific leadership"),
    Function("f18", "Admissions and pupil places", Area.PUPILS, "Numbers, transition, appeals evidence"),
    Function("f19", "Recruitment and appointments", Area.PEOPLE, "Hire, induct, safer recruitment"),
    Function("f20", "Staff appraisal and pay", Area.PEOPLE, "Appraise staff, advise on pay"),
    Function("f21", "HR casework", Area.PEOPLE, "Conduct, capability, grievance, redundancy"),
    Function("f22", "Professional development", Area.PEOPLE, "CPD, coaching, NPQs"),
    Function("f23", "Leadership pipeline", Area.PEOPLE, "Grow and place future leaders"),
    Function(
        "f24",
        "Appraisal of the head",
        Area.PEOPLE,
        "Objectives and review of the school’s leader",
        Reserve.BOARD,
    ),
    Function(
        "f25",
        "Budget and finance",
        Area.RESOURCES,
        "Plan, monitor, report; value for money",
        Reserve.OFFICER,
    ),
    Function("f26", "Procurement and contracts", Area.RESOURCES, "Buy and manage services"),
    Function("f27", "Premises and health and safety", Area.RESOURCES, "Buildings, compliance, emergencies"),
    Function("f28", "Staffing structure and timetable", Area.RESOURCES, "Deploy people and time"),
    Function("f29", "Risk and business continuity", Area.RESOURCES, "Risk register, absence cover, incidents"),
    Function("f30", "Data protection and IT", Area.RESOURCES, "Systems, cyber security, GDPR"),
    Function("f31", "Reporting to the board", Area.GOVERNANCE, "Reports, evidence, advice to governors or trustees"),
    Function("f32", "Inspection and external review", Area.GOVERNANCE, "Ofsted, SIAMS, reviews"),
    Function("f33", "Statutory compliance", Area.GOVERNANCE, "Policies, website, returns, census"),
    Function("f34", "Complaints", Area.GOVERNANCE, "Handle and learn from them"),
    Function("f35", "School-to-school work", Area.PARTNERSHIP, "Support, networks, deployment of staff"),
    Function("f36", "Agencies, community, employers", Area.PARTNERSHIP, "Health, care, police, 14–19, parents"),
)

FUNCTIONS: dict[str, Function] = {function.key: function for function in _ALL}


_RANGE = re.compile(r"(f[0-9]{2})(?:-(f[0-9]{2}))?")


def functions_called(word: str) -> list[str]:
    """List the functions meant by a label, a key, or keys and ranges of them joined by commas: f01-f09,f13."""
    one = function_called(word)
    if one:
        return [one]
    keys, found = list(FUNCTIONS), list[str]()
    for part in word.split(","):
        ends = _RANGE.fullmatch(part)
        first, last = (ends[1], ends[2] or ends[1]) if ends else ("", "")
        if first not in FUNCTIONS or last not in FUNCTIONS or first > last:
            return []
        found += keys[keys.index(first) : keys.index(last) + 1]
    return list(dict.fromkeys(found))


def function_called(word: str) -> str | None:
    """Return the key of the function that is meant by a key or a label."""
    if word in FUNCTIONS:
        return word
    return next((key for key, function in FUNCTIONS.items() if function.label.casefold() == word.casefold()), None)
