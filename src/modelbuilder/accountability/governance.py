"""Questions about who governs: which bodies, and which schools."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from modelbuilder.accountability.lines import Drawn
from modelbuilder.accountability.reading import Reading
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

    @cached_property
    def _by_kind(self) -> dict[str, list[ThingId]]:
        found: dict[str, list[ThingId]] = {}
        for body_id, body in self.model.bodies.items():
            found.setdefault(body.kind, []).append(body_id)
        return {kind: self.sorted(rows) for kind, rows in found.items()}

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

    @cached_property
    def maintained_boards(self) -> list[ThingId]:
        """The governing bodies that govern no academy."""
        return [
            body_id
            for body_id in self.bodies_of_kind("governing_body")
            if not any(self.places.category(school_id) == "academy" for school_id in self.governed_by(body_id))
        ]
