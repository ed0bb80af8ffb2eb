"""Heads of school under one executive do not support each other

Heads of school who answer to one executive do the same work in neighbouring schools, and can help each other
with it [S3]. This is practice, and no more than advice.

The rule looks for peer support between them, directly or by way of others among them. It cannot see help that is
not drawn.

Wrong:
    group "Pellowby Federation" kind=hard_federation
    "Pellowby Primary" in "Pellowby Federation"
    "Fennimoor Primary" in "Pellowby Federation"
    school "Pellowby Primary"
    school "Fennimoor Primary"
    body FGB kind=governing_body of="Pellowby Federation"
    post EHT role=executive_headteacher at="Pellowby Federation" held_by="Dai Okonedo-Reyes"
    post HoS1 role=head_of_school at="Pellowby Primary" held_by="Marta Quill"
    post HoS2 role=head_of_school at="Fennimoor Primary" held_by="Joss Ferrant"
    HoS1 leads "Pellowby Primary" mode=head
    HoS2 leads "Fennimoor Primary" mode=head
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    EHT accountable_to FGB

Right:
    group "Pellowby Federation" kind=hard_federation
    "Pellowby Primary" in "Pellowby Federation"
    "Fennimoor Primary" in "Pellowby Federation"
    school "Pellowby Primary"
    school "Fennimoor Primary"
    body FGB kind=governing_body of="Pellowby Federation"
    post EHT role=executive_headteacher at="Pellowby Federation" held_by="Dai Okonedo-Reyes"
    post HoS1 role=head_of_school at="Pellowby Primary" held_by="Marta Quill"
    post HoS2 role=head_of_school at="Fennimoor Primary" held_by="Joss Ferrant"
    HoS1 leads "Pellowby Primary" mode=head
    HoS2 leads "Fennimoor Primary" mode=head
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    EHT accountable_to FGB
    HoS1 peer_support HoS2
"""

from collections.abc import Iterator
from itertools import pairwise

from modelbuilder.accountability import company, repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.roles import EXECUTIVES

RULE = Rule(
    code="R74",
    slug="heads-of-school-apart",
    title="Heads of school under one executive support each other",
    severity=Severity.ADVICE,
    source="S3",
    standing="practice",
    applies=("executive_headship", "multi_academy_trust"),
)


def find(ask: Questions) -> Findings:
    """Find executives whose heads of school are not all joined by peer support."""
    for executive, heads in ask.each(ask.gather(_siblings)):
        circles = company.circles(ask, ask.sorted(heads)) if len(heads) > 1 else []
        if len(circles) < 2:
            continue
        join = [repairs.draw("peer_support", one[-1], other[0]) for one, other in pairwise(circles)]
        who = wording.names(ask, [head for circle in circles for head in circle])
        both = "both" if len(heads) == 2 else "all"
        yield RULE.finding(
            ask,
            f"No peer support joins {who}, who {both} answer to {wording.titled(ask, executive)}."
            if len(circles) == len(heads)
            else f"Peer support does not join all of {who}, who answer to {wording.titled(ask, executive)}.",
            "Heads of school in one partnership face the same questions in the same week.",
            subjects=[executive, *ask.sorted(heads)],
            fixes=[Fix("Join them by peer support", repairs.all_of(*join))],
        )


def _siblings(ask: Questions) -> Iterator[tuple[ThingId, ThingId]]:
    """Yield the heads of school by the executive whom they answer to."""
    posts = ask.model.posts
    for post_id, post in ask.each(posts):
        if post.role == "head_of_school" and post.status != "vacant":
            for rung in ask.ladder.above(post_id):
                if rung.target in posts and posts[rung.target].role in EXECUTIVES:
                    yield rung.target, post_id
