"""The statements of a chart that join things: at=, home= and of=, `in`, lines, and duties; then its votes."""

from modelbuilder.document.chart import fields
from modelbuilder.document.chart.draft import Draft, Section
from modelbuilder.document.chart.notes import read_votes
from modelbuilder.document.chart.words import Word, keyword, listed
from modelbuilder.document.errors import nearest
from modelbuilder.document.ids import ThingId, seed_id
from modelbuilder.document.integrity import PARTIES
from modelbuilder.document.records import Agreement, Duty, Figure, Line
from modelbuilder.vocabulary.functions import FUNCTIONS, functions_called
from modelbuilder.vocabulary.lines import LINES, End

RELATIONS = ("in", *LINES)


def is_relation(words: list[Word]) -> bool:
    """Tell whether the statement reads SUBJECT relation …"""
    return len(words) > 1 and words[1].key is None and not words[1].quoted and words[1].text in RELATIONS


def relate(draft: Draft, section: Section) -> None:
    """Join the things of a model, now that all of them are described."""
    for words in sorted(section.pending, key=lambda words: keyword(words) == "votes"):
        if is_relation(words) and not keyword(words):
            if words[1].text == "in":
                _read_in(draft, words, section)
            else:
                _read_line(draft, words, section)
        elif keyword(words) == "post":
            _place_post(draft, words, section)
        elif keyword(words) == "duty":
            _read_duty(draft, words, section)
        elif keyword(words) == "votes":
            read_votes(draft, words, section)
        else:
            _place_body(draft, words, section)


def _place_post(draft: Draft, words: list[Word], section: Section) -> None:
    post_id = seed_id("post", words[1].text)
    places: dict[str, ThingId | None] = {}
    if word := fields.word_for(words[2:], "at"):
        places["at"] = _place(draft, word, section, "school", "group")
    if word := fields.word_for(words[2:], "home"):
        places["home"] = _place(draft, word, section, "school")
    section.posts[post_id] = section.posts[post_id].model_copy(update=places)


def _place(draft: Draft, word: Word, section: Section, *kinds: str) -> ThingId | None:
    """Find a place; in a stage an empty one takes back where the thing stood."""
    return draft.find(word, section, *kinds) if word.text or not section.inherits else None


def _place_body(draft: Draft, words: list[Word], section: Section) -> None:
    body_id = seed_id("body", words[1].text)
    if word := fields.word_for(words[2:], "at"):
        holder = _place(draft, word, section, "school", "group")
        section.bodies[body_id] = section.bodies[body_id].model_copy(update={"at": holder})
    if word := fields.word_for(words[2:], "of"):
        target = draft.find(word, section, "school", "group")
        section.add_line(Line(kind="governs", source=body_id, target=target))


def _read_in(draft: Draft, words: list[Word], section: Section) -> None:
    if len(words) != 3 or words[0].key is not None or words[2].key is not None:
        raise words[1].error("write: “School” in “Group”.")
    what, _ = section.names.get(words[0].text, ("", None))
    if what in ("post", "body"):
        raise words[0].error(f"“{words[0].text}” is a {what}; say where it belongs with at=.")
    inner = draft.find(words[0], section, "school", "group", "person")
    if inner in draft.people:
        section.figures[inner] = Figure(at=draft.find(words[2], section, "school", "group"))
        return
    outer = draft.find(words[2], section, "group")
    if inner not in section.moved and inner != outer:
        section.moved.add(inner)
        update = {"group": outer}
        if inner in section.groups:
            section.groups[inner] = section.groups[inner].model_copy(update=update)
        else:
            section.placements[inner] = section.placements[inner].model_copy(update=update)
        return
    section.add_line(Line(kind="part_of", source=inner, target=outer))


def _read_line(draft: Draft, words: list[Word], section: Section) -> None:
    kind = LINES[words[1].text]
    if len(words) < 3 or words[2].key is not None:
        raise words[1].error(f"“{kind.key}” needs something after it: who or what.")
    source = _end(draft, words[0], section, kind.sources)
    target = _end(draft, words[2], section, kind.targets)
    readers = fields.LINE | fields.AGREEMENT | {"agreement": fields.yes_no}
    values = fields.read_fields(words[3:], readers, ("of", *PARTIES))
    if word := fields.word_for(words[3:], "of"):
        values["represents"] = draft.find(word, section, "school")
    agreed = {key: values.pop(key) for key in fields.AGREEMENT if key in values}
    for key in PARTIES:
        if word := fields.word_for(words[3:], key):
            agreed[key] = _end(draft, word, section, frozenset(End))
    if values.pop("agreement", bool(agreed)):
        values["agreement"] = Agreement(**agreed)
    elif agreed:
        word = next(word for word in words[3:] if word.key in agreed)
        raise word.error(f"{word.key}= is part of an agreement, but agreement=no says that there is none.")
    section.add_line(Line(kind=kind.key, source=source, target=target, **values))


def _end(draft: Draft, word: Word, section: Section, ends: frozenset[End]) -> ThingId:
    if word.key is not None and word.key not in PARTIES:
        raise word.error("a line joins two names; fields come after them.")
    thing_id = draft.find(word, section)
    if thing_id in draft.people:
        if End.PERSON not in ends:
            raise word.error(f"“{word.text}” is a person; this line needs a post, body, school or group.")
        held = any(post.person == thing_id for post in section.posts.values())
        if not held:
            section.figures.setdefault(thing_id, Figure())
    return thing_id


def _read_duty(draft: Draft, words: list[Word], section: Section) -> None:
    if [word.key for word in words[1:4]] != [None] * 3 or words[2].text != "of":
        raise words[0].error("write: duty f25 of “School” accountable=… contributes=….")
    functions = functions_called(words[1].text)
    if not functions:
        known = nearest(words[1].text, (function.label for function in FUNCTIONS.values()))
        raise words[1].error(f"“{words[1].text}” is not a known function{known}")
    school_id = draft.find(words[3], section, "school")
    fields.read_fields(words[4:], {}, ("accountable", "contributes"))
    owner, others = fields.word_for(words[4:], "accountable"), fields.word_for(words[4:], "contributes")
    if owner is None and others is None:
        raise words[0].error("a duty names who is accountable= for it, or who contributes= to it.")
    accountable = draft.find(owner, section, "post", "body") if owner else None
    helping = tuple(draft.find(one, section, "post", "body") for one in listed(others)) if others else ()
    for function in functions:
        duty = Duty(function=function, school=school_id, accountable=accountable, contributes=helping)
        section.add_duty(duty)
