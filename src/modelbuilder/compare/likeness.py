"""What makes two things in two models alike: school, role and name, from the surest sign to the weakest."""

import re
import unicodedata
from collections.abc import Hashable, Mapping
from functools import lru_cache
from types import MappingProxyType

from modelbuilder.compare.pairing import Likeness, Side
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Body, Group, Note, Person, Post, School
from modelbuilder.vocabulary.bodies import BODIES


@lru_cache(maxsize=4096)
def plain(words: str) -> str:
    """Return words without case, punctuation and spare spaces: two ways of writing one name."""
    folded = re.sub("['’.]", "", unicodedata.normalize("NFKC", words).casefold())
    return " ".join(re.findall(r"\w+", folded)) or folded.strip()


def _urn(_side: Side, _school_id: ThingId, school: School) -> Hashable:
    return school.urn


def _called(_side: Side, _thing_id: ThingId, row: School | Person) -> Hashable:
    return plain(row.name) or None


def _group_called(_side: Side, _group_id: ThingId, group: Group) -> Hashable:
    return plain(group.name) or None


def _members(side: Side, group_id: ThingId, group: Group) -> Hashable:
    members = side.all_turned(side.ask.places.members(group_id))
    return (group.kind, members) if members else None


def place_of_post(side: Side, post_id: ThingId, post: Post) -> Hashable:
    """Return where a post is: where it stands, or else the schools that it leads."""
    if post.at is not None:
        return side.turn(post.at)
    return side.all_turned(side.ask.schools_of(post_id)) or None


def _post_exactly(side: Side, post_id: ThingId, post: Post) -> Hashable:
    place, person = place_of_post(side, post_id, post), side.turned(post.person)
    return (post.role, post.label, place, person) if place or person else None


def _post_of_holder(side: Side, post_id: ThingId, post: Post) -> Hashable:
    place, person = place_of_post(side, post_id, post), side.turned(post.person)
    return (post.role, place, person) if person and place else None


def _post_at(side: Side, post_id: ThingId, post: Post) -> Hashable:
    place = place_of_post(side, post_id, post)
    return (post.role, place) if place else None


def _role_of_holder(side: Side, _post_id: ThingId, post: Post) -> Hashable:
    person = side.turned(post.person)
    return (post.role, person) if person else None


def _holder_at(side: Side, post_id: ThingId, post: Post) -> Hashable:
    place, person = place_of_post(side, post_id, post), side.turned(post.person)
    return (place, person) if place and person else None


def _holder(side: Side, _post_id: ThingId, post: Post) -> Hashable:
    return side.turned(post.person)


def places_of_body(side: Side, body_id: ThingId, body: Body) -> frozenset[ThingId]:
    """Return what a body belongs to: where it stands, its trust, and what it governs."""
    governed = [line.target for _, line in side.ask.lines.out("governs", body_id)]
    trusts = side.ask.trusts.of_body(body_id) if body.kind in ("trust_board", "members") else ()
    return side.all_turned([*([body.at] if body.at else []), *governed, *trusts])


def _body_exactly(side: Side, body_id: ThingId, body: Body) -> Hashable:
    places = places_of_body(side, body_id, body)
    return (body.kind, plain(body.label), places) if places else None


def _body_of(side: Side, body_id: ThingId, body: Body) -> Hashable:
    places = places_of_body(side, body_id, body)
    return (body.kind, places) if places else None


def _body_called(_side: Side, _body_id: ThingId, body: Body) -> Hashable:
    return (body.kind, plain(body.label)) if body.label else None


def _outside(_side: Side, _body_id: ThingId, body: Body) -> Hashable:
    return (body.kind, plain(body.label)) if BODIES[body.kind].outside else None


def _words(_side: Side, _note_id: ThingId, note: Note) -> Hashable:
    return plain(note.text) or None


SIGNS: Mapping[str, tuple[Likeness, ...]] = MappingProxyType(
    {
        "schools": (_urn, _called),
        "people": (_called,),
        "groups": (_group_called, _members),
        "posts": (_post_exactly, _post_of_holder, _post_at, _role_of_holder, _holder_at, _holder),
        "bodies": (_body_exactly, _body_of, _body_called, _outside),
        "stickies": (_words,),
    }
)
"""How the things of each table are known again, the surest sign first."""

IN_ORDER = frozenset({_urn, _called, _post_exactly, _post_of_holder, _body_exactly, _words})
"""Signs by which several that are alike are paired in order; by the others only one that is alone on either side."""


def agree(table: str, one: Side, other: Side, thing_id: ThingId) -> bool:
    """Tell whether two rows of one id in two documents are the same thing, and have not met by chance."""
    ours, theirs = one.rows(table)[thing_id], other.rows(table)[thing_id]
    if table == "stickies":
        return plain(ours.text) == plain(theirs.text)
    if table in ("schools", "people", "groups"):
        if ours.name == theirs.name:
            return True
        named_after = {plain(ours.name), plain(theirs.name)}
        return len(named_after) == 1 or plain(ours.handle) in named_after
    if table == "bodies":
        places = places_of_body(one, thing_id, ours) & places_of_body(other, thing_id, theirs)
        return ours.kind == theirs.kind and (bool(places) or _outside(one, thing_id, ours) is not None)
    signs = ((ours.role, theirs.role), *_where_and_who(one, other, thing_id))
    return sum(1 for here, there in signs if here is not None and here == there) > 1


def may_be_one(table: str, one: Side, other: Side, thing_id: ThingId) -> bool:
    """Tell whether two rows of one id in two versions of a document do not say that they are two things."""
    ours, theirs = one.rows(table)[thing_id], other.rows(table)[thing_id]
    if table == "schools":
        return None in (ours.urn, theirs.urn) or bool(ours.urn == theirs.urn)
    if table == "bodies":
        return bool(ours.kind == theirs.kind)
    if table != "posts":
        return True
    return any(None in sign or sign[0] == sign[1] for sign in _where_and_who(one, other, thing_id))


def _where_and_who(one: Side, other: Side, post_id: ThingId) -> tuple[tuple[Hashable, Hashable], ...]:
    """Return the place of a post in both models, and its holder in both."""
    ours, theirs = one.rows("posts")[post_id], other.rows("posts")[post_id]
    places = place_of_post(one, post_id, ours), place_of_post(other, post_id, theirs)
    return places, (one.turned(ours.person), other.turned(theirs.person))
