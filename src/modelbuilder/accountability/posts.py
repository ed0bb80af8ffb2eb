"""Questions about posts and their holders: what rank a post has, whether it is a job, and who holds several."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from modelbuilder.accountability.governance import Governance
from modelbuilder.accountability.parts import Parts
from modelbuilder.accountability.remembering import gathered, remembered
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.roles import JOBS, ROLES


@dataclass(frozen=True, eq=False)
class Posts(Governance):
    """The posts of one model, and the people in them."""

    @remembered
    def rank(self, thing_id: ThingId) -> int | None:
        """Return a post's place in the hierarchy, 1 for a CEO; None for what has none."""
        post = self.model.posts.get(thing_id)
        return ROLES[post.role].rank if post else None

    @gathered()
    def _by_role(self) -> Iterator[tuple[str, ThingId]]:
        for post_id, post in self.each(self.model.posts):
            yield post.role, post_id

    def in_roles(self, roles: Iterable[str]) -> list[ThingId]:
        """List the posts of some roles."""
        return self.sorted(post_id for role in roles for post_id in self._by_role.get(role, ()))

    def posts_held(self, person_id: ThingId) -> list[ThingId]:
        """List the posts that a person holds in this model."""
        return self._held.get(person_id, [])

    @gathered(by=lambda ask, post_id: ask.key(post_id))
    def _held(self) -> Iterator[tuple[ThingId, ThingId]]:
        for post_id, post in self.each(self.model.posts):
            if post.person is not None:
                yield post.person, post_id

    @cached_property
    def parts(self) -> Parts:
        """What is joined to what."""
        return Parts(self.model, self._held)

    def jobs(self, sitter: ThingId) -> list[ThingId]:
        """List the paid posts of a person, or of a post that sits somewhere while nobody is named."""
        posts = self.model.posts
        held = [sitter] if sitter in posts else self.posts_held(sitter)
        return [post_id for post_id in held if posts[post_id].role in JOBS]

    @cached_property
    def shared_by_one_person(self) -> list[tuple[ThingId, list[ThingId]]]:
        """The people who hold more than one post, with their posts."""
        return [(person_id, posts) for person_id, posts in self._held.items() if len(posts) > 1]

    @gathered()
    def _deputies(self) -> Iterator[tuple[ThingId, ThingId]]:
        for post_id in self._by_role.get("deputy_headteacher", ()):
            at = self.model.posts[post_id].at
            if at is not None:
                yield at, post_id

    def deputies(self, place_id: ThingId) -> list[ThingId]:
        """List the deputies who stand in a school or group, in no order."""
        return self._deputies.get(place_id, [])
