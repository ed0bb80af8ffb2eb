"""Lines: each kind can be told from every other without colour, and ends where its cards begin."""

from itertools import combinations

import pytest

from modelbuilder.drawing import style
from modelbuilder.drawing.connectors import connector_marks, rounded
from modelbuilder.drawing.marks import Box, Mark, Path, Text
from modelbuilder.drawing.names import is_named, quick_name
from modelbuilder.layout.rect import Point
from modelbuilder.vocabulary.lines import LINES

SHORT = (Point(0, 200), Point(0, 100))
LONG = (Point(0, 0), Point(900, 0))
KINDS = [*((kind, True) for kind in LINES), ("accountable_to", False)]


def without_colour(mark: Mark) -> Mark:
    """Return a mark in black, filled or not as before."""
    if isinstance(mark, Text):
        return mark._replace(colour="black")
    if isinstance(mark, Path | Box):
        paper = mark.fill == style.PAPER
        fill = "white" if paper else "black" if mark.fill else ""
        white = mark.stroke == style.PAPER
        return mark._replace(fill=fill, stroke="white" if white else "black" if mark.stroke else "")
    return mark


def named_marks(kind: str, primary: bool, points: tuple[Point, ...]) -> tuple[Mark, ...]:
    """Return the marks of a line that stands alone, with its name."""
    return connector_marks(kind, primary, points, quick_name(kind, points) if is_named(kind) else None)


@pytest.mark.parametrize("points", [SHORT, LONG], ids=["short", "long"])
def test_no_two_kinds_look_alike_without_colour(points: tuple[Point, ...]) -> None:
    looks = {
        (kind, primary): tuple(without_colour(mark) for mark in named_marks(kind, primary, points))
        for kind, primary in KINDS
    }
    alike = [(one, other) for one, other in combinations(looks, 2) if looks[one] == looks[other]]
    assert alike == []


@pytest.mark.parametrize(("kind", "primary"), KINDS)
def test_a_sample_for_the_legend_leaves_the_words_to_its_label(kind: str, primary: bool) -> None:
    marks = connector_marks(kind, primary, (Point(0, 16), Point(52, 16)))
    assert marks
    assert not any(isinstance(mark, Text) for mark in marks)


@pytest.mark.parametrize("kind", LINES)
def test_a_line_says_its_name_where_there_is_room_unless_it_is_plain(kind: str) -> None:
    texts = [mark.text for mark in named_marks(kind, True, LONG) if isinstance(mark, Text)]
    assert texts == ([] if kind in ("accountable_to", "governs") else [LINES[kind].label])


def test_the_triangle_of_accountability_points_at_the_upper_end() -> None:
    *_, tip = connector_marks("accountable_to", True, SHORT)
    assert isinstance(tip, Path)
    assert tip.fill == style.INK
    assert tip.commands[0] == ("M", (0, 100))


def test_the_diamond_of_governs_stands_at_the_body() -> None:
    *_, tip = connector_marks("governs", True, SHORT)
    assert isinstance(tip, Path)
    assert tip.commands[0] == ("M", (0, 200))
    assert len(tip.commands) == 5


def test_corners_are_rounded_by_ten_or_by_half_of_a_short_run() -> None:
    path = rounded((Point(0, 0), Point(100, 0), Point(100, 6), Point(200, 6)), 10)
    assert [op for op, _ in path] == ["M", "L", "C", "L", "C", "L"]
    assert path[1] == ("L", (97, 0))
    assert path[2][1][-2:] == (100, 3)
    wide = rounded((Point(0, 0), Point(100, 0), Point(100, 100)), 10)
    assert wide[1] == ("L", (90, 0))
    assert wide[2][1][-2:] == (100, 10)
