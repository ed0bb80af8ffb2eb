"""The rules, offline and beside the work: a list of all of them, and the page of each."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QScroller,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from modelbuilder.accountability.manual import facts, manual_page
from modelbuilder.accountability.rules import catalogue
from modelbuilder.drawing.badges import badge_marks
from modelbuilder.windows import theme
from modelbuilder.windows.icons import icon_of
from modelbuilder.windows.rule_page import WIDTH, RulePage

_TALLEST = 980
_FINGER = 48


class RulePages(QDialog):
    """A window that leaves the other one free: the work goes on while a page is read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Rules explained")
        self._rules = catalogue()
        self._at = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(24, 14, 24, 14)
        bar.setSpacing(8)
        self.all = self._button("All rules", "", bar)
        self.before = self._button("Previous", "Alt+Left", bar)
        self.after = self._button("Next", "Alt+Right", bar)
        bar.addStretch(1)
        self.shut = self._button("Close", "", bar)
        layout.addLayout(bar)
        self.list = _list()
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setPlaceholderText("Find a rule")
        self.search.setAccessibleName("Find a rule")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listing = QWidget()
        column = QVBoxLayout(listing)
        column.setContentsMargins(24, 4, 24, 18)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self._stack = QStackedWidget()
        self._stack.addWidget(listing)
        self._stack.addWidget(self._area)
        layout.addWidget(self._stack)
        for area in (self._area, self.list):
            QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.all.clicked.connect(self.show_list)
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        self.shut.clicked.connect(self.reject)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._open_first)
        self.list.itemActivated.connect(self._open_row)
        self.list.itemClicked.connect(self._open_row)
        self._set_size(parent)

    def _set_size(self, parent: QWidget) -> None:
        """Stand beside the findings, so that the next one can be asked about."""
        w = WIDTH + 90
        bar, side = theme.room(theme.BAR_HEIGHT), theme.room(theme.PANEL_WIDTH)
        h = min(_TALLEST, max(480, parent.height() - bar - 40))
        self.setFixedWidth(w)
        self.resize(w, h)
        corner = parent.mapToGlobal(parent.rect().topRight())
        left = parent.mapToGlobal(parent.rect().topLeft()).x()
        self.move(max(left, corner.x() - side - w - 12), corner.y() + bar + 12)

    def _button(self, words: str, shortcut: str, bar: QHBoxLayout) -> QPushButton:
        button = QPushButton(words)
        button.setMinimumHeight(theme.room(_FINGER))
        button.setAutoDefault(False)
        if shortcut:
            button.setShortcut(shortcut)
            button.setToolTip(f"{words} rule ({shortcut})")
            button.setAccessibleName(f"{words} rule")
        bar.addWidget(button)
        return button

    @property
    def page(self) -> RulePage | None:
        """The page that is open, if one is."""
        page = self._area.widget()
        return page if self._stack.currentIndex() == 1 and isinstance(page, RulePage) else None

    def show_list(self) -> None:
        """List all rules, at the one that was read last."""
        self._turn(0)
        self.list.setCurrentRow(self._at)
        self.search.setFocus()

    def show_rule(self, slug: str) -> None:
        """Open the page of a rule."""
        self._at = next(index for index, rule in enumerate(self._rules) if rule.slug == slug)
        page = RulePage(manual_page(slug))
        page.setAccessibleName(f"Rule {self._rules[self._at].code}")
        self._area.setWidget(page)
        self._area.verticalScrollBar().setValue(0)
        self._turn(1)
        self._area.setFocus()

    def _turn(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self.all.setEnabled(index == 1)
        self.before.setEnabled(index == 1 and self._at > 0)
        self.after.setEnabled(index == 1 and self._at < len(self._rules) - 1)
        self.show()
        self.raise_()
        self.activateWindow()

    def _step(self, by: int) -> None:
        self.show_rule(self._rules[self._at + by].slug)

    def _find(self, words: str) -> None:
        wanted = words.casefold().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not all(word in item.data(Qt.ItemDataRole.UserRole) for word in wanted))

    def _open_row(self, item: QListWidgetItem) -> None:
        self.show_rule(self._rules[self.list.row(item)].slug)

    def _open_first(self) -> None:
        """Open the first rule that was found."""
        shown = (self.list.item(row) for row in range(self.list.count()))
        first = next((item for item in shown if not item.isHidden()), None)
        if first is not None:
            self._open_row(first)


def explain(beside: QWidget, slug: str = "") -> RulePages:
    """Open the page of a rule, or the list of all, beside the window of a widget; each window has one of these."""
    window = beside.window()
    pages = window.findChild(RulePages) or RulePages(window)
    if slug:
        pages.show_rule(slug)
    else:
        pages.show_list()
    return pages


def _list() -> QListWidget:
    rows = QListWidget()
    rows.setObjectName("rows")
    rows.setAccessibleName("All rules")
    rows.setUniformItemSizes(True)
    rows.setIconSize(QSize(28, 28))
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for rule in catalogue():
        heading = manual_page(rule.slug).heading
        item = QListWidgetItem(icon_of(badge_marks(rule.severity.value, 28, 28, 50), 56, 56), heading)
        item.setSizeHint(QSize(10, theme.room(_FINGER)))
        words = [heading, rule.title, *(words for _, words in facts(rule))]
        item.setData(Qt.ItemDataRole.UserRole, " ".join(words).casefold())
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{facts(rule)[0][1]}: {heading}")
        rows.addItem(item)
    return rows
