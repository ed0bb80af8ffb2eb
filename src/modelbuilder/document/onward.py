"""A change of one stage, taken over by all stages after it as far as it makes sense there."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from modelbuilder.document.ids import ModelId
from modelbuilder.document.integrity import settle
from modelbuilder.document.patch import MISSING, Change, Patch, apply, diff
from modelbuilder.document.records import Document, Model, Record
from modelbuilder.document.stories import later_stages

Edit = Callable[[Document], Document]

_TABLES = ("groups", "placements", "posts", "figures", "bodies", "lines", "duties", "stickies", "places")
"""What a stage hands on; its words and its votes are its own."""


@dataclass(frozen=True)
class Onward:
    """A document whose later stages have taken a change over, and what became of it in each of them.

    `taken` are the rows that a stage took; `left` those that it keeps as they are, because it has
    changed them itself or because what it has of its own hangs on them.
    """

    document: Document
    taken: Mapping[ModelId, tuple[Change, ...]] = field(default_factory=dict)
    left: Mapping[ModelId, tuple[Change, ...]] = field(default_factory=dict)


def take_over(before: Document, after: Document, model_id: ModelId) -> Onward:
    """Change all stages after one as that one was changed between two documents."""
    after = settle(before, after)
    if model_id not in before.models or model_id not in after.models:
        return Onward(after)
    changes = [one for one in diff(before, after).changes if one.model_id == model_id and one.table in _TABLES]
    taken: dict[ModelId, tuple[Change, ...]] = {}
    left: dict[ModelId, tuple[Change, ...]] = {}
    for stage_id in later_stages(after, model_id) if changes else ():
        here = [one._replace(model_id=stage_id) for one in changes]
        wanted, kept = _sorted(here, before.models[model_id], after.models[stage_id])
        fitting = _fitting(after, stage_id, wanted)
        refused = [one for one in wanted if one not in fitting]
        taken |= {stage_id: tuple(fitting)} if fitting else {}
        left |= {stage_id: (*kept, *refused)} if kept or refused else {}
    rows = tuple(one for fitting in taken.values() for one in fitting)
    return Onward(settle(after, apply(after, Patch(rows))) if rows else after, taken, left)


def onward(edit: Edit, model_id: ModelId) -> Edit:
    """Return an edit of a stage that changes all stages after it as well."""
    return lambda document: take_over(document, edit(document), model_id).document


def _sorted(changes: Iterable[Change], was: Model, later: Model) -> tuple[list[Change], list[Change]]:
    """Return the changes of rows that a later stage has as they were, and of those that it has otherwise.

    Of what it has taken away itself nothing is changed, and what it has moved goes with what goes.
    """
    wanted: list[Change] = []
    kept: list[Change] = []
    for change in changes:
        old, here = (getattr(model, change.table).get(change.thing_id, MISSING) for model in (was, later))
        gone = change.value is MISSING and change.table == "places"
        if here == change.value or (here is MISSING and old is not MISSING):
            continue
        (wanted if here == old or gone else kept).append(change)
    return wanted, kept


def _fitting(document: Document, stage_id: ModelId, wanted: list[Change]) -> list[Change]:
    """Return the changes that dangle nowhere in a stage, and on which nothing hangs that it has of its own."""
    while wanted:
        trial = apply(document, Patch(tuple(wanted)))
        settled = settle(document, trial)
        going = {one.thing_id for one in wanted if one.value is MISSING}
        lost = {
            (one.table, one.thing_id)
            for one in diff(trial, settled).changes
            if one.model_id == stage_id and not (one.table in ("places", "votes") and one.thing_id in going)
        }
        if not lost:
            break
        refused = _refused(trial.models[stage_id], wanted, lost)
        wanted = [one for one in wanted if one not in refused]
    return wanted


def _refused(model: Model, wanted: list[Change], lost: set[tuple[str, str | None]]) -> list[Change]:
    """Return the changes that lead nowhere, else those that take away what is needed, else all that touch it."""
    loose = [one for one in wanted if (one.table, one.thing_id) in lost]
    if loose:
        return loose
    needed = {name for table, thing_id in lost for name in _names(getattr(model, table)[thing_id])}
    touching = [one for one in wanted if one.thing_id in needed]
    return [one for one in touching if one.value is MISSING] or touching or wanted


def _names(row: Record) -> Iterator[str]:
    """Yield every text in a row: among them the ids of all that it points at."""
    for name in type(row).model_fields:
        value = getattr(row, name)
        if isinstance(value, Record):
            yield from _names(value)
        elif isinstance(value, tuple):
            yield from value
        elif isinstance(value, str):
            yield value
