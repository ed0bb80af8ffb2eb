"""What a PDF says of itself beside its pages, by hand where reportlab has no call for it: the attached document."""

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from modelbuilder.sources.pdf import ATTACHMENT


def attach(canvas: Canvas, source: bytes) -> None:
    """Attach a document as a file that the PDF was made from."""
    document = inner(canvas)
    kind = PDFDictionary({"Type": PDFName("EmbeddedFile"), "Subtype": "/application#2Fjson"})
    stream = document.Reference(PDFStream(kind, source, [PDFZCompress]))
    name = PDFString(ATTACHMENT)
    file = PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": name,
            "UF": name,
            "EF": PDFDictionary({"F": stream}),
            "AFRelationship": PDFName("Source"),
        }
    )
    reference = document.Reference(file)
    files = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray([name, reference])})})
    say(document.Catalog, Names=files, AF=PDFArray([reference]))


def inner(canvas: Canvas) -> Any:
    """Return the objects of the PDF that a canvas draws on."""
    return canvas._doc  # type: ignore[attr-defined]  # what reportlab keeps to itself


def say(record: Any, **entries: object) -> None:
    """Add entries to the catalog or a page, also those that reportlab does not know."""
    record.__NoDefault__ = [*record.__NoDefault__, *(key for key in entries if key not in record.__NoDefault__)]
    for key, value in entries.items():
        setattr(record, key, value)
