"""The statements of a chart that describe: the document, a model, school, person, group, post or body."""

from modelbuilder.document.chart import fields
from modelbuilder.document.chart.draft import Draft, Section
from modelbuilder.document.chart.notes import read_note
from modelbuilder.document.chart.words import Word, checked_name, keyword, name_word
from modelbuilder.document.ids import ThingId, seed_id, seed_model_id
from modelbuilder.document.records import Body, Figure, Group, Person, Placement, Post, School
from modelbuilder.document.stories import address
from modelbuilder.document.values import MOST_DOTS


def read_document(draft: Draft, words: list[Word]) -> None:
    """Read `document "title" date=…`."""
    if draft.titled:
        raise words[0].error("the document is described twice.")
    draft.titled = True
    rest = words[1:]
    if rest and rest[0].key is None:
        draft.title = fields.text(rest.pop(0))
    draft.date = fields.read_fields(rest, {"date": fields.date}).get("date", "")


def open_model(draft: Draft, words: list[Word]) -> Section:
    """Read `model B "title" notes=…`, or `stage B/4 …`; the next statements belong to the section returned."""
    stage = words[0].text == "stage"
    if len(words) < 2 or words[1].key is not None:
        example = "a stage has an address: stage B/4" if stage else "a model has a label: model B"
        raise words[0].error(f"{example} “its title”.")
    label = words[1].text
    if not 1 <= len(label) <= 12:
        raise words[1].error("the label of a model has 1 to 12 characters.")
    if stage and address(label) is None:
        raise words[1].error(f"“{label}” is not the address of a stage: a story and a number, as in B/4.")
    if not stage and address(label) is not None:
        raise words[1].error(f"“{label}” is the address of a stage; write: stage {label} “its title”.")
    section = draft.section(label)
    rest = words[2:]
    if rest and rest[0].key is None:
        section.title = fields.text(rest.pop(0))
    said = fields.read_fields(rest, fields.MODEL | {"votes": fields.number(1, MOST_DOTS)})
    if "votes" in said:
        section.votes[ThingId(seed_model_id(label))] = said.pop("votes")
    for key, value in said.items():
        setattr(section, key, value)
    return section


def read_thing(draft: Draft, words: list[Word], section: Section | None) -> None:
    """Read a statement that describes a thing; without a section it is one before the first model."""
    match keyword(words):
        case "remove":
            raise words[0].error("only a stage has something before it to remove from: stage B/4 “its title”.")
        case "document":
            read_document(draft, words)
        case "person":
            _read_person(draft, words, section)
        case "school":
            _read_school(draft, words, section)
        case "group":
            _read_group(draft, words, section)
        case "post":
            _read_post(draft, words, section or draft.section("A"))
        case "note":
            read_note(draft, words, section or draft.section("A"))
        case "duty" | "votes":
            (section or draft.section("A")).pending.append(words)
        case _:
            _read_body(draft, words, section or draft.section("A"))


def meet_cast(draft: Draft, words: list[Word]) -> None:
    """Take up the school or the person that a statement of a stage names, before the stage itself is read."""
    if keyword(words) == "person":
        _read_person(draft, words, None)
    elif keyword(words) == "school":
        name_word(words)
        school_id, handle, name = _in_cast(draft, words, draft.schools)
        draft.schools.setdefault(school_id, School(handle=handle, name=name))
    elif keyword(words) == "post":
        holder = fields.word_for(words[1:], "held_by")
        if holder and holder.text:
            draft.holder(holder)


def _read_person(draft: Draft, words: list[Word], section: Section | None) -> None:
    name_word(words)
    fields.read_fields(words[2:], {}, ("as",))
    person_id, handle, name = _in_cast(draft, words, draft.people)
    draft.people.setdefault(person_id, Person(handle=handle, name=name))
    if section is not None and draft.explicit:
        section.figures.setdefault(person_id, Figure())


