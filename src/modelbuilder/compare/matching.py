"""Which thing of one model is which of another, of the same document or of two."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from types import MappingProxyType
from typing import Any

from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.fingerprints import by_fingerprints
from modelbuilder.compare.likeness import IN_ORDER, SIGNS, agree, may_be_one
from modelbuilder.compare.pairing import Pair, Pairing, Side, Way
from modelbuilder.compare.references import turned
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Duty, Line
from modelbuilder.vocabulary.lines import LINES

_NOTHING: Mapping[ThingId, ThingId | None] = MappingProxyType({})


@dataclass(frozen=True)
class Matching:
    """The pairs of things that are the same in two models; those of names are worth a look."""

    pairs: tuple[Pair, ...]

    @cached_property
    def there(self) -> Mapping[ThingId, ThingId]:
        """The things of the second model by those of the first."""
        return {pair.one: pair.other for pair in self.pairs}

    @cached_property
    def back(self) -> Mapping[ThingId, ThingId]:
        """The things of the first model by those of the second."""
        return {pair.other: pair.one for pair in self.pairs}

    def turned(self) -> "Matching":
        """Return the same pairs seen from the second model."""
        return Matching(tuple(pair._replace(one=pair.other, other=pair.one) for pair in self.pairs))


def match(one: Questions, other: Questions, said: Mapping[ThingId, ThingId | None] = _NOTHING) -> Matching:
    """Match two models: as `said`, then by id, and what is left by school, role and name.

    What is said maps a thing of the first model onto one of the second, or onto None for no partner.
    In two documents the same id may stand for two things by chance: there it counts only where something else agrees.
    """
    pairing, shared = Pairing(one, other, said), one.document is other.document
    for table in SIGNS:
        pairing.by_hand(table)
        if shared:
            pairing.by_id(table)
    if not shared:
        _across(pairing)
    for table, signs in SIGNS.items():
        for sign in signs:
            pairing.by(table, sign, only=sign not in IN_ORDER)
    _lines(pairing, shared=shared)
    _duties(pairing)
    return Matching(tuple(pairing.pairs))


def _across(pairing: Pairing) -> None:
    """Match what two documents share beyond doubt; versions of one document share what nothing speaks against."""
    common = 0
    for table, signs in SIGNS.items():
        common += len(pairing.one.rows(table).keys() & pairing.other.rows(table).keys())
        pairing.by_id(table, partial(agree, table))
        if table in ("schools", "people"):
            for sign in signs:
                pairing.by(table, sign, only=True)
    versions = 2 * sum(pair.way is Way.ID for pair in pairing.pairs) > common
    by_fingerprints(pairing)
    for table in SIGNS if versions else ():
        pairing.by_id(table, partial(may_be_one, table))


def _lines(pairing: Pairing, *, shared: bool) -> None:
    pairing.by_id("lines", _same_kind if shared else _same_ends)
    for likeness in (_line_exactly, _ends):
        pairing.by("lines", likeness)
    for likeness in (_with_another_end, _with_another_object):
        pairing.by("lines", likeness, only=True)


def _same_kind(one: Side, other: Side, line_id: ThingId) -> bool:
    lines = one.ask.model.lines[line_id], other.ask.model.lines[line_id]
    return lines[0].kind == lines[1].kind


def _same_ends(one: Side, other: Side, line_id: ThingId) -> bool:
    lines = ((side, side.ask.model.lines[line_id]) for side in (one, other))
    return len({(line.kind, side.turn(line.source), side.turn(line.target)) for side, line in lines}) == 1


def _line_exactly(side: Side, _line_id: ThingId, line: Line) -> Hashable:
    return turned("lines", line, side.turn) if not LINES[line.kind].mutual else None


def _ends(side: Side, _line_id: ThingId, line: Line) -> Hashable:
    ends = (side.turn(line.source), side.turn(line.target))
    return line.kind, frozenset(ends) if LINES[line.kind].mutual else ends


_LED = frozenset({"leads", "accountable_for", "public_face_of", "governs", "employs", "covers", "inspects"})
"""Lines that say something of what they end at: another source is told as “by whom” there."""


def _with_another_end(side: Side, _line_id: ThingId, line: Line) -> Hashable:
    """Return how lines are alike that say the same of one thing, with somebody else at the other end."""
    return _but_one_end(side, line, line.target if line.kind in _LED else line.source)


def _with_another_object(side: Side, _line_id: ThingId, line: Line) -> Hashable:
    """Return how lines are alike by which somebody leads, governs or covers another than before."""
    return _but_one_end(side, line, line.source) if line.kind in _LED else None


def _but_one_end(side: Side, line: Line, kept: ThingId) -> Hashable:
    if LINES[line.kind].mutual:
        return None
    return line.kind, line.primary, line.order, line.mode, side.turn(kept)


def _duties(pairing: Pairing) -> None:
    pairing.by_id("duties", lambda one, other, duty_id: _task(one, duty_id) == _task(other, duty_id))
    for likeness in (_duty_exactly, lambda side, duty_id, _row: _task(side, duty_id)):
        pairing.by("duties", likeness)


def _duty_exactly(side: Side, _duty_id: ThingId, duty: Duty) -> Hashable:
    return turned("duties", duty, side.turn)


def _task(side: Side, duty_id: ThingId) -> Hashable:
    duty: Any = side.rows("duties")[duty_id]
    return duty.function, side.turn(duty.school)
