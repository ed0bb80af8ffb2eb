"""Glide: what was moved by a command goes to its new place before one's eyes."""

from PySide6.QtCore import QVariantAnimation
from PySide6.QtWidgets import QStyle, QWidget

from modelbuilder.canvas.stage import Stage
from modelbuilder.document import edits
from modelbuilder.document.records import Box, Document

MILLISECONDS = 220
MOST = 600
"""More things than this do not glide: it would stutter."""


def glide(stage: Stage, before: Document) -> QVariantAnimation | None:
    """Let the page of a stage go from where things stood to where they stand; None when nothing moved.

    Nothing glides when the desktop asks for less motion, or when very much would.
    """
    desk = stage.desk
    model_id, after = desk.model_id, desk.document
    old, new = before.models[model_id].places, after.models[model_id].places
    moved = {one: (old[one], box) for one, box in new.items() if one in old and old[one] != box}
    if not moved or len(moved) > MOST or not may_move(stage):
        return None
    animation = QVariantAnimation(stage)
    animation.setDuration(MILLISECONDS)
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)

    def step(share: float) -> None:
        eased = 1 - (1 - share) ** 3
        if desk.document is not after or eased >= 1 or model_id != desk.model_id:
            stage.refresh()
            return
        boxes = {one: _mixed(a, b, eased) for one, (a, b) in moved.items()}
        stage.show_document(edits.move(after, model_id, boxes))

    animation.valueChanged.connect(step)
    animation.finished.connect(stage.refresh)
    animation.start(QVariantAnimation.DeletionPolicy.DeleteWhenStopped)
    return animation


def _mixed(a: Box, b: Box, share: float) -> Box:
    return b.model_copy(
        update={name: getattr(a, name) + (getattr(b, name) - getattr(a, name)) * share for name in ("x", "y", "w", "h")}
    )


def may_move(widget: QWidget) -> bool:
    """Tell whether the desktop and the person let things move that could as well change at once."""
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) > 0
