"""Marks painted with Qt: on the canvas, in pictures, and in the icons of the window."""

import sys
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QGlyphRun,
    QPainter,
    QPainterPath,
    QPen,
    QRawFont,
    QTransform,
)

from modelbuilder.drawing.icons import GRID, STROKE, icon
from modelbuilder.drawing.marks import Box, Command, Icon, Mark, Path, Text
from modelbuilder.drawing.themes import LIGHT, Theme
from modelbuilder.layout import text
from modelbuilder.layout.text import Weight, font_path

_worn = LIGHT
"""The theme of the window; there is one, as there is one application."""


def wear(theme: Theme) -> None:
    """Let everything that is painted from now on, and not said to be for paper, be in a theme."""
    global _worn  # noqa: PLW0603
    _worn = theme


def worn() -> Theme:
    """Return the theme that the window wears."""
    return _worn


@cache
def load_fonts() -> str:
    """Load the shipped font and return its family name."""
    families = [
        QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(font_path(weight))) for weight in Weight
    ]
    return families[0][0] if families[0] else "Open Sans"


def lend_fonts() -> None:
    """Let fields and lists find the fonts for other scripts, too, once a line of the page has been set in them."""
    if "modelbuilder.layout.fonts" in sys.modules:  # which is loaded when such a line is measured
        _load_fallbacks()


@cache
def _load_fallbacks() -> None:
    from modelbuilder.layout.fonts import faces

    for path in dict.fromkeys(face.path for face in faces(Weight.REGULAR)[1:]):
        QFontDatabase.addApplicationFont(path)


@lru_cache(maxsize=256)
def font(size: float, weight: Weight) -> QFont:
    """Return the shipped font at a size in pixels, with kerning off so that widths agree everywhere."""
    result = QFont(load_fonts())
    result.setPixelSize(max(1, round(size)))
    result.setWeight(QFont.Weight(int(weight)))
    result.setKerning(False)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result


def colour(name: str, opacity: float = 1.0) -> QColor:
    """Return what becomes of a colour of the look in the theme that is worn."""
    return _colour(name, opacity, _worn)


@lru_cache(maxsize=1024)
def _colour(name: str, opacity: float, theme: Theme) -> QColor:
    result = QColor(theme.seen(name))
    result.setAlphaF(opacity)
    return result


def pen(name: str, weight: float, dashes: tuple[float, ...] = ()) -> QPen:
    """Return a pen with dashes in slide units, in the theme that is worn."""
    return _pen(name, weight, dashes, _worn)


@lru_cache(maxsize=1024)
def _pen(name: str, weight: float, dashes: tuple[float, ...], theme: Theme) -> QPen:
    wide = weight * theme.weight
    result = QPen(_colour(name, 1.0, theme), wide)
    result.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    result.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes:
        result.setDashPattern([dash / wide for dash in dashes])
    return result


@lru_cache(maxsize=4096)
def painter_path(commands: tuple[Command, ...]) -> QPainterPath:
    """Return path commands as a QPainterPath."""
    path = QPainterPath()
    for op, values in commands:
        if op == "M":
            path.moveTo(*values)
        elif op == "L":
            path.lineTo(*values)
        elif op == "C":
            path.cubicTo(*values)
        else:
            path.closeSubpath()
    return path


@lru_cache(maxsize=512)
def _icon_paths(key: str, size: float) -> tuple[tuple[QPainterPath, bool], ...]:
    scale = QTransform.fromScale(size / GRID, size / GRID)
    return tuple((scale.map(painter_path(piece.commands)), piece.filled) for piece in icon(key))


@lru_cache(maxsize=512)
def _icon_pen(name: str, size: float, theme: Theme) -> QPen:
    result = QPen(_colour(name, 1.0, theme), STROKE * size / GRID)
    result.setCapStyle(Qt.PenCapStyle.RoundCap)
    result.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return result


def paint(painter: QPainter, marks: Iterable[Mark], within: QRectF | None = None, theme: Theme | None = None) -> None:
    """Paint marks in the painter's own units, in the theme that is worn or in another.

    `within` is the part that is wanted, the rest may be left out.
    """
    theme = theme or _worn
    for mark in marks:
        if within is not None and _is_clear_of(mark, within):
            continue
        if isinstance(mark, Text):
            _paint_text(painter, mark, theme)
        elif isinstance(mark, Box):
            if within is not None and mark.fill and _is_inside(within, mark):
                painter.fillRect(within, _colour(mark.fill, 1.0, theme))
            else:
                _paint_box(painter, mark, theme)
        elif isinstance(mark, Path):
            _take_up(painter, mark, theme)
            painter.drawPath(painter_path(mark.commands))
        else:
            _paint_icon(painter, mark, theme)


