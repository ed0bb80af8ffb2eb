"""The model falls into parts that nothing joins

One model shows one structure. Where two parts are not joined by any line, person or box, a reader looks for a
link that is not there: join them, or give each a model of its own. This is our proposal [INF].

Standing in the same box counts as a link, and so does one person in two posts. Figures and outside bodies
that stand about without a line are left out: they are the surroundings. The rule cannot tell whether the link
was forgotten.

Wrong:
    school "Ash Lane Primary"
    school "Wharf Road Primary"
    post HT1 role=headteacher at="Ash Lane Primary"
    post HT2 role=headteacher at="Wharf Road Primary"
    body GB1 kind=governing_body of="Ash Lane Primary"
    body GB2 kind=governing_body of="Wharf Road Primary"
    HT1 leads "Ash Lane Primary" mode=head
    HT2 leads "Wharf Road Primary" mode=head
    HT1 accountable_to GB1
    HT2 accountable_to GB2

Right:
    school "Ash Lane Primary"
    school "Wharf Road Primary"
    post HT1 role=headteacher at="Ash Lane Primary"
    post HT2 role=headteacher at="Wharf Road Primary"
    body GB1 kind=governing_body of="Ash Lane Primary"
    body GB2 kind=governing_body of="Wharf Road Primary"
    HT1 leads "Ash Lane Primary" mode=head
    HT2 leads "Wharf Road Primary" mode=head
    HT1 accountable_to GB1
    HT2 accountable_to GB2
    HT1 peer_support HT2
"""

from modelbuilder.accountability import wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.reading import NaturalKey
from modelbuilder.accountability.rule import Edit, Findings, Fix, Rule, Severity
from modelbuilder.document import edits, pages
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document
from modelbuilder.vocabulary.bodies import BODIES

RULE = Rule(
    code="R21",
    slug="disconnected-parts",
    title="All parts of a model are joined",
    severity=Severity.ADVICE,
    source="INF",
    standing="proposal",
)


def find(ask: Questions) -> Findings:
    """Find models that fall into more than one part."""
    parts = [part for part in ask.parts.all if not _surroundings(ask, part)]
    if len(parts) < 2:
        return
    rows = sorted(((-len(part), *_face(ask, part), part) for part in parts), key=lambda row: row[:-1])
    faces = [face for _, _, _, face, _ in rows]
    moved = frozenset(thing_id for *_, part in rows[1:] for thing_id in part)
    yield RULE.finding(
        ask,
        f"This model falls into {wording.number(len(parts))} parts that nothing joins: around "
        f"{wording.names(ask, faces)}.",
        "Readers look for the link; join the parts, or show each on a slide of its own.",
        subjects=faces,
        fixes=[Fix("Move all but the largest part to a new model", _split(moved))],
    )


def _surroundings(ask: Questions, part: set[ThingId]) -> bool:
    """Tell whether a part is nothing but figures and outside bodies."""
    figures, bodies = ask.model.figures, ask.model.bodies
    return all(t in figures or (t in bodies and BODIES[bodies[t].kind].outside) for t in part)


def _face(ask: Questions, part: set[ThingId]) -> tuple[int, NaturalKey, ThingId]:
    """Choose what a part is called after: a group, or else a school, a body or a post."""
    model = ask.model
    tables = (model.groups, model.placements, model.bodies, model.posts)
    return min((n, ask.key(t), t) for n, rows in enumerate(tables) for t in part if t in rows)


def _split(moved: frozenset[ThingId]) -> Edit:
    def apply(document: Document, model_id: ModelId) -> Document:
        document = pages.duplicate_model(document, model_id)
        new_id = document.order[document.order.index(model_id) + 1]
        model = document.models[new_id]
        tables = (model.groups, model.placements, model.posts, model.figures, model.bodies)
        staying = {thing_id for rows in tables for thing_id in rows} - moved
        document = edits.remove(document, new_id, staying)
        return edits.remove(document, model_id, moved)

    return apply
