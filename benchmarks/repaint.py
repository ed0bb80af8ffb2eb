"""Repaint: all cards at once, zoomed out until the whole page fits the viewport."""

from benchmarks.clock import Row, alternating
from benchmarks.stage import Bare, Stage
from benchmarks.trusts import placed


def measure(*, quick: bool = False) -> list[Row]:
    """Repaint everything; the floor paints one bare rectangle item for each card and a path item for each line."""
    rows: list[Row] = []
    for cards in (1_000,) if quick else (1_000, 10_000):
        stage = Stage(placed(cards))
        stage.canvas.fit()
        bare = Bare(stage.desk.page())
        bare.look_as(stage.canvas)
        ours, floor = alternating(stage.repaint, bare.repaint, 5 if quick else 25)
        rows.append(Row(f"repaint {cards:,} cards, zoomed out to fit", ours, floor, 16.7, 1.0))
        stage.close()
        bare.close()
    return rows
