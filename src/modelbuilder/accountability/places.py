"""Which groups a school or group belongs to, and which schools a group has."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from modelbuilder.accountability.lines import Lines
from modelbuilder.accountability.remembering import Asked, gathered, remembered
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import category_of
from modelbuilder.document.records import Document, Model
from modelbuilder.vocabulary.groups import GROUPS


@dataclass(frozen=True, eq=False)
class Places(Asked):
    """Membership in one model: by standing in a box, or by a `part of` line, through any number of boxes."""

    document: Document
    model: Model
    lines: Lines
    key: Callable[[ThingId], Any]

    @cached_property
    def parents(self) -> dict[ThingId, list[ThingId]]:
        """The groups that each school or group stands in or is part of directly."""
        model = self.model
        parents: dict[ThingId, list[ThingId]] = {}
        for rows in (model.placements, model.groups):
            for thing_id, record in rows.items():
                if record.group is not None and record.group in model.groups:
                    parents[thing_id] = [record.group]
        for _, line in self.lines.of("part_of"):
            if line.target in model.groups and (line.source in model.placements or line.source in model.groups):
                parents.setdefault(line.source, []).append(line.target)
        for groups in parents.values():
            if len(groups) > 1:
                groups.sort(key=self.key)
        return parents

    @remembered
    def around(self, thing_id: ThingId) -> tuple[ThingId, ...]:
        """List the groups that a school or group belongs to, the nearest first; for a group, not itself."""
        found: dict[ThingId, None] = {}
        pending = list(self.parents.get(thing_id, ()))
        while pending:
            group_id = pending.pop(0)
            if group_id not in found and group_id != thing_id:
                found[group_id] = None
                pending.extend(self.parents.get(group_id, ()))
        return tuple(found)

    @gathered(by=lambda places, school_id: places.key(school_id))
    def _members(self) -> Iterator[tuple[ThingId, ThingId]]:
        for school_id, _ in self.each(self.model.placements):
            for group_id in self.around(school_id):
                yield group_id, school_id

    def members(self, group_id: ThingId) -> tuple[ThingId, ...]:
        """List the schools of a group, those of the groups inside it too."""
        return tuple(self._members.get(group_id, ()))

    def membership(self, school_id: ThingId) -> dict[ThingId, tuple[ThingId, ...]]:
        """Map each group that a school belongs to onto the group's schools."""
        return {group_id: self.members(group_id) for group_id in self.around(school_id)}

    def doors(self, thing_id: ThingId, group_id: ThingId) -> list[ThingId]:
        """List the groups directly around a thing through which it belongs to another group."""
        parents = self.parents.get(thing_id, [])
        return [parent for parent in parents if parent == group_id or group_id in self.around(parent)]

    def schools(self, place_id: ThingId) -> tuple[ThingId, ...]:
        """List the schools that a place means: itself, or each school of the group."""
        return (place_id,) if place_id in self.model.placements else self.members(place_id)

    @remembered
    def of_kind(self, place_id: ThingId, *kinds: str) -> tuple[ThingId, ...]:
        """List the groups of some kinds that a place belongs to, or is."""
        groups = self.model.groups
        around = (place_id, *self.around(place_id))
        return tuple(group_id for group_id in around if group_id in groups and groups[group_id].kind in kinds)

    @remembered
    def trusts(self, place_id: ThingId) -> tuple[ThingId, ...]:
        """List the academy trusts that a place belongs to, or is."""
        return self.of_kind(place_id, *_TRUSTS)

    def federations(self, place_id: ThingId) -> tuple[ThingId, ...]:
        """List the hard federations that a place belongs to, or is."""
        return self.of_kind(place_id, "hard_federation")

    def collaborations(self, place_id: ThingId) -> tuple[ThingId, ...]:
        """List the soft federations that a place belongs to, or is."""
        return self.of_kind(place_id, "soft_federation")

    def binding(self, school_id: ThingId) -> tuple[ThingId, ...]:
        """List the groups that govern the school: hard federations and trusts."""
        return self.of_kind(school_id, *_BINDING)

    @remembered
    def category(self, school_id: ThingId) -> str:
        """Return maintained, academy or other; where it is not said, what the school's group tells of it."""
        said = category_of(self.document, self.model, school_id)
        if said:
            return said
        trusts, federations = self.trusts(school_id), self.federations(school_id)
        if trusts and not federations:
            return "academy"
        return "maintained" if federations and not trusts else ""


_TRUSTS = tuple(kind.key for kind in GROUPS.values() if kind.trust)
_BINDING = tuple(kind.key for kind in GROUPS.values() if kind.binding)
