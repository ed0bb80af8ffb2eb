"""The program in a real window: model B by keys alone and by taps alone, what is read out, the seven stories.

Run by `make test-windows`, which installs what it needs; not part of `make test`.
"""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from PySide6.QtGui import QImage
from screens import Screen, missing, screen

from chart import chart
from keystrokes import LINES, MODEL_B, Stroke, lines_by_name, strokes
from modelbuilder.accountability.findings import check
from modelbuilder.document import pages
from modelbuilder.document.examples import examples, stories
from modelbuilder.document.files import load, save
from modelbuilder.drawing.arrangement import place_all
from spots import Spot
from taps import build

READER = Path(__file__).with_name("reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Screen]:
    assert missing() == []
    with screen(tmp_path) as found:
        yield found


def read(shown: Screen, *words: str) -> Any:
    """Return what a screen reader finds while keys are pressed."""
    result = subprocess.run(
        [SYSTEM_PYTHON, str(READER), *words],
        env={key: value for key, value in shown.surroundings.items() if key != "PYTHONPATH"},
        check=False,
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def everything(thing: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for one in thing["inside"]:
        yield one
        yield from everything(one)


def test_model_b_is_built_in_a_real_window_by_keys_alone(shown: Screen, tmp_path: Path) -> None:
    path = tmp_path / "by-keys.leadership"
    save(pages.new_document(), path)
    with shown.program(path):
        started = monotonic()
        for stroke in [*strokes(MODEL_B), Stroke("Ctrl+S")]:
            shown.press(stroke)
        until = monotonic() + 20
        while lines_by_name(load(path)) != LINES and monotonic() < until:
            pass
        print(f"built in {monotonic() - started:.0f} s")
    assert lines_by_name(load(path)) == LINES


def left_over(picture: Path, anew: Path, corner: Spot) -> int:
    """Count the points of the page that are not on the screen as they would be painted anew."""
    seen, right = QImage(str(picture)), QImage(str(anew))
    points = ((x, y) for x in range(300, right.width() - 10, 3) for y in range(100, right.height() - 260, 3))
    return sum(seen.pixel(corner[0] + x, corner[1] + y) != right.pixel(x, y) for x, y in points)


def test_model_b_is_built_in_a_real_window_by_single_taps_and_drags_alone(shown: Screen, tmp_path: Path) -> None:
    path = tmp_path / "by-taps.leadership"
    save(pages.new_document(), path)
    with shown.hand(path) as finger:
        started = monotonic()
        try:
            built = build(finger)
            for words in ("File", "Save"):
                if words == "File":
                    built.tap("push", "Menu")
                built.tap("menu", words)
        finally:
            sleep(1)
            shown.picture(tmp_path / "by-taps.png")
            corner = finger.find("painted", str(tmp_path / "anew.png"))
        assert corner is not None
        assert left_over(tmp_path / "by-taps.png", tmp_path / "anew.png", corner) < 20
        print(f"built by {built.taps} taps and {built.drags} drags in {monotonic() - started:.0f} s")
    assert lines_by_name(load(path)) == LINES
    document = load(path)
    assert {finding.code for finding in check(document, document.order[0])} == set()


def test_a_screen_reader_finds_every_card_and_hears_where_the_keyboard_goes(shown: Screen, tmp_path: Path) -> None:
    path = tmp_path / "models.leadership"
    path.write_bytes(next(one for one in examples() if one.stem == "models-abc").read_bytes())
    keys = ("ctrl+Next", "ctrl+f", "m", "a", "r", "t", "a", "Return", "Up", "Down", "Right", "l", "Delete", "ctrl+z")
    with shown.program(path):
        found = read(shown, *keys)
    head = next(one for one in everything(found["seen"]) if one["name"].startswith("Headteacher, Ines Marlowe-Tate"))
    assert head["role"] == "list item"
    assert "answers to the governing body" in head["description"]
    assert "Connect to" in head["actions"]
    assert {"focusable", "selectable"} <= set(head["states"])
    said = [tuple(row) for row in found["heard"]]
    for row in (
        ("announced", "Model B: Executive headteacher and heads of school"),
        ("focused", "Head of School, Marta Quill, Pellowby Primary"),
        ("focused", "Executive Headteacher, Dai Okonedo-Reyes, Pellowby Federation"),
        ("focused", "Head of School, Joss Ferrant, Fennimoor Primary"),
        ("focused", "Joss Ferrant, Head of School, answers to Dai Okonedo-Reyes"),
    ):
        assert row in said, said
    assert any(how == "announced" and words.startswith("Done: Delete") for how, words in said)
    assert any(how == "announced" and words.startswith("Undone: Delete") for how, words in said)


def test_a_thousand_cards_are_all_there_to_be_read(shown: Screen, tmp_path: Path) -> None:
    rows = ["group T kind=multi_academy_trust"]
    for number in range(100):
        rows += [f"school S{number}", f"S{number} in T"]
        rows += [f'post P{number}-{one} role=middle_leader at=S{number} held_by="Q{number} {one}"' for one in range(9)]
    path = tmp_path / "thousand.leadership"
    save(place_all(chart("\n".join(rows))), path)
    with shown.program(path):
        found = read(shown)
    assert len(list(everything(found["seen"]))) == 1001
    print(f"1,001 objects with everything that is said of them in {found['seconds']:.1f} s")
    assert found["seconds"] < 60  # a machine that does nothing else takes 6


@pytest.mark.parametrize("path", stories(), ids=lambda path: path.stem)
def test_a_story_is_played_from_end_to_end_by_keys(shown: Screen, tmp_path: Path, path: Path) -> None:
    document = load(path)
    stages = list(pages.ordered(document))
    keys = ["F5", "s"]
    for _, model in stages[1:]:
        keys += ["Right", "Right"] if model.predict else ["Right"]
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    with shown.program(copy):
        said = read(shown, "--labels", "Presenter", *keys)[1:]
    for at, (model_id, model) in enumerate(stages):
        if at and model.predict:
            assert f"Asking: {model.predict}" in said.pop(0)
        now = said.pop(0)
        assert f"{at + 1} of {len(stages)}   {model.title}" in now
        assert model.narration in now and model.notes in now
        found = [finding.message for finding in check(document, model_id)]
        more = [f"And {len(found) - 5} more."] if len(found) > 5 else []
        rows = ["Found at this stage:", *found[:5], *more] if found else ["Nothing is found at this stage."]
        assert "\n".join(rows) in now
    assert said == []
