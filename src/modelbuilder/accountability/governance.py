"""Questions about who governs: which bodies, which schools, and who sits on them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from modelbuilder.accountability.lines import Drawn
from modelbuilder.accountability.reading import Reading
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.bodies import BOARDS, GOVERNING_BODIES


class Seat(NamedTuple):
    """A seat on a body: who or what the line comes from, and the person, if one is named."""

    holder: ThingId
    person: ThingId | None
    line_id: ThingId
    capacity: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Governance(Reading):
    """Who governs whom in one model."""

    @cached_property
    def all_boards(self) -> list[ThingId]:
        """All bodies of the model at which a line may end."""
        return self.sorted(body_id for body_id, body in self.model.bodies.items() if body.kind in BOARDS)

    @cached_property
    def governing(self) -> dict[ThingId, list[Drawn]]:
        """The lines `governs` that mean each school."""
        bodies = self.model.bodies
        return {
            school_id: [drawn for drawn in rows if drawn.line.source in bodies]
            for school_id, rows in self.spread("governs").items()
        }

    def boards(self, school_id: ThingId, kinds: Collection[str] = ()) -> tuple[ThingId, ...]:
        """List the bodies that govern the school, or those of some kinds among them."""
        found, bodies = self._boards.get(school_id, ()), self.model.bodies
        return tuple(body_id for body_id in found if bodies[body_id].kind in kinds) if kinds else found

    @cached_property
    def _boards(self) -> dict[ThingId, tuple[ThingId, ...]]:
        return {
            school_id: tuple(dict.fromkeys(drawn.line.source for drawn in rows))
            for school_id, rows in self.governing.items()
        }

    def governing_bodies(self, school_id: ThingId) -> tuple[ThingId, ...]:
        """List the governing bodies, and interim executive boards, that govern the school."""
        return self.boards(school_id, GOVERNING_BODIES)

    def boards_of_group(self, group_id: ThingId, kinds: Collection[str] = BOARDS) -> tuple[ThingId, ...]:
        """List the boards that govern any school of a group."""
        rows = (self.boards(school_id, kinds) for school_id in self.places.members(group_id))
        return tuple(dict.fromkeys(body_id for row in rows for body_id in row))

    @cached_property
    def _governed(self) -> dict[ThingId, list[ThingId]]:
        governed: dict[ThingId, list[ThingId]] = {}
        for school_id in self.model.placements:
            for body_id in self.boards(school_id):
                governed.setdefault(body_id, []).append(school_id)
        return {body_id: self.sorted(schools) for body_id, schools in governed.items()}

    def governed_by(self, body_id: ThingId) -> tuple[ThingId, ...]:
        """List the schools that a body governs."""
        return tuple(self._governed.get(body_id, ()))

    def sits(self, body_id: ThingId) -> Iterator[Seat]:
        """Yield the seats on a body."""
        posts = self.model.posts
        for line_id, line in sorted(self.lines.into("sits_on", body_id), key=lambda row: self.key(row.line.source)):
            post = posts.get(line.source)
            person = post.person if post else line.source
            yield Seat(line.source, person, line_id, line.capacity)
