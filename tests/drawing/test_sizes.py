"""Sizes: slides of every shape are laid out for it, with words as large on each."""

import pytest
from slides_of import FILES, case_study, painted, painted_in_diagram

from modelbuilder.document.errors import InputError
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.marks import Text
from modelbuilder.drawing.sizes import SIZES, Size, pixels
from modelbuilder.layout.rect import Rect

SHAPES = {**SIZES, "square": Size(1080, 1080), "upright": Size(1080, 1920), "long": Size(4320, 1080)}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", FILES)
def test_everything_stands_within_a_slide_of_any_shape(name: str, shape: str) -> None:
    size = SHAPES[shape]
    for slide in slides(case_study(name), size=size):
        whole = Rect(0, 0, size.w, size.h)
        assert all(whole.grown(0.01).covers(spot.rect) for spot in painted(slide))
        title = max((mark for mark in slide.frame if isinstance(mark, Text)), key=lambda mark: mark.size)
        assert title.size == 38
        words = [mark.y for mark in slide.frame if isinstance(mark, Text)]
        lowest = max(spot.rect.bottom for spot in painted_in_diagram(slide))
        assert title.y < min(spot.rect.y for spot in painted_in_diagram(slide))
        assert lowest < min(y for y in words if y > size.h / 2), "the legend stands below the diagram"


def test_the_shorter_side_is_always_as_long() -> None:
    assert {min(size.w, size.h) for size in SIZES.values()} == {1080}
    assert [round(size.w / size.inch, 2) for size in SIZES.values()] == [13.33, 10, 11.69, 16.54]


def test_pixels_say_their_shape_themselves() -> None:
    assert pixels("1200x900", None) == (Size(1440, 1080), 1200, 900, 120)
    assert pixels("16:9", 72)[1:] == (960, 540, 72)
    for words in ("99x99", "1000x100", "12", "a5", "0x0", "20000x20000"):
        with pytest.raises(InputError):
            pixels(words, None)
