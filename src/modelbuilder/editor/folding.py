"""Folding schools and groups in a view, and opening them again; nothing of it is saved."""

from dataclasses import replace

from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import holder_of
from modelbuilder.editor.desk import Desk


def foldable(desk: Desk) -> frozenset[ThingId]:
    """Return the boxes that are selected, or around what is selected."""
    model, chosen = desk.model, desk.view.selection
    boxes = {one for one in chosen if one in model.groups or one in model.placements}
    if boxes or len(chosen) != 1:
        return frozenset(boxes)
    holder = holder_of(model, next(iter(chosen)))
    return frozenset() if holder is None else frozenset({holder})


def fold(desk: Desk) -> None:
    """Fold the boxes that are selected, or open them when all of them are folded."""
    view, boxes = desk.view, foldable(desk)
    if not boxes:
        return
    folds = view.folds - boxes if boxes <= view.folds else view.folds | boxes
    desk.look(replace(view.choosing(boxes), folds=folds))


def fold_schools(desk: Desk) -> None:
    """Fold every school in which something stands, or open them when all of them are folded."""
    model, view = desk.model, desk.view
    held = {post.at for post in model.posts.values()} | {body.at for body in model.bodies.values()}
    held |= {figure.at for figure in model.figures.values()}
    schools = frozenset(one for one in model.placements if one in held)
    folds = view.folds - schools if schools <= view.folds else view.folds | schools
    desk.look(replace(view.choosing(), folds=folds))


def unfold(desk: Desk, box_id: ThingId | None) -> None:
    """Open one box, as before something is put into it."""
    if box_id in desk.view.folds:
        desk.look(replace(desk.view, folds=desk.view.folds - {box_id}))


def unfold_all(desk: Desk) -> None:
    """Open everything that is folded."""
    desk.look(replace(desk.view, folds=frozenset()))
