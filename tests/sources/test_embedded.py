"""The document inside an export: it comes out as it went in, also of files that other tools saved anew."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from pypdf import PdfWriter
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from chart import chart
from modelbuilder.document.errors import InputError
from modelbuilder.document.files import FORMAT, dump
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.render.export import FORMATS, Options, export
from modelbuilder.sources import markup, pdf, png, pptx
from modelbuilder.sources.embedded import reader_of
from modelbuilder.sources.inflating import inflated
from modelbuilder.sources.opening import load
from strategies import documents

ODD = """
    document "Ŵyn & <Żółć> 王芳 ]]> \\"quoted\\""
    post HT role=headteacher held_by="Ŵyn 🙂 Żółć"
    body GB kind=governing_body label="endstream </metadata> -->"
    """


@pytest.fixture
def document() -> Document:
    return place_all(chart(ODD))


def exported(document: Document, folder: Path, suffix: str, **options: bool) -> Path:
    """Export the first model, or all."""
    path = folder / f"out{suffix}"
    models = () if FORMATS[suffix].several else document.order[:1]
    export(document, path, Options(models, **options))  # type: ignore[arg-type]
    return path


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_goes_in_comes_out(qapp: QApplication, tmp_path: Path, document: Document, suffix: str) -> None:
    path = exported(document, tmp_path, suffix)
    assert load(path) == document
    content = path.read_bytes()
    reader = reader_of(content)
    assert reader is not None
    assert reader(content) == dump(document).encode()


@pytest.mark.parametrize("suffix", [".pdf", ".svg"])
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=documents())
def test_what_nobody_would_write_comes_out_as_well(tmp_path: Path, suffix: str, document: Document) -> None:
    if document.order:
        document = place_all(document)
        assert load(exported(document, tmp_path, suffix)) == document


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("options", [{"source": False}, {"roles_only": True}])
def test_without_a_source_there_is_one_sentence(
    qapp: QApplication, tmp_path: Path, document: Document, suffix: str, options: dict[str, bool]
) -> None:
    path = exported(document, tmp_path, suffix, **options)
    with pytest.raises(InputError, match=f"^out{suffix} has no leadership model inside: it was exported without"):
        load(path)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_whose_source_cannot_be_read_again_replaces_nothing(
    qapp: QApplication, tmp_path: Path, document: Document, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / f"out{suffix}").write_bytes(b"what was there")
    monkeypatch.setattr("modelbuilder.render.export.reader_of", lambda _: lambda _: b"another")
    with pytest.raises(InputError, match="was not written: its source could not be read again"):
        exported(document, tmp_path, suffix)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [(f"out{suffix}", b"what was there")]


def test_a_picture_with_the_name_of_a_document_is_not_opened(
    qapp: QApplication, tmp_path: Path, document: Document
) -> None:
    path = tmp_path / "out.leadership"
    exported(document, tmp_path, ".png").rename(path)
    with pytest.raises(InputError, match=r"out\.leadership is not a text file"):
        load(path)


def test_the_name_of_an_export_does_not_matter(tmp_path: Path, document: Document) -> None:
    path = tmp_path / "download (1)"
    exported(document, tmp_path, ".pdf").rename(path)
    assert load(path) == document


# PNG


def test_qt_reads_the_document_as_the_text_of_the_picture(
    qapp: QApplication, tmp_path: Path, document: Document
) -> None:
    image = QImage(str(exported(document, tmp_path, ".png")))
    assert image.text(FORMAT).encode() == dump(document).encode()
    image.save(str(tmp_path / "again.png"))
    assert load(tmp_path / "again.png") == document


def test_a_picture_saved_by_others_may_hold_it_in_another_kind_of_chunk(
    qapp: QApplication, tmp_path: Path, document: Document
) -> None:
    source = dump(document).encode()
    bare = exported(document, tmp_path, ".png", source=False).read_bytes()
    keyword = FORMAT.encode() + b"\0"
    chunks = {
        b"tEXt": keyword + source,
        b"zTXt": keyword + b"\0" + zlib.compress(source),
        b"iTXt": keyword + b"\0\0en\0words\0" + source,
    }
    for kind, data in chunks.items():
        content = bare[:-12] + png._chunk(b"tEXt", b"Comment\0x") + png._chunk(kind, data) + bare[-12:]
        assert png.source_of(content) == source
        assert png.source_of(content[:-200]) is None, "cut short"
        assert png.source_of(content.replace(source[:9], b"x" * 9)) in (None, source), "broken"


# PDF


@pytest.mark.parametrize("squeezed", [False, True])
def test_a_pdf_saved_anew_still_holds_it(tmp_path: Path, document: Document, squeezed: bool) -> None:
    path = exported(document, tmp_path, ".pdf")
    writer = PdfWriter(clone_from=path)
    writer.add_blank_page(100, 100)
    if squeezed:
        writer.compress_identical_objects()
    writer.write(tmp_path / "again.pdf")
    assert load(tmp_path / "again.pdf") == document


def test_an_attachment_may_be_as_it_is(document: Document) -> None:
    source = dump(document).encode()
    writer, buffer = PdfWriter(), BytesIO()
    writer.add_attachment("other.txt", b"{}")
    writer.add_attachment("source.leadership", source)
    writer.write(buffer)
    assert pdf.source_of(buffer.getvalue()) == source


# SVG and HTML


def test_letters_may_be_broken_into_other_lines(document: Document) -> None:
    source = dump(document).encode()
    element = markup.metadata(source)
    assert markup.source_of(element.encode()) == source
    assert markup.source_of(element.replace("\n", "\r\n   ").encode()) == source
    assert markup.source_of(element.replace("<metadata>", '<svg:metadata id="m1">').encode()) == source
    assert markup.source_of(element[:-30].encode()) is None
    assert markup.source_of(element.replace("base64,\ne", "base64,\n=").encode()) is None


def test_what_would_burst_is_held() -> None:
    bomb = zlib.compress(b"x" * 5_000_000)
    assert len(inflated(bomb, 1000) or b"") == 1000
    assert inflated(b"no stream") is None


def test_a_presentation_with_a_torn_part_has_no_document() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("customXml/item1.xml", "<metadata>" + "torn " * 200)
    content = bytearray(packed.getvalue())
    start = 30 + len("customXml/item1.xml")
    content[start : start + 8] = b"\xff" * 8
    with pytest.raises(zlib.error), zipfile.ZipFile(BytesIO(content)) as package:
        package.read("customXml/item1.xml")
    assert pptx.source_of(bytes(content)) is None
