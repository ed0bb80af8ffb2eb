"""Compare: what differs between two models of 1,000 cards, and the same in words; the floor is patch.diff alone."""

from benchmarks.clock import Row, alternating, typical
from benchmarks.trusts import placed
from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.differences import compare
from modelbuilder.compare.listing import all_told
from modelbuilder.compare.question_list import replies
from modelbuilder.document import edits, pages
from modelbuilder.document.ids import ModelId
from modelbuilder.document.patch import diff
from modelbuilder.document.records import Document

_EDITS = 20


def measure(*, quick: bool = False) -> list[Row]:
    """Change one card in fifty in a copy of a model, and compare both, asked anew each time."""
    cards, times = (100, 3) if quick else (1_000, 15)
    document = placed(cards)
    first = document.order[0]
    both = pages.duplicate_model(document, first)
    second = both.order[1]
    changed = _changed(both, second)
    ours, floor = alternating(lambda: compare(changed, first, second), lambda: diff(both, changed), times)
    found = compare(changed, first, second)
    assert len(found.differences) == min(_EDITS, len(document.models[first].posts))
    return [
        Row(f"compare two models of {cards:,} cards; floor: patch.diff alone", ours, floor, most_ms=100.0),
        Row(f"tell in words what differs between two models of {cards:,} cards", _words(changed, first, second, times)),
        Row(f"answer the question list for a model of {cards:,} cards", _answers(changed, second, times)),
    ]


def _changed(document: Document, model_id: ModelId) -> Document:
    """Mark the holders of some posts as new: nothing else follows from that."""
    posts = document.models[model_id].posts.copy()
    for post_id in list(posts)[:_EDITS]:
        posts[post_id] = posts[post_id].model_copy(update={"new": not posts[post_id].new})
    return edits.put_model(document, model_id, posts=posts)


def _words(document: Document, first: ModelId, second: ModelId, times: int) -> float:
    return typical(lambda: list(all_told(compare(document, first, second))), times)


def _answers(document: Document, model_id: ModelId, times: int) -> float:
    return typical(lambda: replies(Questions(document, model_id), findings=()), times)
