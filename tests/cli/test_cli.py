"""The command line: what it says, what it writes, how it refuses, and what it does without."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from modelbuilder.accountability.rules import catalogue
from modelbuilder.cli import COMMANDS, main
from modelbuilder.document.examples import examples_folder
from modelbuilder.document.files import load

CHART = examples_folder() / "models-abc.chart"
SAVED = examples_folder() / "models-abc.leadership"
BROKEN = examples_folder() / "models-abc-broken.chart"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process; return its code and what it printed on either side."""

    def call(*words: str | Path) -> tuple[int, str, str]:
        try:
            code = main([str(word) for word in words])
        except SystemExit as left:
            code = int(left.code or 0)
        return code, *capsys.readouterr()

    return call


def python(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run Python in a process of its own."""
    return subprocess.run(
        [sys.executable, *map(str, words)],
        capture_output=True,
        timeout=60,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
    )


def small(folder: Path, text: str = 'post HT role=headteacher held_by="Ŵyn Żółć"\n') -> Path:
    """Write a chart of one model."""
    path = folder / "small.chart"
    path.write_text(text, encoding="utf-8")
    return path


# Check


@pytest.mark.parametrize("path", [CHART, SAVED])
def test_check_finds_nothing_wrong_with_the_case_studies(run: Run, path: Path) -> None:
    assert run("check", path) == (0, f"{path.name}: no findings.\n", "")


def test_check_names_model_severity_code_and_fault_of_each_finding(run: Run) -> None:
    code, out, err = run("check", BROKEN)
    assert (code, err) == (1, "")
    lines = out.splitlines()
    assert lines[0] == "Model C · Must fix · R16 The local governing body of The Lantern School hangs from no board."
    assert all(line.startswith("Model C · Must fix · R") for line in lines[:3])
    assert lines[3].startswith("Model C · Check · R57 Marcus Delahay sits on ")
    assert len(lines) == 4


def test_check_is_the_same_for_a_chart_and_the_document_drawn_from_it(run: Run, tmp_path: Path) -> None:
    saved = tmp_path / "broken.leadership"
    assert run("draw", BROKEN, "-o", saved)[0] == 0
    assert run("check", saved) == run("check", BROKEN)
    assert run("check", saved, "--format", "json") == run("check", BROKEN, "--format", "json")


@pytest.mark.parametrize(
    ("left_out", "word"), [("GP advises GB\n", "Idea"), ('HoS1 public_face_of "Pellowby Primary"\n', "Check")]
)
def test_only_a_fault_that_must_be_fixed_makes_check_fail(run: Run, tmp_path: Path, left_out: str, word: str) -> None:
    code, out, _ = run("check", small(tmp_path, CHART.read_text(encoding="utf-8").replace(left_out, "")))
    assert code == 0
    assert f" · {word} · R" in out


def test_json_has_exactly_these_keys(run: Run) -> None:
    code, out, err = run("check", BROKEN, "--format", "json")
    assert (code, err) == (1, "")
    whole = json.loads(out)
    assert list(whole) == ["findings"]
    for finding in whole["findings"]:
        assert list(finding) == ["code", "rule", "severity", "model", "subjects", "message", "fixes"]
        assert finding["severity"] in ("error", "warning", "advice")
        assert finding["subjects"]
        for subject in finding["subjects"]:
            assert list(subject) == ["id", "handle", "label"]
            assert all(isinstance(value, str) and value for value in subject.values())
        assert all(isinstance(fix, str) for fix in finding["fixes"])
    assert [finding["code"] for finding in whole["findings"]] == ["R16", "R42", "R50", "R57"]


def test_json_of_no_findings_is_an_empty_list(run: Run) -> None:
    code, out, _ = run("check", SAVED, "--format", "json")
    assert (code, json.loads(out)) == (0, {"findings": []})


def test_json_is_the_same_on_every_run_whatever_the_hash_seed() -> None:
    words = ("-m", "modelbuilder", "check", BROKEN, "--format", "json")
    runs = [python(*words, PYTHONHASHSEED=seed) for seed in ("1", "2")]
    assert runs[0].stdout == runs[1].stdout != b""
    assert [one.returncode for one in runs] == [1, 1]


# Export


@pytest.mark.parametrize("path", [CHART, SAVED])
def test_a_pdf_has_a_page_for_each_model(run: Run, tmp_path: Path, path: Path) -> None:
    out = tmp_path / "slides.pdf"
    assert run("export", path, out) == (0, f"{out}\n", "")
    assert len(PdfReader(out).pages) == 3


def test_a_character_that_no_font_has_is_said_once(run: Run, tmp_path: Path) -> None:
    path, out = tmp_path / "lost.chart", tmp_path / "slides.pdf"
    path.write_text('document "Lost \U000100ff, \U000100ff"\nmodel A "سارہ"', encoding="utf-8")
    said = "No font here has \U000100ff (U+100FF): □ is shown instead.\n"
    assert run("export", path, out) == (0, f"{out}\n", said)


def test_a_pdf_of_one_model_has_one_page(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "slides.PDF"
    assert run("export", SAVED, out, "--model", "B")[0] == 0
    pages = PdfReader(out).pages
    assert len(pages) == 1
    assert "Executive headteacher and heads of school" in pages[0].extract_text()


def test_a_stage_is_exported_by_its_address(run: Run, tmp_path: Path) -> None:
    path, out = tmp_path / "story.chart", tmp_path / "slides.pdf"
    path.write_text("stage B/1 One\npost HT role=headteacher\nstage B/2 Two\npost DHT role=deputy_headteacher\n")
    assert run("export", path, out, "--model", "B/2")[0] == 0
    words = PdfReader(out).pages[0].extract_text()
    assert "B/2" in words and "Headteacher" in words and "Deputy Headteacher" in words


@pytest.mark.parametrize(
    ("size", "pixels"),
    [("1920x1080", (1920, 1080)), ("3840x2160", (3840, 2160)), ("4:3", (1440, 1080)), ("1000x1500", (1000, 1500))],
)
def test_a_png_of_one_model_has_the_size_asked_for(
    qapp: QApplication, run: Run, tmp_path: Path, size: str, pixels: tuple[int, int]
) -> None:
    out = tmp_path / "slide.png"
    assert run("export", SAVED, out, "--model", "A", "--size", size) == (0, f"{out}\n", "")
    head = out.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")) == pixels


def test_a_png_of_one_model_needs_no_letter_and_no_display(tmp_path: Path) -> None:
    no_display = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    done = python("-m", "modelbuilder", "export", small(tmp_path), tmp_path / "slide.png", **no_display)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "slide.png").stat().st_size > 1000


def test_a_png_of_several_models_is_refused(run: Run, tmp_path: Path) -> None:
    code, out, err = run("export", SAVED, tmp_path / "slide.png")
    assert (code, out) == (2, "")
    assert err == (
        "modelbuilder: models-abc.leadership has several models: "
        "say which one the picture shows, for example --model A.\n"
    )
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("letters", ["A,C", "C,A"])
def test_several_models_come_in_the_order_of_their_tabs(run: Run, tmp_path: Path, letters: str) -> None:
    out = tmp_path / "slides.pdf"
    assert run("export", SAVED, out, "--model", letters)[0] == 0
    assert [page.extract_text().split()[0] for page in PdfReader(out).pages] == ["A", "C"]


def test_a_page_for_a_website_is_written(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "models.html"
    assert run("export", SAVED, out) == (0, f"{out}\n", "")
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        (["--handout", "2"], 2),
        (["--handout", "3"], 1),
        (["--poster", "3x2"], 18),
        (["--findings"], 6),
        (["--size", "a3"], 3),
    ],
)
def test_a_pdf_can_be_for_the_hand_and_for_the_wall(run: Run, tmp_path: Path, words: list[str], pages: int) -> None:
    out = tmp_path / "slides.pdf"
    assert run("export", SAVED, out, *words) == (0, f"{out}\n", "")
    assert len(PdfReader(out).pages) == pages


@pytest.mark.parametrize("suffix", [".pdf", ".svg", ".png", ".html"])
def test_every_command_takes_what_was_exported(qapp: QApplication, run: Run, tmp_path: Path, suffix: str) -> None:
    out, again = tmp_path / f"out{suffix}", tmp_path / "again.leadership"
    assert run("export", SAVED, out, *(["--model", "B"] if suffix in (".svg", ".png") else []))[0] == 0
    assert run("write", out) == run("write", SAVED)
    assert run("check", out) == (0, f"out{suffix}: no findings.\n", "")
    assert run("narrate", out) == run("narrate", SAVED)
    assert run("who", out, "Fennimoor Primary") == run("who", SAVED, "Fennimoor Primary")
    assert run("compare", out, "A", "B") == run("compare", SAVED, "A", "B")
    assert run("draw", out, "-o", again)[0] == 0
    assert again.read_bytes() == SAVED.read_bytes()
    assert run("export", out, tmp_path / "next.pdf")[0] == 0
    assert run("write", tmp_path / "next.pdf") == run("write", SAVED)


# Draw and write


def test_draw_and_write_come_back_to_the_same_chart(run: Run, tmp_path: Path) -> None:
    saved, again = tmp_path / "models.leadership", tmp_path / "again.chart"
    assert run("draw", CHART, "-o", saved) == (0, f"{saved}\n", "")
    _, written, _ = run("write", saved)
    again.write_text(written, encoding="utf-8")
    assert run("write", again) == (0, written, "")
    assert 'model C "Multi-academy trust"' in written


def test_draw_gives_a_place_to_everything_and_keeps_the_places_that_there_are(run: Run, tmp_path: Path) -> None:
    once, twice = tmp_path / "once.leadership", tmp_path / "twice.leadership"
    run("draw", CHART, "-o", once)
    for model in load(once).models.values():
        assert set(model.places) >= {*model.posts, *model.bodies, *model.placements, *model.groups, *model.figures}
    run("draw", once, "-o", twice)
    assert once.read_bytes() == twice.read_bytes()


def test_the_saved_example_is_what_draw_makes_of_its_chart(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "models-abc.leadership"
    run("draw", CHART, "-o", out)
    assert out.read_bytes() == SAVED.read_bytes()


def test_draw_does_not_write_a_document_over_a_chart(run: Run, tmp_path: Path) -> None:
    path = small(tmp_path)
    before = path.read_bytes()
    code, _, err = run("draw", path, "-o", path)
    assert (code, err) == (2, "modelbuilder: small.chart should end in .leadership.\n")
    assert path.read_bytes() == before


def test_write_says_on_the_other_side_what_a_chart_leaves_behind(run: Run) -> None:
    code, out, err = run("write", SAVED)
    assert (code, err) == (0, "A chart does not hold 64 positions.\n")
    assert out.startswith('document "Models A, B and C" date=2026-11-21\n')
    assert run("write", CHART)[2] == ""


def test_what_is_printed_is_utf_8_everywhere(tmp_path: Path) -> None:
    done = python("-m", "modelbuilder", "write", small(tmp_path), PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert "Ŵyn Żółć" in done.stdout.decode()


# Rules


def test_rules_lists_every_rule_with_its_severity_standing_and_source(run: Run) -> None:
    code, out, err = run("rules")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("R01  Must fix ")
    assert [line[:3] for line in lines] == sorted({rule.code for rule in catalogue()})
    for line, rule in zip(lines, catalogue(), strict=True):
        assert rule.title in line
        assert line.endswith(f"[{rule.source}]")


# Refusals

REFUSED = {
    "missing file": (("check", "nope.chart"), "There is no file"),
    "missing document": (("export", "nope.leadership", "out.pdf"), "There is no file"),
    "folder": (("check", "folder"), "folder is a folder, not a file."),
    "folder as a chart": (("write", "folder.chart"), "folder.chart is a folder, not a file."),
    "broken JSON": (("check", "broken.leadership"), "broken.leadership, line 1, column 12: the file is broken"),
    "other JSON": (("draw", "other.leadership", "-o", "out.leadership"), "is not a .leadership file"),
    "binary file": (("export", "binary.chart", "out.pdf"), "binary.chart is not a text file: byte 1 is not UTF-8."),
    "empty document": (("write", "empty.leadership"), "empty.leadership is empty."),
    "unknown role": (("check", "faulty.chart"), "faulty.chart, line 2, column 9: "),
    "unknown role drawn": (("draw", "faulty.chart", "-o", "out.leadership"), "did you mean"),
    "unknown model": (("export", "small.chart", "out.pdf", "--model", "Q"), "small.chart has no model Q; it has A."),
    "unknown ending": (
        ("export", "small.chart", "out.docx"),
        "out.docx should end in .pdf, .pptx, .png, .svg or .html.",
    ),
    "no ending": (("export", "small.chart", "out"), "out should end in .pdf, .pptx, .png, .svg or .html."),
    "ending of a chart": (("draw", "small.chart", "-o", "out.chart"), "out.chart should end in .leadership."),
    "output in a missing folder": (("export", "small.chart", "nowhere/out.pdf"), "cannot be written: No such file"),
    "output under a file": (("draw", "small.chart", "-o", "small.chart/out.leadership"), "cannot be written: "),
    "output on a folder": (("export", "small.chart", "folder.pdf"), "cannot be written: Is a directory."),
    "chart inside nothing": (("write", "page.html"), "page.html has no leadership model inside: "),
    "picture without source": (("check", "plain.svg"), "plain.svg has no leadership model inside: "),
    "option for another format": (("export", "small.chart", "o.pdf", "--dpi", "300"), "--dpi is for PNG, not for PDF."),
    "no size for a page": (("export", "small.chart", "o.html", "--size", "a4"), "--size is for PDF, PNG and SVG, not"),
    "handout of a picture": (
        ("export", "small.chart", "o.png", "--handout", "2"),
        "--handout is for PDF, not for PNG.",
    ),
    "unknown size": (("export", "small.chart", "o.pdf", "--size", "a5"), "“a5” is not a size; there are 16:9, 4:3,"),
    "pixels of a page": (("export", "small.chart", "o.pdf", "--size", "800x600"), "“800x600” is not a size"),
    "narrow picture": (("export", "small.chart", "o.png", "--size", "100x900"), "100x900 cannot be a slide: "),
    "large picture": (("export", "small.chart", "o.png", "--size", "a3", "--dpi", "2400"), "is too large: 100 million"),
    "two kinds of page": (
        ("export", "small.chart", "o.pdf", "--handout", "2", "--findings"),
        "--handout and --findings make pages of their own: choose one of them.",
    ),
    "poster with a size": (
        ("export", "small.chart", "o.pdf", "--poster", "2x2", "--size", "a4"),
        "--poster takes its size from its sheets: leave --size out.",
    ),
    "author of roles only": (
        ("export", "small.chart", "o.pdf", "--author", "X", "--roles-only"),
        "--roles-only leaves out every name, the author’s too: leave --author out.",
    ),
    "several models as SVG": (("export", str(SAVED), "o.svg", "--model", "A,B"), "has several models: say which one"),
    "comparison of one": (("compare", "small.chart", "A"), "compare needs two models or more, such as A B."),
    "comparison with none": (("compare", "small.chart", "A", "B/2"), "small.chart has no model B/2; it has A."),
    "comparison for nobody": (
        ("compare", str(SAVED), "A", "B", "--for", "Marta Quil"),
        "“Marta Quil” is neither a person nor a role of these models; did you mean Marta Quill?",
    ),
    "comparison of three as data": (
        ("compare", str(SAVED), "A", "B", "C", "--format", "json"),
        "--format json compares two models: leave the others out, or say --for whom.",
    ),
    "comparison of five": (
        ("export", str(SAVED), "o.pdf", "--compare", "A,B,C,A,B"),
        "--compare takes two to 4 models",
    ),
    "comparison and deck": (
        ("export", "small.chart", "o.pdf", "--compare", "A,B", "--deck", "X"),
        "small.chart has no deck X; it has none.",
    ),
    "for whom without models": (
        ("export", "small.chart", "o.pdf", "--for", "chair"),
        "say with --compare which models.",
    ),
    "comparison with models": (
        ("export", str(SAVED), "o.pdf", "--compare", "A,B", "--model", "A"),
        "--deck and --compare say which models are shown: leave --model and --stages out.",
    ),
    "comparison for a post": (
        ("export", str(SAVED), "o.pdf", "--compare", "A,B", "--for", "HoS1"),
        "--for takes a person or a role, and “HoS1” is a post.",
    ),
    "stages of a missing file": (("stages", "nope.chart"), "nope.chart"),
    "one unknown of several": (("export", str(SAVED), "o.pdf", "--model", "A,X"), "has no model X; it has A, B, C."),
    "window on a missing file": (("nope.leadership",), "There is no file nope.leadership."),
    "window on a folder": (("folder",), "folder is a folder, not a file."),
}


@pytest.fixture
def odd_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Set up files that cannot be used, and stand in their folder."""
    for name in ("folder", "folder.chart", "folder.pdf"):
        (tmp_path / name).mkdir()
    (tmp_path / "broken.leadership").write_text('{"format": ')
    (tmp_path / "other.leadership").write_text('{"format": "something else"}')
    (tmp_path / "binary.chart").write_bytes(b"\xff\xfe\x00\x01")
    (tmp_path / "empty.leadership").write_text(" \n")
    (tmp_path / "page.html").write_text("<!doctype html><title>Something else</title>")
    (tmp_path / "plain.svg").write_text("<svg/>")
    (tmp_path / "faulty.chart").write_text("# a chart\npost HT role=headteecher\n")
    small(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_done_is_refused_in_one_sentence(run: Run, odd_files: Path, case: str) -> None:
    words, message = REFUSED[case]
    before = sorted(odd_files.rglob("*"))
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert err.startswith("modelbuilder: ")
    assert err.count("\n") == 1
    assert err.endswith((".\n", "?\n"))
    assert message in err
    assert sorted(odd_files.rglob("*")) == before, "something was left behind"


@pytest.mark.parametrize("case", ["binary file", "output on a folder"])
def test_a_process_that_is_refused_shows_no_traceback(odd_files: Path, case: str) -> None:
    done = python("-m", "modelbuilder", *REFUSED[case][0])
    assert done.returncode == 2
    assert done.stderr.startswith(b"modelbuilder: ")
    assert b"Traceback" not in done.stderr


POSTER, DOTS = ["export", "a.chart", "o.pdf", "--poster", "9x2"], ["export", "a.chart", "o.png", "--dpi", "3"]


@pytest.mark.parametrize(
    "words", [["check"], ["export", "a.chart"], ["draw", "a.chart"], ["rules", "R01"], ["--nope"], POSTER, DOTS]
)
def test_wrong_usage_is_explained(run: Run, words: list[str]) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert err.startswith("modelbuilder: ")
    assert err.endswith(" --help tells what can be said.\n")
    assert err.count("\n") == 1


# Safe writing


@pytest.mark.parametrize(
    ("words", "out"),
    [(("export", CHART, "out.pdf"), "out.pdf"), (("draw", CHART, "-o", "out.leadership"), "out.leadership")],
)
@pytest.mark.parametrize("failing", ["tempfile.mkstemp", "os.fsync", "os.replace"])
def test_what_was_there_stays_when_writing_fails(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], out: str, failing: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / out).write_bytes(b"what was there")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(failing, refuse)
        code, _, err = run(*words)
    assert code == 2
    assert err.endswith(f"{out} cannot be written: Permission denied.\n")
    assert [path.name for path in tmp_path.iterdir()] == [out]
    assert (tmp_path / out).read_bytes() == b"what was there"


def test_an_output_is_replaced_as_a_whole(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "slides.pdf"
    out.write_bytes(b"x" * 2_000_000)
    reader = out.open("rb")
    assert run("export", CHART, out)[0] == 0
    with reader:
        assert len(reader.read()) == 2_000_000, "the old file was written into"
    assert out.read_bytes().endswith(b"%%EOF\n")
    assert [path.name for path in tmp_path.iterdir()] == ["slides.pdf"]


# What each command does without

LISTING = "import sys; from modelbuilder.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
HELPING = """
import sys
from modelbuilder.cli import main
try:
    main(sys.argv[1:])
except SystemExit as left:
    print(*sys.modules, file=sys.stderr)
    raise
"""


def packages(stderr: bytes) -> set[str]:
    """Collect the top-level packages in a printed list of modules."""
    return {name.partition(".")[0] for name in stderr.decode().split()}


@pytest.mark.parametrize("suffix", [".pdf", ".svg", ".html"])
def test_only_a_png_needs_qt(tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"out{suffix}"
    done = python("-c", LISTING, "export", small(tmp_path), out)
    assert done.returncode == 0, done.stderr
    assert not packages(done.stderr) & {"PySide6", "shiboken6"}
    done = python("-c", LISTING, "check", out)
    assert not packages(done.stderr) & {"PySide6", "shiboken6"}


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_loads_qt_except_for_a_picture(tmp_path: Path, command: str) -> None:
    words: dict[str, list[str | Path]] = {
        "check": [CHART],
        "export": [small(tmp_path), tmp_path / "out.pdf"],
        "draw": [CHART, "-o", tmp_path / "out.leadership"],
        "write": [SAVED],
        "rules": [],
        "explain": ["R07"],
        "who": [CHART, "Fennimoor Primary"],
        "narrate": [CHART],
        "compare": [CHART, "A", "B"],
        "stages": [CHART],
    }
    done = python("-c", LISTING, command, *words[command])
    assert done.returncode == 0
    loaded = packages(done.stderr)
    assert "modelbuilder" in loaded
    assert not loaded & {"PySide6", "shiboken6"}


@pytest.mark.parametrize("words", [["--help"], ["export", "--help"]])
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    done = python("-c", HELPING, *words)
    assert done.returncode == 0
    assert b"usage: modelbuilder" in done.stdout
    loaded = packages(done.stderr)
    assert "argparse" in loaded
    assert not loaded & {"PySide6", "shiboken6", "networkx", "reportlab", "pydantic"}


def test_help_names_every_command(run: Run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    assert all(command in out for command in COMMANDS)


@pytest.mark.parametrize("words", [["check", str(CHART)], ["write", str(SAVED)]], ids=["short", "long"])
def test_a_reader_that_leaves_early_is_no_error(words: list[str]) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    process = subprocess.Popen(
        [sys.executable, "-m", "modelbuilder", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()  # as `head` does once it has its lines
    with process.stderr:
        said = process.stderr.read()
    assert process.wait(60) == 0
    assert b"Traceback" not in said
    assert b"BrokenPipe" not in said
