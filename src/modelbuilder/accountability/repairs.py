"""The edits that fixes are made of: each is decided when it is offered, and total when it is applied."""

from collections.abc import Collection, Iterable
from typing import Any

from modelbuilder.accountability.rule import Edit
from modelbuilder.document import edits
from modelbuilder.document.ids import ModelId, ThingId, free_name, seed_id
from modelbuilder.document.lookup import handles_in_use
from modelbuilder.document.records import Body, Document, Duty, Group, Line, Model, Post
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.roles import ROLES


def all_of(*steps: Edit) -> Edit:
    """Return the edit that applies several, one after the other."""

    def apply(document: Document, model_id: ModelId) -> Document:
        for step in steps:
            document = step(document, model_id)
        return document

    return apply


def draw(kind: str, source: ThingId, target: ThingId, **fields: Any) -> Edit:
    """Draw a line, or set the fields of the one that is there."""

    def apply(document: Document, model_id: ModelId) -> Document:
        old = _between(document.models[model_id], kind, source, target)
        if old:
            return edits.change(document, model_id, old[0], **fields) if fields else document
        return edits.add_line(document, model_id, Line(kind=kind, source=source, target=target, **fields))

    return apply


def allocate(functions: Iterable[str], school_id: ThingId, holder: ThingId) -> Edit:
    """Make a post or body the one owner of headship functions at a school; those who contribute still do."""
    keys = tuple(functions)

    def apply(document: Document, model_id: ModelId) -> Document:
        for key in keys:
            duties = document.models[model_id].duties.items()
            old = {one: duty for one, duty in duties if (duty.function, duty.school) == (key, school_id)}
            others = dict.fromkeys(other for duty in old.values() for other in duty.contributes if other != holder)
            document = edits.remove(document, model_id, old)
            duty = Duty(function=key, school=school_id, accountable=holder, contributes=tuple(others))
            document = edits.add_duty(document, model_id, duty)
        return document

    return apply


def undraw(kind: str, source: ThingId, target: ThingId) -> Edit:
    """Take away every line of a kind from one thing to another."""

    def apply(document: Document, model_id: ModelId) -> Document:
        old = _between(document.models[model_id], kind, source, target)
        return edits.remove(document, model_id, old) if old else document

    return apply


def _between(model: Model, kind: str, source: ThingId, target: ThingId) -> list[ThingId]:
    wanted = (kind, source, target)
    return [i for i, line in model.lines.items() if (line.kind, line.source, line.target) == wanted]


def alter(thing_id: ThingId, **values: Any) -> Edit:
    """Set fields of a thing or line."""
    return lambda document, model_id: edits.change(document, model_id, thing_id, **values)


def remove(*thing_ids: ThingId) -> Edit:
    """Take things away."""
    return lambda document, model_id: edits.remove(document, model_id, thing_ids)


def dissolve(box_id: ThingId) -> Edit:
    """Take a group's box away and leave what stood in it."""
    return lambda document, model_id: edits.dissolve(document, model_id, box_id)


def answer_to(source: ThingId, target: ThingId) -> Edit:
    """Make a post or body accountable to another, in place of its present primary lines."""

    def apply(document: Document, model_id: ModelId) -> Document:
        old = [
            line_id
            for line_id, line in document.models[model_id].lines.items()
            if line.kind == "accountable_to" and line.source == source and line.primary and line.target != target
        ]
        document = edits.remove(document, model_id, old) if old else document
        return draw("accountable_to", source, target, primary=True)(document, model_id)

    return apply


def also_answer_to(source: ThingId, target: ThingId) -> Edit:
    """Make a post or body accountable to another as well: by a secondary line, if it has a primary one."""

    def apply(document: Document, model_id: ModelId) -> Document:
        lines = document.models[model_id].lines.values()
        first = not any(ln.kind == "accountable_to" and ln.source == source and ln.primary for ln in lines)
        return draw("accountable_to", source, target, primary=first)(document, model_id)

    return apply


def new_post_id(document: Document, role: str) -> tuple[ThingId, str]:
    """Return the id and handle that the next post of a role gets."""
    handle = free_name(ROLES[role].stem, handles_in_use(document))
    return seed_id("post", handle), handle


def add_leader(role: str, school_id: ThingId, above: ThingId | None) -> Edit:
    """Add a post that leads a school, accountable to what is above it, if that is known."""

    def apply(document: Document, model_id: ModelId) -> Document:
        post_id, handle = new_post_id(document, role)
        document = edits.add_thing(document, model_id, post_id, Post(handle=handle, role=role, at=school_id))
        document = draw("leads", post_id, school_id, mode="head")(document, model_id)
        return draw("accountable_to", post_id, above)(document, model_id) if above else document

    return apply


def add_below(role: str, body_id: ThingId) -> Edit:
    """Add a post that stands beside a body and answers to it."""

    def apply(document: Document, model_id: ModelId) -> Document:
        post_id, handle = new_post_id(document, role)
        at = document.models[model_id].bodies[body_id].at
        document = edits.add_thing(document, model_id, post_id, Post(handle=handle, role=role, at=at))
        return draw("accountable_to", post_id, body_id)(document, model_id)

    return apply


def add_executive(
    place_id: ThingId | None, below: ThingId, schools: Collection[ThingId], above: ThingId | None
) -> Edit:
    """Add an executive headteacher over a post and the schools that it leads."""

    def apply(document: Document, model_id: ModelId) -> Document:
        post_id, handle = new_post_id(document, "executive_headteacher")
        post = Post(handle=handle, role="executive_headteacher", at=place_id)
        document = edits.add_thing(document, model_id, post_id, post)
        document = answer_to(below, post_id)(document, model_id)
        for school_id in schools:
            document = draw("leads", post_id, school_id, mode="executive")(document, model_id)
        return draw("accountable_to", post_id, above)(document, model_id) if above else document

    return apply


