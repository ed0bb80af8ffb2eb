"""How the window looks: themes change at once, everywhere, and are kept; without a choice the system decides."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from chart import chart, thing
from modelbuilder.app import make_application
from modelbuilder.canvas.glide import glide, may_move
from modelbuilder.document import edits
from modelbuilder.drawing import style
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.themes import CONTRAST, DARK, LIGHT, THEMES, Theme
from modelbuilder.render.png import png
from modelbuilder.render.qt import worn
from modelbuilder.windows import appearance
from modelbuilder.windows.appearance import Appearance, asked_for, follow, keep, kept
from modelbuilder.windows.theme import dress
from modelbuilder.windows.window import Window
from modelbuilder.windows.work import Work

MODEL = """
school "Wrenbeck Primary" category=maintained
post HT role=headteacher at="Wrenbeck Primary" held_by="Ines Marlowe-Tate"
body GB kind=governing_body of="Wrenbeck Primary" seats=9
HT leads "Wrenbeck Primary" mode=head
HT accountable_to GB
"""


@pytest.fixture(autouse=True)
def light_again() -> Iterator[None]:
    """Give the next test the usual window."""
    make_application()
    yield
    dress(make_application())


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)


def colours_of(widget: QWidget) -> set[str]:
    """Return the colours of any area of a widget."""
    image = widget.grab().toImage()
    counts = Counter(image.pixel(x, y) for y in range(0, image.height(), 3) for x in range(0, image.width(), 3))
    return {QColor(pixel).name().upper() for pixel, count in counts.items() if count > 60}


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda one: one.key)
def test_a_theme_is_put_on_at_once_by_canvas_palette_strip_and_bar(work: Work, theme: Theme) -> None:
    work.commands._take(place_all(chart(MODEL)), None)
    before = colours_of(work.canvas)
    assert {style.BOARD, style.PAPER} <= before
    work.commands.run(f"theme:{theme.key}")
    seen = colours_of(work.canvas)
    wanted = {theme.seen(one) for one in (style.BOARD, style.PAPER, style.TIERS["school"])}  # type: ignore[index]
    assert wanted <= seen
    if theme is not LIGHT:
        assert style.BOARD not in seen
    assert theme.seen(style.PAPER) in colours_of(work.palette_panel)
    assert theme.seen(style.QUIET) in colours_of(work.strip)
    assert theme.seen(style.BUTTON) in colours_of(work.bar)


def test_the_menu_ticks_the_theme_that_is_worn(work: Work) -> None:
    work.commands.run("theme:dark")
    ticked = {key for key, action in work.commands.actions.items() if key.startswith("theme:") and action.isChecked()}
    assert ticked == {"theme:dark"}
    work.commands.run("theme:")
    assert not work.commands.actions["theme:dark"].isChecked()
    assert work.commands.actions["theme:"].isChecked()


def test_what_is_chosen_is_kept(settings: QSettings) -> None:
    assert kept(settings) == Appearance() == Appearance("", 100, False)
    for chosen in (Appearance("projector", 130, True), Appearance("", 150, False)):
        keep(settings, chosen)
        settings.sync()
        again = QSettings(settings.fileName(), QSettings.Format.IniFormat)
        assert kept(again) == chosen


@pytest.mark.parametrize(
    ("key", "value"), [("theme", "mauve"), ("text", "7000"), ("text", "big"), ("still", "perhaps")]
)
def test_what_is_not_known_in_the_settings_is_left_out(settings: QSettings, key: str, value: str) -> None:
    settings.setValue(f"look/{key}", value)
    assert kept(settings) == Appearance()


# Text size


def heights(work: Work) -> dict[str, int]:
    """Return how high things of the window are."""
    while work.check.trying:
        QTest.qWait(5)
    QApplication.processEvents()
    finding = work.findings.rows()[0]
    return {
        "bar": work.bar.height(),
        "strip": work.strip.height(),
        "palette": work.palette_panel.width(),
        "side": work.side.width(),
        "finding": finding.sizeHint().height(),
        "tile": round(work.palette_panel.tiles._tiles[0].rect.height()),
        "letters": work.bar._title.fontMetrics().height(),
        "status": work.count.sizeHint().height(),
    }


def test_text_of_another_size_is_set_at_once_everywhere_and_back_again(work: Work) -> None:
    work.commands._take(place_all(chart(MODEL.replace("HT accountable_to GB", ""))), None)
    work.check.turn(True)
    usual = heights(work)
    work.commands.run("text_size:150")
    large = heights(work)
    assert {name: large[name] > usual[name] for name in usual} == dict.fromkeys(usual, True)
    assert large["letters"] == pytest.approx(1.5 * usual["letters"], abs=1.5)
    assert large["palette"] < 1.4 * usual["palette"], "the canvas keeps most of its place"
    work.commands.run("text_size:100")
    assert heights(work) == usual


def test_the_bar_leaves_to_the_menu_what_there_is_no_room_for(work: Work, window: Window) -> None:
    def shown() -> set[str]:
        QApplication.processEvents()
        return {key for key, button in work.bar._parts.items() if button.isVisible()}

    window.resize(1600, 900)
    every = shown()
    assert {"eyes", "redo", "export"} <= every
    window.resize(1000, 700)
    assert shown() < every
    assert {"check", "undo", "redo"} <= shown()
    assert not {"eyes", "export"} & shown()
    window.resize(1600, 900)
    assert shown() == every
    work.bar.show_document("A very long name for a document of a trust with forty schools " * 3, "saved")
    assert work.bar.width() <= 1600
    assert work.bar._title.text().endswith("…")
    assert work.bar._title.toolTip().startswith("A very long name")


# Less motion


def test_with_less_motion_nothing_glides_whatever_the_system_says(work: Work) -> None:
    work.commands._take(place_all(chart(MODEL)), None)
    before, model_id = work.session.document, work.desk.model_id
    one = thing(before, "GB")
    there = before.models[model_id].places[one].model_copy(update={"x": 900.0})
    work.session.do("Move", model_id, lambda document: edits.move(document, model_id, {one: there}))
    assert may_move(work.canvas)
    assert glide(work.canvas, before) is not None
    work.commands.run("still")
    assert not may_move(work.canvas)
    assert work.commands.actions["still"].isChecked()
    assert glide(work.canvas, before) is None
    work.commands.run("still")
    assert may_move(work.canvas)
    assert not work.commands.actions["still"].isChecked()


# The theme that the system asks for


def test_without_a_choice_the_window_goes_with_the_system(settings: QSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    application = make_application()
    follow(application, settings)
    assert worn() is LIGHT
    monkeypatch.setattr(appearance, "asked_for", lambda scheme, contrast: DARK)
    application.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert worn() is DARK
    keep(settings, Appearance("contrast"))
    application.styleHints().accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert worn() is CONTRAST, "what was chosen goes before what the system says"


def test_a_system_that_asks_for_contrast_gets_it_dark_or_not() -> None:
    schemes, contrasts = Qt.ColorScheme, Qt.ContrastPreference
    assert asked_for(schemes.Unknown, contrasts.NoPreference) is LIGHT
    assert asked_for(schemes.Dark, contrasts.NoPreference) is DARK
    assert {asked_for(scheme, contrasts.HighContrast) for scheme in schemes} == {CONTRAST}


def test_an_export_is_the_same_in_every_theme(window: Window) -> None:
    [slide] = slides(place_all(chart(MODEL)))
    before = png(slide)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    dress(application, DARK)
    assert png(slide) == before
