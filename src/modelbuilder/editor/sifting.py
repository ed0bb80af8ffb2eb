"""A sieve: looking at some types of line, some schools and some people only, while the rest is dimmed or hidden."""

from collections.abc import Iterator
from typing import NamedTuple

from modelbuilder.document.edits import inside
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import ancestors, held_by, label_of
from modelbuilder.document.records import Document, Model
from modelbuilder.vocabulary.lines import LINES


class Sieve(NamedTuple):
    """What is kept: lines of these kinds, and what has to do with these schools, groups and people; empty is all."""

    kinds: frozenset[str] = frozenset()
    places: frozenset[ThingId] = frozenset()
    people: frozenset[ThingId] = frozenset()
    hiding: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything is left out."""
        return bool(self.kinds or self.places or self.people)


OPEN = Sieve()


def left_out(model: Model, sieve: Sieve) -> frozenset[ThingId]:
    """Return the things and lines that a sieve leaves out.

    Of a kind of line it keeps the lines and what they join, of a school or person what stands in it or is held by them
    and what is joined to that by a line of a kind that is kept; and the boxes around.
    """
    if not sieve:
        return frozenset()
    lines = {one: line for one, line in model.lines.items() if not sieve.kinds or line.kind in sieve.kinds}
    core = inside(model, [one for one in sieve.places if one in model.placements or one in model.groups])
    core |= {post_id for post_id, post in model.posts.items() if post.person in sieve.people}
    core |= sieve.people
    core |= {post.person for post_id, post in model.posts.items() if post_id in core and post.person}
    all_of_it = not sieve.places and not sieve.people
    near = {one: line for one, line in lines.items() if all_of_it or line.source in core or line.target in core}
    kept = core | {end for line in near.values() for end in (line.source, line.target)}
    kept |= set(_posts_of(model, kept - core))
    kept |= {box for one in list(kept) for box in ancestors(model, one)}
    things = {one for contents in held_by(model).values() for one in contents}
    return frozenset((things - kept) | (model.lines.keys() - near.keys()))


def described(document: Document, model: Model, sieve: Sieve) -> str:
    """Say what a sieve keeps: “accountable to, governs · Pellowby Primary”."""
    parts = [", ".join(kind.label for kind in LINES.values() if kind.key in sieve.kinds)]
    for rows in (sieve.places, sieve.people):
        parts.append(", ".join(sorted(label_of(document, model, one).replace("\n", " ") for one in rows)))
    return " · ".join(part for part in parts if part)


def _posts_of(model: Model, people: set[ThingId]) -> Iterator[ThingId]:
    """Yield the posts of people, by which their lines are drawn."""
    for post_id, post in model.posts.items():
        if post.person in people:
            yield post_id
