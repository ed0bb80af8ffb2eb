"""What each card, box and line of a page says in words, for those who do not see it."""

from collections.abc import Iterator

from modelbuilder.accountability import wording
from modelbuilder.accountability.clauses import verbs
from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Line
from modelbuilder.drawing.page import Page


def descriptions(page: Page) -> dict[ThingId, str]:
    """Return a description for everything on a page that there is more to say of than its label."""
    ask = Questions(page.document, page.model_id)
    said: dict[ThingId, list[str]] = {}
    told: dict[ThingId, str] = {}
    for line_id, line in page.model.lines.items():
        sentences = list(sentences_of(ask, line))
        told[line_id] = " ".join(sentences)
        source = page.links.anchors.get(line.source, line.source)
        said.setdefault(source, []).extend(sentences)
    for thing_id, face in page.faces.items():
        facts = " · ".join(" ".join(words.split()) for words in (face.second, *face.small) if words)
        told[thing_id] = " ".join(part for part in (facts and f"{facts}.", *said.get(thing_id, ())) if part)
    return {thing_id: words for thing_id, words in told.items() if words}


def sentences_of(ask: Questions, line: Line) -> Iterator[str]:
    """Yield a sentence for each thing that a line says: “Ruth Calder answers to the governing body.”"""
    source, target = wording.name(ask, line.source), wording.name(ask, line.target)
    for verb in verbs(ask, line):
        words = " ".join(part for part in (source, verb.before, target, verb.after) if part)
        yield f"{wording.upper_first(' '.join(words.split()))}."
