"""A sentence or two about each thing of a model alone, for those who cannot see the drawing of it."""

from collections.abc import Iterator

from modelbuilder.accountability import overviews, wording
from modelbuilder.accountability.clauses import Clause, verbs
from modelbuilder.accountability.mentions import Mentions, Namesakes, namesakes
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.telling import Telling
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import label_of, person_name, post_title
from modelbuilder.document.records import Document


def captions(document: Document, model_id: ModelId) -> dict[ThingId, str]:
    """Tell each group, school, body, post, person and line in words of its own."""
    ask, model = Questions(document, model_id), document.models[model_id]
    known = namesakes(ask)
    tables = (model.groups, model.placements, model.bodies, model.posts, model.figures, model.stickies, model.lines)
    return {thing_id: caption(ask, thing_id, known) for table in tables for thing_id in table}


def caption(ask: Questions, thing_id: ThingId, known: Namesakes) -> str:
    """Tell one thing or line in words of its own."""
    return " ".join(" ".join(_told(ask, thing_id, known)).split())


def _told(ask: Questions, thing_id: ThingId, known: Namesakes) -> Iterator[str]:
    model = ask.model
    if thing_id in model.groups:
        yield overviews.group(ask, thing_id)
    elif thing_id in model.placements:
        yield overviews.school(ask, thing_id)
    elif thing_id in model.bodies:
        yield from Telling(ask, known).bodies([thing_id])
    elif (post := model.posts.get(thing_id)) is not None:
        name = person_name(ask.document, post)
        told = list(Telling(ask, known).posts([thing_id]))
        yield from told or [f"{post_title(post)}{f': {name}' if name else ''}."]
    elif thing_id in model.figures:
        yield f"{label_of(ask.document, model, thing_id)}."
    elif (note := model.stickies.get(thing_id)) is not None:
        yield f"Note: {note.text}" if note.text.strip() else "An empty note."
    elif (line := model.lines.get(thing_id)) is not None:
        names = Mentions(ask, known)
        for verb in verbs(ask, line):
            clause = Clause(verb.before, f"{names.name(line.target)} {verb.after}".strip())
            yield f"{wording.upper_first(names.name(line.source))} {clause.words(None)}."
