"""What lies over the page, painted anew in a few small areas, not in all between them as Qt would for one item."""

from collections.abc import Collection

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from modelbuilder.layout.rect import Rect


def expose(item: QGraphicsItem, areas: Collection[Rect]) -> None:
    """Have areas of the page painted anew, once Qt has looked at all items that change in this turn.

    Qt paints at once what a scene is asked for, and then knows no more where items stood that have become smaller. An
    item that is asked for something comes before: with it Qt first looks at the others.
    """
    scene = item.scene()
    if areas:
        item.update(QRectF(*next(iter(areas))))
    for area in areas:
        scene.update(QRectF(*area))
