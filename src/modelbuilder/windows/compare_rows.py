"""What the table under models beside each other says, from what is found when they are asked and compared."""

from collections.abc import Iterator, Sequence

from modelbuilder.accountability.wording import upper_first
from modelbuilder.compare.differences import What
from modelbuilder.compare.listing import Told, headed
from modelbuilder.compare.marking import unmarked
from modelbuilder.compare.opinions import dots, opinions, votes_on
from modelbuilder.compare.question_list import QUESTIONS, replies
from modelbuilder.compare.replies import Reply
from modelbuilder.compare.several import Lit, Several
from modelbuilder.compare.subjects import Subject
from modelbuilder.compare.suiting import Suit, Suited, suits
from modelbuilder.compare.what_changes import what_changes
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Fit
from modelbuilder.vocabulary.changes import MARKS
from modelbuilder.vocabulary.notes import TOPICS
from modelbuilder.vocabulary.wishes import FITTINGS
from modelbuilder.windows.compare_table import Row, Said

_NOTHING_NOTED = (
    "Nothing is noted yet. Put sticky notes on the models and give each a topic, from opportunity to against: they are "
    "gathered here, with the dots that people give."
)


def question_rows(several: Several) -> Iterator[Row]:
    """Yield the question list, answered from the graph of every model."""
    answers = [replies(ask) for ask in several.asks]
    for key, question in QUESTIONS.items():
        yield Row(question, [_reply(several, at, one[key]) for at, one in enumerate(answers)])


def change_rows(several: Several, subject: Subject) -> Iterator[Row]:
    """Yield what changes for somebody: one paragraph, and then a table; what differs is marked."""
    table = what_changes(several.asks, subject)
    sign = MARKS[What.CHANGED].sign
    differs = any(row.differs for row in table.rows)
    marked = f" {sign} marks what differs from model to model." if differs else ""
    yield Row(f"{table.paragraph}{marked}", (), part=True)
    for row in table.rows:
        label = f"{sign} {row.label}" if row.differs else row.label
        yield Row(label, [_reply(several, at, cell) for at, cell in enumerate(row.cells)])


def _reply(several: Several, at: int, reply: Reply) -> Sequence[Said]:
    return (Said(reply.words, alone(several, at, reply.lit)),)


def suit_rows(several: Several, fit: Fit, subject: Subject) -> Iterator[Row]:
    """Yield what somebody wants beside what each model gives, wish by wish, with reasons and no verdict."""
    found = [suits(fit, [ask], subject) for ask in several.asks]
    wishes = dict.fromkeys((row.key, row.label, row.wanted) for model in found for one in model for row in one.rows)
    if not wishes:
        yield Row(_unsuited(fit, subject), (), part=True)
        return
    told = ", ".join(f"{fitting.sign} {fitting.label}" for fitting in FITTINGS.values())
    yield Row(f"What the card wants beside what each model gives: {told}. You decide what weighs more.", (), part=True)
    for key, label, wanted in wishes:
        cells = [_suited(several, at, model, key) for at, model in enumerate(found)]
        yield Row(f"{label}: {wanted}", cells)


def _unsuited(fit: Fit, subject: Subject) -> str:
    """Say why nothing can be held beside each other: the card is empty, or nobody stands where it is held."""
    if fit == Fit(name=fit.name, role=fit.role):
        return (
            "Your card says nothing yet. Press “My card…” and say what you want of a headship: each model is then read "
            "beside it, and nobody else sees the card."
        )
    return f"{subject.label} has no post in these models. Choose another person or role under “About whom”."


def _suited(several: Several, at: int, model: Sequence[Suit], key: str) -> Sequence[Said]:
    """Say what each post gives, once where it is the same of several."""
    groups: dict[tuple[str, str, str], list[tuple[Suit, Suited]]] = {}
    for one in model:
        for row in one.rows:
            if row.key == key:
                groups.setdefault((row.fitting, row.given, row.reason), []).append((one, row))
    said = []
    for (fitting, given, reason), rows in groups.items():
        names = "; ".join(one.name for one, _ in rows) if len(model) > 1 else ""
        words = f"{given[:1].upper()}{given[1:]}. {reason}" + (f" ({names})" if names else "")
        lit = frozenset(thing for one, row in rows for thing in (one.post, *row.lit))
        said.append(Said(words, alone(several, at, lit), FITTINGS[fitting].sign))
    return said or (Said("Not in this model"),)


def opinion_rows(several: Several) -> Iterator[Row]:
    """Yield what was noted of each model by topic, with the dots that it was given."""
    if not any(votes_on(ask) or any(opinions(ask, topic) for topic in TOPICS) for ask in several.asks):
        yield Row(_NOTHING_NOTED, (), part=True)
    yield Row("Dots on the model", [(Said(upper_first(dots(votes_on(ask)))),) for ask in several.asks])
    for topic, label in TOPICS.items():
        cells = [_noted(several, at, topic) for at in range(len(several.asks))]
        yield Row(label, [cell or (Said("Nothing noted"),) for cell in cells])


def _noted(several: Several, at: int, topic: str) -> Sequence[Said]:
    found = opinions(several.asks[at], topic)
    return [Said(str(one), alone(several, at, frozenset({one.note})), note=one.colour) for one in found]


def difference_rows(several: Several) -> Iterator[Row]:
    """Yield what differs in each model from the first, under headings."""
    if len(several.asks) < 2:
        yield Row("Add a second model, of this document or of another file.", (), part=True)
        return
    found = [headed(several.comparison(other)) for other in range(1, len(several.asks))]
    first = several.asks[0].model
    yield Row(f"What differs from {first.label}{f', {first.title}' if first.title else ''}", (), part=True)
    if words := unmarked(several):
        yield Row(words, (), part=True)
    headings = dict.fromkeys(heading for one in found for heading in one)
    for heading in headings:
        cells = [
            tuple(_differs(several, at, told) for told in one.get(heading, ())) or (Said("The same."),)
            for at, one in enumerate(found, start=1)
        ]
        yield Row(heading, ((), *cells))
    if not headings:
        yield Row("Nothing differs but where things are drawn.", (), part=True)


def _differs(several: Several, at: int, told: Told) -> Said:
    lit = tuple(
        told.one if place == 0 else told.other if place == at else frozenset() for place in range(len(several.asks))
    )
    return Said(told.sentence, lit, MARKS[told.what].sign)


def alone(several: Several, at: int, lit: frozenset[ThingId]) -> Lit:
    """Light things in one model only."""
    return tuple(lit if place == at else frozenset() for place in range(len(several.asks)))