def _take_up(painter: QPainter, mark: Box | Path, theme: Theme) -> None:
    """Give a painter the pen and the brush of a mark."""
    stroke, fill = mark.stroke, mark.fill
    painter.setPen(_pen(stroke, mark.weight, mark.dashes, theme) if stroke else Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(_colour(fill, 1.0, theme)) if fill else Qt.BrushStyle.NoBrush)


def _is_clear_of(mark: Mark, within: QRectF) -> bool:
    """Tell whether nothing of a mark can show in a part; quick, and never wrong about what shows."""
    if isinstance(mark, Path):
        return False
    if isinstance(mark, Text):
        top, bottom = mark.y - 1.3 * mark.size, mark.y + 0.6 * mark.size
    elif isinstance(mark, Icon):
        top, bottom = mark.y - mark.size, mark.y + 2 * mark.size
    else:
        top, bottom = mark.rect.y - mark.weight, mark.rect.bottom + mark.weight
    return bottom < within.top() or within.bottom() < top


def _is_inside(within: QRectF, mark: Box) -> bool:
    """Tell whether a part lies wholly in the fill of a box, away from its edge and its corners."""
    edge = mark.radius + mark.weight
    return QRectF(*mark.rect.grown(-edge)).contains(within)


def _paint_text(painter: QPainter, mark: Text, theme: Theme) -> None:
    x = mark.x
    if mark.anchor != "start":
        width = text.width(mark.text, mark.size, mark.weight, mark.font)
        x -= width / 2 if mark.anchor == "middle" else width
    if not text.is_plain(mark.text, mark.weight, mark.font):
        _paint_letters(painter, mark, x, theme)
        return
    painter.setPen(_colour(mark.colour, 1.0, theme))
    _paint_glyphs(painter, QPointF(x, mark.y), _glyphs(mark.text, mark.size, mark.weight))


def _paint_glyphs(painter: QPainter, at: QPointF, run: QGlyphRun) -> None:
    painter.drawGlyphRun(at, run)


@lru_cache(maxsize=8192)
def _glyphs(words: str, size: float, weight: Weight) -> QGlyphRun:
    """Return a line as glyphs of the shipped font: to shape it anew for each frame would take twice as long."""
    tables = text.font_tables(weight)
    glyphs = [tables.glyphs[ord(character)] for character in words]
    steps = accumulate((size * tables.advance(glyph) / tables.units for glyph in glyphs), initial=0.0)
    run = QGlyphRun()
    run.setSourceString(words)
    run.setRawFont(_raw_font(size, weight))
    run.setGlyphIndexes(glyphs)
    run.setPositions([QPointF(x, 0.0) for _, x in zip(glyphs, steps, strict=False)])
    return run


@lru_cache(maxsize=256)
def _raw_font(size: float, weight: Weight) -> QRawFont:
    """Return the shipped font at a size that need not be whole, as that of a QFont must."""
    result = QRawFont.fromFont(font(size, weight))
    result.setPixelSize(size)
    return result


def _paint_letters(painter: QPainter, mark: Text, x: float, theme: Theme) -> None:
    """Paint a line that other fonts have a part in by its outlines: Qt would choose and set the letters its own way."""
    painter.save()
    painter.translate(x, mark.y)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(_colour(mark.colour, 1.0, theme)))
    painter.drawPath(_letters(mark.text, mark.size, mark.weight, mark.font))
    painter.restore()


@lru_cache(maxsize=1024)
def _letters(words: str, size: float, weight: Weight, font_file: str) -> QPainterPath:
    from modelbuilder.layout.outlines import outline

    path = QPainterPath(painter_path(outline(words, 0, 0, size, weight, font_file)))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def _paint_box(painter: QPainter, mark: Box, theme: Theme) -> None:
    _take_up(painter, mark, theme)
    rect = QRectF(*mark.rect)
    if mark.radius:
        painter.drawRoundedRect(rect, mark.radius, mark.radius)
    else:
        painter.drawRect(rect)


def _paint_icon(painter: QPainter, mark: Icon, theme: Theme) -> None:
    """Paint an icon: scaled first, then stroked, so that it is smooth at any size."""
    painter.save()
    painter.translate(mark.x, mark.y)
    for path, filled in _icon_paths(mark.key, mark.size):
        painter.setPen(Qt.PenStyle.NoPen if filled else _icon_pen(mark.colour, mark.size, theme))
        painter.setBrush(QBrush(_colour(mark.colour, 1.0, theme)) if filled else Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
    painter.restore()
