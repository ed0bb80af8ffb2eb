"""The look of the window's own controls, in the same colours and font as the page."""

import re
from typing import Protocol, runtime_checkable

from PySide6.QtGui import QColor, QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication

from modelbuilder.drawing import style
from modelbuilder.drawing.style import TIERS
from modelbuilder.drawing.themes import LIGHT, Theme
from modelbuilder.layout.text import Weight
from modelbuilder.render.qt import font, wear, worn
from modelbuilder.vocabulary.tiers import Tier

TEAL = TIERS[Tier.SCHOOL]
INDIGO = TIERS[Tier.EXECUTIVE]
PANEL_WIDTH = 396
PALETTE_WIDTH = 236
BAR_HEIGHT = 72
STRIP_HEIGHT = 156
SIZES = (100, 115, 130, 150)
"""Sizes of text to choose from, in per cent."""
_ROOMIER = 0.6
"""How much wider panels become as letters do: less, because the canvas needs its place, and words can be wrapped."""
_size = 100
"""The size of the text of this window; there is one, as there is one sheet."""

_COLOUR = re.compile("#[0-9A-F]{6}")
_LETTERS = re.compile(r"(?<=font-size: )\d+(?=px)")
_NOTES = "\n".join(
    f'QLabel[note="{name}"] {{ background: {ground}; border: 1px solid {edge}; border-radius: 4px; }}'
    f' QLabel[note="{name}"]:focus {{ border: 2px solid {style.IDEA}; }}'
    for name, (ground, edge) in style.NOTES.items()
)
_SHEET = f"""
QWidget {{ color: {style.INK}; }}
QMainWindow, #board {{ background: {style.BOARD}; }}
#bar, #palette, #strip, #start {{ background: {style.PAPER}; }}
#bar {{ border-bottom: 1px solid {style.HAIRLINE}; }}
#palette {{ border-right: 1px solid {style.HAIRLINE}; }}
#palette[side="right"] {{ border-right: none; border-left: 1px solid {style.HAIRLINE}; }}
#palette[side="bottom"] {{ border-right: none; border-top: 1px solid {style.HAIRLINE}; }}
#landing {{ background: transparent; border: 3px solid {style.IDEA}; border-radius: 12px; }}
#strip {{ border-top: 1px solid {style.HAIRLINE}; }}
#side, #part, #part > QWidget > QWidget {{ background: {style.BOARD}; }}
#side {{ border: none; border-left: 1px solid {style.HAIRLINE}; }}
#part {{ border: none; }}
QWidget#outline {{ background: {style.PAPER}; }}
QTreeView#outline {{ background: {style.PAPER}; border: none; outline: none; font-size: 15px;
  show-decoration-selected: 0; selection-background-color: transparent; }}
QTreeView#outline::item {{ background: transparent; }}
#chooser {{ background: {style.PAPER}; border: 1.5px solid {style.SECOND}; border-radius: 16px; }}
QListView#choices {{ background: {style.PAPER}; border: none; outline: none; }}
#zooms {{ background: {style.PAPER}; border: 1px solid {style.HAIRLINE}; border-radius: 14px; }}
#zooms QPushButton {{ background: transparent; padding: 8px 14px; }}
#zooms QPushButton:hover {{ background: {style.BUTTON_LIT}; }}
#zooms QPushButton:focus {{ border-color: {style.IDEA}; }}
#sign {{ background: {style.PAPER}; border: 1.5px solid {style.IDEA}; border-radius: 22px; }}
#card {{ background: {style.PAPER}; border: 1px solid {style.HAIRLINE}; border-radius: 12px; }}
#finding {{ background: {style.PAPER}; border: 1px solid {style.HAIRLINE}; border-radius: 10px; }}
#finding:hover, #finding:focus {{ border-color: {INDIGO}; }}
#aside {{ background: {style.QUIET}; border: none; border-radius: 10px; }}
#sheet, #sheet > QWidget > #sheet {{ background: {style.PAPER}; border: none; }}
#rule {{ background: {style.PAPER}; border: none; border-bottom: 1px solid {style.HAIRLINE}; }}
QPushButton {{ background: {style.BUTTON}; background-clip: padding; border: 2px solid transparent;
  border-radius: 10px; padding: 9px 16px;
  font-weight: 600; font-size: 16px; }}
QPushButton:hover {{ background: {style.BUTTON_LIT}; }}
QPushButton:pressed {{ background: {style.BUTTON_DOWN}; }}
QPushButton:focus {{ border-color: {style.IDEA}; }}
QPushButton:disabled {{ color: {style.OFF}; background: {style.QUIET}; }}
QPushButton#main {{ background: {TEAL}; color: {style.PAPER}; }}
QPushButton#main:hover {{ background: {style.MAIN_LIT}; }}
QPushButton#main:disabled {{ color: {style.OFF}; background: {style.QUIET}; }}
QPushButton#fix {{ background: {TEAL}; color: {style.PAPER}; border-radius: 18px; padding: 6px 16px; font-size: 14px;
  text-align: left; }}
QPushButton#fix:hover {{ background: {style.MAIN_LIT}; }}
QPushButton#fix:disabled {{ background: {style.QUIET}; color: {style.OFF}; }}
QPushButton#small {{ padding: 7px 12px; font-size: 14px; }}
QPushButton#quiet {{ background: transparent; color: {INDIGO}; padding: 6px 8px; font-size: 14px; text-align: left; }}
QPushButton#text {{ background: transparent; color: {INDIGO}; padding: 6px 0; font-size: 14px; text-align: left; }}
QPushButton#recent {{ background: transparent; color: {INDIGO}; padding: 6px 8px; text-align: left; }}
QPushButton#quiet:hover, QPushButton#text:hover, QPushButton#recent:hover {{ text-decoration: underline; }}
QPushButton:checked {{ background: {INDIGO}; color: {style.PAPER}; }}
QPushButton#count {{ background: transparent; border: 2px solid transparent; border-radius: 8px; padding: 0; }}
QPushButton#count:hover {{ background: {style.QUIET}; }}
QPushButton#count:focus {{ border-color: {style.IDEA}; }}
QPushButton#chip {{ background: {style.QUIET}; background-clip: border; border: 2px solid {style.HAIRLINE};
  border-radius: 20px; padding: 8px 12px; min-height: 20px; font-size: 14px; }}
QPushButton#chip:hover {{ background: {style.BUTTON_LIT}; }}
QPushButton#chip:focus {{ border-color: {style.IDEA}; }}
QPushButton#chip:checked {{ background: {INDIGO}; border-color: {INDIGO}; color: {style.PAPER}; }}
QPushButton#mode {{ border-radius: 20px; padding: 9px 30px; min-height: 22px; }}
QPushButton#icon {{ padding: 9px; min-width: 26px; }}
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {{ background: {style.QUIET};
  border: 1px solid {style.EDGE}; border-radius: 8px; padding: 8px 11px; font-size: 15px;
  placeholder-text-color: {style.SECOND}; selection-background-color: {INDIGO}; selection-color: {style.PAPER}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
  border: 2px solid {style.IDEA}; padding: 7px 10px; background: {style.PAPER}; }}
QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{ background: transparent; border: none; padding: 0; }}
QLineEdit#search {{ border-radius: 22px; padding: 11px 19px; }}
QLineEdit#search:focus {{ padding: 10px 18px; }}
QComboBox:disabled, QAbstractSpinBox:disabled {{ color: {style.OFF}; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox QAbstractItemView::item {{ min-height: 32px; padding-left: 6px; }}
QComboBox::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow {{ image: none; width: 0; height: 0; border-left: 5px solid {style.QUIET};
  border-right: 5px solid {style.QUIET}; border-top: 6px solid {style.SECOND}; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ background: transparent; border: none; width: 24px; }}
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow {{ image: none; width: 0; height: 0;
  border-left: 5px solid {style.QUIET}; border-right: 5px solid {style.QUIET}; }}
QAbstractSpinBox::up-arrow {{ border-bottom: 6px solid {style.SECOND}; }}
QAbstractSpinBox::down-arrow {{ border-top: 6px solid {style.SECOND}; }}
QComboBox QAbstractItemView {{ background: {style.PAPER}; border: 1px solid {style.HAIRLINE}; outline: none;
  selection-background-color: {style.CHOSEN}; selection-color: {style.INK}; padding: 4px; }}
QCheckBox, QRadioButton {{ font-size: 15px; spacing: 9px; padding: 2px 4px 2px 2px; border: 2px solid transparent;
  border-radius: 7px; }}
QCheckBox::indicator {{ width: 22px; height: 22px; }}
QListWidget::indicator {{ width: 20px; height: 20px; background: {style.PAPER}; border: 1px solid {style.EDGE}; }}
QRadioButton::indicator {{ width: 18px; height: 18px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {style.IDEA}; }}
QLabel#title {{ font-size: 24px; font-weight: 700; }}
QLabel#welcome {{ font-size: 30px; font-weight: 700; }}
QLabel#heading {{ font-size: 19px; font-weight: 700; }}
QLabel#second {{ color: {style.SECOND}; font-size: 14px; }}
QLabel#field {{ color: {style.SECOND}; font-size: 13px; font-weight: 600; }}
QLabel#plain {{ font-size: 14px; }}
QLabel#key {{ background: {style.QUIET}; border: 1px solid {style.HAIRLINE}; border-radius: 6px; padding: 1px 8px;
  font-size: 13px; font-weight: 600; color: {style.SECOND}; }}
QLabel#strong {{ font-size: 15px; font-weight: 600; }}
QLabel#error, QLabel#warning, QLabel#advice {{ font-size: 13px; font-weight: 600; padding-top: 4px; }}
QLabel#error {{ color: {style.MUST_FIX}; }}
QLabel#warning {{ color: {style.CHECK}; }}
QLabel#advice {{ color: {style.IDEA}; }}
QLabel#urgent {{ color: {style.MUST_FIX}; font-size: 14px; font-weight: 700; }}
QLabel#alarm {{ font-size: 15px; font-weight: 600; color: {style.MUST_FIX}; }}
QTableWidget {{ background: {style.PAPER}; border: none; font-size: 14px; selection-background-color: {style.CHOSEN};
  selection-color: {style.INK}; outline: none; }}
QTableWidget::item {{ border-bottom: 1px solid {style.HAIRLINE}; padding: 6px 2px; }}
QHeaderView {{ background: {style.PAPER}; }}
QHeaderView::section {{ background: {style.PAPER}; color: {style.SECOND}; border: none;
  border-bottom: 2px solid {style.HAIRLINE}; padding: 6px 2px; font-size: 13px; font-weight: 600; }}
QLabel#body {{ font-size: 15px; }}
#pane {{ border-left: 1px solid {style.HAIRLINE}; }}
QLabel#missing {{ background: {style.PAPER}; border: 2px dashed {style.SECOND}; border-radius: 8px; padding: 7px 14px;
  font-size: 15px; font-weight: 600; }}
QPushButton#tab {{ text-align: left; padding: 9px 14px; }}
QPushButton#tab:checked {{ background: {INDIGO}; color: {style.PAPER}; }}
QLabel#question {{ font-size: 15px; font-weight: 600; border-top: 1px solid {style.HAIRLINE}; }}
QLabel#part {{ font-size: 17px; font-weight: 700; background: transparent; }}
QLabel#paragraph {{ font-size: 16px; background: transparent; }}
#band {{ border-top: 1px solid {style.HAIRLINE}; background: {style.QUIET}; }}
QLabel#said, QLabel#plain {{ font-size: 15px; border: 2px solid transparent; border-radius: 8px; }}
QLabel#plain {{ color: {style.SECOND}; }}
QLabel#said:hover {{ background: {style.QUIET}; }}
{_NOTES}
QLabel#said:focus {{ border-color: {style.IDEA}; }}
#cell {{ border-top: 1px solid {style.HAIRLINE}; border-left: 1px solid {style.HAIRLINE}; }}
QTextBrowser#told {{ border: none; font-size: 15px; }}
QLabel#cue {{ font-size: 21px; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea#picture {{ border: 1px solid {style.HAIRLINE}; }}
#paper {{ background: {style.PAPER}; }}
QListWidget#slides {{ background: {style.PAPER}; border: 1px solid {style.HAIRLINE}; border-radius: 10px;
  outline: none; }}
QListWidget#slides::item:selected {{ background: {style.CHOSEN}; color: {style.INK}; border-radius: 8px; }}
QListWidget#rows {{ background: {style.PAPER}; border: none; font-size: 16px; outline: none; }}
QListWidget#rows::item {{ border-bottom: 1px solid {style.HAIRLINE}; padding-left: 6px; }}
QListWidget#rows::item:selected {{ background: {style.CHOSEN}; color: {style.INK}; border-radius: 8px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {style.EDGE}; border-radius: 5px; min-height: 36px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {style.EDGE}; border-radius: 5px; min-width: 36px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QMenu {{ background: {style.PAPER}; border: 1px solid {style.HAIRLINE}; padding: 6px; font-size: 15px; }}
QMenu::item {{ padding: 9px 28px 9px 16px; border-radius: 6px; }}
QMenu::item:selected {{ background: {style.CHOSEN}; }}
QMenu::item:disabled {{ color: {style.OFF}; }}
QMenu::separator {{ height: 1px; background: {style.HAIRLINE}; margin: 6px 10px; }}
QStatusBar {{ background: {style.PAPER}; border-top: 1px solid {style.HAIRLINE};
  font-size: 14px; color: {style.SECOND}; }}
QStatusBar::item {{ border: none; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QDialog {{ background: {style.PAPER}; border: 1px solid {style.HAIRLINE}; }}
QToolTip {{ background: {style.INK}; color: {style.PAPER}; border: none; padding: 6px 10px; font-size: 13px; }}
QProgressBar {{ background: {style.QUIET}; border: none; border-radius: 6px; height: 12px; text-align: center; }}
QProgressBar::chunk {{ background: {TEAL}; border-radius: 6px; }}
"""

