"""Who owns which function of headship at which school, and who alone may (domain notes §6)."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Edit
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.bodies import BOARDS, COMMITTEES
from modelbuilder.vocabulary.functions import FUNCTIONS, Reserve
from modelbuilder.vocabulary.roles import EXECUTIVES

_DECIDING = BOARDS | COMMITTEES


@dataclass(frozen=True, eq=False)
class Allocation:
    """The duties of one model, by school and function."""

    ask: Questions

    @cached_property
    def _owners(self) -> Mapping[tuple[ThingId, str], list[ThingId]]:
        return self.ask.gather(_owners)

    @property
    def begun(self) -> bool:
        """Whether any function has been allocated in the model: before that, nothing is missing."""
        return bool(self.ask.model.duties)

    def owners(self, school_id: ThingId, function: str) -> list[ThingId]:
        """List who is accountable for a function at a school."""
        return self.ask.sorted(dict.fromkeys(self._owners.get((school_id, function), ())))

    def holders(self, school_id: ThingId, function: str) -> set[ThingId]:
        """Collect who owns a function at a school, or contributes to it."""
        return set(self._holders.get((school_id, function), ()))

    @cached_property
    def _holders(self) -> Mapping[tuple[ThingId, str], list[ThingId]]:
        return self.ask.gather(_holders)

    def open(self, school_id: ThingId) -> list[str]:
        """List the functions that nobody owns at a school."""
        return [key for key in FUNCTIONS if (school_id, key) not in self._owners]

    def owned(self, school_id: ThingId) -> dict[ThingId, list[str]]:
        """Map each owner at a school onto the functions that they own."""
        found: dict[ThingId, list[str]] = {}
        for key in FUNCTIONS:
            for holder in self.owners(school_id, key):
                found.setdefault(holder, []).append(key)
        return found

    def allowed(self, school_id: ThingId, function: str) -> Collection[ThingId] | None:
        """List who alone may own a function at a school; None where anybody may, or it cannot be told."""
        ask, reserved = self.ask, FUNCTIONS[function].reserved
        if reserved is Reserve.HEAD:
            return _heads_in_law(ask, school_id)
        if reserved is Reserve.BOARD:
            return dict.fromkeys([*ask.boards(school_id, _DECIDING), *self.ask.sorted(self._loose.get("", ()))])
        if reserved is Reserve.OFFICER:
            trusts = ask.places.trusts(school_id)
            return ask.sorted({one for trust_id in trusts for one in ask.trusts.accounting_officers(trust_id)}) or None
        return None

    @cached_property
    def _loose(self) -> Mapping[str, list[ThingId]]:
        """The boards and committees that govern no school yet: any of them may be this school's."""
        return self.ask.gather(_loose)

    def give(self, school_id: ThingId, functions: Iterable[str], holder: ThingId) -> Edit | None:
        """Return the edit that gives functions to a holder, and each that is reserved to whom it is reserved."""
        given: dict[ThingId, list[str]] = {}
        for function in functions:
            allowed = self.allowed(school_id, function)
            if allowed is not None and not allowed:
                return None
            owner = holder if allowed is None or holder in allowed else next(iter(allowed))
            given.setdefault(owner, []).append(function)
        return repairs.all_of(*(repairs.allocate(keys, school_id, owner) for owner, keys in given.items()))


def _owners(ask: Questions) -> Iterator[tuple[tuple[ThingId, str], ThingId]]:
    for _, duty in ask.each(ask.model.duties):
        if duty.accountable is not None:
            yield (duty.school, duty.function), duty.accountable


def _holders(ask: Questions) -> Iterator[tuple[tuple[ThingId, str], ThingId]]:
    for _, duty in ask.each(ask.model.duties):
        yield from (((duty.school, duty.function), one) for one in (duty.accountable, *duty.contributes) if one)


def _loose(ask: Questions) -> Iterator[tuple[str, ThingId]]:
    for body_id, body in ask.each(ask.model.bodies):
        if body.kind in _DECIDING and not ask.governed_by(body_id):
            yield "", body_id


def _heads_in_law(ask: Questions, school_id: ThingId) -> list[ThingId]:
    """List who may be the headteacher in law: as marked, or else the heads on site, or else whoever leads."""
    heads = [lead.post for lead in ask.heads_in_law(school_id)]
    leads = (lead.post for lead in ask.leads(school_id))
    return heads or list(dict.fromkeys([*leads, *ask.acc(school_id)]))


def named(functions: Iterable[str], most: int = 4) -> str:
    """Name functions within a sentence; past the most, count the rest."""
    return wording.listed((f"“{FUNCTIONS[key].label}”" for key in functions), most)


def shared_headship(ask: Questions, school_id: ThingId) -> tuple[ThingId, ThingId] | None:
    """Return the head of school and the executive above, where a school is led by two in that way."""
    posts = ask.model.posts
    below = [lead.post for lead in ask.on_site(school_id) if posts[lead.post].role == "head_of_school"]
    above = [*ask.acc(school_id), *(lead.post for lead in ask.leads(school_id) if lead.mode == "executive")]
    executives = [post_id for post_id in above if posts[post_id].role in EXECUTIVES]
    return (below[0], executives[0]) if below and executives else None
