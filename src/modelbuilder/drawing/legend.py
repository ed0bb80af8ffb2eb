"""The legend: exactly the line types, roles and bodies that a page shows, in rows that fit."""

from collections.abc import Iterable, Sequence
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

_ROW, _PAD = 32.0, 11.0
_CHIP = 24.0
_BETWEEN = 28.0
_SIZE = 14.0
SAMPLE = (Point(0, 16), Point(52, 16))
"""The run of a line that is shown as a sample."""


class Entry(NamedTuple):
    """One line of the legend: what is shown and what it is called, with the width it takes.

    `line` is the type that a sample shows, and whether it is primary; it runs along the middle of the row.
    """

    label: str
    marks: tuple[Mark, ...]
    w: float
    line: tuple[str, bool] | None = None


class Placed(NamedTuple):
    """An entry of the legend with the corner of its row."""

    entry: Entry
    x: float
    y: float


class Legend(NamedTuple):
    """A strip with the entries in rows that fit."""

    rect: Rect
    entries: tuple[Placed, ...]

    def marks(self) -> list[Mark]:
        """Return everything that is to be painted."""
        strip = [Box(self.rect, 14, fill=style.QUIET)] if self.entries else []
        return [*strip, *(moved(mark, x, y) for entry, x, y in self.entries for mark in entry.marks)]


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
            entries.append(_line_entry(label, kind.key, primary or alike))
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


def _each_once(rows: Iterable[list[Entry]]) -> list[Entry]:
    """Join entries of several pages, each once: a line with its tag says what one without does."""
    found: dict[object, Entry] = {}
    for entry in (entry for row in rows for entry in row):
        key = entry.line or entry.label
        if key not in found or len(entry.label) > len(found[key].label):
            found[key] = entry
    return list(found.values())


def _chip(key: str, tier: Tier) -> tuple[Mark, ...]:
    box = Box(Rect(0, 16 - _CHIP / 2, _CHIP, _CHIP), 6, fill=style.TIERS[tier])
    return box, Icon(key, 3.5, 16 - 8.5, 17, style.PAPER)


def _line_entry(label: str, kind_key: str, primary: bool) -> Entry:
    marks = connector_marks(kind_key, primary, SAMPLE)
    return _entry(label, marks, SAMPLE[-1].x)._replace(line=(kind_key, primary))


def _entry(label: str, marks: tuple[Mark, ...], w: float) -> Entry:
    words = Text(w + 10, 21, label, _SIZE, Weight.REGULAR, style.INK)
    return Entry(label, (*marks, words), w + 10 + text.width(label, _SIZE))


def legend(page: Page, left: float, w: float, bottom: float) -> Legend:
    """Lay out the legend of a page in a strip of a width that ends at `bottom`; its height is 0 when it is empty."""
    return legend_of([page], left, w, bottom)


def legend_of(pages: Sequence[Page], left: float, w: float, bottom: float) -> Legend:
    """Lay out one legend of all that is to be seen on several pages."""
    rows: list[list[Entry]] = []
    lines, cards = (_each_once(kinds) for kinds in (map(line_entries, pages), map(card_entries, pages)))
    total = sum(entry.w + _BETWEEN for entry in (*lines, *cards))
    for entries in (lines, cards) if total < 2 * (w - 56) else ([*lines, *cards],):
        x = w
        for entry in entries:
            if x + entry.w > w - 56:
                rows.append([])
                x = 0.0
            rows[-1].append(entry)
            x += entry.w + _BETWEEN
    height = 2 * _PAD + _ROW * len(rows) if rows else 0.0
    rect = Rect(left, bottom - height, w, height)
    placed: list[Placed] = []
    for index, row in enumerate(rows):
        x = left + 28.0
        for entry in row:
            placed.append(Placed(entry, x, rect.y + _PAD + _ROW * index))
            x += entry.w + _BETWEEN
    return Legend(rect, tuple(placed))
