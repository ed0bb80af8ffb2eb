"""The edits of fixes that bring somebody new: a deputy, a governance professional, a mentor, a second executive."""

from collections.abc import Collection

from modelbuilder.accountability import repairs
from modelbuilder.accountability.rule import Edit
from modelbuilder.document import edits, people
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document, Figure, Line, Post


def add_post(role: str, at: ThingId | None, *lines: tuple[str, ThingId], above: ThingId | None = None) -> Edit:
    """Add a post, with lines from it of some kinds to things, accountable to what is above it."""

    def apply(document: Document, model_id: ModelId) -> Document:
        post_id, handle = repairs.new_post_id(document, role)
        document = edits.add_thing(document, model_id, post_id, Post(handle=handle, role=role, at=at))
        for kind, target in lines:
            line = Line(kind=kind, source=post_id, target=target, order=1 if kind == "covers" else None)
            document = edits.add_line(document, model_id, line)
        return repairs.draw("accountable_to", post_id, above)(document, model_id) if above else document

    return apply


def add_deputy(school_id: ThingId | None, lead: ThingId, *, covers: bool) -> Edit:
    """Add a deputy headteacher below a school's lead, who steps in for that one if wanted."""
    lines = [("covers", lead)] if covers else []
    return add_post("deputy_headteacher", school_id, *lines, above=lead)


def add_clerk(board_id: ThingId) -> Edit:
    """Add a governance professional who advises a board."""
    return add_post("governance_professional", None, ("advises", board_id))


def add_aspirant(school_id: ThingId, lead: ThingId) -> Edit:
    """Add somebody who prepares for headship, and whom the school's lead develops."""

    def apply(document: Document, model_id: ModelId) -> Document:
        post_id, _ = repairs.new_post_id(document, "aspiring_leader")
        document = add_post("aspiring_leader", school_id)(document, model_id)
        return repairs.draw("develops", lead, post_id)(document, model_id)

    return apply


def add_figure(name: str, kind: str, post_id: ThingId) -> Edit:
    """Add a person without a post, named for the part until the name is known, with a line to a post."""

    def apply(document: Document, model_id: ModelId) -> Document:
        free, number = name, 1
        while people.person_named(document, free) is not None:
            number += 1
            free = f"{name} {number}"
        document, person_id = people.with_person(document, free)
        document = edits.add_thing(document, model_id, person_id, Figure())
        return repairs.draw(kind, person_id, post_id)(document, model_id)

    return apply


def add_second_executive(
    at: ThingId | None,
    above: ThingId | None,
    below: Collection[ThingId],
    schools: Collection[ThingId],
    answers_for: Collection[ThingId] = (),
) -> Edit:
    """Add an executive headteacher over some leaders and the schools that these lead."""

    def apply(document: Document, model_id: ModelId) -> Document:
        post_id, _ = repairs.new_post_id(document, "executive_headteacher")
        document = add_post("executive_headteacher", at, above=above)(document, model_id)
        for school_id in schools:
            document = repairs.draw("leads", post_id, school_id, mode="executive")(document, model_id)
        for school_id in answers_for:
            document = repairs.draw("accountable_for", post_id, school_id)(document, model_id)
        for leader in below:
            document = repairs.answer_to(leader, post_id)(document, model_id)
        return document

    return apply
