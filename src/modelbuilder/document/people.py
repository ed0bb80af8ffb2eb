"""Naming people: one human being, named once, in as many posts and models as they hold."""

from types import MappingProxyType

from modelbuilder.document import edits
from modelbuilder.document.ids import ModelId, ThingId, free_name, seed_id
from modelbuilder.document.lookup import handles_in_use
from modelbuilder.document.records import Document, Person


def person_named(document: Document, name: str) -> ThingId | None:
    """Find the person of that name, if there is just one way to read it."""
    for person_id, person in document.people.items():
        if person.name == name:
            return person_id
    return None


def with_person(document: Document, name: str) -> tuple[Document, ThingId]:
    """Return the document with a person of that name in its cast, and the person's id."""
    known = person_named(document, name)
    if known is not None:
        return document, known
    handle = free_name(name, handles_in_use(document))
    person_id = seed_id("person", handle)
    people = document.people.copy()
    people[person_id] = Person(handle=handle, name=name)
    return document.model_copy(update={"people": MappingProxyType(people)}), person_id


def name_holder(document: Document, model_id: ModelId, post_id: ThingId, name: str) -> Document:
    """Say who holds a post: an empty name empties it; a new name adds the person to the cast."""
    model = document.models.get(model_id)
    post = model.posts.get(post_id) if model else None
    if post is None:
        return document
    name = " ".join(name.split())
    if not name:
        return edits.change(document, model_id, post_id, person=None)
    document, person_id = with_person(document, name)
    status = "" if post.status == "vacant" else post.status
    return edits.change(document, model_id, post_id, person=person_id, status=status)


def rename_person(document: Document, person_id: ThingId, name: str) -> Document:
    """Rename a person everywhere."""
    person = document.people.get(person_id)
    name = " ".join(name.split())
    if person is None or not name:
        return document
    people = document.people.copy()
    people[person_id] = Person(handle=person.handle, name=name)
    return document.model_copy(update={"people": MappingProxyType(people)})


def without_place(document: Document, model_id: ModelId) -> tuple[list[ThingId], list[ThingId]]:
    """List the people and the schools of the cast that do not stand in this model, by name."""
    model = document.models[model_id]
    posted = {post.person for post in model.posts.values()} | set(model.figures)
    people = [person_id for person_id in document.people if person_id not in posted]
    schools = [school_id for school_id in document.schools if school_id not in model.placements]
    people.sort(key=lambda person_id: document.people[person_id].name.casefold())
    schools.sort(key=lambda school_id: document.schools[school_id].name.casefold())
    return people, schools
