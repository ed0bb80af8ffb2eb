"""Text of any size: everything that is said has room in a window of 1280 × 720, or says the whole of it when asked."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from scenes import SCENES, on_stage

from modelbuilder.app import make_application
from modelbuilder.canvas.far import is_far
from modelbuilder.canvas.stage import Stage
from modelbuilder.drawing.themes import LIGHT
from modelbuilder.windows.board import Board
from modelbuilder.windows.cues import Cues
from modelbuilder.windows.pointing import Touchable
from modelbuilder.windows.theme import SIZES, dress
from modelbuilder.windows.window import Window
from painted import Piece, painted

SMALL = (1280, 720)


@pytest.fixture(autouse=True)
def usual_again() -> Iterator[None]:
    """Give the next test the usual window."""
    yield
    dress(make_application())


def lacking(widget: QWidget) -> str:
    """Return what a widget says that it has no room for, or nothing."""
    if isinstance(widget, QLabel):
        high = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
        wide = 0 if widget.wordWrap() else widget.sizeHint().width()
        return widget.text() if high > widget.height() or wide > widget.width() else ""
    if isinstance(widget, QCheckBox | QRadioButton) or (isinstance(widget, QAbstractButton) and widget.text()):
        hint = widget.sizeHint()
        return widget.text() if hint.width() > widget.width() or hint.height() > widget.height() else ""
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        field = widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, widget
        )
        wide = widget.fontMetrics().horizontalAdvance(widget.currentText())
        return widget.currentText() if wide > field.width() else ""
    if isinstance(widget, QLineEdit):
        return widget.placeholderText() if widget.height() < widget.fontMetrics().height() + 8 else ""
    return ""


def off(widget: QWidget, whole: QWidget) -> str:
    """Return what a widget says that lies outside the whole and cannot be scrolled to, or nothing."""
    corner = widget.mapTo(whole, QPoint(0, 0))
    inside = whole.rect().contains(corner) and whole.rect().contains(corner + widget.rect().bottomRight())
    holder = widget.parentWidget()
    while holder is not None and holder is not whole:
        if isinstance(holder, QAbstractScrollArea):
            return ""
        holder = holder.parentWidget()
    return "" if inside else f"{type(widget).__name__} {widget.objectName()} {lacking(widget)}"


def own_words(widget: QWidget) -> Iterator[str]:
    """Yield the words that a widget says of itself, which may end in an ellipsis without being cut."""
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QAbstractButton):
        yield widget.text()


def is_told(whole: QWidget, piece: Piece) -> bool:
    """Tell whether words that were cut are said in full when the mouse is over them, or one zooms in."""
    spot = piece.box.center().toPoint()
    widget = whole.childAt(spot)
    stage = widget.parent() if widget is not None else None
    if isinstance(stage, Stage) and is_far(stage.zoom, stage.page):
        return True
    if isinstance(widget, Touchable):
        widget.hovered(QPointF(widget.mapFrom(whole, spot)))
    told = [widget.toolTip()] if widget is not None else []
    for view in whole.findChildren(QAbstractItemView):  # of the row at its edge only a part can be seen
        rows = (view.indexAt(QPoint(view.width() // 2, y)) for y in range(0, view.height(), 8))
        told += [str(row.data(Qt.ItemDataRole.ToolTipRole)) for row in rows if row.isValid()]
    return any(piece.words.rstrip("…") in words for words in told)


@pytest.mark.parametrize("name", [name for name in SCENES if name != "controls"])  # which is no part of the window
def test_everything_said_has_room_in_a_small_window_at_the_largest_size(window: Window, name: str) -> None:
    window.resize(*SMALL)
    dress(make_application(), LIGHT, SIZES[-1])
    with on_stage(window, name) as whole:
        if isinstance(whole, Board | Cues):
            whole.resize(*SMALL)  # they take the screen that there is
        QApplication.processEvents()
        sizes = [window.size()] if isinstance(whole, QMenu) else [window.size(), whole.size()]
        shown = [one for one in whole.findChildren(QWidget) if one.isVisibleTo(whole)]
        cut = {lacking(one) for one in shown if not one.toolTip()} - {""}
        beyond = {off(one, whole) for one in shown if isinstance(one, QLabel | QAbstractButton | QLineEdit | QComboBox)}
        own = {words for one in shown for words in own_words(one)}
        elided = {
            piece.words
            for piece in painted(whole)
            if piece.words.endswith("…") and piece.words not in own and not is_told(whole, piece)
        }
    assert max(size.width() for size in sizes) <= SMALL[0]
    assert max(size.height() for size in sizes) <= SMALL[1]
    assert cut == set()
    assert beyond - {""} == set()
    assert elided == set()
