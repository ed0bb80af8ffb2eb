"""A question to the room, laid over a slide."""

from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Box, Mark, Text
from modelbuilder.drawing.slide import HEIGHT, WIDTH
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.vocabulary.tiers import Tier

_SIZE, _LINE = 44.0, 60.0
_HEADING = 26.0


def question_marks(question: str) -> list[Mark]:
    """Return the marks of a question to the room, in units of the slide."""
    accent = style.TIERS[Tier.EXECUTIVE]
    lines = text.wrap(question, _SIZE, Weight.SEMIBOLD, WIDTH - 480, most=7)
    height = _LINE * len(lines) + 150
    card = Rect(180, (HEIGHT - height) / 2, WIDTH - 360, height)
    marks: list[Mark] = [
        Box(card, 24, fill=style.PAPER, stroke=accent, weight=3),
        Text(WIDTH / 2, card.y + 62, "Stop and predict", _HEADING, Weight.SEMIBOLD, accent, "middle"),
    ]
    y = card.y + 62 + _LINE + 8
    for line in lines:
        marks.append(Text(WIDTH / 2, y, line, _SIZE, Weight.SEMIBOLD, style.INK, "middle"))
        y += _LINE
    return marks
