"""Glide: what was moved by a command goes to its new place before one's eyes."""

from PySide6.QtCore import QVariantAnimation

from modelbuilder.canvas.canvas import Canvas
from modelbuilder.document import edits
from modelbuilder.document.records import Box, Document

MILLISECONDS = 220
_MOST = 600


def glide(canvas: Canvas, before: Document) -> QVariantAnimation | None:
    """Let the page of a canvas go from where things stood to where they stand; None when nothing moved.

    Nothing glides when the desktop asks for less motion, or when very much would.
    """
    desk = canvas.desk
    model_id, after = desk.model_id, desk.document
    old, new = before.models[model_id].places, after.models[model_id].places
    moved = {one: (old[one], box) for one, box in new.items() if one in old and old[one] != box}
    still = canvas.style().styleHint(canvas.style().StyleHint.SH_Widget_Animate) == 0
    if not moved or len(moved) > _MOST or still:
        return None
    animation = QVariantAnimation(canvas)
    animation.setDuration(MILLISECONDS)
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)

    def step(share: float) -> None:
        eased = 1 - (1 - share) ** 3
        if desk.document is not after or eased >= 1 or model_id != desk.model_id:
            canvas.refresh()
            return
        boxes = {one: _mixed(a, b, eased) for one, (a, b) in moved.items()}
        canvas.show_document(edits.move(after, model_id, boxes))

    animation.valueChanged.connect(step)
    animation.finished.connect(canvas.refresh)
    animation.start(QVariantAnimation.DeletionPolicy.DeleteWhenStopped)
    return animation


def _mixed(a: Box, b: Box, share: float) -> Box:
    return b.model_copy(
        update={name: getattr(a, name) + (getattr(b, name) - getattr(a, name)) * share for name in ("x", "y", "w", "h")}
    )
