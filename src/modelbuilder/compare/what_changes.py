"""What changes for a person or a role: model by model, as a table and as one paragraph in plain words."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from modelbuilder.accountability import overviews, wording
from modelbuilder.accountability.captions import captions
from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.aspects import ASPECTS, Aspect, owned_by
from modelbuilder.compare.replies import MOST, Reply
from modelbuilder.compare.subjects import Subject, bearers
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.functions import FUNCTIONS

_ALL = 1000
_MOST_TOLD = 2
"""Of so many of a role a paragraph tells in full."""


@dataclass(frozen=True, slots=True)
class Row:
    """One aspect, and what each model says of it; `differs` among those models that have the subject."""

    key: str
    label: str
    cells: tuple[Reply, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class Table:
    """What changes for somebody: the labels of the models, the rows, and the same in a paragraph."""

    subject: Subject
    models: tuple[str, ...]
    rows: tuple[Row, ...]
    paragraph: str


def what_changes(models: Sequence[Questions], subject: Subject) -> Table:
    """Say model by model what a person or role has in it."""
    found = [bearers(ask, subject) for ask in models]
    rows = []
    for key, aspect in ASPECTS.items():
        cells = tuple(_cell(ask, key, aspect, who) for ask, who in zip(models, found, strict=True))
        said = {cell.words for cell, who in zip(cells, found, strict=True) if who}
        rows.append(Row(key, aspect.label, cells, len(said) > 1))
    labels = tuple(ask.model.label for ask in models)
    return Table(subject, labels, tuple(rows), _paragraph(models, found, subject, rows))


def _cell(ask: Questions, key: str, aspect: Aspect, who: Sequence[ThingId]) -> Reply:
    """Say one thing of all bearers, once where it is the same of all."""
    if not who:
        words = "Not in this model" if key == "post" else "–"
        return Reply(words, words)
    said = {bearer: aspect.answer(ask, bearer) for bearer in who}
    lit = frozenset(one for answer in said.values() for one in answer.lit)
    clauses = {bearer: list(dict.fromkeys(answer.clauses)) or [aspect.nothing] for bearer, answer in said.items()}
    words, short = (_joined(ask, clauses, most) for most in (_ALL, MOST))
    return Reply(wording.upper_first(words), wording.upper_first(short), lit)


def _joined(ask: Questions, said: dict[ThingId, list[str]], most: int) -> str:
    groups: dict[str, list[ThingId]] = {}
    for bearer, clauses in said.items():
        groups.setdefault(_few(clauses, most, ", "), []).append(bearer)
    if len(groups) == 1:
        return next(iter(groups))
    return _few([f"{wording.names(ask, who)}: {words}" for words, who in groups.items()], most, "; ")


def _few(parts: Sequence[str], most: int, joint: str) -> str:
    """Join parts; past the most, count the rest."""
    if len(parts) <= most:
        return joint.join(parts)
    return joint.join([*parts[: most - 1], f"and {wording.number(len(parts) - most + 1)} more"])


def _paragraph(
    models: Sequence[Questions], found: Sequence[Sequence[ThingId]], subject: Subject, rows: Sequence[Row]
) -> str:
    told: dict[str, list[str]] = {}
    for ask, who in zip(models, found, strict=True):
        told.setdefault(_told(ask, who, subject), []).append(ask.model.label)
    sentences = [
        f"In model{'s' if len(labels) > 1 else ''} {wording.listed(labels, most=len(labels))} {words}"
        for words, labels in told.items()
    ]
    return " ".join([*sentences, *_shifts(models, found), *_summary(models, found, rows)])


def _told(ask: Questions, who: Sequence[ThingId], subject: Subject) -> str:
    if not who:
        return f"{subject.label} has no place." if subject.named else f"there is no {subject.within}."
    known = captions(ask.document, ask.model_id)
    sentences = [known.get(one) or f"{wording.name(ask, one)} holds no post." for one in who[:_MOST_TOLD]]
    if (rest := len(who) - _MOST_TOLD) > 0:
        others = overviews.counted(rest, "other post is", "other posts are")
        sentences.append(f"{wording.upper_first(others)} of the same kind.")
    return " ".join(sentences)


def _shifts(models: Sequence[Questions], found: Sequence[Sequence[ThingId]]) -> Iterator[str]:
    """Say which functions a model takes from somebody, and which it adds, beside the model before it."""
    rows = [
        (ask.model.label, {key for bearer in who for key in owned_by(ask, bearer)})
        for ask, who in zip(models, found, strict=True)
        if who and ask.model.duties
    ]
    for (one, had), (other, has) in pairwise(rows):
        lost, won = (_functions(keys) for keys in (had - has, has - had))
        shifts = [*([f"takes {lost} away"] if lost else []), *([f"adds {won}"] if won else [])]
        if shifts:
            yield f"Beside model {one}, model {other} {' and '.join(shifts)}."


def _functions(keys: Collection[str]) -> str:
    return wording.listed((f"“{FUNCTIONS[key].label}”" for key in FUNCTIONS if key in keys), most=len(keys))


def _summary(models: Sequence[Questions], found: Sequence[Sequence[ThingId]], rows: Sequence[Row]) -> Iterator[str]:
    """Say which aspects differ among the models in which the subject has a place."""
    labels = [ask.model.label for ask, who in zip(models, found, strict=True) if who]
    if len(labels) < 2:
        return
    differs, same = (
        wording.listed((f"“{row.label}”" for row in rows if row.differs is wanted), most=len(rows))
        for wanted in (True, False)
    )
    if not differs:
        yield f"Models {wording.listed(labels, most=len(labels))} give the same in everything that is asked here."
        return
    kept = f"; the same everywhere: {same}" if same else ""
    yield f"What differs: {differs}{kept}."
