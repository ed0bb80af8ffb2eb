"""Several models beside each other: who and what is the same in each, and what differs from the first."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.differences import Comparison, compare_models
from modelbuilder.compare.matching import Matching, match
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import label_of
from modelbuilder.document.stories import address, story_of

Said = Mapping[tuple[int, int], Mapping[ThingId, ThingId | None]]
"""What somebody said of two models, by their positions: which thing of the one is which of the other."""

Lit = tuple[frozenset[ThingId], ...]
"""What to light up in each model."""


class Member(NamedTuple):
    """A person, school or body by name, with the cards and boxes that stand for it in each model.

    `absent` is what is said of a model that is without.
    """

    name: str
    lit: Lit
    absent: str = ""


class Several:
    """Matches models with each other as far as it is asked for; what was `said` comes first."""

    def __init__(self, asks: Sequence[Questions], said: Said | None = None) -> None:
        self.asks = tuple(asks)
        self._said = said or {}
        self._known: dict[tuple[int, int], Matching] = {}
        self._compared: dict[int, Comparison] = {}

    def matching(self, one: int, other: int) -> Matching:
        """Return how the things of two models are matched."""
        if one > other:
            return self.matching(other, one).turned()
        if (one, other) not in self._known:
            self._known[one, other] = match(self.asks[one], self.asks[other], self._said.get((one, other), {}))
        return self._known[one, other]

    def comparison(self, other: int) -> Comparison:
        """Compare the first model with another."""
        if other not in self._compared:
            matching = self.matching(0, other)
            self._compared[other] = compare_models(self.asks[0], self.asks[other], matching)
        return self._compared[other]

    def twins(self, other: int) -> Mapping[ThingId, ThingId]:
        """Map the things of a model onto those of the first."""
        if other == 0:
            model = self.asks[0].model
            return {one: one for rows in (model.posts, model.bodies, model.placements, model.groups) for one in rows}
        return self.matching(0, other).back

    def strangers(self, other: int) -> bool:
        """Tell whether a model has less than half of its posts, bodies and schools in common with the first.

        Stages of one story never are.
        """
        first, ask = self.asks[0], self.asks[other]
        stories = [story_of(one.model.label) for one in (first, ask) if address(one.model.label)]
        if first.document is ask.document and len(stories) == 2 and stories[0] == stories[1]:
            return False
        model, twins = ask.model, self.twins(other)
        things = [*model.posts, *model.bodies, *model.placements]
        return 2 * sum(1 for one in things if one in twins) < len(things)

    def kin(self, at: int, thing_id: ThingId) -> Lit:
        """Return what stands for the same person, school or body in each model, as it stands in one of them."""
        person = self._person(at, thing_id)
        return tuple(frozenset(self._kin(at, thing_id, person, other)) for other in range(len(self.asks)))

    def member(self, at: int, thing_id: ThingId) -> Member:
        """Return the same with its name."""
        name = self._name(at, thing_id)
        return Member(name, self.kin(at, thing_id), f"{name} is not in this model")

    def _person(self, at: int, thing_id: ThingId) -> ThingId | None:
        ask = self.asks[at]
        post = ask.model.posts.get(thing_id)
        return post.person if post is not None else thing_id if thing_id in ask.document.people else None

    def _kin(self, at: int, thing_id: ThingId, person: ThingId | None, other: int) -> Iterator[ThingId]:
        turn = self.matching(at, other).there if at != other else None
        one = person if person is not None else thing_id
        there = turn.get(one) if turn is not None else one
        if there is None:
            return
        ask = self.asks[other]
        if person is None:
            model = ask.model
            if any(there in rows for rows in (model.posts, model.bodies, model.placements, model.groups)):
                yield there
            return
        yield from ask.posts_held(there)
        if there in ask.model.figures:
            yield there

    def cast(self) -> list[Member]:
        """List schools and then people, those of the first model first, each once."""
        members: list[Member] = []
        seen: list[set[ThingId]] = [set() for _ in self.asks]
        for what in (self._schools, self._people):
            for at in range(len(self.asks)):
                for thing_id in what(at):
                    member = self.member(at, thing_id)
                    if member.lit[at] and not member.lit[at] <= seen[at]:
                        members.append(member)
                        for known, found in zip(seen, member.lit, strict=True):
                            known.update(found)
        return members

    def _schools(self, at: int) -> list[ThingId]:
        return self.asks[at].sorted(self.asks[at].model.placements)

    def _people(self, at: int) -> list[ThingId]:
        ask = self.asks[at]
        people = {post.person for post in ask.model.posts.values() if post.person} | set(ask.model.figures)
        return sorted(people, key=lambda one: ask.document.people[one].name)

    def _name(self, at: int, thing_id: ThingId) -> str:
        ask = self.asks[at]
        person = self._person(at, thing_id)
        return label_of(ask.document, ask.model, person or thing_id).replace("\n", " ")
