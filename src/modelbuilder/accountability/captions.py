"""A sentence or two about each thing of a model alone, for those who cannot see the drawing of it."""

from collections.abc import Iterator

from modelbuilder.accountability import overviews, wording
from modelbuilder.accountability.clauses import Clause, verbs
from modelbuilder.accountability.mentions import Mentions
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.telling import Telling
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import label_of, person_name, post_title
from modelbuilder.document.records import Document


def captions(document: Document, model_id: ModelId) -> dict[ThingId, str]:
    """Tell each group, school, body, post, person and line in words of its own."""
    ask = Questions(document, model_id)
    return {thing_id: " ".join(" ".join(told).split()) for thing_id, told in _told(ask)}


def _told(ask: Questions) -> Iterator[tuple[ThingId, list[str]]]:
    document, model = ask.document, ask.model
    for group_id in model.groups:
        yield group_id, [overviews.group(ask, group_id)]
    for school_id in model.placements:
        yield school_id, [overviews.school(ask, school_id)]
    for body_id in model.bodies:
        yield body_id, list(Telling(ask).bodies([body_id]))
    for post_id, post in model.posts.items():
        told = list(Telling(ask).posts([post_id]))
        name = person_name(document, post)
        yield post_id, told or [f"{post_title(post)}{f': {name}' if name else ''}."]
    for person_id in model.figures:
        yield person_id, [f"{label_of(document, model, person_id)}."]
    for note_id, note in model.stickies.items():
        yield note_id, [f"Note: {note.text}" if note.text.strip() else "An empty note."]
    for line_id, line in model.lines.items():
        names = Mentions(ask)
        clauses = (Clause(verb.before, f"{names.name(line.target)} {verb.after}".strip()) for verb in verbs(ask, line))
        yield line_id, [f"{wording.upper_first(names.name(line.source))} {clause.words(None)}." for clause in clauses]
