"""The tags of a PDF, by hand because reportlab has none: what is heading, paragraph and picture, for screen readers."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from modelbuilder.render.catalog import inner, say


class Tags:
    """Marks what a canvas paints, page by page, and in the end puts the tree of it into the PDF."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.document = inner(canvas)
        self.root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        self.whole = PDFDictionary({"S": PDFName("Document"), "P": self.document.Reference(self.root)})
        self.children: list[Any] = []
        self.here: list[Any] = []
        self.pages: list[Any] = []

    @contextmanager
    def tagged(self, kind: str, words: str = "") -> Iterator[None]:
        """Paint a heading, paragraph or figure; `words` tell what a figure shows."""
        self._say(f"/{kind} <</MCID {len(self.here)}>> BDC")
        yield
        self._say("EMC")
        element = PDFDictionary(
            {
                "Type": PDFName("StructElem"),
                "S": PDFName(kind),
                "P": self.document.Reference(self.whole),
                "Pg": self.document.thisPageRef(),
                "K": len(self.here),
            }
        )
        if words:
            element["Alt"] = PDFString(words)
        self.here.append(self.document.Reference(element))

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """Paint what need not be read out."""
        self._say("/Artifact BMC")
        yield
        self._say("EMC")

    def _say(self, operator: str) -> None:
        self.canvas._code.append(operator)  # type: ignore[attr-defined]  # what reportlab keeps to itself

    def turn_page(self) -> None:
        """Finish the page, whose reading order is that of painting."""
        number = len(self.pages) // 2
        self.canvas.showPage()
        say(self.document.Pages.pages[-1], StructParents=number, Tabs=PDFName("S"))
        self.pages += [number, self.document.Reference(PDFArray(self.here))]
        self.children += self.here
        self.here = []

    def finish(self) -> None:
        """Put the tree into the catalog."""
        self.whole["K"] = PDFArray(self.children)
        self.root["K"] = self.document.Reference(self.whole)
        self.root["ParentTree"] = PDFDictionary({"Nums": PDFArray(self.pages)})
        self.root["ParentTreeNextKey"] = len(self.pages) // 2
        say(self.document.Catalog, StructTreeRoot=self.root, MarkInfo=PDFDictionary({"Marked": "true"}))
