"""Draw docs/pictures/icons.png: every icon on its panel, large and at 24 pixels, with its name."""

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from modelbuilder.drawing import style
from modelbuilder.drawing.icons import icon_keys
from modelbuilder.drawing.marks import Box, Icon, Mark, Text
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.render.png import ensure_application
from modelbuilder.render.qt import load_fonts, paint
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.vocabulary.tiers import Tier

COLUMNS, CELL_W, CELL_H = 9, 204, 166
HEAD = 96


def rows() -> list[tuple[str, str, Tier]]:
    """List key, label and tier of every icon: roles, bodies, groups, and the rest."""
    found: dict[str, tuple[str, str, Tier]] = {}
    for entry in (*ROLES.values(), *BODIES.values(), *GROUPS.values()):
        found.setdefault(entry.key, (entry.key, entry.label, entry.tier))
    others = {"school": "School", "children_centre": "Children’s Centre", "person": "Person"}
    for key, label in others.items():
        found[key] = (key, label, Tier.OUTSIDE if key == "person" else Tier.SCHOOL)
    assert sorted(found) == icon_keys()
    return list(found.values())


def main() -> None:
    """Draw the sheet."""
    application = ensure_application()
    load_fonts()
    every = rows()
    lines = -(-len(every) // COLUMNS)
    image = QImage(COLUMNS * CELL_W + 48, HEAD + lines * CELL_H + 24, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    marks: list[Mark] = [
        Text(32, 46, "The icons of modelbuilder", 28, Weight.BOLD, style.INK),
        Text(
            32,
            72,
            "Our own drawings, free to reuse (CC0): see assets/icons/LICENCE.md.",
            15,
            Weight.REGULAR,
            style.SECOND,
        ),
    ]
    for index, (key, label, tier) in enumerate(every):
        x, y = 32 + (index % COLUMNS) * CELL_W, HEAD + (index // COLUMNS) * CELL_H
        colour = style.TIERS[tier]
        marks += [
            Box(Rect(x, y, 92, 92), 12, fill=colour),
            Icon(key, x + 10, y + 10, 72, style.PAPER),
            Box(Rect(x + 104, y + 28, 36, 36), 8, fill=colour),
            Icon(key, x + 110, y + 34, 24, style.PAPER),
        ]
        for number, line in enumerate(text.wrap(label, 13, Weight.REGULAR, CELL_W - 20, most=2)):
            marks.append(Text(x, y + 112 + 17 * number, line, 13, Weight.REGULAR, style.INK))
    paint(painter, marks)
    painter.end()
    out = Path(__file__).parent / "pictures" / "icons.png"
    image.save(str(out))
    print(out, QRectF(image.rect()).size().toTuple())
    del application


if __name__ == "__main__":
    main()
