"""Faces: frozen values of everything that a card or box shows, so that equal faces share their marks."""

from typing import NamedTuple

from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import ancestors, fact, person_name, post_title
from modelbuilder.document.records import Body, Document, Model, Note, Post
from modelbuilder.drawing import style
from modelbuilder.drawing.links import Links, words_on_card
from modelbuilder.layout import text
from modelbuilder.layout.boxes import GROUP_HEADER, GROUP_MINIMUM, SCHOOL_HEADER, SCHOOL_MINIMUM, Frame
from modelbuilder.layout.text import Weight
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.notes import TOPICS
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.vocabulary.schools import PHASES, TYPES
from modelbuilder.vocabulary.tiers import Tier

_NAME_ROOM, _WIDEST_NAME = 300.0, 440.0
"""How wide a school's name is on one line at most, and how wide any line of it."""

NOTE_HEAD = 22.0
"""How high the topic of a note is."""


class Face(NamedTuple):
    """What one thing shows. `kind` is card, school, group or note; `quiet` dims the second line.

    The title of a school has two lines when its name is long; a note has a colour, and its topic is its title.
    """

    kind: str
    icon: str
    tier: Tier
    title: str
    second: str = ""
    quiet: bool = False
    alert: bool = False
    small: tuple[str, ...] = ()
    w: float = style.CARD_WIDTH
    h: float = style.CARD_HEIGHT
    colour: str = ""

    def frame(self) -> Frame:
        """Return the size that the thing needs, and the header of a box."""
        headers = {"school": SCHOOL_HEADER + self.further_lines() * style.SCHOOL_LINE, "group": GROUP_HEADER}
        name = 60 + self.header_width() if self.kind in headers else 0.0
        return Frame(self.w, self.h, headers.get(self.kind), name)

    def further_lines(self) -> int:
        """Return how many lines a title has beyond the first."""
        return self.title.count("\n")

    def header_width(self) -> float:
        """Return the width of the words at the head of a box."""
        if self.kind == "school":
            names = map(_name_width, self.title.split("\n"))
            return max(*names, text.width(self.second, style.SMALL_SIZE))
        return text.width(self.title, style.GROUP_SIZE, Weight.BOLD) + text.width(self.second, style.PERSON_SIZE) + 22


def face(document: Document, model: Model, links: Links, thing_id: ThingId) -> Face:
    """Return the face of a thing of the model."""
    if post := model.posts.get(thing_id):
        return _post_face(document, model, links, thing_id, post)
    if body := model.bodies.get(thing_id):
        return _body_face(document, model, links, thing_id, body)
    if thing_id in model.placements:
        return _school_face(document, model, thing_id)
    if group := model.groups.get(thing_id):
        return _group_face(model, thing_id, group.name, group.kind)
    if thing_id in model.figures:
        return _card("person", Tier.OUTSIDE, document.people[thing_id].name or "Person", "", ())
    return _note_face(model.stickies[thing_id])


def _card(
    icon: str,
    tier: Tier,
    title: str,
    second: str,
    small: tuple[str, ...],
    *,
    quiet: bool = False,
    alert: bool = False,
) -> Face:
    """Return a card wide enough for its words, in steps, so that siblings match."""
    room = style.CARD_WIDEST - style.PANEL - style.TEXT_LEFT - style.TEXT_RIGHT
    title, second = title.replace("\n", " "), second.replace("\n", " ")
    title = text.elide(title, style.ROLE_SIZE, Weight.SEMIBOLD, room)
    second = text.elide(second, style.PERSON_SIZE, Weight.REGULAR, room)
    first = max(
        text.width(title, style.ROLE_SIZE, Weight.SEMIBOLD), text.width(second, style.PERSON_SIZE, Weight.REGULAR)
    )
    lines = _small_lines(small, room)
    widest = max([first, *(text.width(line, style.SMALL_SIZE) for line in lines)])
    w = style.CARD_WIDTH
    while w < widest + style.PANEL + style.TEXT_LEFT + style.TEXT_RIGHT - 0.01:
        w += style.CARD_STEP
    h = style.CARD_HEIGHT + style.NOTE_LINE * max(0, len(lines) - 1)
    return Face("card", icon, tier, title, second, quiet, alert, tuple(lines), w, h)


def _small_lines(words: tuple[str, ...], room: float) -> list[str]:
    """Set short phrases on one line when they fit, else on two; what does not fit is left to the inspector."""
    if not words:
        return []
    whole = " · ".join(words)
    narrow = style.CARD_WIDTH + style.CARD_STEP - style.PANEL - style.TEXT_LEFT - style.TEXT_RIGHT
    if text.width(whole, style.SMALL_SIZE) <= narrow:
        return [whole]
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} · {word}"
        if text.width(longer, style.SMALL_SIZE) <= (narrow if len(lines) == 1 else room):
            lines[-1] = longer
        elif len(lines) == 1:
            lines.append(word)
    return [text.elide(line, style.SMALL_SIZE, Weight.REGULAR, room) for line in lines]


