"""Who answers for what at a school: outcomes, money, staffing and so on, from whoever holds it up to the board."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from modelbuilder.accountability import wording
from modelbuilder.accountability.answers import Answer, Telling
from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document


class Question(NamedTuple):
    """Something that somebody answers for, and the headship functions that it is about, the nearest first.

    `label` goes into a sentence, `name` stands by itself.
    """

    key: str
    label: str
    functions: tuple[str, ...] = ()
    short: str = ""

    @property
    def name(self) -> str:
        return self.short or wording.upper_first(self.label)


QUESTIONS = {
    question.key: question
    for question in (
        Question("outcomes", "pupil outcomes", ("f10", "f08", "f09")),
        Question("money", "money", ("f25",)),
        Question("staffing", "staffing", ("f28", "f19")),
        Question("safeguarding", "safeguarding", ("f15",)),
        Question("estates", "buildings and grounds", ("f27",), "Estates"),
        Question("public-face", "being its public face", ("f06",), "Public face"),
        Question("day-to-day", "leading it day to day", short="Day-to-day lead"),
    )
}
"""The questions are ours [INF], and so is which function of domain notes §6 each is about."""


def who(document: Document, model_id: ModelId, school_id: ThingId, key: str) -> Answer:
    """Say who answers for something at a school, with the line to light up as far as it goes."""
    return asked(Questions(document, model_id), school_id, QUESTIONS[key])


class How(StrEnum):
    """By what somebody holds something: a line, an allocated function, the trust's money, or being accountable."""

    DRAWN = "drawn"
    ALLOCATED = "allocated"
    OFFICER = "officer"
    ACCOUNTABLE = "accountable"


class Held(NamedTuple):
    """Who holds something at a school, by what, and the lines that say so."""

    how: How
    by: tuple[ThingId, ...]
    lines: tuple[ThingId, ...] = ()


_REST = {
    How.OFFICER: "not allocated, so it rests with the accounting officer,",
    How.ACCOUNTABLE: "not allocated, so it rests with whoever is accountable for the school:",
}


def held(ask: Questions, school_id: ThingId, question: Question) -> Held:
    """Return who holds something at a school: as drawn or allocated, or else with whom it rests.

    Money rests with the accounting officer of a trust, everything else with whoever is accountable.
    """
    if question.key == "public-face" and (faces := ask.faces(school_id)):
        return Held(How.DRAWN, tuple(drawn.line.source for drawn in faces), tuple(drawn.id for drawn in faces))
    for function in question.functions:
        owners = ask.sorted(
            duty.accountable
            for duty in ask.model.duties.values()
            if duty.school == school_id and duty.function == function and duty.accountable
        )
        if owners:
            return Held(How.ALLOCATED, tuple(dict.fromkeys(owners)))
    if question.key == "money":
        officers = [
            post for trust_id in ask.places.trusts(school_id) for post in ask.trusts.accounting_officers(trust_id)
        ]
        if officers:
            return Held(How.OFFICER, tuple(ask.sorted(dict.fromkeys(officers))))
    accountable = ask.sorted(ask.ultimate(school_id))
    claims = tuple(line_id for post_id in accountable for line_id in _claims(ask, school_id, post_id))
    return Held(How.ACCOUNTABLE, tuple(accountable), claims)


def asked(ask: Questions, school_id: ThingId, question: Question) -> Answer:
    """Say the same from questions that have been asked already."""
    telling = Telling(ask)
    if question.key == "day-to-day":
        return telling.answer(f"{telling.school(school_id)}.")
    telling.light(school_id)
    how, holders, lines = held(ask, school_id, question)
    telling.light(*lines)
    if how in _REST:
        telling.light(*holders)
        said = _split(telling, school_id, holders, lambda one: f"{_REST[how]} {telling.line_from(one, school_id)}")
    else:
        said = _split(telling, school_id, holders, lambda one: _told(telling, one, school_id))
    if not said:
        telling.stop(school_id, "nobody answers for this")
        said = ["it is not recorded who answers for it, and nobody is accountable for the school"]
    about = f"{wording.name(ask, school_id)}, {question.label}"
    return telling.answer(f"{about}: {'; and '.join(said)}.")


def _split(
    telling: Telling, school_id: ThingId, holders: Sequence[ThingId], tell: Callable[[ThingId], str]
) -> list[str]:
    """Tell of each holder; where several hold the same, the line splits and only they are lit."""
    if len(holders) > 1:
        telling.light(*holders)
        telling.stop(school_id, "the line splits here")
        telling.dark = True
    told = [tell(holder) for holder in holders]
    if len(told) > 1:
        told[0] = f"the line splits here, with {wording.number(len(told))} who hold it: {told[0]}"
    return told


def _told(telling: Telling, holder: ThingId, school_id: ThingId) -> str:
    telling.light(holder)
    if holder in telling.ask.model.posts:
        return f"held by {telling.line_from(holder, school_id)}"
    return f"held by {wording.name(telling.ask, holder)}"


def _claims(ask: Questions, school_id: ThingId, post_id: ThingId) -> Iterator[ThingId]:
    for lead in ask.leads(school_id):
        if lead.post == post_id:
            yield lead.line_id
    for drawn in ask.claims(school_id):
        if drawn.line.source == post_id:
            yield drawn.id
