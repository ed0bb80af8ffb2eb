"""What a model gives a post: whom it answers to and who to it, what it decides, who helps, and where it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from types import MappingProxyType

from modelbuilder.accountability import journeys, wording
from modelbuilder.accountability.allocation import Allocation
from modelbuilder.accountability.company import guides, helpers, peers
from modelbuilder.accountability.measures import executives_above
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.stand_ins import human, is_vacant, line_of_cover
from modelbuilder.compare.phrases import post
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.functions import FUNCTIONS


@dataclass
class Said:
    """What is said of one post, clause by clause, and what it is read from."""

    clauses: list[str] = field(default_factory=list)
    lit: set[ThingId] = field(default_factory=set)

    def say(self, clause: str, *lit: ThingId) -> None:
        """Say a clause, with what to light up for it."""
        self.clauses.append(clause)
        self.lit.update(lit)


def called(ask: Questions, thing_id: ThingId) -> str:
    """Name a thing with its title in brackets: “Dai Okonedo-Reyes (Executive Headteacher)”."""
    return wording.roll(ask, [thing_id])


def chaired(ask: Questions, bearer: ThingId) -> list[ThingId]:
    """List the boards that a bearer chairs."""
    sitter = human(ask, bearer)
    return [body_id for body_id in ask.seats.bodies_of(sitter) if sitter in ask.seats.chairs(body_id)]


def _post(ask: Questions, bearer: ThingId) -> Said:
    said = Said()
    row = ask.model.posts.get(bearer)
    if row is not None:
        said.say(post(ask, bearer), bearer)
        marks = (
            (row.accounting_officer, "accounting officer"),
            (row.new, "new in post"),
            (is_vacant(ask, bearer), "vacant"),
        )
        said.clauses += [words for marked, words in marks if marked]
    if boards := chaired(ask, bearer):
        said.say(
            f"{'in the chair of' if row else 'no post, but in the chair of'} {wording.names(ask, boards)}", *boards
        )
    return said


def _upward(ask: Questions, bearer: ThingId) -> Said:
    said = Said()
    for rung in ask.ladder.above(bearer, secondary=True):
        name = called(ask, rung.target)
        said.say(name if rung.primary else f"{name} by a secondary line", bearer, rung.line_id, rung.target)
    return said


def _downward(ask: Questions, bearer: ThingId) -> Said:
    said = Said()
    rows = [drawn for drawn in ask.lines.into("accountable_to", bearer) if drawn.line.source != bearer]
    for line_id, line in sorted(rows, key=lambda drawn: ask.key(drawn.line.source)):
        if ask.ladder.joins(line.source, bearer):
            said.say(called(ask, line.source), bearer, line_id, line.source)
    for body_id in chaired(ask, bearer):
        for line_id, line in ask.lines.into("accountable_to", body_id):
            said.say(f"{called(ask, line.source)} by way of the board", line_id, line.source, body_id)
    return said


def own_schools(ask: Questions, bearer: ThingId) -> list[ThingId]:
    """List the schools that a post leads, answers for, stands in or governs from the chair, or those of its group."""
    row = ask.model.posts.get(bearer)
    governed = {school_id for body_id in chaired(ask, bearer) for school_id in ask.governed_by(body_id)}
    if row is None:
        return ask.sorted(governed)
    inside = ask.places.members(row.at) if row.at is not None and row.at in ask.model.groups else ()
    return ask.sorted({*ask.schools_of(bearer), *ask.answers_for(bearer), *governed} or inside)


def _decides(ask: Questions, bearer: ThingId) -> Said:
    """Tell the functions that a post owns, with the schools where it does not own them at all of its own."""
    said, allocation = Said(), Allocation(ask)
    if not allocation.begun:
        if schools := ask.answers_for(bearer):
            said.say(f"accountable for {wording.labels(ask, schools)}", bearer, *schools)
        said.say("no function is allocated in this model")
        return said
    schools = own_schools(ask, bearer)
    for function, places in owned_by(ask, bearer).items():
        where = f" ({wording.labels(ask, places)})" if places != schools else ""
        said.say(f"{FUNCTIONS[function].label}{where}", bearer, *places)
    return said


def owned_by(ask: Questions, bearer: ThingId) -> dict[str, list[ThingId]]:
    """Map the functions that a post owns onto the schools where it does."""
    places: dict[str, list[ThingId]] = {}
    for school_id in ask.sorted(ask.model.placements):
        for function in Allocation(ask).owned(school_id).get(bearer, ()):
            places.setdefault(function, []).append(school_id)
    return {key: places[key] for key in FUNCTIONS if key in places}


def _others(ask: Questions, bearer: ThingId) -> Said:
    """Tell which functions at the schools of a post are owned by whom else, or who else is accountable for them."""
    said, allocation = Said(), Allocation(ask)
    schools = own_schools(ask, bearer)
    if not allocation.begun:
        for owner in ask.sorted({one for school_id in schools for one in ask.ultimate(school_id)} - {bearer}):
            answered = [school_id for school_id in ask.answers_for(owner) if school_id in schools]
            words = f"{wording.name(ask, owner)} is accountable for {wording.labels(ask, answered)}"
            said.say(words, owner, *answered)
        return said
    owned: dict[ThingId, dict[str, None]] = {}
    for school_id in schools:
        for owner, functions in allocation.owned(school_id).items():
            if owner != bearer:
                owned.setdefault(owner, {}).update((FUNCTIONS[key].label, None) for key in functions)
    for owner in ask.sorted(owned):
        said.say(f"{wording.name(ask, owner)} ({', '.join(owned[owner])})", owner)
    return said


def _support(ask: Questions, bearer: ThingId) -> Said:
    """Tell who supports, coaches or stands beside a post; an executive above where nobody else is drawn."""
    said = Said()
    if bearer not in ask.model.posts:
        return said
    for line_id, line in dict.fromkeys([*helpers(ask, bearer), *guides(ask, bearer)]):
        if line.kind != "peer_support":
            said.say(called(ask, line.source), line_id, line.source)
    places = [place for school_id in ask.schools_of(bearer) for place in (school_id, *ask.places.around(school_id))]
    for place in dict.fromkeys(places):
        for line_id, line in ask.helped(place):
            if line.target == place and line.kind != "peer_support" and line.source != bearer:
                said.say(f"{called(ask, line.source)} by way of {wording.name(ask, place)}", line_id, line.source)
    own = {bearer, human(ask, bearer), *ask.schools_of(bearer)}
    beside = {end: drawn.id for drawn in peers(ask, bearer) for end in (drawn.line.source, drawn.line.target)}
    if others := ask.sorted(beside.keys() - own):
        lines = (beside[one] for one in others)
        said.say(f"{wording.names(ask, others)} as {'peer' if len(others) == 1 else 'peers'}", *others, *lines)
    if not said.clauses and (above := executives_above(ask, bearer)):
        said.say(f"nobody is drawn, but {called(ask, above[0])} is above", above[0])
    return said


def _face(ask: Questions, bearer: ThingId) -> Said:
    said = Said()
    for school_id in ask.sorted(ask.model.placements):
        for line_id, line in ask.faces(school_id):
            if line.source == bearer:
                said.say(wording.name(ask, school_id), bearer, line_id, school_id)
    return said


def _schools(ask: Questions, bearer: ThingId) -> Said:
    said = Said()
    schools = own_schools(ask, bearer)
    if not schools:
        return said
    said.say(wording.labels(ask, schools, most=len(schools)), *schools)
    ways = [way for pair in combinations(schools, 2) if (way := journeys.journey(ask, *pair))]
    if ways:
        far = max(ways, key=lambda way: way.minutes)
        said.say(f"{'the farthest two are ' if len(schools) > 2 else ''}{far}")
    elif len(schools) > 1:
        said.say("how far apart is not known")
    return said


def _cover(ask: Questions, bearer: ThingId) -> Said:
    said = Said()
    for turn, (line_id, line) in enumerate(line_of_cover(ask, bearer)):
        said.say(f"{'then ' if turn else ''}{called(ask, line.source)}", bearer, line_id, line.source)
    return said


@dataclass(frozen=True, slots=True)
class Aspect:
    """Something that is asked of a post: the heading, the words for no answer, and the answer."""

    label: str
    nothing: str
    answer: Callable[[Questions, ThingId], Said]


ASPECTS: Mapping[str, Aspect] = MappingProxyType(
    {
        "post": Aspect("My post", "no post", _post),
        "upward": Aspect("I answer to", "nobody", _upward),
        "downward": Aspect("Answer to me", "nobody", _downward),
        "decides": Aspect("I decide", "nothing", _decides),
        "others": Aspect("Others decide", "nothing", _others),
        "support": Aspect("I am supported by", "nobody", _support),
        "face": Aspect("I am the public face of", "no school", _face),
        "schools": Aspect("My schools and journeys", "no school", _schools),
        "cover": Aspect("I am covered by", "nobody", _cover),
    }
)
