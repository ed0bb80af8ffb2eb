"""A screen without a monitor, with a window manager, on which the program runs and takes real keys."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from keystrokes import Stroke

_KEYS = {"PgDown": "Next", "PgUp": "Prior", "Ins": "Insert", "Backtab": "shift+Tab", ".": "period"}
_HELD = {"Ctrl": "ctrl", "Shift": "shift", "Alt": "alt"}
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
