"""How much a model’s graph gives a post of what somebody may want of it, with the reason.

Where functions are allocated they are counted; else it is assumed from the post, and said to be so. The degrees, their
steps and the assumptions are ours [INF]; that a head of school under an executive has more time for teaching is what
the seed programmes heard [S3].
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from types import MappingProxyType
from typing import NamedTuple

from modelbuilder.accountability import journeys, wording
from modelbuilder.accountability.allocation import Allocation
from modelbuilder.accountability.measures import executives_above, links_of
from modelbuilder.accountability.overviews import article
from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.aspects import own_schools, owned_by
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.functions import FUNCTIONS, Area
from modelbuilder.vocabulary.roles import EXECUTIVES


class Gift(NamedTuple):
    """How much is given, from 0 to 4 (of a condition 0 or 1), None where it cannot be told; why, and what to light."""

    degree: int | None
    reason: str
    lit: frozenset[ThingId] = frozenset()


def gift(degree: int | None, reason: str, lit: Iterable[ThingId] = ()) -> Gift:
    """Say how much is given, why, and what to light up."""
    return Gift(degree, reason, frozenset(lit))


_SHARES = (0.0, 0.15, 0.3, 0.5)
"""Past so many of these shares of its functions a post is as much about learning."""


def on_site(ask: Questions, post_id: ThingId) -> list[ThingId]:
    """List the schools that a post leads on the spot."""
    return [one for one in ask.schools_of(post_id) if any(lead.post == post_id for lead in ask.on_site(one))]


def _teaching(ask: Questions, post_id: ThingId) -> Gift:
    if Allocation(ask).begun:
        owned = owned_by(ask, post_id)
        learning = [key for key in owned if FUNCTIONS[key].area is Area.LEARNING]
        share = len(learning) / len(owned) if owned else 0.0
        degree = sum(share > step for step in _SHARES)
        counts = f"{wording.number(len(learning))} of {wording.counted(len(owned), 'function')}"
        return gift(degree, f"{counts} allocated to the post {_are(len(learning))} about learning", [post_id])
    above = executives_above(ask, post_id)
    if on_site(ask, post_id) and above:
        return gift(3, f"assumed: {wording.name(ask, above[0])} is above and can take other work", above[:1])
    if on_site(ask, post_id):
        return gift(2, "assumed: whoever leads a school without an executive above has all else to do as well")
    return _assumed(ask, post_id, {"ceo": 0, "deputy_headteacher": 3, "assistant_headteacher": 3}, executive=1)


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


_STRATEGY = ("f02", "f04", "f05")


def _strategy(ask: Questions, post_id: ThingId) -> Gift:
    if Allocation(ask).begun:
        owned = [key for key in _STRATEGY if key in owned_by(ask, post_id)]
        labels = wording.listed(f"“{FUNCTIONS[key].label}”" for key in owned)
        reason = f"{labels} allocated to the post" if owned else "none of it is allocated to the post"
        return gift((0, 2, 3, 4)[len(owned)], reason, [post_id])
    above = executives_above(ask, post_id)
    if on_site(ask, post_id) and above:
        return gift(1, f"assumed: {wording.name(ask, above[0])} leads on it", above[:1])
    if on_site(ask, post_id):
        return gift(3, "assumed: no executive above leads on it")
    return _assumed(ask, post_id, {"deputy_headteacher": 1, "assistant_headteacher": 1}, executive=4)


def _assumed(ask: Questions, post_id: ThingId, roles: Mapping[str, int], *, executive: int) -> Gift:
    role = ask.model.posts[post_id].role
    degree = roles.get(role, executive if role in EXECUTIVES else None)
    title = article(wording.title(ask, post_id))
    return gift(degree, f"assumed of {title}" if degree is not None else f"nothing tells it of {title}")


def _accountability(ask: Questions, post_id: ThingId) -> Gift:
    schools = [one for one in ask.answers_for(post_id) if post_id in ask.ultimate(one)]
    if ask.model.posts[post_id].accounting_officer:
        return gift(4, "the post is the accounting officer of its trust", [post_id])
    if schools:
        names = wording.labels(ask, schools)
        return gift(3 if len(schools) == 1 else 4, f"the post is accountable for {names}", [post_id, *schools])
    others = {one for school_id in own_schools(ask, post_id) for one in ask.ultimate(school_id)}
    if others:
        who = wording.names(ask, ask.sorted(others))
        return gift(int(bool(on_site(ask, post_id))), f"{who} {_are(len(others))} accountable", others)
    return gift(0, "the post is accountable for no school", [post_id])


def _support(ask: Questions, post_id: ThingId) -> Gift:
    links, above = links_of(ask, post_id), executives_above(ask, post_id)
    lines = wording.counted(len(links), "line") if links else "no line"
    reason = f"{lines} of support or peer support"
    if above:
        reason += f", and {wording.name(ask, above[0])} above"
    return gift(min(4, len(links) + bool(above)), reason, [*links, *above[:1]])


def _public_face(ask: Questions, post_id: ThingId) -> Gift:
    faces = {drawn.line.source: drawn.id for school_id in own_schools(ask, post_id) for drawn in ask.faces(school_id)}
    if post_id in faces:
        return gift(4, "the post is drawn as the public face", [post_id, faces[post_id]])
    if "f06" in owned_by(ask, post_id):
        return gift(4, f"“{FUNCTIONS['f06'].label}” is allocated to the post", [post_id])
    if faces:
        return gift(0, f"{wording.names(ask, ask.sorted(faces))} {_are(len(faces))} the public face", faces)
    if on_site(ask, post_id):
        return gift(None, "nobody is drawn as the public face")
    return gift(0, "the post leads no school on the spot")


GIFTS: Mapping[str, Callable[[Questions, ThingId], Gift]] = MappingProxyType(
    {
        "teaching": _teaching,
        "strategy": _strategy,
        "accountability": _accountability,
        "support": _support,
        "public_face": _public_face,
    }
)
"""What is given of each wish."""


def farthest(ask: Questions, post_id: ThingId) -> tuple[float | None, Gift]:
    """Return the longest way between two schools of a post in minutes, None while none is known, with the reason."""
    schools = own_schools(ask, post_id)
    if len(schools) < 2:
        return 0.0, gift(None, "the post is at one school" if schools else "the post has no school", schools)
    ways = [way for pair in combinations(schools, 2) if (way := journeys.journey(ask, *pair))]
    if not ways:
        return None, gift(None, "no journey between its schools is known", schools)
    far = max(ways, key=lambda way: way.minutes)
    return far.minutes, gift(None, f"{wording.labels(ask, [far.one, far.other])} are {far}", [far.one, far.other])
