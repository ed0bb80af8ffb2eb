"""The turns of speech that tell of differences: now, no longer, and one thing instead of another."""

from modelbuilder.accountability import wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import holder_of, label_of

_AUXILIARIES = ("is", "are", "can")


def instead(after: str, before: str) -> str:
    """Say what is in place of what; either may not be said."""
    if after and before:
        return f"{after} instead of {before}"
    return f"now {after}" if after else f"no longer {before}"


def count(after: int | None, before: int | None, noun: str) -> str:
    """Say a number in place of another: “9 seats instead of 8”."""
    if after is not None and before is not None:
        return f"{after} {noun} instead of {before}"
    return instead(*(f"{number} {noun}" if number is not None else "" for number in (after, before)))


def with_adverb(verb: str, adverb: str) -> str:
    """Put “now” or “no longer” where it belongs: “is now accountable for”, “now answers to”."""
    first, _, rest = verb.partition(" ")
    return f"{first} {adverb} {rest}".strip() if first in _AUXILIARIES else f"{adverb} {verb}"


def quoted(text: str) -> str:
    """Return a text in quotes on one line; empty for none."""
    return f"“{' '.join(text.split())}”" if text else ""


def sentence(words: str) -> str:
    """Begin with a capital and end with a full stop."""
    return f"{wording.upper_first(words)}."


def name(ask: Questions, thing_id: ThingId | None) -> str:
    """Name a thing within a sentence; empty for none."""
    return wording.name(ask, thing_id) if thing_id is not None else ""


def place(ask: Questions, thing_id: ThingId) -> str:
    """Say where a post stands: “ at Ash Primary”, “ of Hill Federation”, or nothing."""
    holder = holder_of(ask.model, thing_id)
    schools = ask.schools_of(thing_id) if holder is None else ()
    where = holder or (schools[0] if len(schools) == 1 else None)
    if where is None:
        return ""
    return f" {'of' if where in ask.model.groups else 'at'} {label_of(ask.document, ask.model, where)}"


def post(ask: Questions, post_id: ThingId) -> str:
    """Name a post by title and place, whoever holds it: “Head of School at Ash Primary”."""
    return f"{wording.title(ask, post_id)}{place(ask, post_id)}"


def several(ask: Questions, thing_id: ThingId) -> bool:
    """Tell whether a thing is spoken of as several: the members of a trust."""
    body = ask.model.bodies.get(thing_id)
    return body is not None and body.kind == "members"
