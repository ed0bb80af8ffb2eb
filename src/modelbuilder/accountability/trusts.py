"""Questions about academy trusts: their boards, their posts and their accounting officers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from modelbuilder.accountability.ladder import Ladder
from modelbuilder.accountability.lines import Lines
from modelbuilder.accountability.places import Places
from modelbuilder.accountability.remembering import Asked, gathered, remembered
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Model
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.roles import HEADS, JOBS

_TIES = {"leads": 0, "accountable_for": 1, "employs": 2}
_LEADING = HEADS | {"ceo", "cfo"}


@dataclass(frozen=True, eq=False)
class Trusts(Asked):
    """The trusts of one model and what belongs to each."""

    model: Model
    lines: Lines
    places: Places
    ladder: Ladder
    key: Callable[[ThingId], Any]

    @cached_property
    def all(self) -> tuple[ThingId, ...]:
        """The trusts of the model."""
        groups = self.model.groups
        return tuple(sorted((group_id for group_id in groups if GROUPS[groups[group_id].kind].trust), key=self.key))

    @remembered
    def _of_body(self, body_id: ThingId) -> tuple[ThingId, ...]:
        """List the trusts that a body stands in, is part of or governs."""
        at = self.model.bodies[body_id].at
        drawn = (*self.lines.out("governs", body_id), *self.lines.out("part_of", body_id))
        places = [*([at] if at else []), *(line.target for _, line in drawn)]
        return tuple(sorted({trust for place in places for trust in self.places.trusts(place)}, key=self.key))

    @gathered()
    def _boards(self) -> Iterator[tuple[ThingId, ThingId]]:
        for body_id, body in self.each(self.model.bodies):
            if body.kind == "trust_board":
                for trust_id in self._of_body(body_id):
                    yield trust_id, body_id

    def boards(self, trust_id: ThingId) -> tuple[ThingId, ...]:
        """List the boards of trustees of a trust."""
        return tuple(self._boards.get(trust_id, ()))

    def of_body(self, body_id: ThingId) -> tuple[ThingId, ...]:
        """List the trusts that a body belongs to; members belong to the trust whose board they are joined to."""
        found = self._of_body(body_id)
        if found:
            return found
        joined = {line.source for _, line in self.lines.into("accountable_to", body_id)}
        joined |= {line.target for _, line in self.lines.out("appoints", body_id)}
        found = tuple(trust_id for trust_id in self.all if joined.intersection(self.boards(trust_id)))
        return found or (self.all if len(self.all) == 1 else ())

    @gathered(by=lambda trusts, row: row[0])
    def _drawn(self) -> Iterator[tuple[ThingId, tuple[int, ThingId]]]:
        """The places of each post that are drawn: those that it leads, those that it answers for, and its employers."""
        standing = self.lines.standing
        for _, line in self.each(self.model.lines):
            if line.kind in _TIES and line.source in standing and line.target in standing:
                post_id, place = (line.target, line.source) if line.kind == "employs" else (line.source, line.target)
                yield post_id, (_TIES[line.kind], place)

    @gathered()
    def _posts(self) -> Iterator[tuple[tuple[ThingId, str], ThingId]]:
        """The posts of each trust, the jobs among them, and those that lead it or one of its schools."""
        for post_id, post in self.each(self.model.posts):
            for trust_id in self.of_post(post_id):
                yield (trust_id, ""), post_id
                if post.role in JOBS:
                    yield (trust_id, "jobs"), post_id
                if post.accounting_officer or post.role in _LEADING:
                    yield (trust_id, "leading"), post_id

    def of_post(self, post_id: ThingId) -> tuple[ThingId, ...]:
        """List the trusts of a post: where it stands, leads or is employed, or else whom it answers to."""
        post = self.model.posts[post_id]
        drawn = self._drawn.get(post_id, ())
        if post.at and not (drawn or post.home):
            return self.places.trusts(post.at)
        places = [place for place in (post.at, post.home) if place] + [place for _, place in drawn]
        found = dict.fromkeys(trust for place in places for trust in self.places.trusts(place))
        if not found and not places and self._boards:
            reached = self.ladder.reach(post_id).keys()
            found = dict.fromkeys(t for t, boards in self._boards.items() if reached & set(boards))
        return tuple(found)

    def posts(self, trust_id: ThingId) -> tuple[ThingId, ...]:
        """List the posts of a trust: where they stand, lead or are employed, or else whom they answer to."""
        return tuple(self._posts.get((trust_id, ""), ()))

    def leading(self, trust_id: ThingId) -> tuple[ThingId, ...]:
        """List the accounting officers, the chief and finance officers and the heads of a trust."""
        return tuple(self._posts.get((trust_id, "leading"), ()))

    def employed(self, trust_id: ThingId) -> frozenset[ThingId]:
        """Collect the posts of a trust that are jobs in it, and whatever the trust is drawn to employ."""
        jobs = set(self._posts.get((trust_id, "jobs"), ()))
        employers = (trust_id, *self.places.members(trust_id), *self.boards(trust_id))
        return frozenset(jobs.union(line.target for e in employers for _, line in self.lines.out("employs", e)))

    def accounting_officers(self, trust_id: ThingId) -> tuple[ThingId, ...]:
        """List the posts of a trust that are marked as accounting officer."""
        posts = self.model.posts
        return tuple(post_id for post_id in self.leading(trust_id) if posts[post_id].accounting_officer)

    def senior_executives(self, trust_id: ThingId) -> tuple[ThingId, ...]:
        """List the chief executives of a trust; where a single-academy trust has none, its heads."""
        posts = self.model.posts
        highest = self.leading(trust_id)
        chiefs = tuple(post_id for post_id in highest if posts[post_id].role == "ceo")
        if chiefs or self.model.groups[trust_id].kind != "single_academy_trust":
            return chiefs
        return tuple(post_id for post_id in highest if posts[post_id].role in HEADS)
