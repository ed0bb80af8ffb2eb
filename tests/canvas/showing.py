"""A canvas that is shown and follows what is done on it."""

from pytestqt.qtbot import QtBot

from modelbuilder.canvas.canvas import Canvas
from play import Play


def show_canvas(qtbot: QtBot, play: Play, zoom: float, middle: tuple[float, float]) -> Canvas:
    """Show the page of a play at a zoom, with a point of the page in the middle."""
    canvas = Canvas(play.desk, play.hands)
    qtbot.addWidget(canvas)
    canvas.resize(760, 700)  # within the offscreen screen, beyond which no finger reaches
    with qtbot.waitExposed(canvas):
        canvas.show()
    play.session.observers.append(canvas.refresh)
    play.desk.looked = canvas.refresh_overlay
    canvas.refresh()
    canvas.zoom_to(zoom)
    canvas.centerOn(*middle)
    return canvas
