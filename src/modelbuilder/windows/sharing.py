"""The commands by which a model leaves the program: as a file, or as a picture on the clipboard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from modelbuilder.document.decks import beside_each_other, slides_beside

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work

_SHARP = 2.0
"""Pixels to a slide unit, so that a picture stays sharp where it is pasted."""


class Sharing:
    """Part of the commands of the work page."""

    work: "Work"

    def export(self) -> None:
        """Export slides, pictures or a web page."""
        from modelbuilder.windows.exporting import ask_and_export

        work = self.work
        desk = work.desk
        path = ask_and_export(work, work.filing, desk.document, desk.model_id, desk.veil_of_picture())
        if path is not None:
            desk.say(f"Exported to {path}")

    def export_deck(self) -> None:
        """Put slides together and export them."""
        from modelbuilder.windows.deck import ask_and_export_deck

        work = self.work
        path = ask_and_export_deck(work, work.filing, work.session, work.desk.model_id)
        if path is not None:
            work.desk.say(f"Exported to {path}")

    def export_comparison(self) -> None:
        """Export slides on what is compared, or else on models that stand well beside each other."""
        from modelbuilder.windows.deck import ask_and_export_deck

        work = self.work
        document = work.desk.document
        if work.compares:
            document, slides = work.comparing.slides()
        else:
            slides = [slide for models in beside_each_other(document)[:1] for slide in slides_beside(models)]
        path = ask_and_export_deck(work, work.filing, work.session, work.desk.model_id, slides, document)
        if path is not None:
            work.desk.say(f"Exported to {path}")

    def print(self) -> None:
        """Look at the slides as they are on paper, and print them."""
        from modelbuilder.windows.printing import preview

        preview(self.work, self.work.desk.document, self.work.desk.model_id)

    def copy_picture(self) -> None:
        """Put the page on the clipboard as PNG and SVG, with its legend."""
        from modelbuilder.drawing.figure import figure
        from modelbuilder.render.png import picture
        from modelbuilder.render.svg import svg

        drawn = figure(self.work.desk.whole_page())
        data = QMimeData()
        data.setImageData(picture(drawn, min(_SHARP, 8000 / max(drawn.w, drawn.h))))
        data.setData("image/svg+xml", QByteArray(svg(drawn).encode()))
        QGuiApplication.clipboard().setMimeData(data)
        self.work.desk.say("Copied as a picture, with its legend.")
