"""Esc at any moment of any tool leaves everything exactly as it was."""

import inspect
from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

import pytest

from modelbuilder.document import pages
from modelbuilder.document.lookup import handle_of
from modelbuilder.editor import tools
from modelbuilder.editor.events import Hit
from modelbuilder.editor.modes import ERASER, Means, Mode
from modelbuilder.editor.tools.tool import Overlay
from modelbuilder.editor.view import View
from play import Play, Spot, federation

Begin = Callable[[Play], None]
WALK: list[Spot] = ["SENCO", (-300, -300), "EHT", "Ash", (480, 700), "DHT", (1200, 1200), "LA", (2000, -800)]


def _line_end(play: Play) -> None:
    line = next(one for one in play.model.lines if handle_of(play.document, play.model, one).startswith("DHT"))
    play.press("mouse", "HoS", Hit("end", line, "target"))


def _meaning(means: Means) -> Begin:
    """Come down while hands mean something else for that moment."""

    def begin(play: Play) -> None:
        before, play.hands.means = play.hands.means, means
        play.press("mouse", (900, 1100))
        play.hands.means = before

    return begin


BEGINNINGS: dict[str, Begin] = {
    "Band": lambda play: play.press("mouse", (2500, 1800)),
    "Carry": lambda play: play.press("mouse", "DHT"),
    "Connect": lambda play: play.press("mouse", "HoS", Hit("handle", play.id("HoS"), "top")),
    "Draw": _meaning(Means(Mode.DRAW)),
    "Erase": _meaning(Means(Mode.DRAW, ERASER)),
    "Light": _meaning(Means(Mode.POINT)),
    "Place": lambda play: play.take_up("mouse", "headteacher"),
    "Reconnect": _line_end,
    "Stretch": lambda play: play.press("mouse", (380, 860), Hit("corner", play.id("Ash"))),
}
"""How each tool is begun; a new tool needs a line here."""


def _tools() -> list[str]:
    found = []
    for module in iter_modules(tools.__path__, f"{tools.__name__}."):
        for name, one in inspect.getmembers(import_module(module.name), inspect.isclass):
            if one.__module__ == module.name and not getattr(one, "_is_protocol", False) and one is not Overlay:
                found.append(name)
    return sorted(found)


def _assert_untouched(play: Play, view: View) -> None:
    assert play.session.trial is play.document
    assert play.document is play.start
    assert play.desk.view == view
    assert play.hands.overlays() == []
    assert play.steps() == []
    assert not play.session.held()
    assert not play.hands.busy


def test_every_tool_of_the_folder_is_tried() -> None:
    assert _tools() == sorted(BEGINNINGS)


@pytest.mark.parametrize("moment", range(len(WALK) + 1))
@pytest.mark.parametrize("tool", _tools())
def test_escape_leaves_no_trace(tool: str, moment: int) -> None:
    play = Play(federation())
    view = View(play.desk.model_id, frozenset({play.id("EHT"), play.id("LA")}), frozenset({play.id("GB")}))
    play.desk.look(view)
    BEGINNINGS[tool](play)
    (begun,) = play.hands._tools.values()
    assert type(begun).__name__ == tool
    for spot in WALK[:moment]:
        play.move("mouse", spot)
    assert play.escape()
    _assert_untouched(play, view)
    play.move("mouse", (900, 900))
    play.release("mouse", (900, 900))
    _assert_untouched(play, view)
    assert not play.escape()


@pytest.mark.parametrize("tool", _tools())
def test_escape_drops_the_newest_only_and_a_cancelled_device_only_its_own(tool: str) -> None:
    play = Play(federation())
    play.press("finger", "SENCO")
    play.move("finger", play.by("SENCO", 800, 400))
    before = play.session.trial
    BEGINNINGS[tool](play)
    play.move("mouse", (2000, 100))
    play.escape()
    assert play.session.trial == before
    BEGINNINGS[tool](play)
    play.move("mouse", (2000, 100))
    assert play.cancel("mouse")
    assert play.session.trial == before
    assert play.cancel("finger")
    assert play.session.trial is play.start


@pytest.mark.parametrize("tool", _tools())
def test_a_new_press_of_the_same_pointer_ends_what_it_did(tool: str) -> None:
    play = Play(federation())
    BEGINNINGS[tool](play)
    play.move("mouse", "Beech")
    play.press("mouse", (3000, 3000))
    play.release("mouse", (3000, 3000))
    assert play.document is play.start
    assert play.session.trial is play.start


@pytest.mark.parametrize("tool", _tools())
def test_turning_the_page_ends_what_was_begun_on_it(tool: str) -> None:
    play = Play(federation())
    first = play.desk.model_id
    play.session.do("Copy", first, lambda before: pages.duplicate_model(before, first))
    before = play.document
    BEGINNINGS[tool](play)
    play.move("mouse", "Beech")
    play.desk.turn_to(next(one for one in before.order if one != first))
    play.desk.select(play.id("LA"))
    view = play.desk.view
    play.move("mouse", "EHT")
    play.release("mouse", "EHT")
    assert play.document is before
    assert play.session.trial is before
    assert play.desk.view == view
    assert not play.offered
