"""Slides that list what is found in a model, each finding leading to its card."""

from collections.abc import Iterator

from modelbuilder.accountability import wording
from modelbuilder.accountability.findings import Finding, check
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Document
from modelbuilder.drawing import style
from modelbuilder.drawing.badges import COLOURS, badge_marks
from modelbuilder.drawing.deck import footer
from modelbuilder.drawing.marks import Connector, Mark, Text
from modelbuilder.drawing.sizes import Size
from modelbuilder.drawing.slide import Link, Slide, Words, footing, heading
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.vocabulary.checks import SEVERITY_WORDS

_LEFT, _RIGHT = 64.0, 64.0
_WORDS = 62.0
"""How far right of its badge a finding begins."""
_MESSAGE, _DETAIL = 22.0, 17.0
_MESSAGE_LINE, _DETAIL_LINE = 30.0, 25.0
_BETWEEN = 26.0


def finding_pages(document: Document, shown: Slide, number: int) -> Iterator[Slide]:
    """Yield the slides after that of a model, from a number on; one that says so when nothing is found."""
    assert shown.model_id is not None
    model = document.models[shown.model_id]
    size = Size(shown.w, shown.h, shown.inch)
    findings = list(check(document, shown.model_id))
    standing = {one.line_id if isinstance(one, Connector) else one.thing_id for one in shown.diagram}
    told = wording.upper_first(wording.counted(len(findings), "finding"))
    subtitle = f"{told} in this model." if findings else "Nothing is found in this model."
    while True:
        top, marks, lines = heading("Findings", model.label, subtitle, size)
        links: list[Link] = []
        rows: list[Mark] = []
        y = top + 20
        while findings:
            height, row = _row(findings[0], size.w, y)
            if y + height > size.h - 80 and links:
                break
            finding = findings.pop(0)
            rows += row
            about = _about(finding, standing)
            rect = Rect(_LEFT, y - 8, size.w - _LEFT - _RIGHT, height - _BETWEEN + 16)
            links += [Link(rect, shown.model_id, about, finding.message)] if about else []
            y += height
        foot = footing(footer(document, shown.model_id), number, size)
        yield Slide(
            "Findings",
            (*marks, *rows, *foot),
            (),
            1,
            0,
            0,
            *size,
            name="Findings",
            level=1,
            links=tuple(links),
            words=Words(model.label, tuple(lines), foot[0].text, number),
            content=tuple(rows),
        )
        number += 1
        if not findings:
            return


def _about(finding: Finding, standing: set[ThingId]) -> ThingId | None:
    """Return the first thing of a finding that is on the slide."""
    return next((one for one in (*finding.subjects, *finding.path) if one in standing), None)


def _row(finding: Finding, w: float, y: float) -> tuple[float, list[Mark]]:
    """Return the height of a finding with the gap below, and its marks."""
    severity = finding.severity.value
    left, room = _LEFT + _WORDS, w - _RIGHT - _LEFT - _WORDS
    marks: list[Mark] = [*badge_marks(severity, _LEFT + 22, y + 17, 40)]
    sign = f"{SEVERITY_WORDS[severity]} · {finding.code}"
    marks.append(Text(left, y + 12, sign, 14, Weight.SEMIBOLD, COLOURS[severity]))
    at = y + 40
    for words in text.wrap(finding.message, _MESSAGE, Weight.SEMIBOLD, room):
        marks.append(Text(left, at, words, _MESSAGE, Weight.SEMIBOLD, style.INK))
        at += _MESSAGE_LINE
    for words in text.wrap(finding.detail, _DETAIL, Weight.REGULAR, room):
        marks.append(Text(left, at, words, _DETAIL, Weight.REGULAR, style.SECOND))
        at += _DETAIL_LINE
    return at - y + _BETWEEN, marks
