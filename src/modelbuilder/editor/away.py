"""Who is switched off in a view: people, and posts that name nobody."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Model
from modelbuilder.editor.view import View


def people(model: Model, thing_ids: Iterable[ThingId]) -> frozenset[ThingId]:
    """Return who can be switched off among some things: the holders of posts, and people without a post."""
    return frozenset(_people(model, thing_ids))


def _people(model: Model, thing_ids: Iterable[ThingId]) -> Iterator[ThingId]:
    for one in thing_ids:
        post = model.posts.get(one)
        if post is None:
            if one in model.figures:
                yield one
        elif post.person:
            yield post.person
        elif post.status != "vacant":
            yield one


def present(model: Model) -> frozenset[ThingId]:
    """Return everybody in a model who can be switched off."""
    return people(model, (*model.posts, *model.figures))


def switched(view: View, chosen: frozenset[ThingId]) -> View:
    """Switch people off, or on again when all of them are off already."""
    return replace(view, away=view.away - chosen if chosen <= view.away else view.away | chosen)
