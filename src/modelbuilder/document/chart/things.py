"""The statements of a chart that describe: the document, a model, school, person, group, post or body."""

from modelbuilder.document.chart import fields
from modelbuilder.document.chart.draft import Draft, Section
from modelbuilder.document.chart.words import Word, checked_name, keyword, name_word
from modelbuilder.document.ids import ThingId, seed_id
from modelbuilder.document.records import Body, Figure, Group, Person, Placement, Post, School


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
    """Read `model B "title" notes=…` and return the section that the next statements belong to."""
    if len(words) < 2 or words[1].key is not None:
        raise words[0].error("a model has a label: model B “its title”.")
    label = words[1].text
    if not 1 <= len(label) <= 12:
        raise words[1].error("the label of a model has 1 to 12 characters.")
    section = draft.section(label)
    rest = words[2:]
    if rest and rest[0].key is None:
        section.title = fields.text(rest.pop(0))
    section.notes = fields.read_fields(rest, {"notes": fields.text}).get("notes", section.notes)
    return section


def read_thing(draft: Draft, words: list[Word], section: Section | None) -> None:
    """Read a statement that describes a thing; without a section it is one before the first model."""
    match keyword(words):
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
        case "duty":
            (section or draft.section("A")).pending.append(words)
        case _:
            _read_body(draft, words, section or draft.section("A"))


def _read_person(draft: Draft, words: list[Word], section: Section | None) -> None:
    name_word(words)
    fields.read_fields(words[2:], {}, ("as",))
    person_id, handle, name = _in_cast(draft, words, draft.people)
    draft.people.setdefault(person_id, Person(handle=handle, name=name))
    if section is not None and draft.explicit:
        section.figures.setdefault(person_id, Figure())


def _read_school(draft: Draft, words: list[Word], section: Section | None) -> None:
    name_word(words)
    values = fields.read_fields(words[2:], fields.CAST_FACTS | fields.FACTS, ("as",))
    local = section is not None and draft.explicit
    school_id, handle, name = _in_cast(draft, words, draft.schools)
    old = draft.schools.get(school_id)
    if old is not None and not local:
        raise words[1].error(f"“{name}” is described twice; where two schools share a name, give one as=.")
    shared = {key: value for key, value in values.items() if not local or key in fields.CAST_FACTS}
    draft.schools[school_id] = (old or School(handle=handle, name=name)).model_copy(update=shared)
    if section is not None:
        here = {key: value for key, value in values.items() if local and key in fields.FACTS}
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
    values = fields.read_fields(words[2:], fields.GROUP, ("as",))
    group_id = seed_id("group", word.text)
    known = draft.groups.get(group_id)
    if "kind" not in values and known is None:
        raise words[0].error(f"the group “{name}” needs kind=, for example kind=hard_federation.")
    kind = values["kind"] if "kind" in values or known is None else known.kind
    draft.claim(word, "group", word.text, group_id, section)
    groups = draft.groups if section is None else section.groups
    groups[group_id] = Group(handle=word.text, name=name, kind=kind)


def _read_post(draft: Draft, words: list[Word], section: Section) -> None:
    word = name_word(words)
    values = fields.read_fields(words[2:], fields.POST, fields.POST_REFERENCES)
    if "role" not in values:
        raise words[0].error(f"the post {word.text} needs role=, for example role=headteacher.")
    post_id = seed_id("post", word.text)
    draft.claim(word, "post", word.text, post_id, section)
    holder = fields.word_for(words[2:], "held_by")
    person = draft.holder(holder) if holder else None
    section.posts[post_id] = Post(handle=word.text, person=person, **values)
    section.pending.append(words)


def _read_body(draft: Draft, words: list[Word], section: Section) -> None:
    word = name_word(words)
    values = fields.read_fields(words[2:], fields.BODY, fields.BODY_REFERENCES)
    if "kind" not in values:
        example = "local_authority" if words[0].text == "outside" else "governing_body"
        raise words[0].error(f"the body {word.text} needs kind=, for example kind={example}.")
    body_id = seed_id("body", word.text)
    draft.claim(word, "body", word.text, body_id, section)
    section.bodies[body_id] = Body(handle=word.text, **values)
    section.pending.append(words)
