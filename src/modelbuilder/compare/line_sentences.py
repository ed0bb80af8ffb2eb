"""Differences of lines and duties as sentences: what they mean, not which line has another end."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from modelbuilder.accountability import wording
from modelbuilder.accountability.clauses import plural, verbs
from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.differences import Comparison, Difference, What
from modelbuilder.compare.phrases import count, instead, name, quoted, several, with_adverb
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import label_of
from modelbuilder.document.records import Duty, Line
from modelbuilder.vocabulary.functions import FUNCTIONS
from modelbuilder.vocabulary.schools import CAPACITIES, MODES


def line(comparison: Comparison, difference: Difference) -> str:
    """Tell what differs in a line, without the full stop."""
    if difference.what in (What.ADDED, What.REMOVED):
        return lines(comparison, [difference])
    ask, after = comparison.other, comparison.other.model.lines[_id(difference.other)]
    if difference.field in ("source", "target"):
        return _other_end(comparison, difference, after)
    source, target = name(ask, after.source), name(ask, after.target)
    if difference.field.startswith("agreement."):
        return _agreed(comparison, difference, f"the agreement on support from {source} to {target}")
    return _CHANGES[difference.field](comparison, difference, source, target)


def _id(thing_id: ThingId | None) -> ThingId:
    assert thing_id is not None
    return thing_id


def said_alike(comparison: Comparison, difference: Difference) -> object:
    """Return what lines that are new or gone have in common when the same is said of them."""
    ask, row, _ = _whole(comparison, difference)
    return difference.what, row.source, tuple(verbs(ask, row))


def _whole(comparison: Comparison, difference: Difference) -> tuple[Questions, Line, str]:
    if difference.what is What.ADDED:
        return comparison.other, difference.after, "now"
    return comparison.one, difference.before, "no longer"


def lines(comparison: Comparison, differences: Sequence[Difference]) -> str:
    """Tell what new or lost lines of one source say, of all their ends at once: “Dai now leads Ash as executive”."""
    ask, row, adverb = _whole(comparison, differences[0])
    rows = [_whole(comparison, difference)[1] for difference in differences]
    targets = ask.sorted(dict.fromkeys(one.target for one in rows))
    objects, told = wording.listed((name(ask, one) for one in targets), most=len(targets)), []
    if row.kind == "journey":
        minutes = "given" if row.minutes is None else f"given as {wording.counted(row.minutes, 'minute')}"
        given = "no longer given" if adverb == "no longer" else minutes
        return f"the way from {name(ask, row.source)} to {objects} is {given}"
    for verb in verbs(ask, row):
        words = with_adverb(plural(verb.before) if several(ask, row.source) else verb.before, adverb)
        told.append(f"{words} {objects} {verb.after}".strip())
    return f"{name(ask, row.source)} {' and '.join(told)}"


def _other_end(comparison: Comparison, difference: Difference, after: Line) -> str:
    one, other = comparison.one, comparison.other
    verb = next(verbs(other, after))
    before = plural(verb.before) if several(other, after.source) else verb.before
    source, target, old = name(other, after.source), name(other, after.target), name(one, difference.before)
    if difference.field == "source":
        return f"{source}, instead of {old}, {before} {target} {verb.after}".strip()
    return f"{f'{source} {before} {target} {verb.after}'.strip()} instead of {old}"


def _agreed(comparison: Comparison, difference: Difference, agreement: str) -> str:
    part = difference.field.partition(".")[2]
    if part in ("qa_lead", "broker"):
        after, before = name(comparison.other, difference.after), name(comparison.one, difference.before)
    else:
        after, before = quoted(difference.after or ""), quoted(difference.before or "")
    words = {"qa_lead": "QA lead"}.get(part, part.replace("_", " "))
    return f"in {agreement}, the {words} is {instead(after, before)}"


_Change = Callable[[Comparison, Difference, str, str], str]


def _primary(_c: Comparison, difference: Difference, source: str, target: str) -> str:
    return f"the line from {source} to {target} is {'the primary' if difference.after else 'a secondary'} one now"


def _mode(_c: Comparison, difference: Difference, source: str, target: str) -> str:
    return f"{source} leads {target} {instead(MODES.get(difference.after, ''), MODES.get(difference.before, ''))}"


def _legal(_c: Comparison, difference: Difference, source: str, target: str) -> str:
    return f"{source} is {'now' if difference.after else 'no longer'} the headteacher in law of {target}"


def _time(_c: Comparison, difference: Difference, source: str, target: str) -> str:
    return f"{source} gives {target} {count(*_values(difference), 'per cent of working time')}"


def _order(_c: Comparison, difference: Difference, source: str, target: str) -> str:
    turns = (f"number {order}" if order else "" for order in _values(difference))
    return f"{source} steps in for {target} as {instead(*turns)}".replace("as no longer", "no longer as")


def _seat(_c: Comparison, difference: Difference, source: str, target: str) -> str:
    seats = (wording.listed(CAPACITIES[one] for one in capacity) for capacity in _values(difference))
    return f"{source} sits on {target}, {instead(*seats)}"


def _represents(comparison: Comparison, difference: Difference, source: str, target: str) -> str:
    schools = f"for {name(comparison.other, difference.after)}", f"for {name(comparison.one, difference.before)}"
    schools = schools[0] * bool(difference.after), schools[1] * bool(difference.before)
    return f"{source} sits on {target} {instead(*schools)}"


def _scheme(_c: Comparison, difference: Difference, source: str, target: str) -> str:
    return f"{source} delegates {instead(*map(quoted, _values(difference)))} to {target}"


def _seconded(_c: Comparison, difference: Difference, source: str, target: str) -> str:
    return f"{source} answers to {target} on secondment {'now' if difference.after else 'no longer'}"


def _minutes(_c: Comparison, difference: Difference, source: str, target: str) -> str:
    return f"the journey from {source} to {target} takes {count(*_values(difference), 'minutes')}"


def _agreement(_c: Comparison, difference: Difference, source: str, target: str) -> str:
    has = "now has" if difference.after else "no longer has"
    return f"the support from {source} to {target} {has} a written agreement"


_CHANGES: Mapping[str, _Change] = MappingProxyType(
    {
        "primary": _primary,
        "mode": _mode,
        "legal": _legal,
        "time_share": _time,
        "order": _order,
        "capacity": _seat,
        "represents": _represents,
        "scheme": _scheme,
        "seconded": _seconded,
        "minutes": _minutes,
        "agreement": _agreement,
    }
)


def _values(difference: Difference) -> tuple[Any, Any]:
    return difference.after, difference.before


def duty(comparison: Comparison, difference: Difference) -> str:
    """Tell what differs in the allocation of a headship function, without the full stop."""
    one, other = comparison.one, comparison.other
    if difference.what is What.REMOVED:
        row: Duty = difference.before
        holders = [*([row.accountable] if row.accountable else []), *row.contributes]
        return f"{_function(one, row)} is no longer allocated to {wording.names(one, holders)}"
    row = difference.after if difference.what is What.ADDED else other.model.duties[_id(difference.other)]
    function = _function(other, row)
    if difference.what is What.ADDED:
        helping = f"{wording.names(other, row.contributes)} contributing" if row.contributes else ""
        if row.accountable is None:
            return f"{function} has {helping}"
        return f"{function} goes to {name(other, row.accountable)}{f', with {helping}' if helping else ''}"
    if difference.field == "accountable":
        before, after = name(one, difference.before), name(other, difference.after)
        return f"{function} goes {f'from {before} ' if before else ''}to {after or 'nobody'}"
    before = wording.names(one, difference.before or ())
    after = wording.names(other, difference.after or ())
    return f"{after or 'nobody'} contributes to {function}{f' instead of {before}' if before else ''}"


def _function(ask: Questions, row: Duty) -> str:
    return f"“{FUNCTIONS[row.function].label}” of {label_of(ask.document, ask.model, row.school)}"
