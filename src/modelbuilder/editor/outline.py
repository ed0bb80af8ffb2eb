"""The outline of a model: what stands in what, in a fixed order, and every line as a sentence."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeAlias

from modelbuilder.accountability import spoken, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId, natural_key
from modelbuilder.document.lookup import held_by, label_of, person_name
from modelbuilder.document.records import Document, Model
from modelbuilder.editor.matching import plain
from modelbuilder.editor.search import look
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.lines import LINES
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.vocabulary.tiers import Tier

Tree: TypeAlias = dict[ThingId | None, list[ThingId]]
"""What stands under what; under None, what stands on the page, or every line."""
_UNRANKED = 50


class Row(NamedTuple):
    """What a row of the outline says: a title, what else, and how it looks."""

    title: str
    second: str
    icon: str
    tier: Tier


def things(document: Document, model: Model, query: str = "") -> Tree:
    """Return the tree of what stands in what: boards, posts by rank, people, schools, groups, notes.

    With a query it has only what is called so, with the boxes around.
    """
    tree: Tree = {holder: list(rows) for holder, rows in held_by(model).items()}
    wanted = plain(query).split()
    if wanted:
        tree = _kept(tree, lambda one: _has(wanted, _words(document, model, one)))
    for rows in tree.values():
        if len(rows) > 1:
            rows.sort(key=lambda one: _order(document, model, one))
    return tree


def lines(ask: Questions, query: str = "") -> Tree:
    """Return every line, by type in the order of the vocabulary and then by where it starts; also those not drawn."""
    model = ask.model
    kinds = {kind: index for index, kind in enumerate(LINES)}
    keys = {one: ask.key(one) for one in {line.source for line in model.lines.values()}}
    rows = sorted(model.lines, key=lambda one: (kinds[model.lines[one].kind], keys[model.lines[one].source], one))
    wanted = plain(query).split()
    return {None: [one for one in rows if _has(wanted, spoken.line(ask, one))] if wanted else rows}


def row(ask: Questions, thing_id: ThingId) -> Row:
    """Return what the outline says of a thing or line."""
    document, model = ask.document, ask.model
    if thing_id in model.lines:
        return Row(spoken.line(ask, thing_id), "", "", Tier.OUTSIDE)
    label = " ".join(label_of(document, model, thing_id).split()) or spoken.UNNAMED
    if thing_id in model.stickies:
        return Row(" ".join(model.stickies[thing_id].text.split()) or "Empty note", "note", "", Tier.OUTSIDE)
    post = model.posts.get(thing_id)
    name = person_name(document, post) if post else ""
    parts = [name or ("Vacant" if post.status == "vacant" else "")] if post else []
    above = ask.ladder.above(thing_id) if post or thing_id in model.bodies else []
    if above:
        parts.append(f"answers to {wording.name(ask, above[0].target)}")
    if thing_id in model.groups:
        parts.append(_counted(len(ask.places.members(thing_id)), "school"))
    return Row(label, " · ".join(part.replace("\n", " ") for part in parts if part), *look(model, thing_id))


def parents(tree: Mapping[ThingId | None, Iterable[ThingId]]) -> dict[ThingId, ThingId | None]:
    """Return under what each row stands."""
    return {child: holder for holder, rows in tree.items() for child in rows}


def _kept(tree: Tree, keep: Callable[[ThingId], bool]) -> Tree:
    """Return the part of a tree with what is kept and what is around it."""
    home = parents(tree)
    kept: set[ThingId] = set()
    for one in home:
        step: ThingId | None = one if keep(one) else None
        while step is not None and step not in kept:
            kept.add(step)
            step = home.get(step)
    rows = ((holder, [one for one in inside if one in kept]) for holder, inside in tree.items())
    return {holder: inside for holder, inside in rows if inside}


def _has(wanted: Iterable[str], words: str) -> bool:
    words = plain(words)
    return all(word in words for word in wanted)


def _words(document: Document, model: Model, thing_id: ThingId) -> str:
    if note := model.stickies.get(thing_id):
        return note.text
    post = model.posts.get(thing_id)
    name = person_name(document, post) if post else ""
    return f"{label_of(document, model, thing_id)} {name}"


def _order(document: Document, model: Model, thing_id: ThingId) -> tuple[object, ...]:
    label = natural_key(label_of(document, model, thing_id))
    if body := model.bodies.get(thing_id):
        return (6 if BODIES[body.kind].outside else 0, 0, label, thing_id)
    if post := model.posts.get(thing_id):
        return (1, ROLES[post.role].rank or _UNRANKED, label, thing_id)
    if thing_id in model.figures:
        return (2, 0, label, thing_id)
    if thing_id in model.placements:
        return (3, 0, label, thing_id)
    return (4 if thing_id in model.groups else 7, 0, label, thing_id)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
