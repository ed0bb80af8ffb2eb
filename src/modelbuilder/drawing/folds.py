"""Folded schools and groups: the name, a count of what stands inside, and the initials of who is there."""

from collections.abc import Iterator

from modelbuilder.document.edits import inside
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import label_of, person_name
from modelbuilder.document.records import Document, Model
from modelbuilder.drawing import style
from modelbuilder.drawing.faces import Face
from modelbuilder.drawing.marks import Box, Icon, Mark, Text
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.vocabulary.tiers import Tier

_CHIP, _CHIP_STEP, _MOST = 30.0, 35.0, 6
_PILE = 6.0
_LEFT, _RIGHT = 50.0, 22.0
_H = 118.0
_COUNTS = (("placements", "school"), ("posts", "post"), ("bodies", "body"), ("figures", "person"))
_SEVERAL = {"body": "bodies", "person": "people"}
_LOWEST = 99


def folded_face(document: Document, model: Model, box_id: ThingId) -> Face:
    """Return the face of a folded box, of the model with all that stands in it."""
    contents = inside(model, [box_id]) - {box_id}
    group = model.groups.get(box_id)
    kind = GROUPS[group.kind] if group else None
    icon, tier = (kind.key, kind.tier) if kind else ("school", Tier.SCHOOL)
    counts = []
    for table, noun in _COUNTS:
        number = len(contents & getattr(model, table).keys())
        if number:
            counts.append(f"{number} {noun if number == 1 else _SEVERAL.get(noun, f'{noun}s')}")
    words = " · ".join(counts) or "nothing inside"
    initials = list(dict.fromkeys(_initials(document, model, contents)))
    shown = tuple(initials if len(initials) <= _MOST else [*initials[: _MOST - 1], f"+{len(initials) - _MOST + 1}"])
    room = style.CARD_WIDEST - _LEFT - _RIGHT
    title = text.elide(label_of(document, model, box_id).replace("\n", " "), style.SCHOOL_SIZE, Weight.BOLD, room)
    needed = max(
        text.width(title, style.SCHOOL_SIZE, Weight.BOLD),
        text.width(words, style.SMALL_SIZE),
        (len(shown) - 1) * _CHIP_STEP + _CHIP,
    )
    w = style.CARD_WIDTH
    while w < needed + _LEFT + _RIGHT:
        w += style.CARD_STEP
    return Face("folded", icon, tier, title, words, quiet=kind is not None, small=shown, w=w, h=_H)


def folded_marks(face: Face) -> Iterator[Mark]:
    """Yield the marks of a folded box: a pile of two, so that one sees that more is inside."""
    colour, group = style.TIERS[face.tier], face.quiet
    fill, edge = (style.TINTS[face.tier], colour) if group else (style.PAPER, style.HAIRLINE)
    w, h = face.w - _PILE, face.h - _PILE
    for shift in (_PILE, 0.0):
        yield Box(Rect(shift, shift, w, h), style.SCHOOL_RADIUS, fill=style.PAPER)
        yield Box(Rect(shift, shift, w, h), style.SCHOOL_RADIUS, fill=fill, stroke=edge, weight=1.8)
    yield Icon(face.icon, 15, 14, 26, colour)
    yield Text(_LEFT, 33, face.title, style.SCHOOL_SIZE, Weight.BOLD, colour if group else style.INK)
    yield Text(_LEFT, 52, face.second, style.SMALL_SIZE, Weight.REGULAR, style.SECOND)
    for index, words in enumerate(face.small):
        x, y = _LEFT + index * _CHIP_STEP, 66.0
        counted = words.startswith("+")
        chip = Box(Rect(x, y, _CHIP, _CHIP), _CHIP / 2, fill=style.QUIET if counted else colour)
        yield chip._replace(stroke=style.HAIRLINE, weight=1) if counted else chip
        ink = style.SECOND if counted else style.PAPER
        yield Text(x + _CHIP / 2, y + _CHIP / 2 + 4.5, words, style.SMALL_SIZE, Weight.SEMIBOLD, ink, "middle")


def _initials(document: Document, model: Model, contents: set[ThingId]) -> Iterator[str]:
    """Yield the initials of everybody inside, those of the highest rank first."""
    posts = sorted(contents & model.posts.keys(), key=lambda one: (ROLES[model.posts[one].role].rank or _LOWEST, one))
    names = [person_name(document, model.posts[one]) for one in posts]
    names += [document.people[one].name for one in sorted(contents & model.figures.keys())]
    for name in names:
        words = name.replace("-", " ").split()
        if words:
            yield (words[0][:1] + (words[-1][:1] if len(words) > 1 else "")).upper()
