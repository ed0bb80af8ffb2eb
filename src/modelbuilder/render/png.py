"""Slides as PNG pictures, painted by Qt."""

import os
import sys

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from modelbuilder.drawing.marks import Group
from modelbuilder.drawing.slide import Slide, without_paper
from modelbuilder.drawing.themes import LIGHT, Theme
from modelbuilder.render.qt import load_fonts, paint
from modelbuilder.sources.png import with_source

_METRE = 0.0254
"""An inch in metres."""


def ensure_application() -> QGuiApplication:
    """Return the Qt application, making one that needs no display when there is none yet."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    return QGuiApplication([])


def picture(slide: Slide, scale: float = 1, *, transparent: bool = False) -> QImage:
    """Paint a slide at so many pixels to a slide unit; without its paper on request."""
    load_fonts()
    kind = QImage.Format.Format_ARGB32_Premultiplied if transparent else QImage.Format.Format_RGB32
    image = QImage(round(slide.w * scale), round(slide.h * scale), kind)
    image.fill(0 if transparent else 0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    paint_slide(painter, without_paper(slide) if transparent else slide)
    painter.end()
    return image


def paint_slide(painter: QPainter, slide: Slide, theme: Theme = LIGHT) -> None:
    """Paint a slide in slide units, as on paper or in the theme of a window."""
    paint(painter, slide.frame, theme=theme)
    if slide.logo is not None:
        painter.drawImage(QRectF(*slide.logo.rect), QImage.fromData(slide.logo.content))
    painter.save()
    painter.translate(slide.x, slide.y)
    painter.scale(slide.scale, slide.scale)
    for drawn in slide.diagram:
        if isinstance(drawn, Group):
            painter.save()
            painter.translate(drawn.x, drawn.y)
            paint(painter, drawn.marks, theme=theme)
            painter.restore()
        else:
            paint(painter, drawn.marks, theme=theme)
    painter.restore()


def png(slide: Slide, scale: float = 1, *, dpi: float = 0, transparent: bool = False, source: bytes = b"") -> bytes:
    """Return a slide as a PNG file that says how many dots make an inch, with a document inside if given."""
    application = ensure_application()
    image = picture(slide, scale, transparent=transparent)
    dots = round((dpi or slide.inch * scale) / _METRE)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs say bytes
    del application
    content = bytes(buffer.data().data())
    return with_source(content, source) if source else content
