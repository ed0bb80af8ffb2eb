"""A screen without a monitor, with a window manager, on which the program runs and takes real keys."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from keystrokes import Stroke
from spots import Spot

_KEYS = {"PgDown": "Next", "PgUp": "Prior", "Ins": "Insert", "Backtab": "shift+Tab", ".": "period"}
_HELD = {"Ctrl": "ctrl", "Shift": "shift", "Alt": "alt"}
_GRAB = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
application.primaryScreen().grabWindow(0).save(sys.argv[1])
"""
PROGRAMS = ("Xvfb", "openbox", "xdotool", "dbus-run-session")


def missing() -> list[str]:
    """Return the programs that are not there."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


class Screen:
    """A display and the program on it."""

    def __init__(self, display: str, folder: Path) -> None:
        self.display, self.folder = display, folder
        self.surroundings = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self.surroundings |= {"XDG_CONFIG_HOME": str(folder), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}

    @contextmanager
    def program(self, document: Path) -> Iterator[None]:
        """Run the program on a document until the block is left."""
        running = subprocess.Popen([sys.executable, "-m", "modelbuilder", str(document)], env=self.surroundings)
        try:
            self.do("search", "--sync", "--onlyvisible", "--name", " modelbuilder$", "windowfocus", "--sync")
            time.sleep(2)
            yield
        finally:
            running.terminate()
            running.wait(20)

    @contextmanager
    def hand(self, document: Path) -> Iterator["Finger"]:
        """Run the program on a document, and give one finger that does all with single taps and drags."""
        program = [sys.executable, str(Path(__file__).with_name("shown.py")), str(document)]
        paths = os.pathsep.join([str(Path(__file__).parents[1]), self.surroundings.get("PYTHONPATH", "")])
        around = {**self.surroundings, "PYTHONPATH": paths}
        running = subprocess.Popen(program, env=around, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            self.do("search", "--sync", "--onlyvisible", "--name", " modelbuilder$", "windowfocus", "--sync")
            time.sleep(2)
            yield Finger(self, running)
        finally:
            running.terminate()
            running.communicate(timeout=20)

    def picture(self, path: Path) -> None:
        """Keep what is on the screen."""
        subprocess.run(
            [sys.executable, "-c", _GRAB, str(path)], env=self.surroundings, check=True, timeout=60, capture_output=True
        )

    def do(self, *words: str) -> None:
        """Let xdotool do something."""
        subprocess.run(["xdotool", *words], env=self.surroundings, check=True, timeout=60, capture_output=True)

    def press(self, stroke: Stroke) -> None:
        """Press a key, or type words."""
        if stroke.words:
            self.do("type", "--delay", "15", stroke.words)
            return
        *held, key = stroke.key.split("+") if stroke.key != "+" else ["+"]
        key = _KEYS.get(key, key.lower() if len(key) == 1 else key)
        self.do("key", "+".join([*(_HELD[one] for one in held), key]))


class Finger:
    """A finger on a board that tells of it as of a mouse with one button."""

    def __init__(self, shown: Screen, running: subprocess.Popen[str]) -> None:
        self.shown, self.running = shown, running

    def find(self, kind: str, *words: str) -> Spot | None:
        """Ask the window where something is."""
        assert self.running.stdin is not None and self.running.stdout is not None
        print(json.dumps([kind, *words]), file=self.running.stdin, flush=True)
        found = json.loads(self.running.stdout.readline())
        return tuple(found) if found else None

    def tap(self, at: Spot) -> None:
        """Come down and lift."""
        self.shown.do(*_to(at), "mousedown", "1", "sleep", "0.02", "mouseup", "1", "sleep", "0.05")

    def drag(self, start: Spot, end: Spot) -> None:
        """Come down, go by way of a few points, and lift."""
        steps = [
            (start[0] + (end[0] - start[0]) * at // 8, start[1] + (end[1] - start[1]) * at // 8) for at in range(9)
        ]
        moves = [word for step in steps[1:] for word in (*_to(step), "sleep", "0.015")]
        self.shown.do(*_to(start), "mousedown", "1", *moves, "mouseup", "1", "sleep", "0.05")


def _to(at: Spot) -> tuple[str, ...]:
    return "mousemove", str(at[0]), str(at[1])


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """Set up a screen and a window manager, and take them away again."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24"], pass_fds=[write], stderr=subprocess.DEVNULL
    )
    os.close(write)
    with os.fdopen(read) as told:
        display = f":{told.readline().strip()}"
    shown = Screen(display, folder)
    manager = subprocess.Popen(["openbox"], env=shown.surroundings, stderr=subprocess.DEVNULL)
    try:
        yield shown
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(20)
