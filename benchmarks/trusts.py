"""The models that are measured: trusts of four schools, 25 cards each, standing in rows on one page."""

from collections import Counter
from random import Random

from modelbuilder.document import edits, pages
from modelbuilder.document.ids import ThingId, seed_id
from modelbuilder.document.records import (
    Body,
    Document,
    Group,
    Line,
    Model,
    Person,
    Placement,
    Post,
    School,
    table,
)
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.layout.boxes import GAP

CARDS = 25
"""Cards of one trust; its boxes come on top: one for the trust and one for each school."""
_SCHOOLS = 4
_FIRST = ("Amara", "Beatrix", "Callum", "Dai", "Edwin", "Ffion", "Gwen", "Harriet", "Ifor", "Łucja", "Mair", "Siân")
_LAST = ("Achebe", "Bevan", "Czerny", "Delacombe", "Evans", "Farrant", "Hask", "Lonsdale", "Northcott", "Tŷ-Rhys")
_PLACES = ("Ashdown", "Bryn", "Copthorne", "Dunmere", "Elmfield", "Fairlea", "Greenhithe", "Highmoor", "Ivybridge")


class _Maker:
    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.people: dict[ThingId, Person] = {}
        self.schools: dict[ThingId, School] = {}
        self.groups: dict[ThingId, Group] = {}
        self.placements: dict[ThingId, Placement] = {}
        self.posts: dict[ThingId, Post] = {}
        self.bodies: dict[ThingId, Body] = {}
        self.lines: dict[ThingId, Line] = {}

    def trust(self, number: int) -> None:
        """Add one trust: members, board, chief executive, chief financial officer and four schools."""
        place = self.random.choice(_PLACES)
        trust = seed_id("group", f"G{number}")
        self.groups[trust] = Group(handle=f"G{number}", name=f"{place} Trust {number}", kind="multi_academy_trust")
        members = self.body(f"M{number}", "members", trust)
        board = self.body(f"TB{number}", "trust_board", trust, seats=9)
        ceo = self.post(f"CEO{number}", "ceo", trust, accounting_officer=True)
        cfo = self.post(f"CFO{number}", "cfo", trust)
        self.line("accountable_to", board, members)
        self.line("governs", board, trust)
        self.line("accountable_to", ceo, board)
        self.line("accountable_to", cfo, board)
        for index in range(_SCHOOLS):
            self.school(number * _SCHOOLS + index, trust, board, ceo)

    def school(self, number: int, trust: ThingId, board: ThingId, ceo: ThingId) -> None:
        """Add one academy with its committee, its head and three more posts, and in one of four a fourth."""
        school = seed_id("school", f"S{number}")
        name = f"{self.random.choice(_PLACES)} School {number}"
        self.schools[school] = School(handle=f"S{number}", name=name, phase="primary", category="academy")
        self.placements[school] = Placement(group=trust)
        committee = self.body(f"LGB{number}", "local_governing_body", school)
        head = self.post(f"HT{number}", "headteacher", school)
        self.line("leads", head, school, mode="head")
        self.line("accountable_to", committee, board)
        if self.random.random() > 0.02:
            self.line("accountable_to", head, ceo)
        roles = ["deputy_headteacher", "senco", "school_business_manager", "assistant_headteacher"]
        for role in roles[: 4 if number % _SCHOOLS == 0 else 3]:
            self.line("accountable_to", self.post(f"{role}{number}", role, school), head)

    def body(self, handle: str, kind: str, at: ThingId, seats: int | None = None) -> ThingId:
        body_id = seed_id("body", handle)
        self.bodies[body_id] = Body(handle=handle, kind=kind, at=at, seats=seats)
        return body_id

    def post(self, handle: str, role: str, at: ThingId, *, accounting_officer: bool = False) -> ThingId:
        post_id, person_id = seed_id("post", handle), seed_id("person", handle)
        name = f"{self.random.choice(_FIRST)} {self.random.choice(_LAST)}"
        self.people[person_id] = Person(handle=f"P{handle}", name=name)
        self.posts[post_id] = Post(
            handle=handle, role=role, at=at, person=person_id, accounting_officer=accounting_officer
        )
        return post_id

    def line(self, kind: str, source: ThingId, target: ThingId, mode: str = "") -> None:
        line = Line(kind=kind, source=source, target=target, mode=mode)
        self.lines[seed_id("line", f"{kind}\n{source}\n{target}")] = line


def document(cards: int, seed: int = 1) -> Document:
    """Return a document with one model of so many cards, a multiple of 25, without places."""
    maker = _Maker(seed)
    for number in range(cards // CARDS):
        maker.trust(number)
    empty = pages.new_document(f"{cards} cards")
    model = Model(
        label="A",
        title=f"{cards} cards",
        groups=table(maker.groups),
        placements=table(maker.placements),
        posts=table(maker.posts),
        bodies=table(maker.bodies),
        lines=table(maker.lines),
    )
    update = {"people": table(maker.people), "schools": table(maker.schools), "models": table({empty.order[0]: model})}
    return empty.model_copy(update=update)


def placed(cards: int, seed: int = 1) -> Document:
    """Return the same with a place for everything, the trusts in rows that make the page about 8 to 5."""
    found = place_all(document(cards, seed))
    model_id = found.order[0]
    model = found.models[model_id]
    sizes = {one: model.places[one] for one in model.groups}
    width, height = max(box.w for box in sizes.values()) + GAP, max(box.h for box in sizes.values()) + GAP
    columns = max(1, round((len(sizes) * height / width * 1.6) ** 0.5))
    boxes = {
        one: box.model_copy(update={"x": index % columns * width, "y": index // columns * height})
        for index, (one, box) in enumerate(sizes.items())
    }
    return edits.move(found, model_id, boxes)


def busiest(found: Document) -> ThingId:
    """Return the card in the middle of the document that has five lines: a chief executive."""
    model = found.models[found.order[0]]
    leaders = [post_id for post_id, post in model.posts.items() if post.role == "ceo"]
    joined = Counter(end for line in model.lines.values() for end in (line.source, line.target))
    five = [post_id for post_id in leaders if joined[post_id] == 5]
    return five[len(five) // 2]
