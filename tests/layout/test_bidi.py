"""The direction of each character: what the reference implementation in Rust finds, and numbers that stay numbers."""

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from modelbuilder.layout.bidi import from_right, levels, reordered

LETTERS = "abאבجسخ12٣٤ .,-+()[]%/:'\t!"


def shown(text: str) -> str:
    """Return the characters of a line from left to right."""
    return "".join(character for _, character in reordered(list(zip(levels(text), text, strict=True))))


@given(st.text(LETTERS, max_size=14))
def test_lines_are_ordered_as_the_standard_says(text: str) -> None:
    assert shown(text) == get_display(text, base_dir="R" if from_right(text) else "L")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Headteacher 12", "Headteacher 12"),
        ("אב 12", "12 בא"),
        ("אבג (HT) 7", "7 )HT( גבא"),  # the brackets are turned when they are drawn
        ("Head: אב (1)", "Head: )1( בא"),
        ("א, the head of two schools", "א, the head of two schools"),
    ],
)
def test_names_with_numbers_and_brackets(text: str, wanted: str) -> None:
    assert shown(text) == wanted


def test_a_line_runs_as_most_of_its_letters_do() -> None:
    assert from_right("سارة (CEO)")
    assert not from_right("سارة leads")
    assert not from_right("12 – 14")
    assert not from_right("")
