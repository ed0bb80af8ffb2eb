"""A term has gone out of use

Bodies are renamed and merged: whoever reads “RSC” in a model of today looks for an office that is closed. The
rule has a list of terms with the day on which each ended; what was current at the date of the document, or of
the stage, is left alone. A model without a date is taken to be of today. The days are a proposal from general
knowledge [GK] where no source is given.

The rule reads labels of cards, names of groups, schemes of delegation, and the title and texts of the model. It
cannot tell that a school or person merely has such a name, and leaves these out.

Wrong:
    document "Ash Lane" date=2024-03-01
    group "Ash Lane Federation" kind=hard_federation
    school "Ash Lane Infant"
    school "Ash Lane Junior"
    "Ash Lane Infant" in "Ash Lane Federation"
    "Ash Lane Junior" in "Ash Lane Federation"
    body FGB kind=governing_body of="Ash Lane Federation"
    post HT role=headteacher at="Ash Lane Federation"
    HT accountable_for "Ash Lane Federation"
    HT accountable_to FGB
    outside RD kind=regional_director label="RSC for the North"

Right:
    document "Ash Lane" date=2018-03-01
    school "Ash Lane Infant"
    school "Ash Lane Junior"
    group "Ash Lane Federation" kind=hard_federation
    "Ash Lane Infant" in "Ash Lane Federation"
    "Ash Lane Junior" in "Ash Lane Federation"
    body FGB kind=governing_body of="Ash Lane Federation"
    post HT role=headteacher at="Ash Lane Federation"
    HT accountable_for "Ash Lane Federation"
    HT accountable_to FGB
    outside RD kind=regional_director label="RSC for the North"
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Edit, Findings, Fix, Rule, Severity
from modelbuilder.document import edits
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.terms import KINDS_ENDED, terms_in

RULE = Rule(
    code="R94",
    slug="outdated-term",
    title="Terms are those of the document’s date",
    severity=Severity.ADVICE,
    source="TSH-FAQ, SW2022, GK",
    standing="proposal",
)


def find(ask: Questions) -> Findings:
    """Find words, and kinds of bodies and groups, that had gone out of use by the document's date."""
    date = ask.model.date or ask.document.date or "9999"
    for thing_id, field, text in _texts(ask):
        for term in terms_in(text):
            said = term.found(text)
            if term.until < date:
                yield RULE.finding(
                    ask,
                    f"The term “{said}” has not been in use since {term.until[:4]}.",
                    f"Today one says “{term.now}”.",
                    subjects=[thing_id] if thing_id else [],
                    fixes=[Fix(f"Write “{term.now}”", _write(thing_id, field, term.renewed(text)))],
                )
    for body_id, body in ask.each(ask.model.bodies):
        if not body.label and KINDS_ENDED.get(body.kind, "9999") < date:
            yield RULE.finding(
                ask,
                f"{BODIES[body.kind].label}s ended in {KINDS_ENDED[body.kind][:4]}.",
                "Teaching school hubs took over part of what they did.",
                subjects=[body_id],
                fixes=[Fix("Make it a teaching school hub", repairs.alter(body_id, kind="teaching_school_hub"))]
                if not ask.lines.into("accountable_to", body_id)
                else [],
            )
    for group_id, group in ask.each(ask.model.groups):
        if KINDS_ENDED.get(group.kind, "9999") < date:
            yield RULE.finding(
                ask,
                f"{GROUPS[group.kind].label}s ended in {KINDS_ENDED[group.kind][:4]}.",
                "Its schools may still work together, as a cluster for example.",
                subjects=[group_id],
                fixes=[Fix("Make it a cluster", repairs.alter(group_id, kind="cluster"))],
            )


def _texts(ask: Questions) -> Iterator[tuple[ThingId | None, str, str]]:
    model = ask.model
    yield from ((None, field, getattr(model, field)) for field in ("title", "narration", "notes"))
    for post_id, post in ask.each(model.posts):
        if post.label:
            yield post_id, "label", post.label
    for body_id, body in ask.each(model.bodies):
        if body.label:
            yield body_id, "label", body.label
    yield from ((group_id, "name", group.name) for group_id, group in ask.each(model.groups))
    for line_id, line in ask.each(model.lines):
        if line.scheme:
            yield line_id, "scheme", line.scheme


def _write(thing_id: ThingId | None, field: str, text: str) -> Edit:
    if thing_id is None:
        return lambda document, model_id: edits.put_model(document, model_id, **{field: text})
    return repairs.alter(thing_id, **{field: text})
