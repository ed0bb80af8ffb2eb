"""Printing: a page for each model, laid out for the paper, with nothing cut off."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from modelbuilder.document.examples import examples
from modelbuilder.document.files import load
from modelbuilder.windows.printing import print_slides


@pytest.mark.parametrize("orientation", [QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait])
def test_every_model_is_a_page(qapp: QApplication, tmp_path: Path, orientation: QPageLayout.Orientation) -> None:
    document = load(next(path for path in examples() if path.name == "models-abc.leadership"))
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(orientation)
    print_slides(printer, document, document.order)
    pages = PdfReader(tmp_path / "out.pdf").pages
    assert len(pages) == 3
    for page, model_id in zip(pages, document.order, strict=True):
        wide, high = float(page.mediabox.width), float(page.mediabox.height)
        assert (wide > high) is (orientation is QPageLayout.Orientation.Landscape)
        assert document.models[model_id].title.split()[0] in page.extract_text()
