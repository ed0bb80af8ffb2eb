"""The dots on things are shown where the things are, and move with them."""

from pytestqt.qtbot import QtBot

from modelbuilder.canvas.canvas import Canvas
from modelbuilder.editor import opining
from play import Play, federation


def test_each_thing_that_has_dots_has_a_chip_that_goes_with_it(qtbot: QtBot) -> None:
    play = Play(federation())
    canvas = Canvas(play.desk, play.hands)
    qtbot.addWidget(canvas)
    play.session.observers.append(canvas.refresh)
    canvas.refresh()
    chips = canvas._dots._chips
    assert not chips
    card, line = play.id("SENCO"), next(one for one in play.model.lines if one in play.page().routes)
    opining.vote(play.desk, card)
    opining.vote(play.desk, card)
    opining.vote(play.desk, line)
    chips = canvas._dots._chips
    assert {one: count for one, (_, count) in chips.items()} == {card: 2, line: 1}
    before = chips[card][0]
    play.press("finger", "SENCO")
    play.move("finger", play.by("SENCO", 200, 100))
    moved = canvas._dots._chips[card][0]
    assert (moved.x - before.x, moved.y - before.y) == (200, 100)
    play.cancel("finger")
    opining.clear_votes(play.desk)
    assert not canvas._dots._chips
