"""Would it suit me: what somebody wants of a post beside what a model’s graph gives it, with reasons and no verdict."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from modelbuilder.accountability import wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.conditions import CONDITIONS_MET
from modelbuilder.compare.gifts import GIFTS, Gift, farthest
from modelbuilder.compare.subjects import Subject, bearers
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Fit
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.vocabulary.wishes import CONDITIONS, DEGREES, FITTINGS, WISHES

_AT_LEAST = frozenset({"support"})
"""Wishes of which more than wanted is as wished too."""

_NEARLY_AS_FAR = 1.25
"""So much longer than wanted a journey may be and still be nearly as wished [INF]."""


class Suited(NamedTuple):
    """One wish: what is wanted, what is given, how the two go together (a key of FITTINGS), why, and what to light."""

    key: str
    label: str
    wanted: str
    given: str
    fitting: str
    reason: str
    lit: frozenset[ThingId]


@dataclass(frozen=True, slots=True)
class Suit:
    """Somebody’s wishes beside one post of one model; nothing is added up to a verdict."""

    model: str
    post: ThingId
    name: str
    rows: tuple[Suited, ...]

    def counts(self) -> dict[str, int]:
        """Count the wishes by how they go with what is given."""
        return {key: sum(row.fitting == key for row in self.rows) for key in FITTINGS}


def suits(fit: Fit, models: Sequence[Questions], subject: Subject | None = None) -> tuple[Suit, ...]:
    """Hold a card beside every post of its role, or of a subject, in some models."""
    role = Subject(ROLES[fit.role].label, roles=(fit.role,)) if fit.role else None
    asked = subject or role
    if asked is None:
        return ()
    return tuple(
        suit(fit, ask, post_id) for ask in models for post_id in bearers(ask, asked) if post_id in ask.model.posts
    )


def suit(fit: Fit, ask: Questions, post_id: ThingId) -> Suit:
    """Hold a card beside one post."""
    rows = (*_wishes(fit, ask, post_id), *_travel(fit, ask, post_id), *_conditions(fit, ask, post_id))
    return Suit(ask.model.label, post_id, wording.titled(ask, post_id), rows)


def _wishes(fit: Fit, ask: Questions, post_id: ThingId) -> Iterator[Suited]:
    for key, wish in WISHES.items():
        wanted: int | None = getattr(fit, key)
        if wanted is not None:
            gift = GIFTS[key](ask, post_id)
            given = DEGREES[gift.degree] if gift.degree is not None else ""
            yield _row(key, wish.label, DEGREES[wanted], given, _fitting(key, wanted, gift.degree), gift)


def _fitting(key: str, wanted: int, given: int | None) -> str:
    if given is None:
        return "not_said"
    apart = abs(wanted - given)
    if apart == 0 or (key in _AT_LEAST and given > wanted):
        return "as_wished"
    return "nearly" if apart == 1 else "otherwise"


def _travel(fit: Fit, ask: Questions, post_id: ThingId) -> Iterator[Suited]:
    if fit.travel is None:
        return
    minutes, gift = farthest(ask, post_id)
    fitting = "not_said"
    if minutes is not None:
        near = "nearly" if minutes <= fit.travel * _NEARLY_AS_FAR else "otherwise"
        fitting = "as_wished" if minutes <= fit.travel else near
    given = "none" if minutes == 0 else "" if minutes is None else wording.counted(round(minutes), "minute")
    label, wanted = "Travel between my schools", f"at most {wording.counted(fit.travel, 'minute')}"
    yield _row("travel", label, wanted, given, fitting, gift)


def _conditions(fit: Fit, ask: Questions, post_id: ThingId) -> Iterator[Suited]:
    for key in (key for key in CONDITIONS if key in fit.conditions):
        gift = CONDITIONS_MET[key](ask, post_id)
        fitting = "not_said" if gift.degree is None else "as_wished" if gift.degree else "otherwise"
        given = "" if gift.degree is None else "yes" if gift.degree else "no"
        yield _row(key, CONDITIONS[key].label, "needed", given, fitting, gift)


def _row(key: str, label: str, wanted: str, given: str, fitting: str, gift: Gift) -> Suited:
    return Suited(key, label, wanted, given or "not said", fitting, f"{wording.upper_first(gift.reason)}.", gift.lit)
