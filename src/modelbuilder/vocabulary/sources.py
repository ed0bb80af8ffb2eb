"""Where what the rules say was read: the tags in square brackets, with what they stand for."""

import re

OWN = "the thinking behind this program; no source outside it"
SOURCES = {
    "ANAPOLY": "anapoly.co.uk, articles of 2016",
    "ASCL09": "Leader, the magazine of the Association of School and College Leaders, article 1757",
    "ASKCLERK-ART": "Ask a Clerk, articles on governing bodies",
    "ATH1": "Academy trust handbook, part 1 (Department for Education)",
    "BF": "Bishop Fleming, accountants of academies",
    "C2012-13": "School Governance (Constitution) (England) Regulations 2012, SI 2012/1034, regulation 13",
    "C2012-14": "School Governance (Constitution) (England) Regulations 2012, SI 2012/1034, regulation 14",
    "CC2015": "Umbrella trusts, guidance of 2015 (GOV.UK)",
    "COLL2003": "School Governance (Collaboration) (England) Regulations 2003, draft",
    "COOP": "The Co-operative College, questions on co-operative trusts",
    "CORPUS": "Corpus Christi Trust, its own pages",
    "DCAT": "model articles for academy trusts (dcat.academy)",
    "DFE-COLLAB": "Collaboration and federations: an overview (Department for Education)",
    "DFE16 via SW-ISOL": "Department for Education 2016, as reported by Schools Week on isolated academies",
    "EA2002": "Education Act 2002",
    "EA2002-S6n": "Education Act 2002, explanatory notes",
    "EES-MAT": "Explore education statistics, multi-academy trust performance (Department for Education)",
    "EIA2006": "Education and Inspections Act 2006, sections 65 and 69",
    "EURY": "Eurydice, pages on England and Wales",
    "EXCEED-S2S": "Exceed Academies Trust, school-to-school support",
    "F2012-21": "School Governance (Federations) (England) Regulations 2012, SI 2012/1035, part 4",
    "F2012-S6": "School Governance (Federations) (England) Regulations 2012, SI 2012/1035, schedule 6",
    "F2012n": "School Governance (Federations) (England) Regulations 2012, SI 2012/1035, explanatory note",
    "FED2003": "Statutory guidance on federations, 2003",
    "GIAS-ROLES": "Get Information About Schools, the names of governance roles",
    "GK": "general knowledge of the field, not confirmed",
    "HILL-CLUSTER": "Robert Hill, blog of 3 November 2017",
    "INF": OWN,
    "ITCHY": "Itchy Robot, what governing bodies publish",
    "KC": "paper KA-02028 (schoolschoice.org)",
    "KEY-ABS": "The Key: absence of the headteacher",
    "KEY-APPT": "The Key: appointing trustees",
    "KEY-HARD": "The Key: hard federations",
    "KEY-SIZE": "The Key: size and composition of boards",
    "KEY-SOD": "The Key: scheme of delegation",
    "KEY-SOFT": "The Key: soft federations",
    "KEY-STRUCT": "The Key: structures of trusts",
    "LEGER": "Leger Education Trust, its own pages",
    "LEO": "LEO Academy Trust, its own pages",
    "NAHT": "National Association of Head Teachers: the implications of executive headship",
    "NGA-LOCAL": "National Governance Association: local governance",
    "NGA16a": "National Governance Association, 29 January 2016",
    "NGA16b": "National Governance Association, 8 July 2016",
    "R2013-23": "School Governance (Roles, Procedures and Allowances) (England) Regulations 2013, SI 2013/1624, "
    "regulation 23",
    "R2013-6": "School Governance (Roles, Procedures and Allowances) (England) Regulations 2013, SI 2013/1624, part 2",
    "S0": "National College: Creating your own model, and its toolkit",
    "S2": "National College, Tool 4.3: leading with others",
    "S3": "Exceed SCITT and Teaching Schools, pages on executive headship and support between schools, 2017",
    "SW2022": "Schools Week, 5 August 2022",
    "TES08": "Times Educational Supplement, 2008: When is a headteacher not one?",
    "TSH-FAQ": "Alliance for Learning: questions on teaching school hubs",
    "W2010-50": "Federation of Maintained Schools and Miscellaneous Amendments (Wales) Regulations 2010, SI 2010/638",
}
_PART = re.compile(r"(s?)(\d+(?:\.\d+)?)")


def in_words(tags: str) -> tuple[str, ...]:
    """Say what tags stand for, in their order: “EA2002 s24, GK” is a section of an act and general knowledge."""
    return tuple(_named(tag) for tag in tags.split(", "))


def _named(tag: str) -> str:
    if tag in SOURCES:
        return SOURCES[tag]
    key, _, rest = tag.partition(" ")
    part = _PART.fullmatch(rest)
    if key not in SOURCES or part is None:
        raise KeyError(tag)
    return f"{SOURCES[key]}, {'section' if part[1] else 'paragraph'} {part[2]}"
