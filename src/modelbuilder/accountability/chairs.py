"""Fixes that give a board another chair."""

from collections.abc import Iterator

from modelbuilder.accountability import appointments, repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Edit, Fix
from modelbuilder.accountability.seats import CHAIRS, Seat
from modelbuilder.document.ids import ThingId


def chair_role(ask: Questions, body_id: ThingId) -> str:
    """Return the role of whoever chairs a body of that kind."""
    kind = ask.model.bodies[body_id].kind
    return next((role for role, kinds in CHAIRS.items() if kind in kinds), "chair_of_governors")


def others(ask: Questions, body_id: ThingId, chair: ThingId) -> Iterator[Fix]:
    """Yield the fixes by which a chair steps down, and by which somebody else takes the chair."""
    seats = ask.seats.people(body_id)[chair]
    down = repairs.all_of(*(_step_down(ask, seat, body_id) for seat in seats))
    add = appointments.add_post(chair_role(ask, body_id), None, ("sits_on", body_id))
    words = f"Let {wording.name(ask, seats[0].holder)} step down as chair"
    yield Fix(words, down)
    yield Fix(f"{words}, and add another", repairs.all_of(down, add))


def _step_down(ask: Questions, seat: Seat, body_id: ThingId) -> Edit:
    post = ask.model.posts.get(seat.holder)
    if post is not None and post.role in CHAIRS:
        if post.person:
            return repairs.alter(seat.holder, person=None, status="vacant")
        return repairs.undraw("sits_on", seat.holder, body_id)
    return repairs.alter(seat.line_id, capacity=tuple(word for word in seat.capacity if word != "chair"))
