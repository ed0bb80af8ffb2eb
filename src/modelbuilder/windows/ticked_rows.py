"""Rows with boxes to tick: the sheet paints the boxes, and has no tick to put in them but from a picture file."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Path
from modelbuilder.layout.rect import Rect
from modelbuilder.render.qt import paint


class TickedRows(QStyledItemDelegate):
    """Paints a row as the style does, and the tick in its box."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row."""
        super().paint(painter, option, index)
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        widget = shown.widget
        box = widget.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, shown, widget)
        ticked = shown.checkState == Qt.CheckState.Checked
        if ticked:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter, [tick(Rect(box.x(), box.y(), box.width(), box.height()))])
            painter.restore()


def tick(box: Rect) -> Path:
    """Return a tick that fills a box."""
    corners = ((0.22, 0.52), (0.43, 0.74), (0.8, 0.22))
    start, *others = [(box.x + box.w * x, box.y + box.h * y) for x, y in corners]
    return Path((("M", start), *(("L", corner) for corner in others)), stroke=style.INK, weight=box.w * 0.13)
