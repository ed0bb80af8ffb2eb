"""Print: the slides on paper, laid out for its shape, after a look at them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from modelbuilder.document.decks import last_stages
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.sizes import shape
from modelbuilder.drawing.slide import Slide, without_paper
from modelbuilder.render.png import paint_slide


def preview(window: QWidget, document: Document, shown: ModelId) -> None:
    """Show how the slides look on paper; from there they are printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setDocName(document.title or "Leadership models")
    dialog = QPrintPreviewDialog(printer, window)
    dialog.setWindowTitle("Print")
    dialog.resize(1200, 860)
    models = last_stages(document)
    dialog.paintRequested.connect(lambda paper: print_slides(paper, document, models or (shown,)))
    dialog.exec()
    dialog.deleteLater()


def print_slides(printer: QPrinter, document: Document, chosen: Sequence[ModelId]) -> None:
    """Print the slides of models, one to a page, as large as the margins of the paper let them be."""
    page = printer.pageLayout().paintRect(QPageLayout.Unit.Millimeter)
    pages = [without_paper(one) for one in slides(document, chosen, shape(page.width(), page.height()))]
    painter = QPainter(printer)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for index, one in enumerate(pages):
        if index:
            printer.newPage()
        _fit(painter, one, QRectF(printer.pageLayout().paintRectPixels(printer.resolution())))
    painter.end()


def _fit(painter: QPainter, one: Slide, room: QRectF) -> None:
    scale = min(room.width() / one.w, room.height() / one.h)
    painter.save()
    painter.translate((room.width() - one.w * scale) / 2, (room.height() - one.h * scale) / 2)
    painter.scale(scale, scale)
    paint_slide(painter, one)
    painter.restore()
