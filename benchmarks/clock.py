"""Time taken, and the rows that benchmarks return."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, in milliseconds; a floor was measured in the same run, a target may be missing."""

    what: str
    ms: float
    floor: float | None = None
    most_ms: float | None = None
    most_ratio: float | None = None

    @property
    def ratio(self) -> float | None:
        """Return how many times the floor it took."""
        return self.ms / self.floor if self.floor else None

    @property
    def met(self) -> bool | None:
        """Tell whether every target was met; None where there is none."""
        if self.most_ms is None and self.most_ratio is None:
            return None
        ratio = self.ratio or 0.0
        return self.ms <= (self.most_ms or self.ms) and ratio <= (self.most_ratio or ratio)


def once(action: Callable[[], object]) -> float:
    """Return the milliseconds that an action takes."""
    start = perf_counter()
    action()
    return (perf_counter() - start) * 1000


def typical(action: Callable[[], object], times: int) -> float:
    """Return the median of several runs, after one that warms up."""
    action()
    gc.collect()
    return median(once(action) for _ in range(times))


def alternating(first: Callable[[], object], second: Callable[[], object], times: int) -> tuple[float, float]:
    """Return the medians of two actions that take turns, so that a busy machine slows both alike."""
    first()
    second()
    gc.collect()
    pairs = [(once(first), once(second)) for _ in range(times)]
    return median(a for a, _ in pairs), median(b for _, b in pairs)


def share(times: Sequence[float], part: float) -> float:
    """Return the time that a part of all times stays below: 0.95 for the 95th percentile."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]
