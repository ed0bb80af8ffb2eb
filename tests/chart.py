"""Turn the arrow notation into documents, and find things in them by their handles."""

from textwrap import dedent

from modelbuilder.document import pages
from modelbuilder.document.chart.reader import read_chart
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document


def chart(text: str) -> Document:
    """Read an indented chart."""
    return read_chart(dedent(text))


def thing(document: Document, handle: str) -> ThingId:
    """Find a thing of any model, or of the cast, by its handle."""
    found = {person.handle: thing_id for thing_id, person in document.people.items()}
    found |= {school.handle: thing_id for thing_id, school in document.schools.items()}
    for model in document.models.values():
        found |= {post.handle: thing_id for thing_id, post in model.posts.items()}
        found |= {body.handle: thing_id for thing_id, body in model.bodies.items()}
        found |= {group.handle: thing_id for thing_id, group in model.groups.items()}
    return found[handle]


def first_model(document: Document) -> ModelId:
    """Return the id of the first model."""
    return pages.ordered(document)[0][0]
