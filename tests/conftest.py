"""What all tests share: no display, repeatable random examples, no windows left behind."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from modelbuilder.windows.window import Window
    from modelbuilder.windows.work import Work

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile(
    "ci", derandomize=True, deadline=None, print_blob=False, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ci")


def _top_level_widgets() -> set[object]:
    """The windows that exist now, or none where the test has no use for widgets."""
    if "PySide6.QtWidgets" not in sys.modules:
        return set()
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return set()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return set(QApplication.topLevelWidgets())


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """Fail a test that leaves a window behind, since the next test would see it."""
    before = _top_level_widgets()
    yield
    left = _top_level_widgets() - before
    if left:
        left.clear()
        gc.collect()
        left = _top_level_widgets() - before
    assert not left, f"windows left behind: {left}"


@pytest.fixture
def window(qtbot: "QtBot", tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator["Window"]:
    """Return a shown window on an empty document."""
    from PySide6.QtCore import QSettings

    from modelbuilder.app import make_application, make_window

    make_application()
    shown = make_window(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    shown.resize(1600, 960)
    shown.show_work()
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    monkeypatch.setattr(shown.work.filing, "may_leave", lambda: True)
    shown.close()
    shown.deleteLater()


@pytest.fixture
def work(window: "Window") -> "Work":
    """Return the work page of a shown window, on an empty document."""
    return window.work
