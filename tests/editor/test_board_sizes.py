"""Sizes for boards: buttons as high as a fingertip, letters that the back row can read."""

import pytest

from modelbuilder.editor.board_sizes import BOARD_SIZES, DESK, FINGERTIP, text_for

HALL, CLASSROOM = BOARD_SIZES["hall"], BOARD_SIZES["classroom"]


def test_text_is_at_least_as_large_as_the_board_wants_and_never_smaller_than_chosen() -> None:
    assert text_for(100, DESK, 3.8) == 100
    assert text_for(100, CLASSROOM, 1.0) == CLASSROOM.text < text_for(100, HALL, 1.0)
    assert text_for(150, CLASSROOM, 1.0) == 150


@pytest.mark.parametrize(("millimetre", "wide"), [(1.0, "86 inches"), (3.8, "a screen"), (6.6, "a laptop")])
def test_a_button_is_as_high_as_a_fingertip_on_any_screen(millimetre: float, wide: str) -> None:
    for board in (CLASSROOM, HALL):
        assert 36 * text_for(100, board, millimetre) / 100 >= FINGERTIP * millimetre, wide


def test_a_screen_that_says_nonsense_of_itself_does_not_fill_it_with_one_button() -> None:
    assert text_for(100, HALL, 27.0) == 200


def test_the_farther_the_back_row_the_larger_its_letters() -> None:
    sizes = [board.letters(1080) for board in BOARD_SIZES.values()]
    assert sizes == sorted(sizes) and sizes[-1] == pytest.approx(30.25, abs=0.1)
    assert sizes[0] < 15, "what a card says is read at a desk at 100 %"
