"""Files: what is saved is loaded again, in canonical order, and never half written."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chart import chart
from modelbuilder.document import files, pages
from modelbuilder.document.errors import InputError
from modelbuilder.document.faults import faults
from modelbuilder.document.records import Document, Model, Record, table
from strategies import documents, edited

SAMPLE = """
    document "Pellowby partnership"
    model B "Executive head"
    school "Pellowby Primary" category=maintained pupils=210
    group "Pellowby Federation" kind=hard_federation
    "Pellowby Primary" in "Pellowby Federation"
    post HoS1 role=head_of_school at="Pellowby Primary" held_by="Marta Quill"
    body FGB kind=governing_body of="Pellowby Federation" seats=11
    HoS1 accountable_to FGB
"""


@settings(max_examples=45)
@given(edited())
def test_what_is_saved_is_loaded(steps: tuple[Document, ...]) -> None:
    for document in steps:
        text = files.dump(document)
        again = files.parse(text, "x")
        assert again == document
        assert files.dump(again) == text


def _turned(record: Any) -> Any:
    """Return an equal record whose tables are filled in the opposite order; a number as it is."""
    if not isinstance(record, Record):
        return record
    update = {
        name: table({key: _turned(row) for key, row in reversed(list(rows.items()))})
        for name in type(record).model_fields
        if hasattr(rows := getattr(record, name), "items")
    }
    return record.model_copy(update=update)


@settings(max_examples=30)
@given(documents())
def test_equal_documents_have_equal_text(document: Document) -> None:
    turned = _turned(document)
    assert turned == document
    assert files.dump(turned) == files.dump(document)


def test_handles_are_in_natural_order() -> None:
    document = chart("post HT10 role=ceo\npost HT2 role=ceo\npost ht1 role=ceo")
    (model,) = json.loads(files.dump(document))["document"]["models"].values()
    assert [post["handle"] for post in model["posts"].values()] == ["ht1", "HT2", "HT10"]


def test_text_is_kept_readable() -> None:
    text = files.dump(pages.new_document("Ysgol Llanŵr"))
    assert "Ysgol Llanŵr" in text
    assert text.endswith("}\n")


def test_save_and_load_a_file(tmp_path: Path) -> None:
    document, path = chart(SAMPLE), tmp_path / "Ysgol Llanŵr.leadership"
    files.save(document, path)
    assert files.load(path) == document
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.leadership"
    path.write_bytes(b"\xef\xbb\xbf" + files.dump(chart(SAMPLE)).encode())
    assert files.load(path) == chart(SAMPLE)


@pytest.mark.parametrize("name", ["a.chart", "A.CHART"])
def test_a_chart_file_is_read_as_a_chart(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"post HT role=headteacher\r\nHT leads Pelowby\r\n")
    with pytest.raises(InputError) as caught:
        files.load(path)
    assert str(caught.value) == f"{name}, line 2, column 10: “Pelowby” is not a known name in model A."


# Writing in one step


def _failing(*_: Any, **__: Any) -> Any:
    raise OSError(28, "No space left on device")


def _interrupted(*_: Any, **__: Any) -> Any:
    raise KeyboardInterrupt


class _BrokenFile:
    """A file whose disk is full."""

    def __init__(self, handle: int, _mode: str) -> None:
        self.handle = handle

    def __enter__(self) -> "_BrokenFile":
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.handle)

    def write(self, content: bytes) -> None:
        os.write(self.handle, content[:10])
        _failing()


@pytest.mark.parametrize(
    ("where", "crash"),
    [
        ("os.fdopen", _BrokenFile),
        ("os.fsync", _failing),
        ("os.chmod", _failing),
        ("os.replace", _failing),
    ],
)
def test_a_crash_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, crash: Any
) -> None:
    path = tmp_path / "a.leadership"
    files.save(chart(SAMPLE), path)
    before = path.read_bytes()
    monkeypatch.setattr(where, crash)
    with pytest.raises(InputError) as caught:
        files.save(pages.new_document("another"), path)
    monkeypatch.undo()
    assert str(caught.value) == f"{path} cannot be written: No space left on device."
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupt_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.replace", _interrupted)
    with pytest.raises(KeyboardInterrupt):
        files.save(chart(SAMPLE), tmp_path / "a.leadership")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_flushed_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.open", _opening_no_folder(os.open))
    files.save(chart(SAMPLE), tmp_path / "a.leadership")
    assert files.load(tmp_path / "a.leadership") == chart(SAMPLE)


def _opening_no_folder(real: Any) -> Any:
    def open_it(path: Any, flags: int, *more: Any, **named: Any) -> int:
        if os.path.isdir(path):
            raise OSError(22, "Invalid argument")
        found: int = real(path, flags, *more, **named)
        return found

    return open_it


def test_permissions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.leadership"
    files.save(chart(SAMPLE), path)
    path.chmod(0o640)
    files.save(pages.new_document(), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_of_any_other(tmp_path: Path) -> None:
    files.save(chart(SAMPLE), tmp_path / "a.leadership")
    (tmp_path / "other").touch()
    modes = {found.stat().st_mode for found in tmp_path.iterdir()}
    assert len(modes) == 1


def test_a_link_is_followed(tmp_path: Path) -> None:
    real, link = tmp_path / "real.leadership", tmp_path / "link.leadership"
    files.save(chart(SAMPLE), real)
    link.symlink_to(real)
    files.save(pages.new_document("new"), link)
    assert link.is_symlink()
    assert files.load(real).title == "new"


def test_a_long_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("ŵ" * 120 + ".leadership")
    files.save(chart(SAMPLE), path)
    assert files.load(path) == chart(SAMPLE)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "a.leadership"
    with pytest.raises(InputError, match=r"a\.leadership cannot be written: No such file or directory\.$"):
        files.save(chart(SAMPLE), path)
    with pytest.raises(InputError, match=r"cannot be written: Is a directory\.$"):
        files.save(chart(SAMPLE), tmp_path)


# Any damage at all

_GOOD = files.dump(chart(SAMPLE)).encode()
_LOOSE = st.sampled_from([b"", b'"', b"{", b"}", b",", b"-", b"1", b"9" * 40, b"NaN", b"\xff", b"\\ud800", b"e9"])


@settings(max_examples=300)
@given(st.data())
def test_a_damaged_file_is_loaded_whole_or_refused(data: st.DataObject) -> None:
    content = _GOOD
    for _ in range(data.draw(st.integers(1, 3))):
        position = data.draw(st.integers(0, len(content)))
        length = data.draw(st.sampled_from([0, 1, 1, 3, 40]))
        put = data.draw(_LOOSE | st.binary(max_size=2))
        content = content[:position] + put + content[position + length :]
    _load_or_refuse(content)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)


@settings(max_examples=250)
@given(st.data())
def test_a_file_with_another_value_is_loaded_whole_or_refused(data: st.DataObject) -> None:
    here: Any = (whole := json.loads(_GOOD))["document"]
    while True:
        key = data.draw(st.sampled_from(sorted(here) if isinstance(here, dict) else list(range(len(here)))))
        if not isinstance(here[key], dict | list) or not here[key] or data.draw(st.booleans()):
            break
        here = here[key]
    here[key] = data.draw(_VALUES)
    _load_or_refuse(json.dumps(whole).encode())


def _load_or_refuse(content: bytes) -> None:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return
    try:
        document = files.parse(text, "x.leadership")
    except InputError as error:
        assert str(error).startswith("x.leadership")
        assert len(str(error).splitlines()) == 1
    else:
        assert not list(faults(document))
        assert files.parse(files.dump(document), "x") == document
        assert all(isinstance(model, Model) for model in document.models.values())
