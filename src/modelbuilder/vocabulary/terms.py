"""Terms of the field that have gone out of use, with the day on which they did (domain notes §9)."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A term, the last day it was current, and what is said now; `written` is a pattern of whole words."""

    written: str
    until: str
    now: str
    source: str

    def found(self, text: str) -> str:
        """Return the term as a text has it, or nothing."""
        match = re.search(rf"(?<!\w)(?:{self.written})(?!\w)", text)
        return match[0] if match else ""

    def renewed(self, text: str) -> str:
        """Return the text with what is said now, with a capital where it begins the text."""
        text = re.sub(rf"(?<!\w)(?:{self.written})(?!\w)", self.now, text)
        return text[:1].upper() + text[1:]


TERMS = (
    Term("DfES|(?i:department for education and skills)", "2007-12-31", "DfE", "GK"),
    Term("NCSL|(?i:national college for school leadership)", "2010-12-31", "DfE", "GK"),
    Term("DCSF|(?i:department for children, schools and families)", "2010-12-31", "DfE", "GK"),
    Term("NCTL|(?i:national college for teaching and leadership)", "2018-12-31", "DfE", "GK"),
    Term("(?i:academies financial handbook)", "2021-12-31", "academy trust handbook", "GK"),
    Term("TSA|(?i:teaching school(?: alliance)?(?! hub))", "2021-08-31", "teaching school hub", "TSH-FAQ"),
    Term("NQT|(?i:newly qualified teacher)", "2021-08-31", "early career teacher", "GK"),
    Term("RSC|(?i:regional schools commissioner)", "2022-08-31", "regional director", "SW2022"),
    Term("EFA|ESFA|(?i:education (?:and skills )?funding agency)", "2025-03-31", "DfE", "GK"),
)

_ANY = re.compile(rf"(?<!\w)(?:{'|'.join(term.written for term in TERMS)})(?!\w)")


def terms_in(text: str) -> list[Term]:
    """List the terms that a text has; most texts have none, which one search tells."""
    return [term for term in TERMS if term.found(text)] if text and _ANY.search(text) else []


KINDS_ENDED = {"teaching_school": "2021-08-31", "teaching_school_alliance": "2021-08-31"}
"""Kinds of bodies and groups whose own names have gone out of use, and the last day of each."""
