"""Icons: each can be read, stays on its square, and each role, body and group has one."""

import pytest
from slides_of import extent

from modelbuilder.drawing.icons import GRID, circle, icon, icon_keys
from modelbuilder.drawing.marks import Path
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.roles import ROLES

LENGTHS = {"M": 2, "L": 2, "C": 6, "Z": 0}


@pytest.mark.parametrize("key", icon_keys())
def test_an_icon_is_plain_lines_and_curves_within_its_square(key: str) -> None:
    pieces = icon(key)
    assert pieces
    for piece in pieces:
        assert piece.commands[0][0] == "M"
        assert all(len(values) == LENGTHS[op] for op, values in piece.commands)
        rect = extent(Path(piece.commands))
        assert rect.x >= 0
        assert rect.y >= 0
        assert rect.right <= GRID
        assert rect.bottom <= GRID


def test_no_two_icons_are_alike() -> None:
    assert len({icon(key) for key in icon_keys()}) == len(icon_keys()) > 60


def test_every_role_body_and_group_has_its_icon() -> None:
    assert {*ROLES, *BODIES, *GROUPS, "person", "school"} <= set(icon_keys())


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no_such_icon")


def test_a_circle_is_round() -> None:
    rect = extent(Path(circle(5, 6, 3)))
    assert tuple(rect) == pytest.approx((2, 3, 6, 6))
