"""Tidy: arrange a whole model; the floor only measures every card and sums up the boxes once, choosing no place."""

from benchmarks.clock import Row, alternating
from benchmarks.trusts import document
from modelbuilder.document.lookup import held_by
from modelbuilder.drawing.arrangement import tidy
from modelbuilder.drawing.faces import face
from modelbuilder.drawing.links import link
from modelbuilder.layout.boxes import drawn_boxes


def measure(*, quick: bool = False) -> list[Row]:
    """Tidy models of 100, 1,000 and 10,000 cards."""
    return [_row(cards) for cards in ((100, 1_000) if quick else (100, 1_000, 10_000))]


def _row(cards: int) -> Row:
    found = document(cards)
    model_id = found.order[0]
    model = found.models[model_id]

    def floor() -> None:
        links, holders = link(model), held_by(model)
        frames = {one: face(found, model, links, one).frame() for inside in holders.values() for one in inside}
        drawn_boxes(holders, frames, {})

    ours, least = alternating(lambda: tidy(found, model_id), floor, 5 if cards == 10_000 else 9)
    return Row(f"tidy {cards:,} cards", ours, least)
