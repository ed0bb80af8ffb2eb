"""A page as a small picture: just the diagram, fitted."""

from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Box
from modelbuilder.drawing.page import Page
from modelbuilder.drawing.slide import Slide
from modelbuilder.layout.rect import Rect

W, H = 960.0, 540.0
_MARGIN = 28.0


def thumbnail(page: Page) -> Slide:
    """Draw a page without title and legend, which would be too small to be read."""
    paper = Box(Rect(0, 0, W, H), fill=style.PAPER)
    whole = page.bounds()
    if whole is None:
        return Slide(page.model.title, (paper,), (), 1, 0, 0, W, H)
    scale = min((W - 2 * _MARGIN) / max(whole.w, 1), (H - 2 * _MARGIN) / max(whole.h, 1), 1.0)
    x, y = W / 2 - whole.cx * scale, H / 2 - whole.cy * scale
    return Slide(page.model.title, (paper,), tuple(page.drawn()), scale, x, y, W, H, model_id=page.model_id)
