"""A film: plays from page to page over the stage, and leaves nothing behind."""

import pytest
from PySide6.QtWidgets import QStyle, QWidget
from pytestqt.qtbot import QtBot

from chart import chart, first_model
from modelbuilder.canvas import film, glide
from modelbuilder.canvas.film import Film
from modelbuilder.document import pages
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import place_all, tidy
from modelbuilder.windows.work import Work

MODEL = """
school "Wrenbeck Primary" category=maintained
body GB kind=governing_body of="Wrenbeck Primary"
post HT role=headteacher at="Wrenbeck Primary" held_by="Ines Marlowe-Tate"
HT leads "Wrenbeck Primary" mode=head
HT accountable_to GB
"""


@pytest.fixture
def document() -> Document:
    """Return a model and its copy."""
    one = place_all(chart(MODEL))
    return tidy(pages.duplicate_model(one, first_model(one)), first_model(one))


@pytest.fixture
def moving(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let things move, whatever this desktop says."""
    monkeypatch.setattr(film, "may_move", lambda widget: True)


def show(work: Work, document: Document) -> None:
    work.filing.take(document, None)
    work.show_document(document)


def films(work: Work) -> list[Film]:
    return work.canvas.findChildren(Film)


def test_a_page_turns_into_its_copy_and_the_film_goes(
    work: Work, document: Document, moving: None, qtbot: QtBot
) -> None:
    show(work, document)
    assert not films(work), "a document that is opened does not glide"
    work.commands.next_model()
    [shown] = films(work)
    assert shown.isVisible()
    assert shown.geometry() == work.canvas.viewport().rect()
    with qtbot.waitSignal(shown.ended, timeout=3000):
        pass
    assert not shown.isVisible()
    work.commands.previous_model()
    assert films(work) == [shown], "and there is only one"


def test_what_is_half_way_is_neither_the_one_nor_the_other(work: Work, document: Document, moving: None) -> None:
    show(work, document)
    still = work.canvas.viewport().grab().toImage()
    work.commands.next_model()
    [shown] = films(work)
    shown._animation.pause()
    shown._step(0.4)
    middle = shown.grab().toImage()
    shown.stop()
    end = work.canvas.viewport().grab().toImage()
    assert middle.size() == still.size() == end.size()
    assert middle not in (still, end)


def test_pages_without_anything_in_common_do_not_glide(work: Work, document: Document, moving: None) -> None:
    show(work, pages.add_model(document))
    work.commands.previous_model()
    assert not films(work)


def test_where_less_motion_is_wanted_nothing_glides(
    work: Work, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(film, "may_move", lambda widget: False)
    show(work, document)
    work.commands.next_model()
    assert not films(work)


def test_the_desktop_says_whether_things_may_move(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    hint = widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animate)
    assert glide.may_move(widget) is (hint != 0)
