"""Roles only: no name of a person is anywhere in the bytes of an export, however they are packed."""

import re
import zipfile
import zlib
from base64 import a85decode
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from chart import chart
from modelbuilder.document.edits import add_thing
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Document, Note
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.render.export import FORMATS, Options, export

NAMES = ("Zyxwena Quorndyke", "Ŵyn Żółćiński", "Xanthippe O’Vrbka-Żądło", "Brunhilde")
NAMED = f"""
    document "What {NAMES[0]} wants" date=2026-11-21
    model A "The way of Quorndyke" notes="{NAMES[1]} will retire. So will ŻÓŁĆIŃSKI’s deputy."
    school "Wrenbeck Primary" category=maintained phase=primary pupils=210
    post Quorndyke role=headteacher at="Wrenbeck Primary" held_by="{NAMES[0]}"
    post DHT role=deputy_headteacher at="Wrenbeck Primary" held_by="{NAMES[1]}" label="Deputy of Zyxwena"
    body GB kind=governing_body of="Wrenbeck Primary" seats=9 label="Brunhilde’s board"
    person "{NAMES[2]}"
    person "{NAMES[3]}"
    Quorndyke leads "Wrenbeck Primary" mode=head
    Quorndyke accountable_to GB
    DHT accountable_to Quorndyke
    DHT covers Quorndyke
    "{NAMES[2]}" coaches Quorndyke
    "{NAMES[3]}" sits_on GB capacity=chair
    """
PARTS = sorted({part for name in NAMES for part in re.findall(r"\w{3,}", name)})
_TEXT = rb"iTXt[^\x00]+\x00\x01\x00[^\x00]*\x00[^\x00]*\x00|zTXt[^\x00]+\x00\x00"
_PACKED = rb"stream\r?\n|" + _TEXT


@pytest.fixture
def document() -> Document:
    document = place_all(chart(NAMED))
    note = Note(text="Ask Xanthippe about it")
    return place_all(add_thing(document, document.order[0], ThingId("note-Xanthippe"), note))


def unpacked(content: bytes) -> bytes:
    """Return a file with everything in it that is compressed as it is before."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as package:
            names = [f"{info.filename} {info.comment!r}".encode() for info in package.infolist()]
            return b"\n".join([*names, *(unpacked(package.read(info)) for info in package.infolist())])
    found = [content]
    for start in (match.end() for match in re.finditer(_PACKED, content)):
        rest = content[start:]
        for packed in (rest, _letters(rest)):
            try:
                found.append(zlib.decompressobj().decompress(packed))
            except zlib.error:
                continue
    return b"\n".join(found)


def _letters(rest: bytes) -> bytes:
    end = rest.find(b"~>")
    try:
        return a85decode(rest[: end + 2], adobe=False) if end < 0 else a85decode(b"<~" + rest[: end + 2], adobe=True)
    except ValueError:
        return b""


def texts(content: bytes) -> str:
    """Return bytes read in every way that a name may be written."""
    kinds = ("utf-8", "latin-1", "utf-16-be", "utf-16-le")
    return "\n".join(content.decode(kind, "ignore") for kind in kinds).casefold()


def told(document: Document, path: Path, options: Options) -> str:
    """Export, and return everything that the file says."""
    export(document, path, options)
    words = texts(unpacked(path.read_bytes()))
    if path.suffix == ".pdf":
        reader = PdfReader(path)
        pages = " ".join(page.extract_text() for page in reader.pages)
        root = str([element.get_object() for element in reader.trailer["/Root"]["/StructTreeRoot"]["/K"]["/K"]])  # type: ignore[index]
        words += (pages + root + str(reader.outline) + str(reader.metadata)).casefold()
    return words


CASES = {
    "slides": Options(),
    "handout": Options(handout=2),
    "poster": Options(poster=(2, 1)),
    "findings": Options(findings=True),
}


@pytest.mark.parametrize("suffix", FORMATS)
def test_no_part_of_a_name_is_in_the_file(qapp: QApplication, tmp_path: Path, document: Document, suffix: str) -> None:
    words = told(document, tmp_path / f"out{suffix}", Options(roles_only=True))
    assert [part for part in PARTS if part.casefold() in words] == []
    if suffix != ".png":
        assert "wrenbeck primary" in words
        assert "headteacher" in words


@pytest.mark.parametrize("case", CASES)
def test_nor_in_any_kind_of_pdf(tmp_path: Path, document: Document, case: str) -> None:
    options = Options(**{**vars(CASES[case]), "roles_only": True})
    words = told(document, tmp_path / "out.pdf", options)
    assert [part for part in PARTS if part.casefold() in words] == []
    assert "headteacher" in words


@pytest.mark.parametrize("suffix", FORMATS)
def test_this_test_would_notice_a_name(qapp: QApplication, tmp_path: Path, document: Document, suffix: str) -> None:
    words = told(document, tmp_path / f"out{suffix}", Options())
    assert [part for part in PARTS if part.casefold() not in words] == []
