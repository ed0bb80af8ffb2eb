"""Random rectangles for the property tests of the layout."""

from itertools import combinations

from hypothesis import strategies as st

from modelbuilder.document.ids import ThingId
from modelbuilder.layout.rect import Point, Rect

sides = st.integers(1, 40).map(lambda tens: tens * 10.0)
spots = st.integers(-80, 80).map(lambda tens: tens * 10.0)
rects = st.builds(Rect, spots, spots, sides, sides)
things = st.integers(0, 30).map(lambda number: ThingId(f"t{number}"))


def apart(found: list[Rect]) -> dict[ThingId, Rect]:
    """Keep those rectangles that overlap none before them."""
    kept: list[Rect] = []
    for rect in found:
        if not any(rect.meets(other) for other in kept):
            kept.append(rect)
    return {ThingId(f"t{number}"): rect for number, rect in enumerate(kept)}


siblings = st.lists(rects, min_size=1, max_size=12).map(apart)


def overlapping(found: dict[ThingId, Rect]) -> list[tuple[ThingId, ThingId]]:
    """List the pairs that overlap."""
    return [(one, other) for one, other in combinations(found, 2) if found[one].meets(found[other])]


def on_edge(rect: Rect, point: Point) -> bool:
    """Tell whether a point lies on the edge of a rectangle, to a hundredth of a unit."""
    return rect.grown(0.01).holds(*point) and not rect.grown(-0.01).holds(*point)
