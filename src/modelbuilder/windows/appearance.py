"""How the window looks to this person, kept in the settings of the machine; what is not chosen goes with the system."""

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from modelbuilder.canvas.screen import millimetre
from modelbuilder.drawing.themes import CONTRAST, DARK, LIGHT, THEMES, Theme
from modelbuilder.editor.board_sizes import BOARD_SIZES, DESK, FINGERTIP, text_for
from modelbuilder.windows.theme import SIZES, dress

_THEME, _SIZE, _STILL, _BOARD = "look/theme", "look/text", "look/still", "look/board"


class Appearance(NamedTuple):
    """What was chosen: the key of a theme, or nothing for the one that the system asks for, and the size of text.

    `still` is less motion than the system asks for, `board` how far away people stand.
    """

    theme: str = ""
    size: int = 100
    still: bool = False
    board: str = DESK.key


def kept(settings: QSettings) -> Appearance:
    """Return what was chosen before, without what is not known here."""
    theme, size, still, board = (settings.value(key) for key in (_THEME, _SIZE, _STILL, _BOARD))
    known = {str(one): one for one in SIZES}
    return Appearance(
        theme if theme in THEMES else "",
        known.get(str(size), 100),
        str(still).lower() == "true",
        board if board in BOARD_SIZES else DESK.key,
    )


def keep(settings: QSettings, appearance: Appearance) -> None:
    """Remember what was chosen."""
    for key, value in zip((_THEME, _SIZE, _STILL, _BOARD), appearance, strict=True):
        settings.setValue(key, value)


def put_on(application: QApplication, appearance: Appearance) -> None:
    """Let everything on the screen look as was chosen, the frames that the system draws among it."""
    hints, schemes = application.styleHints(), Qt.ColorScheme
    if appearance.theme:
        theme = THEMES[appearance.theme]
        hints.setColorScheme(schemes.Dark if theme.dark else schemes.Light)
    else:
        hints.unsetColorScheme()
        theme = asked_for(hints.colorScheme(), hints.accessibility().contrastPreference())
    window = application.activeWindow()
    screen = window.screen() if window is not None else application.primaryScreen()
    board, of_screen = BOARD_SIZES[appearance.board], millimetre(screen)
    size, least = text_for(appearance.size, board, of_screen), 0 if board is DESK else ceil(FINGERTIP * of_screen)
    dress(application, theme, size, still=appearance.still, least=least)


def asked_for(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Theme:
    """Return the theme for what the system says of itself."""
    if contrast == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def follow(application: QApplication, settings: QSettings) -> None:
    """Put on what is kept, now and whenever the system changes its mind."""

    def again() -> None:
        put_on(application, kept(settings))

    hints = application.styleHints()
    hints.colorSchemeChanged.connect(again)
    hints.accessibility().contrastPreferenceChanged.connect(again)
    again()