def _read_school(draft: Draft, words: list[Word], section: Section | None) -> None:
    name_word(words)
    local = section is not None and draft.explicit
    readers = fields.CAST_FACTS | fields.FACTS | (fields.AGAIN if local else {})
    was = Placement() if section is not None and section.inherits else None
    values = fields.read_fields(words[2:], readers, ("as",), was)
    school_id, handle, name = _in_cast(draft, words, draft.schools)
    old = draft.schools.get(school_id)
    if old is not None and not local:
        raise words[1].error(f"“{name}” is described twice; where two schools share a name, give one as=.")
    shared = {key: value for key, value in values.items() if not local or key in fields.CAST_FACTS}
    draft.schools[school_id] = (old or School(handle=handle, name=name)).model_copy(update=shared)
    if section is not None:
        here = {key: value for key, value in values.items() if local and key not in fields.CAST_FACTS}
        placement = section.placements.get(school_id, Placement())
        section.placements[school_id] = placement.model_copy(update=here)


def _in_cast(
    draft: Draft, words: list[Word], cast: dict[ThingId, School] | dict[ThingId, Person]
) -> tuple[ThingId, str, str]:
    """Return id, handle and name of a school or person; the same one may be described again."""
    what, word, name = words[0].text, *_handle_and_name(words)
    thing_id = seed_id(what, word.text)
    known = cast.get(thing_id)
    if known is None:
        draft.claim(word, what, word.text, thing_id, None)
    elif known.name != name:
        raise words[1].error(f"“{name}” has the handle of “{known.name}”; give one of them another with as=.")
    return thing_id, word.text, name


def _handle_and_name(words: list[Word]) -> tuple[Word, str]:
    name = name_word(words)
    alias = fields.word_for(words[2:], "as")
    return checked_name(alias) if alias else name, name.text


def _read_group(draft: Draft, words: list[Word], section: Section | None) -> None:
    word, name = _handle_and_name(words)
    group_id = seed_id("group", word.text)
    old = (section.groups.get(group_id) if section else None) or draft.groups.get(group_id)
    values = fields.read_fields(words[2:], fields.GROUP, ("as",), old)
    if "kind" not in values and old is None:
        raise words[0].error(f"the group “{name}” needs kind=, for example kind=hard_federation.")
    draft.claim(word, "group", word.text, group_id, section)
    groups = draft.groups if section is None else section.groups
    values["name"] = name
    groups[group_id] = old.model_copy(update=values) if old else Group(handle=word.text, **values)


def _read_post(draft: Draft, words: list[Word], section: Section) -> None:
    word = name_word(words)
    post_id = seed_id("post", word.text)
    old = section.posts.get(post_id)
    values = fields.read_fields(words[2:], fields.POST, fields.POST_REFERENCES, old)
    if "role" not in values and old is None:
        raise words[0].error(f"the post {word.text} needs role=, for example role=headteacher.")
    draft.claim(word, "post", word.text, post_id, section)
    holder = fields.word_for(words[2:], "held_by")
    if holder:
        values["person"] = draft.holder(holder) if holder.text or old is None else None
    section.posts[post_id] = old.model_copy(update=values) if old else Post(handle=word.text, **values)
    section.pending.append(words)


def _read_body(draft: Draft, words: list[Word], section: Section) -> None:
    word = name_word(words)
    body_id = seed_id("body", word.text)
    old = section.bodies.get(body_id)
    values = fields.read_fields(words[2:], fields.BODY, fields.BODY_REFERENCES, old)
    if "kind" not in values and old is None:
        example = "local_authority" if words[0].text == "outside" else "governing_body"
        raise words[0].error(f"the body {word.text} needs kind=, for example kind={example}.")
    draft.claim(word, "body", word.text, body_id, section)
    section.bodies[body_id] = old.model_copy(update=values) if old else Body(handle=word.text, **values)
    section.pending.append(words)
