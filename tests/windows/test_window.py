"""The window: the start page and the way back from it, files that are dropped, and closing."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from chart import chart
from modelbuilder.app import make_application, make_window
from modelbuilder.document.examples import examples, stories, templates
from modelbuilder.document.files import load, save
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.windows.gallery import Picture
from modelbuilder.windows.window import Window

MODEL = """
school "Wrenbeck Primary" category=maintained
post HT role=headteacher at="Wrenbeck Primary" held_by="Ines Marlowe-Tate"
"""


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """Return a document that lies on the disk."""
    path = tmp_path / "wrenbeck.leadership"
    save(place_all(chart(MODEL)), path)
    return path


def test_the_start_page_stands_before_the_work_page_is_made(qtbot: QtBot, tmp_path: Path) -> None:
    make_application()
    window = make_window(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.show_start()
    window.show()
    qtbot.waitExposed(window)
    assert "work" not in window.__dict__
    assert window.start.back.isHidden(), "there is nothing to go back to"
    QTest.mouseClick(window.start.new, Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is window.work


def test_closing_the_start_page_asks_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    make_application()
    window = make_window(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.show_start()
    window.show()
    assert window.close()
    assert "work" not in window.__dict__


def gallery(window: Window, qtbot: QtBot) -> list[Picture]:
    """Wait until every picture hangs."""
    whole = 3 * len(examples()) + len(stories()) + len(templates())
    window.show_start()
    qtbot.waitUntil(lambda: len(window.start.findChildren(Picture)) == whole, timeout=60_000)
    return window.start.findChildren(Picture)


def test_a_story_is_played_from_the_gallery_and_a_structure_is_begun_from(window: Window, qtbot: QtBot) -> None:
    pictures = gallery(window, qtbot)
    story = next(picture for picture in pictures if picture.told)
    QTest.mouseClick(
        story, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, story.play_spot().center().toPoint()
    )
    presenter = window.work.commands.presenter
    assert presenter is not None
    assert len(presenter.show.stages) == 5
    presenter.end()
    structure = pictures[-1]
    QTest.mouseClick(structure, Qt.MouseButton.LeftButton)
    assert window.work.desk.document.title == structure.piece.title
    assert not window.work.desk.document.people, "nobody is named yet"
    assert window.work.filing.path is None


def test_pictures_stand_in_as_many_columns_as_there_is_room_for(window: Window, qtbot: QtBot) -> None:
    pictures = gallery(window, qtbot)
    for width in (900, 1900):
        window.resize(width, 900)
        qtbot.wait(10)
        for one, other in pairwise(pictures):
            if one.parent() is other.parent():
                assert not one.geometry().intersects(other.geometry())
                shelf = one.parentWidget()
                assert shelf is not None and shelf.rect().contains(one.geometry())


def test_the_start_page_shows_the_examples_and_opens_one(window: Window, qtbot: QtBot) -> None:
    pictures = gallery(window, qtbot)
    assert [picture.piece.path for picture in pictures] == [*examples() * 3, *stories(), *templates()]
    picture = pictures[2]
    QTest.keyClick(picture, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.work
    assert window.work.desk.model.label == "C"
    assert window.work.filing.path is None
    assert not window.work.session.history.dirty


def test_files_that_were_open_are_listed(window: Window, saved: Path) -> None:
    window.work.commands.open_path(str(saved))
    window.show_start()
    names = [button.text() for button in window.start.findChildren(QPushButton)]
    assert "wrenbeck" in names


@pytest.mark.parametrize("way", ["button", "Esc"])
def test_from_the_start_page_one_comes_back_to_the_model(window: Window, saved: Path, way: str) -> None:
    window.work.commands.open_path(str(saved))
    before = window.work.desk.document
    window.work.commands.run("start_page")
    assert window.pages.currentWidget() is window.start
    if way == "Esc":
        QTest.keyClick(window.start.new, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(window.start.back, Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is window.work
    assert window.work.desk.document is before


def test_keys_of_the_model_rest_while_the_start_page_is_shown(window: Window, saved: Path) -> None:
    window.work.commands.open_path(str(saved))
    window.work.commands.add_model()
    window.show_start()
    QTest.keyClick(window.start.new, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(window.work.desk.document.order) == 2, "nothing is undone that is not seen"
    QTest.keyClick(window.start.new, Qt.Key.Key_Escape)
    QTest.keyClick(window.work.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(window.work.desk.document.order) == 1


def test_the_title_names_the_document_and_says_what_is_not_saved(window: Window, saved: Path) -> None:
    window.work.commands.open_path(str(saved))
    assert window.windowTitle() == "wrenbeck[*] – modelbuilder"
    assert not window.isWindowModified()
    window.work.commands.add_model()
    assert window.isWindowModified()


def test_unsaved_work_is_asked_about_before_the_window_closes(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    window.work.commands.add_model()
    asked: list[str] = []

    def refuse() -> bool:
        asked.append("asked")
        return False

    monkeypatch.setattr(window.work.filing, "may_leave", refuse)
    assert not window.close()
    assert asked == ["asked"]
    assert window.isVisible()


# Files that are dropped


def _entering(data: QMimeData) -> QDragEnterEvent:
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QDragEnterEvent(QPoint(300, 300), actions, data, buttons, keys)


@pytest.mark.parametrize("page", ["start", "work"])
def test_a_file_that_is_dropped_is_opened(window: Window, qtbot: QtBot, saved: Path, page: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(saved))])
    if page == "start":
        window.show_start()
    assert not window.work.canvas.viewport().acceptDrops(), "or it would take the file, and do nothing with it"
    enter = _entering(data)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), actions, data, buttons, keys))
    qtbot.waitUntil(lambda: window.work.desk.document == load(saved), timeout=2000)
    assert window.pages.currentWidget() is window.work


def test_a_file_that_is_dropped_stays_where_it_was(window: Window, saved: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(saved))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, data, buttons, keys)
    event.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(window, event)
    assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction, "whoever drags it need not take it away"


def test_words_that_are_dropped_are_no_file(window: Window) -> None:
    data = QMimeData()
    data.setText("not a file")
    enter = _entering(data)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()