def add_chief(trust_id: ThingId, board_id: ThingId | None, below: Collection[ThingId] = ()) -> Edit:
    """Add a chief executive to a trust, who is its accounting officer, answers to its board and has some below."""

    def apply(document: Document, model_id: ModelId) -> Document:
        post_id, handle = new_post_id(document, "ceo")
        others = document.models[model_id].posts.values()
        officer = not any(other.accounting_officer for other in others if other.at == trust_id)
        post = Post(handle=handle, role="ceo", at=trust_id, accounting_officer=officer)
        document = edits.add_thing(document, model_id, post_id, post)
        for other in below:
            document = answer_to(other, post_id)(document, model_id)
        return draw("accountable_to", post_id, board_id)(document, model_id) if board_id else document

    return apply


def add_chief_and_board(trust_id: ThingId, below: Collection[ThingId], local: Collection[ThingId]) -> Edit:
    """Add a chief executive over some, and a board of trustees over that one and the local bodies."""

    def apply(document: Document, model_id: ModelId) -> Document:
        post_id, _ = new_post_id(document, "ceo")
        document = add_chief(trust_id, None, below)(document, model_id)
        return add_board("trust_board", trust_id, [post_id, *local])(document, model_id)

    return apply


def add_board(kind: str, place_id: ThingId | None, below: Collection[ThingId] = (), *, governs: bool = True) -> Edit:
    """Add a body that governs a school or group, if one is given; those below answer to it."""

    def apply(document: Document, model_id: ModelId) -> Document:
        handle = free_name(BODIES[kind].stem, handles_in_use(document))
        body_id = seed_id("body", handle)
        at = place_id if place_id in document.models[model_id].groups else None
        document = edits.add_thing(document, model_id, body_id, Body(handle=handle, kind=kind, at=at))
        if place_id and governs:
            document = draw("governs", body_id, place_id)(document, model_id)
        for thing_id in below:
            document = answer_to(thing_id, body_id)(document, model_id)
        return document

    return apply


def merge_body(old: ThingId, kept: ThingId) -> Edit:
    """Take a body away; whoever answered to it or sat on it does so to the one that is kept."""

    def apply(document: Document, model_id: ModelId) -> Document:
        for line in list(document.models[model_id].lines.values()):
            if line.target == old and line.kind in ("accountable_to", "sits_on", "advises") and line.source != kept:
                moved = line.model_copy(update={"target": kept})
                if not _between(document.models[model_id], line.kind, line.source, kept):
                    document = edits.add_line(document, model_id, moved)
        return edits.remove(document, model_id, [old])

    return apply


def unsay(kind: str, source: ThingId, school_id: ThingId, members: dict[ThingId, tuple[ThingId, ...]]) -> Edit:
    """Take away what a line says of one school; of a line to a group the other schools keep theirs.

    `members` maps each group that the school belongs to onto its schools.
    """

    def apply(document: Document, model_id: ModelId) -> Document:
        for line_id, line in list(document.models[model_id].lines.items()):
            if line.kind != kind or line.source != source:
                continue
            if line.target == school_id or line.target in members:
                document = edits.remove(document, model_id, [line_id])
                for other in members.get(line.target, ()):
                    if other != school_id and not _between(document.models[model_id], kind, source, other):
                        single = line.model_copy(update={"target": other})
                        document = edits.add_line(document, model_id, single)
        return document

    return apply


def leave(thing_id: ThingId, doors: Collection[ThingId], into: ThingId | None = None) -> Edit:
    """Take a school or group out of the boxes it belongs to directly, and put it into another, if one is given."""

    def apply(document: Document, model_id: ModelId) -> Document:
        model = document.models[model_id]
        record = model.placements.get(thing_id) or model.groups.get(thing_id)
        for group_id in doors:
            document = undraw("part_of", thing_id, group_id)(document, model_id)
        if record is not None and (record.group in doors or (into and record.group is None)):
            return _hold(document, model_id, thing_id, into)
        return draw("part_of", thing_id, into)(document, model_id) if into else document

    return apply


def surround(kind: str, name: str, school_id: ThingId) -> Edit:
    """Add a group around one school."""

    def apply(document: Document, model_id: ModelId) -> Document:
        handle = free_name(name, handles_in_use(document), first_bare=True)
        group_id = seed_id("group", handle)
        model = document.models[model_id]
        inside = model.placements[school_id].group if school_id in model.placements else None
        group = Group(handle=handle, name=handle, kind=kind, group=inside)
        document = edits.add_thing(document, model_id, group_id, group)
        return _hold(document, model_id, school_id, group_id)

    return apply


def add_trust(name: str, school_id: ThingId, below: Collection[ThingId]) -> Edit:
    """Draw a single-academy trust around a school, with a board that those below answer to."""

    def apply(document: Document, model_id: ModelId) -> Document:
        document = surround("single_academy_trust", name, school_id)(document, model_id)
        trust_id = document.models[model_id].placements[school_id].group
        return add_board("trust_board", trust_id, below)(document, model_id)

    return apply


def put_into(thing_id: ThingId, holder: ThingId) -> Edit:
    """Put a thing into a school or group box."""
    return lambda document, model_id: _hold(document, model_id, thing_id, holder)


def _hold(document: Document, model_id: ModelId, thing_id: ThingId, holder: ThingId | None) -> Document:
    """Put a thing into a box; its place was in the old one, so that it is placed anew."""
    document = edits.hold(document, model_id, [thing_id], holder)
    places = {other: box for other, box in document.models[model_id].places.items() if other != thing_id}
    return edits.put_model(document, model_id, places=places)
