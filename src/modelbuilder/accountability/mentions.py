"""How a narration names things: in full the first time, and shorter where it is clear what is meant."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from modelbuilder.accountability import wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import handle_of, label_of, person_name
from modelbuilder.vocabulary.bodies import BODIES


class Namesakes(NamedTuple):
    """How often what nobody holds is called the same in a model, and how many bodies of each kind there are."""

    names: Counter[str]
    kinds: Counter[str]


def namesakes(ask: Questions) -> Namesakes:
    """Count the names of a model; for many things that are told each alone, once is enough."""
    document, posts = ask.document, ask.model.posts
    unnamed = [*ask.model.bodies, *(one for one, post in posts.items() if not person_name(document, post))]
    kinds = Counter(body.kind for body in ask.model.bodies.values())
    return Namesakes(Counter(wording.name(ask, one) for one in unnamed), kinds)


class Mentions:
    """The names of the things of one model, while they are being told; `here` is the school that is told of."""

    def __init__(self, ask: Questions, known: Namesakes | None = None) -> None:
        self.ask = ask
        self.here: ThingId | None = None
        self.told: set[ThingId] = set()
        self.alike, self.kinds = known or namesakes(ask)

    def holder(self, thing_id: ThingId) -> str:
        post = self.ask.model.posts.get(thing_id)
        return person_name(self.ask.document, post) if post else ""

    def name(self, thing_id: ThingId) -> str:
        """Name a thing, without the place where it is that place of which is told, or where no other is meant."""
        ask = self.ask
        self.told.add(thing_id)
        if thing_id == self.here:
            return "the school"
        words = wording.name(ask, thing_id)
        alike = f" ({handle_of(ask.document, ask.model, thing_id)})" if self.alike[words] > 1 else ""
        if self.here is not None:
            place = label_of(ask.document, ask.model, self.here)
            words = words.removesuffix(f" of {place}").removesuffix(f" at {place}")
        return words + alike

    def short(self, thing_id: ThingId) -> str:
        """Name a thing that may have been named before: a board without its place where it is the only of its kind."""
        body, known = self.ask.model.bodies.get(thing_id), thing_id in self.told
        if body and known and not body.label and self.kinds[body.kind] == 1 and not BODIES[body.kind].outside:
            return f"the {BODIES[body.kind].label.lower()}"
        name = self.name(thing_id)
        if not known and (holder := self.holder(thing_id)):
            return f"{holder} ({wording.title(self.ask, thing_id)})"
        return name

    def subject(self, thing_id: ThingId) -> str:
        """Name a thing at the beginning of a sentence, with the title of a post between commas."""
        name, holder = self.name(thing_id), self.holder(thing_id)
        return f"{holder}, {wording.title(self.ask, thing_id)}," if holder else wording.upper_first(name)

    def subjects(self, thing_ids: Sequence[ThingId]) -> str:
        """Name several posts at the beginning of a sentence, with their titles in brackets."""
        if len(thing_ids) == 1:
            return self.subject(thing_ids[0])
        rows = [(self.name(one), self.holder(one), one) for one in thing_ids]
        words = (f"{holder} ({wording.title(self.ask, one)})" if holder else name for name, holder, one in rows)
        return wording.upper_first(wording.listed(words, most=len(rows)))

    def objects(self, thing_ids: Iterable[ThingId], source: ThingId | None = None) -> str:
        """List things as objects of a source; all schools of the model, or of a group, are counted instead."""
        ask, things = self.ask, list(dict.fromkeys(thing_ids))
        if len(things) == 1 and source is not None and self.of_its_own(source, things[0]):
            self.told.update(things)
            return self.its(things[0])
        if len(things) > 1 and set(things) == ask.model.placements.keys():
            return self.all_of(len(things))
        for group_id in ask.sorted(ask.model.groups) if len(things) > 1 else ():
            if set(things) == set(ask.places.members(group_id)):
                return f"{self.all_of(len(things))} of {self.short(group_id)}"
        if len(things) > 1 and (together := self.bodies(things)):
            return together
        return wording.listed((self.short(one) for one in things), most=len(things))

    def of_its_own(self, body_id: ThingId, place_id: ThingId) -> bool:
        """Tell whether a body is named after a place: “the governing body of Wrenbeck Primary”."""
        place = label_of(self.ask.document, self.ask.model, place_id)
        places = self.ask.model.placements.keys() | self.ask.model.groups.keys()
        named = body_id in self.ask.model.bodies and wording.name(self.ask, body_id).endswith(f" of {place}")
        return named and place_id in places

    def its(self, place_id: ThingId) -> str:
        """Name a place whose name is in the subject: “the school”, “its three schools”."""
        if place_id in self.ask.model.placements:
            return "the school"
        count = len(self.ask.places.members(place_id))
        return f"its {wording.number(count)} schools" if count > 1 else "its only school" if count else "it"

    @staticmethod
    def all_of(count: int) -> str:
        return f"{'both' if count == 2 else f'all {wording.number(count)}'} schools"

    def bodies(self, things: Sequence[ThingId]) -> str:
        """Name bodies of one kind together: “the local governing bodies of Merrivane High and Hexley Vale Primary”."""
        ask = self.ask
        kinds = {body.kind for one in things if (body := ask.model.bodies.get(one)) and not body.label}
        if len(kinds) != 1 or any(one not in ask.model.bodies or ask.model.bodies[one].label for one in things):
            return ""
        label = BODIES[kinds.pop()].label.lower()
        places = [wording.name(ask, one).removeprefix(f"the {label} of ") for one in things]
        if any(place.startswith("the ") for place in places) or any(
            self.alike[wording.name(ask, one)] > 1 for one in things
        ):
            return ""
        plural = f"{label[:-1]}ies" if label.endswith("y") else f"{label}s"
        self.told.update(things)
        if set(places) == {label_of(ask.document, ask.model, one) for one in ask.model.placements}:
            return f"the {plural} of {self.all_of(len(places))}"
        return f"the {plural} of {wording.listed(places, most=len(places))}"
