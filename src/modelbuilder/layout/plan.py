"""What tidying needs to know of a model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from modelbuilder.document.ids import ThingId
from modelbuilder.layout.boxes import Frame
from modelbuilder.layout.rect import Point
from modelbuilder.layout.stacks import Measures


@dataclass(frozen=True)
class Plan:
    """What tidying needs to know of a model.

    `holders` lists what each box holds, in the order it should read; None is the page. `upward` are
    (lower, upper) pairs by accountability, the binding ones first. `beside` are (satellite, target)
    pairs: things that only help or advise. `columns` are boxes whose contents hang in one column, `tiles` those
    that hold nothing here and stand in rows as boxes do. `pins` are the places of what does not move, with those of
    the boxes around it; `asides` stand beside whom they answer to. `measures` say how long rows and columns get.
    """

    holders: Mapping[ThingId | None, Sequence[ThingId]]
    frames: Mapping[ThingId, Frame]
    upward: Sequence[tuple[ThingId, ThingId]]
    beside: Sequence[tuple[ThingId, ThingId]] = ()
    columns: frozenset[ThingId] = frozenset()
    left: frozenset[ThingId] = field(default_factory=frozenset)
    tiles: frozenset[ThingId] = field(default_factory=frozenset)
    pins: Mapping[ThingId, Point] = field(default_factory=dict)
    asides: frozenset[ThingId] = field(default_factory=frozenset)
    measures: Measures = field(default_factory=Measures)
