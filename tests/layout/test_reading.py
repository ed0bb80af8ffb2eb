"""Reading: rows row by row, columns from top to bottom, whatever the widths, and deep boxes by where their lines go."""

import pytest

from modelbuilder.document.ids import ThingId
from modelbuilder.layout.reading import Stood, read
from modelbuilder.layout.rect import Rect

WIDTHS = (268, 388, 288, 368, 308, 268, 328)


def stood(rects: dict[str, Rect], *, low: bool = False) -> dict[ThingId, Stood]:
    return {ThingId(name): Stood(rect, rect.bottom, rect.cx, low) for name, rect in rects.items()}


def grid(names: str, across: int, right: float, down: float, *, by_column: bool = False) -> dict[str, Rect]:
    """Set cards of different widths row by row, or column by column, so far apart."""
    rects = {}
    for number, name in enumerate(names):
        row, column = divmod(number, across)
        if by_column:
            row, column = column, row
        rects[name] = Rect(column * (400 + right), row * (84 + down), WIDTHS[number % len(WIDTHS)], 84)
    return rects


@pytest.mark.parametrize("low", [False, True])
def test_what_stands_close_from_left_to_right_is_read_row_by_row(low: bool) -> None:
    names = "hgfedcbai"
    assert read(stood(dict(sorted(grid(names, 4, 10, 160).items())), low=low)) == list(names)


def test_what_stands_close_from_top_to_bottom_is_read_column_by_column() -> None:
    names = "hgfedcbai"
    assert read(stood(dict(sorted(grid(names, 4, 40, 26, by_column=True).items())))) == list(names)


@pytest.mark.parametrize("middles", [False, True])
def test_one_column_is_read_from_top_to_bottom_whatever_the_widths(middles: bool) -> None:
    rects = {}
    for row, (name, w) in enumerate(zip("dbca", WIDTHS[:4], strict=True)):
        rects[name] = Rect(-w / 2 if middles else 0, 110 * row, w, 84)
    assert read(stood(dict(sorted(rects.items())))) == list("dbca")


def test_a_card_that_is_a_little_lower_than_its_row_keeps_its_place() -> None:
    rects = {"a": Rect(700, 0, 268, 84), "b": Rect(0, 0, 268, 84), "c": Rect(350, 60, 268, 84)}
    assert read(stood(rects)) == ["b", "c", "a"]


def test_a_box_on_a_deeper_level_is_read_by_where_its_line_goes_up() -> None:
    card, box = ThingId("card"), ThingId("box")
    siblings = {
        card: Stood(Rect(400, 0, 268, 84), 84, 534),
        box: Stood(Rect(0, 148, 1600, 300), 448, 200, low=True),
    }
    assert read(siblings) == [box, card]
    siblings[box] = siblings[box]._replace(port=900)
    assert read(siblings) == [card, box]


def test_several_rows_of_boxes_come_after_the_cards_as_one() -> None:
    boxes = stood({f"b{n}": Rect(n % 2 * 360, 300 + n // 2 * 214, 320, 150) for n in range(4)}, low=True)
    assert read({**boxes, **stood({"card": Rect(200, 0, 268, 84)})}) == ["card", "b0", "b1", "b2", "b3"]


def test_on_one_level_a_card_above_a_row_of_boxes_comes_first() -> None:
    boxes = stood({"left": Rect(0, 200, 320, 150), "right": Rect(360, 200, 320, 150)}, low=True)
    card = stood({"card": Rect(200, 0, 268, 84)})
    assert read({**boxes, **card}, level=True) == ["card", "left", "right"]
    assert read({**boxes, **card}) == ["left", "card", "right"]