_STILL = "* { widget-animation-duration: 0; }"
_LOW = "QCheckBox, QRadioButton, QPushButton#count"
"""What is only as high as its words, and no higher."""


@runtime_checkable
class Fitting(Protocol):
    """A widget that sizes itself by its letters."""

    def refit(self) -> None:
        """Take the size that the letters need now."""


def px(length: float) -> float:
    """Return how large letters are, in pixels, that usually have a size; so it is with what goes by their size."""
    return length * _size / 100


def room(length: float) -> int:
    """Return how wide or high a thing is, in pixels, that holds words."""
    return round(length * (1 + (_size / 100 - 1) * _ROOMIER))


def sheet(theme: Theme) -> str:
    """Return the style sheet of the window's controls in a theme, with text in the size that is worn."""
    sized = _LETTERS.sub(lambda usual: str(round(px(int(usual[0])))), _SHEET)
    return _COLOUR.sub(lambda named: theme.seen(named[0]), sized)


def palette(theme: Theme) -> QPalette:
    """Return the colours of what the sheet leaves to the style: ticks, arrows, lists of files."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: style.BOARD,
        roles.WindowText: style.INK,
        roles.Base: style.PAPER,
        roles.AlternateBase: style.QUIET,
        roles.Text: style.INK,
        roles.PlaceholderText: style.SECOND,
        roles.Button: style.BUTTON,
        roles.ButtonText: style.INK,
        roles.BrightText: style.PAPER,
        roles.Highlight: INDIGO,
        roles.HighlightedText: style.PAPER,
        roles.Link: style.IDEA,
        roles.LinkVisited: INDIGO,
        roles.ToolTipBase: style.INK,
        roles.ToolTipText: style.PAPER,
    }
    result = QPalette(QColor(theme.seen(style.BUTTON)), QColor(theme.seen(style.BOARD)))
    for role, name in colours.items():
        result.setColor(role, QColor(theme.seen(name)))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.seen(style.OFF)))
    return result


def _ticks(theme: Theme) -> QPalette:
    """Return the colours of boxes to tick: Fusion takes their edge from the window, darkened."""
    result = palette(theme)
    result.setColor(QPalette.ColorRole.Window, QColor(theme.seen(style.EDGE)).lighter(150 if theme.dark else 127))
    return result


def dress(
    application: QApplication, theme: Theme = LIGHT, size: int = 100, *, still: bool = False, least: int = 0
) -> None:
    """Give the application its font, and everything on the screen the colours of a theme and text of a size.

    Widgets that size themselves by their letters do so again, in their `refit`. With `still` the style is told that
    nothing is animated, which is what whoever moves something asks it. Nothing to press is lower than `least`.
    """
    global _size
    before, _size = _size, size
    wanted = sheet(theme) + (_STILL if still else "") + (f"{_LOW} {{ min-height: {least}px; }}" if least else "")
    if worn() is theme and application.styleSheet() == wanted:
        return
    wear(theme)
    QPixmapCache.clear()
    application.setFont(font(px(15), Weight.REGULAR))
    application.setPalette(palette(theme))
    for kind in ("QCheckBox", "QRadioButton"):
        application.setPalette(_ticks(theme), kind)  # type: ignore[arg-type]  # bytes, say the stubs, and are refused
    application.setStyleSheet(wanted)
    if size != before:
        for widget in application.allWidgets():
            if isinstance(widget, Fitting):
                widget.refit()
