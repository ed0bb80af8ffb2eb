"""Slides as PNG pictures, painted by Qt."""

import os
import sys

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from modelbuilder.drawing.marks import Group
from modelbuilder.drawing.slide import HEIGHT, WIDTH, Slide
from modelbuilder.render.qt import load_fonts, paint

SIZES = {"1920 × 1080": 1, "3840 × 2160": 2}


def ensure_application() -> QGuiApplication:
    """Return the Qt application, making one that needs no display when there is none yet."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    return QGuiApplication([])


def picture(slide: Slide, scale: int = 1) -> QImage:
    """Paint a slide at 1920 × 1080 pixels times `scale`."""
    load_fonts()
    image = QImage(round(WIDTH * scale), round(HEIGHT * scale), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    paint_slide(painter, slide)
    painter.end()
    return image


def paint_slide(painter: QPainter, slide: Slide) -> None:
    """Paint a slide in slide units."""
    paint(painter, slide.frame)
    painter.save()
    painter.translate(slide.x, slide.y)
    painter.scale(slide.scale, slide.scale)
    for drawn in slide.diagram:
        if isinstance(drawn, Group):
            painter.save()
            painter.translate(drawn.x, drawn.y)
            paint(painter, drawn.marks)
            painter.restore()
        else:
            paint(painter, drawn.marks)
    painter.restore()


def png(slide: Slide, scale: int = 1) -> bytes:
    """Return a slide as a PNG file."""
    application = ensure_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture(slide, scale).save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs say bytes
    del application
    return bytes(buffer.data().data())
