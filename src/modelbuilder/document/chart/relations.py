"""The statements of a chart that join things: at=, home= and of=, `in`, and lines."""

from modelbuilder.document.chart import fields
from modelbuilder.document.chart.draft import Draft, Section
from modelbuilder.document.chart.words import Word, keyword
from modelbuilder.document.ids import ThingId, seed_id
from modelbuilder.document.records import Figure, Line
from modelbuilder.vocabulary.lines import LINES, End

RELATIONS = ("in", *LINES)


def is_relation(words: list[Word]) -> bool:
    """Tell whether the statement reads SUBJECT relation …"""
    return len(words) > 1 and words[1].key is None and not words[1].quoted and words[1].text in RELATIONS


def relate(draft: Draft, section: Section) -> None:
    """Join the things of a model, now that all of them are described."""
    for words in section.pending:
        if is_relation(words) and not keyword(words):
            if words[1].text == "in":
                _read_in(draft, words, section)
            else:
                _read_line(draft, words, section)
        elif keyword(words) == "post":
            _place_post(draft, words, section)
        else:
            _place_body(draft, words, section)


def _place_post(draft: Draft, words: list[Word], section: Section) -> None:
    post_id = seed_id("post", words[1].text)
    places: dict[str, ThingId] = {}
    if word := fields.word_for(words[2:], "at"):
        places["at"] = draft.find(word, section, "school", "group")
    if word := fields.word_for(words[2:], "home"):
        places["home"] = draft.find(word, section, "school")
    section.posts[post_id] = section.posts[post_id].model_copy(update=places)


def _place_body(draft: Draft, words: list[Word], section: Section) -> None:
    body_id = seed_id("body", words[1].text)
    if word := fields.word_for(words[2:], "at"):
        holder = draft.find(word, section, "school", "group")
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
    if inner in section.groups:
        group = section.groups[inner]
        if group.group is None and outer != inner:
            section.groups[inner] = group.model_copy(update={"group": outer})
            return
    elif section.placements[inner].group is None:
        section.placements[inner] = section.placements[inner].model_copy(update={"group": outer})
        return
    section.add_line(Line(kind="part_of", source=inner, target=outer))


def _read_line(draft: Draft, words: list[Word], section: Section) -> None:
    kind = LINES[words[1].text]
    if len(words) < 3 or words[2].key is not None:
        raise words[1].error(f"“{kind.key}” needs something after it: who or what.")
    source = _end(draft, words[0], section, kind.sources)
    target = _end(draft, words[2], section, kind.targets)
    values = fields.read_fields(words[3:], fields.LINE, ("of",))
    if word := fields.word_for(words[3:], "of"):
        values["represents"] = draft.find(word, section, "school")
    section.add_line(Line(kind=kind.key, source=source, target=target, **values))


def _end(draft: Draft, word: Word, section: Section, ends: frozenset[End]) -> ThingId:
    if word.key is not None:
        raise word.error("a line joins two names; fields come after them.")
    thing_id = draft.find(word, section)
    if thing_id in draft.people:
        if End.PERSON not in ends:
            raise word.error(f"“{word.text}” is a person; this line needs a post, body, school or group.")
        held = any(post.person == thing_id for post in section.posts.values())
        if not held:
            section.figures.setdefault(thing_id, Figure())
    return thing_id
