"""The side of the work page: what is found above, and below it the fields and the cards of what is asked."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from modelbuilder.windows import theme
from modelbuilder.windows.scrolling import scrolling


class Side(QWidget):
    """Two parts that scroll by themselves; the upper one is there in Check mode only.

    At a board nobody types: there the fields are away, and so is the whole side while nothing else is in it.
    """

    def __init__(self, fields: QWidget) -> None:
        super().__init__()
        self._fields = QWidget()  # the fields show and hide themselves as they have something to say
        holder = QVBoxLayout(self._fields)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(fields)
        self._cards = [self._fields]
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 0, 8)
        column.setSpacing(0)
        self.upper, self._lower = _scrolling(), _scrolling(self._fields)
        column.addWidget(self.upper)
        column.addWidget(self._lower, 1)
        for one in (self._fields, self.upper):
            one.installEventFilter(self)
        self.refit()

    def refit(self) -> None:
        """Take the width that letters of this size need."""
        self.setFixedWidth(theme.room(theme.PANEL_WIDTH))
        for area in (self.upper, self._lower):
            if (inner := area.widget()) is not None:
                inner.setMaximumWidth(theme.room(theme.PANEL_WIDTH) - 2)

    def put_above(self, panel: QWidget) -> None:
        """Put a panel into the upper part."""
        _put_into(self.upper, panel)

    def put(self, card: QWidget) -> None:
        """Put a card into the lower part, above the fields."""
        _put_into(self._lower, card)
        self._cards.append(card)
        card.installEventFilter(self)
        self._fold()

    def show_fields(self, on: bool) -> None:
        """Show the fields, or put them away."""
        self._fields.setVisible(on)

    def fields_have_keyboard(self) -> bool:
        """Tell whether the keyboard is in the fields."""
        return self._fields.isAncestorOf(QApplication.focusWidget() or self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be there as long as something is in it."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._fold()
        return super().eventFilter(watched, event)

    def _fold(self) -> None:
        there = [self.upper, *self._cards]
        self.setVisible(not all(one.isHidden() for one in there))


def _put_into(area: QScrollArea, card: QWidget) -> None:
    """Put a card above the last one of a part."""
    inner = area.widget()
    column = inner.layout() if inner is not None else None
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(max(0, column.count() - 2), card)


def _scrolling(*cards: QWidget) -> QScrollArea:
    """Return a part that scrolls by itself, with cards in it."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(16, 8, 14, 8)
    column.setSpacing(14)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    area = scrolling(inner)
    area.setObjectName("part")
    return area
