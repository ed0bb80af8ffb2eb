"""The commands by which a model leaves the program: as a file, or as a picture on the clipboard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from modelbuilder.windows.window import Window

_SHARP = 2.0
"""Pixels to a slide unit, so that a picture stays sharp where it is pasted."""


class Sharing:
    """Part of the commands of a window."""

    window: "Window"

    def export(self) -> None:
        """Export slides, pictures or a web page."""
        from modelbuilder.windows.exporting import ask_and_export

        window = self.window
        path = ask_and_export(window, window.filing, window.desk.document, window.desk.model_id)
        if path is not None:
            window.desk.say(f"Exported to {path}")

    def export_deck(self) -> None:
        """Put slides together and export them."""
        from modelbuilder.windows.deck import ask_and_export_deck

        window = self.window
        path = ask_and_export_deck(window, window.filing, window.session, window.desk.model_id)
        if path is not None:
            window.desk.say(f"Exported to {path}")

    def print(self) -> None:
        """Look at the slides as they are on paper, and print them."""
        from modelbuilder.windows.printing import preview

        preview(self.window, self.window.desk.document, self.window.desk.model_id)

    def copy_picture(self) -> None:
        """Put the page on the clipboard as PNG and SVG, with its legend."""
        from modelbuilder.drawing.figure import figure
        from modelbuilder.render.png import picture
        from modelbuilder.render.svg import svg

        drawn = figure(self.window.desk.page())
        data = QMimeData()
        data.setImageData(picture(drawn, min(_SHARP, 8000 / max(drawn.w, drawn.h))))
        data.setData("image/svg+xml", QByteArray(svg(drawn).encode()))
        QGuiApplication.clipboard().setMimeData(data)
        self.window.desk.say("Copied as a picture, with its legend.")
