"""What somebody can want of a leading post, and the conditions for a successful headship (domain notes §5.8)."""

from typing import NamedTuple


class Wish(NamedTuple):
    """Something of which a post gives more or less."""

    key: str
    label: str


class Condition(NamedTuple):
    """Something that a post has or has not; `source` says who names it, as in the domain notes."""

    key: str
    label: str
    source: str


DEGREES = ("not at all", "a little", "some", "much", "very much")
"""How much of a thing is wanted or given, from 0 to 4."""


class Fitting(NamedTuple):
    """How what is given goes with what is wanted: a sign, and words that are no verdict."""

    sign: str
    label: str


FITTINGS = {
    "as_wished": Fitting("●", "as wished"),
    "nearly": Fitting("◐", "nearly"),
    "otherwise": Fitting("○", "otherwise"),
    "not_said": Fitting("–", "cannot be told"),
}

WISHES = {
    wish.key: wish
    for wish in (
        Wish("teaching", "Focus on teaching and learning"),
        Wish("strategy", "Strategy and long-term development"),
        Wish("accountability", "Being ultimately accountable"),
        Wish("support", "Support and challenge"),
        Wish("public_face", "Being the public face"),
    )
}

CONDITIONS = {
    condition.key: condition
    for condition in (
        Condition("sounding_board", "A more senior colleague to talk to and be challenged by", "S3"),
        Condition("peers", "Peers in the same position", "S3"),
        Condition("stand_in", "Somebody who steps in when I am away", "S3"),
        Condition("capacity", "A strong deputy or senior team below me", "S3"),
        Condition("clear_remit", "What I decide, and what others decide, is written down", "S3"),
        Condition("start", "Support from the first day of a new post", "S3"),
        Condition("hard_cases", "Somebody else takes the hardest staffing cases", "S3"),
        Condition("one_board", "One board to answer to", "S3"),
        Condition("next_step", "A next step to grow into", "S3"),
    )
}
