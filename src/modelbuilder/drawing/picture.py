"""A picture of just the diagram, tight and at full size, with a ring and a badge on what findings are about."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from modelbuilder.accountability.rule import Finding
from modelbuilder.document import pages
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Document
from modelbuilder.drawing import style
from modelbuilder.drawing.badges import COLOURS, badge_marks
from modelbuilder.drawing.marks import Box, Drawn, Group, Mark, Text, put
from modelbuilder.drawing.page import Page, draw
from modelbuilder.drawing.slide import Slide
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.vocabulary.checks import SEVERITIES, SEVERITY_WORDS

MARGIN = 24.0
_BADGE = 30.0
_GAP = 6.0
_CAPTION, _CAPTION_HEIGHT, _BETWEEN = 17.0, 40.0, 28.0
_RADII = {
    "card": style.CARD_RADIUS,
    "school": style.SCHOOL_RADIUS,
    "group": style.GROUP_RADIUS,
    "folded": style.SCHOOL_RADIUS,
}


def picture(document: Document, title: str, findings: Iterable[Finding] = ()) -> Slide:
    """Draw every model of a document, one under the other; where there are several, each has a caption."""
    found = list(findings)
    several = len(document.order) > 1
    frame: list[Mark] = []
    diagram: list[Drawn] = []
    width, y = 0.0, MARGIN
    for model_id, model in pages.ordered(document):
        page = draw(document, model_id)
        if several:
            caption = f"{model.label}  {model.title}".strip()
            frame.append(Text(MARGIN, y + 18, caption, _CAPTION, Weight.SEMIBOLD, style.SECOND))
            width = max(width, text.width(caption, _CAPTION, Weight.SEMIBOLD))
            y += _CAPTION_HEIGHT
        whole = page.bounds() or Rect(0, 0, 0, 0)
        here = [finding for finding in found if finding.model_label == model.label]
        prefix = f"{model.label}-" if several else ""
        for drawn in _signed(page, here):
            diagram.append(put(drawn, 1.0, MARGIN - whole.x, y - whole.y, prefix))
        width = max(width, whole.w)
        y += whole.h + _BETWEEN
    w, h = round(width + 2 * MARGIN), round(y - _BETWEEN + MARGIN)
    paper = Box(Rect(0, 0, w, h), fill=style.PAPER)
    return Slide(title, (paper, *frame), tuple(diagram), 1.0, 0.0, 0.0, w, h)


def _signed(page: Page, findings: Iterable[Finding]) -> Iterator[Drawn]:
    """Yield what a page shows with a sign on what findings are about: rings under the lines, badges over all."""
    signs = _signs(page, findings)
    drawn = list(page.drawn())
    boxes = sum(1 for one in drawn if isinstance(one, Group) and page.faces[one.thing_id].kind in ("school", "group"))
    yield from drawn[:boxes]
    yield from (_ring(page, one, finding) for one, finding in signs.items() if one in page.rects)
    yield from drawn[boxes:]
    yield from (_badge(page, one, finding) for one, finding in signs.items())


def _signs(page: Page, findings: Iterable[Finding]) -> dict[ThingId, Finding]:
    """Return the gravest finding for each thing that comes first in one and stands on the page."""
    signs: dict[ThingId, Finding] = {}
    for finding in sorted(findings, key=lambda one: SEVERITIES.index(one.severity.value)):
        standing = [one for one in finding.subjects if one in page.rects]
        running = [one for one in finding.subjects if one in page.routes]
        for thing_id in (standing or running)[:1]:
            signs.setdefault(thing_id, finding)
    return signs


def _ring(page: Page, thing_id: ThingId, finding: Finding) -> Group:
    rect = page.rects[thing_id]
    radius = _RADII.get(page.faces[thing_id].kind, 4.0) + _GAP
    ring = Box(Rect(0, 0, rect.w, rect.h).grown(_GAP), radius, stroke=COLOURS[finding.severity.value], weight=3)
    return Group(ThingId(f"ring-{thing_id}"), _words(finding), rect.x, rect.y, (ring,))


def _badge(page: Page, thing_id: ThingId, finding: Finding) -> Group:
    """Set the badge on the corner of a thing, or on the middle of a line's longest run."""
    if thing_id in page.rects:
        x, y = page.rects[thing_id].right, page.rects[thing_id].y
    else:
        runs = pairwise(page.routes[thing_id])
        a, b = max(runs, key=lambda run: abs(run[0].x - run[1].x) + abs(run[0].y - run[1].y))
        x, y = (a.x + b.x) / 2, (a.y + b.y) / 2
    marks = badge_marks(finding.severity.value, 0, 0, _BADGE)
    return Group(ThingId(f"badge-{thing_id}"), _words(finding), x, y, marks)


def _words(finding: Finding) -> str:
    return f"{SEVERITY_WORDS[finding.severity.value]}: {finding.message}"
