"""Questions about posts and their holders: what rank a post has, whether it is a job, and who holds several."""

from dataclasses import dataclass
from functools import cached_property

from modelbuilder.accountability.governance import Governance
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.roles import JOBS, ROLES


@dataclass(frozen=True, eq=False)
class Posts(Governance):
    """The posts of one model, and the people in them."""

    def rank(self, thing_id: ThingId) -> int | None:
        """Return a post's place in the hierarchy, 1 for a CEO; None for what has none."""
        return self._ranks.get(thing_id)

    @cached_property
    def _ranks(self) -> dict[ThingId, int | None]:
        return {post_id: ROLES[post.role].rank for post_id, post in self.model.posts.items()}

    def posts_held(self, person_id: ThingId) -> list[ThingId]:
        """List the posts that a person holds in this model."""
        return self._held.get(person_id, [])

    @cached_property
    def _held(self) -> dict[ThingId, list[ThingId]]:
        held: dict[ThingId, list[ThingId]] = {}
        for post_id, post in self.model.posts.items():
            if post.person is not None:
                held.setdefault(post.person, []).append(post_id)
        return {person_id: self.sorted(posts) for person_id, posts in held.items()}

    def jobs(self, sitter: ThingId) -> list[ThingId]:
        """List the paid posts of a person, or of a post that sits somewhere while nobody is named."""
        posts = self.model.posts
        held = [sitter] if sitter in posts else self.posts_held(sitter)
        return [post_id for post_id in held if posts[post_id].role in JOBS]

    @cached_property
    def shared_by_one_person(self) -> list[tuple[ThingId, list[ThingId]]]:
        """The people who hold more than one post, with their posts."""
        return [(person_id, posts) for person_id, posts in self._held.items() if len(posts) > 1]

    @cached_property
    def _deputies(self) -> dict[ThingId, list[ThingId]]:
        found: dict[ThingId, list[ThingId]] = {}
        for post_id, post in self.model.posts.items():
            if post.role == "deputy_headteacher" and post.at is not None:
                found.setdefault(post.at, []).append(post_id)
        return found

    def deputies(self, place_id: ThingId) -> list[ThingId]:
        """List the deputies who stand in a school or group, in no order."""
        return self._deputies.get(place_id, [])