def _post_face(document: Document, model: Model, links: Links, thing_id: ThingId, post: Post) -> Face:
    role = ROLES[post.role]
    name = person_name(document, post)
    small: list[str] = []
    if post.accounting_officer:
        small.append("accounting officer")
    if post.status == "acting" and "acting" not in post_title(post).lower():
        small.append("acting")
    if post.new:
        small.append("new post")
    small += words_on_card(model, links, thing_id)
    if post.home is not None and post.home != post.at and post.home in document.schools:
        small.append(f"based at {document.schools[post.home].name}")
    if post.status == "vacant" and not name:
        return _card(role.key, role.tier, post_title(post), "Vacant", tuple(small), alert=True)
    if not name and post.person in document.people:  # held, and the name is withheld
        return _card(role.key, role.tier, post_title(post), "", tuple(small))
    if not name:
        return _card(role.key, role.tier, post_title(post), "No name yet", tuple(small), quiet=True)
    return _card(role.key, role.tier, post_title(post), name, tuple(small), alert=post.status == "vacant")


def _body_face(document: Document, model: Model, links: Links, thing_id: ThingId, body: Body) -> Face:
    kind = BODIES[body.kind]
    chair = ""
    for line_id in (*links.at.get(thing_id, ()), *links.said.get(thing_id, ())):
        line = model.lines[line_id]
        if line.kind == "sits_on" and line.target == thing_id and "chair" in line.capacity:
            post = model.posts.get(line.source)
            person = document.people.get(post.person if post and post.person else line.source)
            chair = f"Chair: {person.name}" if person and person.name else ""
    small: list[str] = []
    if body.seats is not None:
        what = {"trust_board": "trustee", "members": "member", "committee": "member"}.get(body.kind, "governor")
        small.append(_counted(body.seats, what))
    if body.parents:
        small.append(_counted(body.parents, "parent"))
    if body.employees and body.kind in ("trust_board", "members"):
        small.append(_counted(body.employees, "employee"))
    small += words_on_card(model, links, thing_id)
    title = body.label or kind.label
    second = chair
    if not second and body.label and body.label != kind.label:
        second = kind.label
    if not second and small:
        second, small = small[0], small[1:]
    return _card(kind.key, kind.tier, title, second, tuple(small))


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _school_face(document: Document, model: Model, school_id: ThingId) -> Face:
    school = document.schools[school_id]
    facts = [PHASES.get(school.phase, "")]
    kind = str(fact(document, model, school_id, "type") or "")
    category = str(fact(document, model, school_id, "category") or "")
    if fact(document, model, school_id, "sponsored"):
        facts.append("sponsored")
    elif model.placements[school_id].group is None:
        facts.append(TYPES.get(kind, category if category != "other" else ""))
    pupils = fact(document, model, school_id, "pupils")
    if pupils is not None:
        facts.append(f"{pupils:,} pupils" if pupils != 1 else "1 pupil")
    words = " · ".join(part for part in facts if part)
    icon = "children_centre" if kind == "children_centre" else "school"
    lines = _name_lines(school.name)
    needed = max(map(_name_width, lines))
    needed = max(needed, text.width(words, style.SMALL_SIZE, Weight.REGULAR))
    w = max(SCHOOL_MINIMUM[0], needed + 80)
    h = SCHOOL_MINIMUM[1] + (len(lines) - 1) * style.SCHOOL_LINE
    return Face("school", icon, Tier.SCHOOL, "\n".join(lines), words, w=w, h=h)


def _name_lines(name: str) -> list[str]:
    """Set a long name on two lines of about the same width."""
    words = name.split()
    lines: tuple[str, ...] = (name,)
    if len(words) > 1 and _name_width(name) > _NAME_ROOM:
        breaks = ((" ".join(words[:count]), " ".join(words[count:])) for count in range(1, len(words)))
        lines = min(breaks, key=lambda pair: max(map(_name_width, pair)))
    return [text.elide(line, style.SCHOOL_SIZE, Weight.BOLD, _WIDEST_NAME) for line in lines]


def _name_width(words: str) -> float:
    return text.width(words, style.SCHOOL_SIZE, Weight.BOLD)


def _group_face(model: Model, group_id: ThingId, name: str, kind_key: str) -> Face:
    kind = GROUPS[kind_key]
    count = sum(group_id in ancestors(model, school_id) for school_id in model.placements)
    words = kind.words
    if count:
        words += f" · {count} {'school' if count == 1 else 'schools'}"
    needed = text.width(name, style.GROUP_SIZE, Weight.BOLD) + text.width(words, style.PERSON_SIZE) + 130
    w = max(GROUP_MINIMUM[0], min(needed, 900))
    room = w - 130 - text.width(words, style.PERSON_SIZE)
    title = text.elide(name, style.GROUP_SIZE, Weight.BOLD, max(room, 120))
    return Face("group", kind.key, kind.tier, title, words, w=w, h=GROUP_MINIMUM[1])


def _note_face(note: Note) -> Face:
    lines = text.wrap(note.text or "A note", style.PERSON_SIZE, Weight.REGULAR, 208, most=10)
    title = TOPICS.get(note.topic, "")
    high = max(80, 32 + 22 * len(lines) + (NOTE_HEAD if title else 0))
    return Face(
        "note", "", Tier.OUTSIDE, title, small=tuple(lines), quiet=not note.text, w=240, h=high, colour=note.colour
    )
