"""Two cards in a school read the same, or a card says nothing

Every card says what it stands for, and two in one school can be told apart: by their titles, or by the names of
those who hold them; only a shared headship has two cards of one title. Otherwise nobody knows which of two
“Deputy Headteachers” a line goes to. This is our proposal [INF].

The rule compares the words on cards of posts and bodies that stand in the same school, and speaks of labels of
nothing but spaces. It cannot tell that a label is unclear.

Wrong:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    post DHT role=deputy_headteacher at="Ash Lane Primary" held_by="Owen Pryce" label="Deputy"
    post DHT2 role=deputy_headteacher at="Ash Lane Primary" held_by="Owen Pryce" label="deputy"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    DHT accountable_to HT
    DHT2 accountable_to HT

Right:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    post DHT role=deputy_headteacher at="Ash Lane Primary" held_by="Owen Pryce" label="Deputy"
    post DHT2 role=deputy_headteacher at="Ash Lane Primary" held_by="Nia Ferris" label="Deputy"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    DHT accountable_to HT
    DHT2 accountable_to HT
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Edit, Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId, free_name
from modelbuilder.document.lookup import label_of, post_title
from modelbuilder.document.records import Body, Post
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.groups import GROUPS

RULE = Rule(
    code="R93",
    slug="cards-alike",
    title="Every card has a label, and no two in a school read the same",
    severity=Severity.ADVICE,
    source="INF",
    standing="proposal",
)


def find(ask: Questions) -> Findings:
    """Find cards without words, and cards in one school with the same words."""
    model = ask.model
    tables: tuple[Mapping[ThingId, Post | Body], ...] = (model.posts, model.bodies)
    for rows in tables:
        for thing_id, row in ask.each(rows):
            if row.label and not row.label.strip():
                yield RULE.finding(
                    ask,
                    f"The card {row.handle} has no words on it.",
                    "A reader sees an empty card.",
                    subjects=[thing_id],
                    fixes=[Fix("Let the card say what it is", repairs.alter(thing_id, label=""))],
                )
    for group_id, group in ask.each(model.groups):
        if not group.name.strip():
            name = GROUPS[group.kind].label
            yield RULE.finding(
                ask,
                f"A {GROUPS[group.kind].words} has no name.",
                "A reader sees a box without a name.",
                subjects=[group_id],
                fixes=[Fix(f"Call it {name}", repairs.alter(group_id, name=name))],
            )
    for (school_id, _, _), found in ask.each(ask.gather(_alike)):
        if len(found) > 1:
            first, *others = ask.sorted(found)
            words = f"“{label_of(ask.document, model, first)}”"
            yield RULE.finding(
                ask,
                f"{wording.upper_first(wording.number(len(found)))} cards at {wording.name(ask, school_id)} read "
                f"{words}.",
                "Name those who hold the posts, or give the cards different words.",
                subjects=[first, *others, school_id],
                fixes=[Fix("Number them", repairs.all_of(*_numbered(ask, school_id, others)))],
            )


def _alike(ask: Questions) -> Iterator[tuple[tuple[ThingId, str, ThingId | None], ThingId]]:
    """Yield the cards that stand in schools by school, words and holder."""
    model = ask.model
    for post_id, post in ask.each(model.posts):
        # A share of one headship is rightly called by the same title as the other.
        if post.at in model.placements and post.role != "co_headteacher" and (words := _words(post_title(post))):
            yield (ThingId(post.at or ""), words, post.person), post_id
    for body_id, body in ask.each(model.bodies):
        if body.at in model.placements and (words := _words(body.label or BODIES[body.kind].label)):
            yield (ThingId(body.at or ""), words, None), body_id


@lru_cache(maxsize=1024)
def _words(label: str) -> str:
    """Return a label as it is compared; the same titles come back in every school."""
    return " ".join(label.split()).casefold()


def _numbered(ask: Questions, school_id: ThingId, others: list[ThingId]) -> list[Edit]:
    tables = (ask.model.posts, ask.model.bodies)
    inside = [thing_id for rows in tables for thing_id, row in rows.items() if row.at == school_id]
    taken = {label_of(ask.document, ask.model, thing_id) for thing_id in inside}
    steps = []
    for thing_id in others:
        words = label_of(ask.document, ask.model, thing_id).rstrip()[:1990]
        label = free_name(f"{words} ", taken | {f"{words} ", f"{words} 1"})
        taken.add(label)
        steps.append(repairs.alter(thing_id, label=label))
    return steps
