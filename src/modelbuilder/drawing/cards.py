"""Cards, school boxes, group boxes and notes as marks, relative to their own corner."""

from functools import lru_cache

from modelbuilder.drawing import style
from modelbuilder.drawing.faces import NOTE_HEAD, Face
from modelbuilder.drawing.folds import folded_marks
from modelbuilder.drawing.marks import KAPPA, Box, Command, Icon, Mark, Path, Text
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.vocabulary.tiers import Tier


@lru_cache(maxsize=8192)
def marks_of(face: Face, w: float, h: float) -> tuple[Mark, ...]:
    """Return the marks of a face at a size; equal faces share one tuple."""
    if face.kind == "card":
        return tuple(_card(face))
    if face.kind == "school":
        return tuple(_school(face, w, h))
    if face.kind == "folded":
        return tuple(folded_marks(face))
    if face.kind == "group":
        return tuple(_group(face, w, h))
    return tuple(_note(face, w, h))


def panel_path(w: float, h: float, radius: float) -> tuple[Command, ...]:
    """Return the coloured panel of a card: round at the left, straight at the right."""
    k = radius * (1 - KAPPA)
    return (
        ("M", (radius, 0)),
        ("L", (w, 0)),
        ("L", (w, h)),
        ("L", (radius, h)),
        ("C", (k, h, 0, h - k, 0, h - radius)),
        ("L", (0, radius)),
        ("C", (0, k, k, 0, radius, 0)),
        ("Z", ()),
    )


def _card(face: Face) -> list[Mark]:
    colour = style.TIERS[face.tier]
    w, h = face.w, face.h
    left = style.PANEL + style.TEXT_LEFT
    marks: list[Mark] = [
        Box(Rect(0, 0, w, h), style.CARD_RADIUS, fill=style.PAPER, stroke=colour, weight=1.8),
        Path(panel_path(style.PANEL, h, style.CARD_RADIUS), fill=colour),
        Icon(face.icon, (style.PANEL - 34) / 2, (h - 34) / 2, 34, style.PAPER),
    ]
    lines: list[tuple[str, float, Weight, str, float]] = [
        (face.title, style.ROLE_SIZE, Weight.SEMIBOLD, style.INK, 21.0)
    ]
    if face.second:
        colour_of_second = style.MUST_FIX if face.alert else style.SECOND if face.quiet else style.INK
        lines.append((face.second, style.PERSON_SIZE, Weight.REGULAR, colour_of_second, 21.0))
    for line in face.small:
        lines.append((line, style.SMALL_SIZE, Weight.REGULAR, style.SECOND, style.NOTE_LINE + 1))
    height = sum(line[4] for line in lines)
    y = (h - height) / 2 + 16.2
    for index, (words, size, weight, ink, step) in enumerate(lines):
        if index:
            y += step if index > 1 or not face.second else 21.0
        marks.append(Text(left, round(y, 2), words, size, weight, ink))
    return marks


def _school(face: Face, w: float, h: float) -> list[Mark]:
    colour = style.TIERS[Tier.SCHOOL]
    marks: list[Mark] = [
        Box(Rect(0, 0, w, h), style.SCHOOL_RADIUS, fill=style.PAPER, stroke=style.EDGE, weight=1.4),
        Icon(face.icon, 15, 14, 26, colour),
    ]
    for index, line in enumerate(face.title.split("\n")):
        marks.append(Text(50, 34 + index * style.SCHOOL_LINE, line, style.SCHOOL_SIZE, Weight.BOLD, style.INK))
    if face.second:
        marks.append(
            Text(
                50,
                53 + face.further_lines() * style.SCHOOL_LINE,
                face.second,
                style.SMALL_SIZE,
                Weight.REGULAR,
                style.SECOND,
            )
        )
    return marks


def _group(face: Face, w: float, h: float) -> list[Mark]:
    colour = style.TIERS[face.tier]
    after = 58 + text.width(face.title, style.GROUP_SIZE, Weight.BOLD) + 22
    return [
        Box(Rect(0, 0, w, h), style.GROUP_RADIUS, style.TINTS[face.tier], style.EDGES[face.tier], weight=1.4),
        Icon(face.icon, 18, 17, 28, colour),
        Text(58, 38, face.title, style.GROUP_SIZE, Weight.BOLD, colour),
        Text(after, 38, face.second, style.PERSON_SIZE, Weight.REGULAR, style.SECOND),
    ]


def _note(face: Face, w: float, h: float) -> list[Mark]:
    ink = style.SECOND if face.quiet else style.INK
    ground, edge = style.NOTES[face.colour]
    marks: list[Mark] = [Box(Rect(0, 0, w, h), 4, fill=ground, stroke=edge, weight=1)]
    top = NOTE_HEAD if face.title else 0
    if face.title:
        marks.append(Text(16, 26, face.title, style.SMALL_SIZE, Weight.BOLD, style.SECOND))
    for index, line in enumerate(face.small):
        marks.append(Text(16, 30 + top + 22 * index, line, style.PERSON_SIZE, Weight.REGULAR, ink))
    return marks
