"""Model B by single taps and drags of a mouse that is a finger: no key, no second button, no double click."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from keystrokes import LINES, lines_by_name
from modelbuilder.app import make_application
from modelbuilder.windows.theme import dress
from modelbuilder.windows.work import Work
from spots import Spot, Spots
from taps import build

_LEFT, _NO = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


@pytest.fixture(autouse=True)
def usual_again() -> Iterator[None]:
    yield
    dress(make_application())


class Finger:
    """A finger that a board tells of as of a mouse, in this process."""

    def __init__(self, work: Work) -> None:
        self.work, self.spots = work, Spots(work)

    def find(self, kind: str, *words: str) -> Spot | None:
        """Return where something is."""
        QApplication.processEvents()
        return self.spots.find(kind, *words)

    def tap(self, at: Spot) -> None:
        """Come down and lift."""
        self.drag(at, at)

    def drag(self, start: Spot, end: Spot) -> None:
        """Come down, move and lift."""
        over = self._under(start)
        self._send(over, QEvent.Type.MouseButtonPress, start)
        for share in (1, 2, 3, 4) if start != end else ():
            x, y = (a + (b - a) * share // 4 for a, b in zip(start, end, strict=True))
            self._send(over, QEvent.Type.MouseMove, (x, y))
        self._send(over, QEvent.Type.MouseButtonRelease, end)
        QTest.qWait(350 if isinstance(over, QMenu) else 1)  # a menu opens another one after a while

    def _under(self, at: Spot) -> QWidget:
        whole = QApplication.activePopupWidget() or self.work.window()
        return whole.childAt(whole.mapFromGlobal(QPoint(*at))) or whole

    def _send(self, over: QWidget, kind: QEvent.Type, at: Spot) -> None:
        spot, held = QPoint(*at), _NO if kind == QEvent.Type.MouseButtonRelease else _LEFT
        button = _NO if kind == QEvent.Type.MouseMove else _LEFT
        local = QPointF(over.mapFromGlobal(spot))
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(over, QMouseEvent(kind, local, QPointF(spot), button, held, none))


def test_model_b_is_built_by_single_taps_and_drags_alone(work: Work) -> None:
    work.window().resize(1920, 1080)
    work.commands.run("still")
    built = build(Finger(work))
    assert lines_by_name(work.desk.document) == LINES
    assert {finding.code for finding in work.checking.findings(work.desk.model_id)} == set()
    assert built.taps > 400 and not work.hands.busy and not work.session.live
