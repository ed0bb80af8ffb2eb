"""What a press means where things are small: the middle of a card carries it, and what is not seen is not hit."""

import pytest

from modelbuilder.editor.hits import hit
from play import Play, federation


@pytest.mark.parametrize("zoom", [0.2, 0.3, 0.5, 1.0])
@pytest.mark.parametrize("touch", [False, True])
def test_the_middle_of_a_selected_card_carries_it_at_any_zoom(zoom: float, touch: bool) -> None:
    play = Play(federation())
    play.desk.select(play.id("EHT"))
    rect = play.rect("EHT")
    found = hit(play.page(), play.desk.view, rect.cx, rect.cy, zoom, touch=touch)
    assert (found.part, found.thing_id) == ("thing", play.id("EHT"))
    edge = hit(play.page(), play.desk.view, rect.cx, rect.y, zoom, touch=touch)
    assert (edge.part, edge.name) == ("handle", "top")


def test_a_school_that_is_painted_over_what_stands_in_it_is_hit_and_not_that() -> None:
    play = Play(federation())
    rect = play.rect("HoS")
    for zoom, thing in ((0.5, "HoS"), (0.15, "Ash")):
        assert hit(play.page(), play.desk.view, rect.cx, rect.cy, zoom).thing_id == play.id(thing)
