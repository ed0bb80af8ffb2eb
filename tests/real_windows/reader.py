"""What a screen reader hears, through AT-SPI: run by the system's Python, because pyatspi is not on any index.

Its arguments are keys for xdotool. Prints JSON: the objects of the canvas as they are at first, how long it took to
ask for all of them, and the names of what got the keyboard or was announced while keys were pressed. After
`--labels WINDOW` it prints what the labels of that window say, once after each key.
"""

import json
import subprocess
import sys
import threading
import time
from typing import Any

import pyatspi  # type: ignore[import-not-found]


def program() -> Any:
    """Wait for the program on the bus of assistive technology."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and "modelbuilder" in application.name:
                return application
        time.sleep(0.2)
    raise SystemExit("The program is not on the bus.")


def canvas_in(around: Any) -> Any:
    """Find the canvas: the list that is named after its model."""
    if around is None:
        return None
    if around.getRoleName() == "list" and around.name.startswith("Model "):
        return around
    return next((found for one in around if (found := canvas_in(one)) is not None), None)


def told(thing: Any) -> dict[str, Any]:
    """Return what is said of an object and of all objects in it."""
    actions = thing.queryAction()
    states = [pyatspi.stateToString(state) for state in thing.getState().getStates()]
    return {
        "role": thing.getRoleName(),
        "name": thing.name,
        "description": thing.description,
        "actions": [actions.getName(index) for index in range(actions.nActions)],
        "states": states,
        "inside": [told(one) for one in thing],
    }


def labels(thing: Any) -> list[str]:
    """Return what the labels in a window say, in order."""
    own = [thing.name] if thing.getRoleName() == "label" else []
    return own + [words for one in thing if one is not None for words in labels(one)]


def labels_after(window: str, keys: list[str]) -> list[list[str]]:
    """Press keys, and return what the labels of a window say after each."""
    application, said = program(), []
    for key in keys:
        subprocess.run(["xdotool", "key", key], check=True)
        time.sleep(1.5)
        frames = [frame for frame in application if frame is not None and window in frame.name]
        said.append(labels(frames[0]) if frames else [])
    return said


def main() -> None:
    """Read the canvas, press the keys, and say what was heard."""
    if sys.argv[1:2] == ["--labels"]:
        print(json.dumps(labels_after(sys.argv[2], sys.argv[3:])))
        return
    application = program()
    until = time.monotonic() + 20
    while (canvas := canvas_in(application)) is None and time.monotonic() < until:
        time.sleep(0.5)
    started = time.monotonic()
    seen = told(canvas)
    seconds = time.monotonic() - started
    heard: list[list[str]] = []

    def hear(event: Any) -> None:
        if event.type.startswith("object:announcement"):
            heard.append(["announced", event.any_data])
        elif event.detail1:
            heard.append(["focused", event.source.name])

    pyatspi.Registry.registerEventListener(hear, "object:state-changed:focused", "object:announcement")

    def press() -> None:
        for key in sys.argv[1:]:
            time.sleep(0.6)
            subprocess.run(["xdotool", "key", key], check=True)
        time.sleep(1.0)
        pyatspi.Registry.stop()

    threading.Thread(target=press).start()
    pyatspi.Registry.start()
    print(json.dumps({"seen": seen, "seconds": seconds, "heard": heard}))


main()
