"""What can be measured in a model: what each figure counts, and past which amounts it tints a card."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

MOST_TINT = 4
"""The darkest tint; 0 is none."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A kind of figure: past how many of the four `steps` an amount is, so dark is the tint of the card.

    The third step stands where a rule gives advice and the fourth where one warns, if a rule says so; `basis` tells
    which, and what is ours. Of some things fewer are worse.
    """

    key: str
    label: str
    unit: str
    units: str
    explanation: str
    steps: tuple[float, float, float, float]
    basis: str
    fewer: bool = False

    def tint(self, amount: float) -> int:
        """Return how many of the steps an amount is past."""
        return sum(amount < step if self.fewer else amount > step for step in self.steps)

    def words(self, amount: float) -> str:
        """Write an amount with its unit."""
        whole = round(amount)
        return f"{whole or 'no'} {self.unit if whole == 1 else self.units}"


_ALL = (
    Measure(
        "span",
        "Span of control",
        "direct report",
        "direct reports",
        "How many posts answer directly to this one, by primary lines.",
        (2, 4, 6, 8),
        "More than 8 is the warning of R66; the steps below it are ours [INF].",
    ),
    Measure(
        "layers",
        "Layers to the board",
        "post",
        "posts",
        "How many posts stand on the shortest line from a leader to the board, this one counted.",
        (2, 3, 4, 5),
        "More than 4 is the advice of R19; the other steps are ours [INF].",
    ),
    Measure(
        "schools",
        "Schools per executive",
        "school",
        "schools",
        "How many schools an executive headteacher or executive principal leads, answers for or has below.",
        (1, 2, 4, 6),
        "More than 4 is the advice and more than 6 the warning of R66; the steps below them are ours [INF].",
    ),
    Measure(
        "journey",
        "Longest journey",
        "minute",
        "minutes",
        "How long the way is between the two schools of this post that are farthest apart.",
        (5, 10, 20, 60),
        "More than 20 is the advice and more than 60 the warning of R67; the steps below them are ours [INF]. "
        "An estimate takes the straight line, 1.3 times, at 40 km/h [INF].",
    ),
    Measure(
        "failure",
        "Single point of failure",
        "school",
        "schools",
        "How many schools would lose their line to a board if this person were away and nobody stepped in.",
        (0, 0, 1, 3),
        "Two or more without cover is the advice of R72; the other steps are ours [INF].",
    ),
    Measure(
        "isolation",
        "Isolation",
        "link",
        "links",
        "How many support and peer links a leader of a school or trust has, in and out: the fewer, the darker.",
        (3, 2, 1, 1),
        "A school’s leader with none, and no executive above, is the warning of R73; the other steps are ours [INF].",
        fewer=True,
    ),
    Measure(
        "load",
        "Load",
        "commitment",
        "commitments",
        "What one person carries: posts, schools, direct reports, seats, cover promised and help given.",
        (6, 9, 12, 15),
        "All steps are ours [INF].",
    ),
)

MEASURES: Mapping[str, Measure] = MappingProxyType({measure.key: measure for measure in _ALL})
