"""Whether a model’s graph gives a post what the seed programmes called conditions for a successful headship [S3].

By which signs each is told is ours [INF].
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from modelbuilder.accountability import wording
from modelbuilder.accountability.allocation import Allocation
from modelbuilder.accountability.company import guides, helpers, peers
from modelbuilder.accountability.measures import executives_above
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.stand_ins import human, is_vacant, line_of_cover
from modelbuilder.compare.aspects import own_schools
from modelbuilder.compare.gifts import Gift, gift
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.bodies import BOARDS
from modelbuilder.vocabulary.functions import FUNCTIONS

_SENIOR_TEAM = (5, 6)
"""The ranks of deputies and assistants."""


def _sounding_board(ask: Questions, post_id: ThingId) -> Gift:
    above, guided = executives_above(ask, post_id), guides(ask, post_id)
    if above:
        return gift(1, f"{wording.subject(ask, above[0])} is above", above[:1])
    if guided:
        line_id, line = guided[0]
        return gift(1, f"{wording.name(ask, line.source)} guides the holder", [line.source, line_id])
    return gift(0, "no executive is above, and no coach or mentor is drawn")


def _peers(ask: Questions, post_id: ThingId) -> Gift:
    own = {post_id, human(ask, post_id), *ask.schools_of(post_id)}
    beside = {end for drawn in peers(ask, post_id) for end in (drawn.line.source, drawn.line.target)} - own
    if not beside:
        return gift(0, "no peer is drawn")
    return gift(1, f"peer support with {wording.names(ask, ask.sorted(beside))}", beside)


def _stand_in(ask: Questions, post_id: ThingId) -> Gift:
    rows = [drawn for drawn in line_of_cover(ask, post_id) if not is_vacant(ask, drawn.line.source)]
    if not rows:
        return gift(0, "nobody is drawn to step in")
    line_id, line = rows[0]
    return gift(1, f"{wording.subject(ask, line.source)} steps in", [line.source, line_id])


def _capacity(ask: Questions, post_id: ThingId) -> Gift:
    below = [
        line.source
        for _, line in ask.lines.into("accountable_to", post_id)
        if ask.rank(line.source) in _SENIOR_TEAM and not is_vacant(ask, line.source)
    ]
    below += [one for school_id in own_schools(ask, post_id) for one in ask.deputies(school_id) if one != post_id]
    found = ask.sorted(dict.fromkeys(below))
    if not found:
        return gift(0, "no deputy or assistant is drawn below")
    return gift(1, f"{wording.names(ask, found)} below", found)


def _clear_remit(ask: Questions, post_id: ThingId) -> Gift:
    allocation, schools = Allocation(ask), own_schools(ask, post_id)
    schemes = [line for _, line in ask.lines.of("delegates_to") if line.scheme]
    if allocation.begun and schools:
        left = max(len(allocation.open(school_id)) for school_id in schools)
        said = f"{len(FUNCTIONS) - left} of {len(FUNCTIONS)} functions are allocated at its schools"
        return gift(int(left < len(FUNCTIONS) / 2), said, schools)
    if schemes:
        return gift(1, "a scheme of delegation is drawn", {line.source for line in schemes})
    return gift(0, "no function is allocated, and no scheme of delegation is drawn")


def _start(ask: Questions, post_id: ThingId) -> Gift:
    rows = [*helpers(ask, post_id), *guides(ask, post_id)]
    ends = {end for _, line in rows for end in (line.source, line.target)}
    found = ask.sorted(ends - {post_id, human(ask, post_id)})
    new = "the post is new" if ask.model.posts[post_id].new else "the post is not marked as new"
    if not found:
        return gift(0, f"{new}, and no support for it is drawn", [post_id])
    return gift(1, f"{new}; support comes from {wording.names(ask, found)}", [post_id, *found])


def _hard_cases(ask: Questions, post_id: ThingId) -> Gift:
    allocation = Allocation(ask)
    owners = {one for school_id in own_schools(ask, post_id) for one in allocation.owners(school_id, "f21")}
    label = f"“{FUNCTIONS['f21'].label}”"
    if owners:
        mine = post_id in owners
        return gift(int(not mine), f"{label} is allocated to {wording.names(ask, ask.sorted(owners))}", owners)
    above = executives_above(ask, post_id)
    if above:
        return gift(None, f"{label} is not allocated; {wording.name(ask, above[0])} could take it", above[:1])
    return gift(0, f"{label} is not allocated, and no executive is above")


def _one_board(ask: Questions, post_id: ThingId) -> Gift:
    bodies = ask.model.bodies
    reached = ask.ladder.reach(post_id, secondary=True)
    found = ask.sorted(one for one in reached if one in bodies and bodies[one].kind in BOARDS)
    if not found:
        return gift(0, "no line leads to a board", [post_id])
    return gift(int(len(found) == 1), f"the lines lead to {wording.names(ask, found)}", found)


def _next_step(ask: Questions, post_id: ThingId) -> Gift:
    """Tell whether a higher post stands in the same federation or trust, or somebody prepares the holder for one."""
    rank = ask.rank(post_id) or 9
    ends = (post_id, human(ask, post_id))
    prepared = [line.source for end in ends for _, line in ask.lines.into("develops", end)]
    if prepared:
        return gift(1, f"{wording.name(ask, prepared[0])} prepares the holder for the next post", prepared[:1])
    above = [one for one in executives_above(ask, post_id) if (ask.rank(one) or 9) < rank]
    if above:
        return gift(1, f"{wording.title(ask, above[0])} would be the next post", above[:1])
    return gift(0, "no higher post is drawn above")


CONDITIONS_MET: Mapping[str, Callable[[Questions, ThingId], Gift]] = MappingProxyType(
    {
        "sounding_board": _sounding_board,
        "peers": _peers,
        "stand_in": _stand_in,
        "capacity": _capacity,
        "clear_remit": _clear_remit,
        "start": _start,
        "hard_cases": _hard_cases,
        "one_board": _one_board,
        "next_step": _next_step,
    }
)
"""By which signs each condition is told."""
