"""What a window shows of the page, and what of that lies under something else."""

from typing import NamedTuple

from modelbuilder.layout.rect import Rect


class Shown(NamedTuple):
    """The part of the page that is shown, and the places in it over which something stands."""

    whole: Rect
    covered: tuple[Rect, ...] = ()

    def is_clear(self, place: Rect) -> bool:
        """Tell whether nothing stands over a place."""
        return not any(one.meets(place) for one in self.covered)
