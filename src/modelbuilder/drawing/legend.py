"""The legend: exactly the line types, roles and bodies that a page shows, in rows that fit."""

from typing import NamedTuple

from modelbuilder.drawing import style
from modelbuilder.drawing.connectors import connector_marks
from modelbuilder.drawing.marks import Box, Icon, Mark, Text, moved
from modelbuilder.drawing.page import Page
from modelbuilder.layout import text
from modelbuilder.layout.rect import Point, Rect
from modelbuilder.layout.text import Weight
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.lines import LINES
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.vocabulary.tiers import Tier

_ROW = 32.0
_SAMPLE = 52.0
_CHIP = 24.0
_BETWEEN = 28.0
_SIZE = 14.0


class Entry(NamedTuple):
    """One line of the legend: what is shown and what it is called, with the width it takes."""

    label: str
    marks: tuple[Mark, ...]
    w: float


def line_entries(page: Page) -> list[Entry]:
    """Return an entry for each line type that is drawn, in the order of the vocabulary, with the tag if it is shown."""
    shown = {(page.model.lines[one].kind, page.model.lines[one].primary) for one in page.links.drawn}
    tagged = {page.model.lines[line_id].kind for line_id, name in page.names.items() if name.framed}
    entries: list[Entry] = []
    for kind in LINES.values():
        for primary in (True, False):
            alike = kind.key != "accountable_to"
            if (kind.key, primary) not in shown or (alike and not primary and (kind.key, True) in shown):
                continue
            label = kind.label if primary or alike else f"{kind.label} (secondary)"
            label += f" ({kind.tag})" if kind.key in tagged and kind.tag not in kind.label.split() else ""
            ends = (Point(0, 16), Point(_SAMPLE, 16))
            entries.append(_entry(label, connector_marks(kind.key, primary or alike, ends), _SAMPLE))
    return entries


def card_entries(page: Page) -> list[Entry]:
    """Return an entry for each role and body on the page, in the order of the vocabulary."""
    roles = {post.role for post in page.model.posts.values()}
    bodies = {body.kind for body in page.model.bodies.values()}
    shown = [(role.key, role.label, role.tier) for role in ROLES.values() if role.key in roles]
    shown += [(kind.key, kind.label, kind.tier) for kind in BODIES.values() if kind.key in bodies]
    if page.model.figures:
        shown.append(("person", "Person", Tier.OUTSIDE))
    return [_entry(label, _chip(key, tier), _CHIP) for key, label, tier in shown]


def _chip(key: str, tier: Tier) -> tuple[Mark, ...]:
    box = Box(Rect(0, 16 - _CHIP / 2, _CHIP, _CHIP), 6, fill=style.TIERS[tier])
    return box, Icon(key, 3.5, 16 - 8.5, 17, style.PAPER)


def _entry(label: str, marks: tuple[Mark, ...], w: float) -> Entry:
    words = Text(w + 10, 21, label, _SIZE, Weight.REGULAR, style.INK)
    return Entry(label, (*marks, words), w + 10 + text.width(label, _SIZE))


def legend(page: Page, w: float) -> tuple[float, list[Mark]]:
    """Return the height of the legend and its marks, from (0, 0), in a strip of the given width."""
    rows: list[list[Entry]] = []
    lines, cards = line_entries(page), card_entries(page)
    total = sum(entry.w + _BETWEEN for entry in (*lines, *cards))
    for entries in (lines, cards) if total < 2 * (w - 56) else ([*lines, *cards],):
        x = w
        for entry in entries:
            if x + entry.w > w - 56:
                rows.append([])
                x = 0.0
            rows[-1].append(entry)
            x += entry.w + _BETWEEN
    if not rows:
        return 0.0, []
    height = 2 * 11 + _ROW * len(rows)
    marks: list[Mark] = [Box(Rect(0, 0, w, height), 14, fill=style.QUIET)]
    for index, row in enumerate(rows):
        x = 28.0
        for entry in row:
            marks += [moved(mark, x, 11 + _ROW * index) for mark in entry.marks]
            x += entry.w + _BETWEEN
    return height, marks
