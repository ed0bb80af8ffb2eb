"""Each difference as a sentence in the words of the field: who moves, what is formed, who answers to whom instead."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from modelbuilder.accountability import wording
from modelbuilder.accountability.overviews import article
from modelbuilder.accountability.questions import Questions
from modelbuilder.compare import line_sentences
from modelbuilder.compare.differences import Comparison, Difference, What
from modelbuilder.compare.phrases import count, instead, name, place, post, quoted, sentence, several
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import label_of, person_name
from modelbuilder.document.records import Note
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.notes import COLOURS, TOPICS
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.vocabulary.schools import NEEDS, PHASES, TYPES


def tell(comparison: Comparison, difference: Difference) -> str:
    """Say what differs, as of going from the first model to the second."""
    if difference.table == "lines":
        return sentence(line_sentences.line(comparison, difference))
    if difference.table == "duties":
        return sentence(line_sentences.duty(comparison, difference))
    if difference.what is What.ADDED:
        return sentence(_ADDED[difference.table](comparison.other, _id(difference.other), difference.after))
    if difference.what is What.REMOVED:
        return sentence(_REMOVED[difference.table](comparison.one, _id(difference.one), difference.before))
    if difference.what is What.MOVED:
        return sentence(_moved(comparison, difference))
    return sentence(_changed(comparison, difference))


def said_alike(comparison: Comparison, difference: Difference) -> object:
    """Return what differences have in common that are told in one sentence; those of lines have one source and verb."""
    if difference.table == "lines" and difference.what in (What.ADDED, What.REMOVED):
        return line_sentences.said_alike(comparison, difference)
    if difference.table == "placements" and difference.field == "group":
        return difference.table, difference.before, difference.after
    return difference


def tell_all(comparison: Comparison, differences: Sequence[Difference]) -> str:
    """Say what differs in the same way of several things."""
    first, *others = differences
    if not others:
        return tell(comparison, first)
    if first.table == "lines":
        return sentence(line_sentences.lines(comparison, differences))
    schools = wording.names(comparison.other, comparison.other.sorted(_id(one.other) for one in differences))
    was = _label(comparison.one, first.before) if first.before is not None else ""
    now = _label(comparison.other, first.after) if first.after is not None else ""
    if was and now:
        return sentence(f"{schools} move from {was} to {now}")
    return sentence(f"{schools} join {now}" if now else f"{schools} leave {was}")


def _id(thing_id: ThingId | None) -> ThingId:
    assert thing_id is not None
    return thing_id


def _label(ask: Questions, thing_id: ThingId) -> str:
    return label_of(ask.document, ask.model, thing_id)


def _post_added(ask: Questions, post_id: ThingId, row: Any) -> str:
    holder = person_name(ask.document, row)
    if holder:
        return f"{holder} becomes {post(ask, post_id)}, in a new post"
    state = ", vacant" if row.status == "vacant" else ""
    return f"there is a new post of {post(ask, post_id)}{state}"


def _post_removed(ask: Questions, post_id: ThingId, row: Any) -> str:
    holder = person_name(ask.document, row)
    return f"the post of {post(ask, post_id)}{f', held by {holder},' if holder else ''} goes"


def _group(ask: Questions, group_id: ThingId) -> str:
    row = ask.model.groups[group_id]
    return f"{row.name}, {article(GROUPS[row.kind].words)},"


def _comes(ask: Questions, thing_id: ThingId) -> str:
    return f"{name(ask, thing_id)} {'come' if several(ask, thing_id) else 'comes'} in"


def _is_left(ask: Questions, thing_id: ThingId) -> str:
    return f"{name(ask, thing_id)} {'are' if several(ask, thing_id) else 'is'} left out"


def _body_added(ask: Questions, body_id: ThingId, row: Any) -> str:
    if BODIES[row.kind].outside or several(ask, body_id):
        return _comes(ask, body_id)
    return f"{name(ask, body_id)} is set up"


def _body_removed(ask: Questions, body_id: ThingId, row: Any) -> str:
    if BODIES[row.kind].outside or several(ask, body_id):
        return _is_left(ask, body_id)
    return f"{name(ask, body_id)} is dissolved"


def _school_added(ask: Questions, school_id: ThingId, row: Any) -> str:
    inside = f", in {_label(ask, row.group)}" if row.group in ask.model.groups else ""
    return f"{_comes(ask, school_id)}{inside}"


_Whole = Callable[[Questions, ThingId, Any], str]

_ADDED: Mapping[str, _Whole] = MappingProxyType(
    {
        "groups": lambda ask, group_id, _row: f"{_group(ask, group_id)} is formed",
        "placements": _school_added,
        "posts": _post_added,
        "figures": lambda ask, person_id, _row: f"{_comes(ask, person_id)}, without a post",
        "bodies": _body_added,
        "stickies": lambda _ask, _note_id, row: f"a note is added: {_words(row)}",
    }
)
_REMOVED: Mapping[str, _Whole] = MappingProxyType(
    {
        "groups": lambda ask, group_id, _row: f"{_group(ask, group_id)} is dissolved",
        "placements": lambda ask, school_id, _row: _is_left(ask, school_id),
        "posts": _post_removed,
        "figures": lambda ask, person_id, _row: _is_left(ask, person_id),
        "bodies": _body_removed,
        "stickies": lambda _ask, _note_id, row: f"a note is taken away: {_words(row)}",
    }
)


def _words(note: Note) -> str:
    return quoted(note.text) or "an empty one"


def _moved(comparison: Comparison, difference: Difference) -> str:
    one, other, thing_id = comparison.one, comparison.other, _id(difference.other)
    if difference.field == "person":
        return _other_holder(comparison, difference)
    was = _label(one, difference.before) if difference.before is not None else ""
    now = _label(other, difference.after) if difference.after is not None else ""
    who = name(other, thing_id)
    if difference.table == "posts":
        holder = person_name(other.document, other.model.posts[thing_id])
        who = f"{holder}, {wording.title(other, thing_id)}," if holder else f"the {wording.title(other, thing_id)}"
    if was and now:
        return f"{who} moves from {was} to {now}"
    if difference.table in ("placements", "groups"):
        return f"{who} joins {now}" if now else f"{who} leaves {was}"
    return f"{who} now belongs to {now}" if now else f"{who} no longer belongs to {was}"


def _other_holder(comparison: Comparison, difference: Difference) -> str:
    other, post_id = comparison.other, _id(difference.other)
    was, now = name(comparison.one, difference.before), name(other, difference.after)
    if not now:
        vacant = "the post is vacant" if other.model.posts[post_id].status == "vacant" else "nobody is named instead"
        return f"{was} is no longer {post(other, post_id)}; {vacant}"
    return f"{now} becomes {post(other, post_id)}{f' instead of {was}' if was else ''}"


def _changed(comparison: Comparison, difference: Difference) -> str:
    ask, field = comparison.other, difference.field
    now, was = difference.after, difference.before
    if field == "name":
        return f"{was} is called {now} now"
    who = _who(comparison, difference)
    if (difference.table, field) in _WORDS:
        form, words = _WORDS[difference.table, field]
        return form.format(who=who, what=instead(words.get(now, ""), words.get(was, "")))
    if field in _FLAGS:
        return f"{who} is {'now' if now else 'no longer'} {_FLAGS[field]}"
    if field in _COUNTS:
        told = f"{who} has {count(now, was, _COUNTS[field])}"
        return told.replace("has now", "now has").replace("has no longer", "no longer says that it has")
    if field == "label":
        return f"{who} is called {instead(quoted(now), quoted(was))}".replace("called now", "now called")
    if field == "home":
        return f"the home school of {who} is {instead(name(ask, now), name(comparison.one, was))}"
    if field == "text":
        return f"a note says {instead(quoted(now), quoted(was))}"
    values = (str(value) if value not in (None, "") else "" for value in (now, was))
    return f"the {field} of {who} is {instead(*values)}"


def _who(comparison: Comparison, difference: Difference) -> str:
    """Name what has changed, as it is called in the first model."""
    one, thing_id = comparison.one, _id(difference.one)
    if difference.table == "stickies":
        return f"the note {_words(one.model.stickies[thing_id])}"
    if difference.table == "posts" and difference.field in ("status", "label"):
        return f"the post of {post(one, thing_id)}"
    if difference.table == "posts":
        holder = person_name(one.document, one.model.posts[thing_id])
        return holder or f"the {wording.title(one, thing_id)}{place(one, thing_id)}"
    return name(one, thing_id)


_CATEGORIES = {"maintained": "maintained", "academy": "an academy", "other": "neither maintained nor an academy"}
_WORDS: Mapping[tuple[str, str], tuple[str, Mapping[str, str]]] = MappingProxyType(
    {
        ("posts", "role"): ("{who} is {what}", {key: role.label for key, role in ROLES.items()}),
        ("posts", "status"): ("{who} is {what}", {"vacant": "vacant", "acting": "held for a time"}),
        ("groups", "kind"): ("{who} is {what}", {key: article(kind.words) for key, kind in GROUPS.items()}),
        ("bodies", "kind"): ("{who} is {what}", {key: article(kind.label.lower()) for key, kind in BODIES.items()}),
        ("placements", "category"): ("{who} is {what}", _CATEGORIES),
        ("placements", "type"): ("the type of {who} is {what}", TYPES),
        ("placements", "need"): ("the level of need at {who} is {what}", NEEDS),
        ("schools", "phase"): ("the phase of {who} is {what}", PHASES),
        ("stickies", "topic"): ("{who} is about {what}", {key: quoted(label) for key, label in TOPICS.items()}),
        ("stickies", "colour"): ("{who} is {what}", {key: label.lower() for key, label in COLOURS.items()}),
    }
)
_FLAGS: Mapping[str, str] = MappingProxyType(
    {"new": "marked as new in post", "accounting_officer": "the accounting officer", "sponsored": "sponsored"}
)
_COUNTS: Mapping[str, str] = MappingProxyType(
    {
        "seats": "seats",
        "parents": "seats for parents",
        "staff": "seats for staff",
        "la": "seats for the local authority",
        "coopted": "co-opted members",
        "staff_coopted": "co-opted members from the staff",
        "foundation": "seats for the foundation",
        "employees": "seats held by employees",
        "pupils": "pupils",
    }
)
