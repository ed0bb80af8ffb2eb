"""Questions about who governs: which bodies, and which schools."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from modelbuilder.accountability.lines import Drawn
from modelbuilder.accountability.reading import Reading
from modelbuilder.accountability.remembering import gathered, remembered
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.bodies import BOARDS, GOVERNING_BODIES


@dataclass(frozen=True, eq=False)
class Governance(Reading):
    """Who governs whom in one model."""

    @cached_property
    def all_boards(self) -> list[ThingId]:
        """All bodies of the model at which a line may end."""
        return self.sorted(body_id for body_id, body in self.model.bodies.items() if body.kind in BOARDS)

    @cached_property
    def proper_boards(self) -> list[ThingId]:
        """All boards but the governing bodies that an academy in a multi-academy trust cannot have (R50)."""
        return [
            body_id
            for body_id in self.all_boards
            if self.model.bodies[body_id].kind != "governing_body"
            or not any(self.places.of_kind(school_id, "multi_academy_trust") for school_id in self.governed_by(body_id))
        ]

    def bodies_of_kind(self, kind: str) -> list[ThingId]:
        """List the bodies of a kind."""
        return self._by_kind.get(kind, [])

    @gathered(by=lambda ask, body_id: ask.key(body_id))
    def _by_kind(self) -> Iterator[tuple[str, ThingId]]:
        for body_id, body in self.each(self.model.bodies):
            yield body.kind, body_id

    @cached_property
    def _local_tiers(self) -> dict[ThingId, list[ThingId]]:
        found: dict[ThingId, list[ThingId]] = {}
        for body_id in self.bodies_of_kind("local_governing_body"):
            for trust_id in self.trusts.of_body(body_id):
                found.setdefault(trust_id, []).append(body_id)
        return found

    def local_tier(self, trust_id: ThingId) -> list[ThingId]:
        """List the local governing bodies of a trust."""
        return self._local_tiers.get(trust_id, [])

    @remembered
    def governing(self, school_id: ThingId) -> list[Drawn]:
        """List the lines `governs` that mean a school."""
        return [drawn for drawn in self.meaning("governs", school_id) if drawn.line.source in self.model.bodies]

    def boards(self, school_id: ThingId, kinds: Collection[str] = ()) -> tuple[ThingId, ...]:
        """List the bodies that govern the school, or those of some kinds among them."""
        found, bodies = self._boards(school_id), self.model.bodies
        return tuple(body_id for body_id in found if bodies[body_id].kind in kinds) if kinds else found

    @remembered
    def _boards(self, school_id: ThingId) -> tuple[ThingId, ...]:
        return tuple(dict.fromkeys(drawn.line.source for drawn in self.governing(school_id)))

    def governing_bodies(self, school_id: ThingId) -> tuple[ThingId, ...]:
        """List the governing bodies, and interim executive boards, that govern the school."""
        return self.boards(school_id, GOVERNING_BODIES)

    def boards_of_group(self, group_id: ThingId, kinds: Collection[str] = BOARDS) -> tuple[ThingId, ...]:
        """List the boards that govern any school of a group."""
        rows = (self.boards(school_id, kinds) for school_id in self.places.members(group_id))
        return tuple(dict.fromkeys(body_id for row in rows for body_id in row))

    @gathered(by=lambda ask, school_id: ask.key(school_id))
    def _governed(self) -> Iterator[tuple[ThingId, ThingId]]:
        for school_id, _ in self.each(self.model.placements):
            for body_id in self.boards(school_id):
                yield body_id, school_id

    def governed_by(self, body_id: ThingId) -> tuple[ThingId, ...]:
        """List the schools that a body governs."""
        return tuple(self._governed.get(body_id, ()))

    @cached_property
    def maintained_boards(self) -> list[ThingId]:
        """The governing bodies that govern no academy."""
        return [
            body_id
            for body_id in self.bodies_of_kind("governing_body")
            if not any(self.places.category(school_id) == "academy" for school_id in self.governed_by(body_id))
        ]
