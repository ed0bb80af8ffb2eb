"""What tidying needs to know of a model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from modelbuilder.document.ids import ThingId
from modelbuilder.layout.boxes import Frame
from modelbuilder.layout.rect import Point, Rect
from modelbuilder.layout.stacks import Measures


@dataclass(frozen=True)
class Plan:
    """What tidying needs to know of a model.

    `holders` lists what each box holds; None is the page. Siblings keep the order in which they stand `now`, as
    rectangles of the page, and what has no place comes after them as it is listed. `upward` are (lower, upper) pairs
    by accountability, the binding ones first. `beside` are (satellite, target) pairs: things that only help or
    advise. `columns` are boxes whose contents hang in one column, and in it `last` stand below the rest; `tiles` hold
    nothing here and stand in rows as boxes do. `pins` are the places of what does not move, with those of the boxes
    around it; `asides` stand beside whom they answer to. `measures` say how long rows and columns get.
    """

    holders: Mapping[ThingId | None, Sequence[ThingId]]
    frames: Mapping[ThingId, Frame]
    upward: Sequence[tuple[ThingId, ThingId]]
    beside: Sequence[tuple[ThingId, ThingId]] = ()
    columns: frozenset[ThingId] = frozenset()
    now: Mapping[ThingId, Rect] = field(default_factory=dict)
    last: frozenset[ThingId] = field(default_factory=frozenset)
    left: frozenset[ThingId] = field(default_factory=frozenset)
    tiles: frozenset[ThingId] = field(default_factory=frozenset)
    pins: Mapping[ThingId, Point] = field(default_factory=dict)
    asides: frozenset[ThingId] = field(default_factory=frozenset)
    measures: Measures = field(default_factory=Measures)
