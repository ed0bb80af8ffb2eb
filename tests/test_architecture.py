"""The house rules that a program can check: names, sizes, imports, and tests for every part."""

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

import modelbuilder

PACKAGE = Path(modelbuilder.__file__).parent
TESTS = Path(__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "manager", "handler", "base", "core", "util", "helper"}
QT = {"PySide6", "shiboken6"}
QT_FILES = {"app.py", "render/qt.py", "render/png.py"}
QT_FOLDERS = {"canvas", "windows"}
NETWORK = {
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
    "PySide6.QtNetwork",
    "PySide6.QtWebSockets",
    "PySide6.QtWebEngineCore",
}


def name_of(path: Path) -> str:
    """Return the path of a module inside the package."""
    return path.relative_to(PACKAGE).as_posix()


def imported(source: str) -> Iterator[str]:
    """Yield every module that a source imports, wherever in it, and every name taken from one."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def among(module: str, names: set[str]) -> bool:
    """Tell whether a module is one of the names or inside one of them."""
    return any(module == name or module.startswith(f"{name}.") for name in names)


def fault_of_docstring(text: str | None) -> str:
    """Say what is wrong with the first line of a module, or nothing."""
    first = (text or "").partition("\n\n")[0]
    if not first:
        return "it has no docstring"
    if not first.endswith("."):
        return "its first paragraph is no sentence"
    if not (first[0].isupper() or first[0].isdigit()):
        return "its sentence does not begin with a capital"
    return "its first paragraph is more than one sentence" if ". " in first else ""


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_module_begins_with_one_sentence_on_what_it_is_for(path: Path) -> None:
    # A rule's docstring is its page of the manual, and its first line the title of that page.
    if "rules" in path.parts and path.stem != "__init__":
        first = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").partition("\n")[0]
        assert first
        return
    assert fault_of_docstring(ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))) == ""


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Cards and boxes as marks.", ""),
        ("Cards.\n\nMore about cards. And more.", ""),
        (None, "it has no docstring"),
        ("Cards and boxes", "its first paragraph is no sentence"),
        ("cards.", "its sentence does not begin with a capital"),
        ("Cards. Boxes.", "its first paragraph is more than one sentence"),
    ],
)
def test_faulty_docstrings_are_noticed(text: str | None, fault: str) -> None:
    assert fault_of_docstring(text) == fault


def test_modules_are_named_after_the_one_thing_in_them() -> None:
    names = {part.removesuffix(".py") for path in FILES for part in path.relative_to(PACKAGE).parts}
    assert not names & FORBIDDEN_NAMES
    assert all(name == name.lower() for name in names)


def test_no_file_is_longer_than_400_lines() -> None:
    lengths = {name_of(path): path.read_text(encoding="utf-8").count("\n") for path in FILES}
    # Tables of the vocabulary are data: one entry after the other, however many there are.
    long = {name: lines for name, lines in lengths.items() if lines > 400 and not name.startswith("vocabulary/")}
    assert long == {}


def test_qt_is_imported_only_where_windows_and_pictures_are_made() -> None:
    found = {
        name_of(path)
        for path in FILES
        if any(among(module, QT) for module in imported(path.read_text(encoding="utf-8")))
    }
    outside = {name for name in found if name not in QT_FILES and name.partition("/")[0] not in QT_FOLDERS}
    assert outside == set()
    assert found >= QT_FILES, "the list above names files that do without Qt"


@pytest.mark.parametrize("names", [NETWORK, {"logging", "syslog"}], ids=["network", "logs"])
def test_nothing_reaches_for_the_network_or_keeps_a_log(names: set[str]) -> None:
    found = {
        (name_of(path), module)
        for path in FILES
        for module in imported(path.read_text(encoding="utf-8"))
        if among(module, names)
    }
    assert found == set()


COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}\b|\brgba?\(|\bhsla?\(")


def test_the_window_names_its_colours_by_the_look_so_that_every_theme_has_them() -> None:
    found = {
        (name_of(path), node.value)
        for path in FILES
        if name_of(path).partition("/")[0] in QT_FOLDERS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and COLOUR.search(node.value)
    }
    assert {name for name, value in found if value != "#[0-9A-F]{6}"} == set()
    sheet = (PACKAGE / "windows" / "theme.py").read_text(encoding="utf-8")
    assert re.findall(r"(?:color|background|border[a-z-]*):[^;{}]*\b(?:white|black|gray|grey|red|blue)\b", sheet) == []


def test_only_the_command_line_prints() -> None:
    printing = {
        name_of(path)
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    assert {name.partition("/")[0] for name in printing} == {"cli"}


def test_imports_are_found_wherever_they_stand() -> None:
    source = "def f():\n    from urllib import request\n    import PySide6.QtNetwork\n"
    found = list(imported(source))
    assert [module for module in found if among(module, NETWORK)] == ["urllib.request", "PySide6.QtNetwork"]
    assert not among("httpd", NETWORK)


@pytest.mark.parametrize("folder", sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()))
def test_every_part_has_tests_that_mirror_it(folder: str) -> None:
    tests = sorted((TESTS / folder).glob("test_*.py"))
    assert tests
    assert any("def test_" in path.read_text(encoding="utf-8") for path in tests)


def test_every_folder_of_tests_mirrors_a_part() -> None:
    folders = {path.parent for path in TESTS.rglob("test_*.py")} - {TESTS, TESTS / "clients"}
    assert {folder.name for folder in folders} <= {path.name for path in PACKAGE.iterdir() if path.is_dir()}


def test_names_of_test_files_are_unique() -> None:
    names = [path.name for path in TESTS.rglob("*.py")]
    assert sorted(names) == sorted(set(names))


def test_qt_is_not_the_release_that_loses_references_to_none() -> None:
    numbers = tuple(int(part) for part in version("PySide6-Essentials").split(".")[:2])
    assert numbers != (6, 12)
    from PySide6.QtGui import QPainterPath

    path, before = QPainterPath(), sys.getrefcount(None)
    for _ in range(1000):
        path.lineTo(1, 1)
    assert sys.getrefcount(None) > before - 500
