"""The line of a maintained school's head does not reach its governing body

In a maintained school the headteacher answers to the body that governs that school, for its internal
organisation, management and control [R2013-6]. This is law. The line may run through an executive
headteacher, and may be a secondary line.

The rule looks at schools that are recorded as maintained, or that stand in a federation. It leaves the head
who answers to nobody at all to R06, and a circle to R04. It cannot see whom the head answers to in practice.

Wrong:
    school "Ash Lane Primary" category=maintained
    school "Wharf Road Primary" category=maintained
    body GB1 kind=governing_body of="Ash Lane Primary"
    body GB2 kind=governing_body of="Wharf Road Primary"
    post HT1 role=headteacher at="Ash Lane Primary"
    post HT2 role=headteacher at="Wharf Road Primary"
    HT1 leads "Ash Lane Primary" mode=head
    HT2 leads "Wharf Road Primary" mode=head
    HT1 accountable_to GB2
    HT2 accountable_to GB2
    HT1 peer_support HT2

Right:
    school "Ash Lane Primary" category=maintained
    school "Wharf Road Primary" category=maintained
    body GB1 kind=governing_body of="Ash Lane Primary"
    body GB2 kind=governing_body of="Wharf Road Primary"
    post HT1 role=headteacher at="Ash Lane Primary"
    post HT2 role=headteacher at="Wharf Road Primary"
    HT1 leads "Ash Lane Primary" mode=head
    HT2 leads "Wharf Road Primary" mode=head
    HT1 accountable_to GB1
    HT2 accountable_to GB2
    HT1 peer_support HT2
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.vocabulary.bodies import BOARDS

RULE = Rule(
    code="R09",
    slug="head-misses-governing-body",
    title="A maintained head’s line reaches the body that governs the school",
    severity=Severity.ERROR,
    source="R2013-6",
    standing="law",
    applies=("maintained",),
)


def find(ask: Questions) -> Findings:
    """Find heads of maintained schools whose line reaches none of the boards of the school."""
    for school_id, _ in ask.each(ask.model.placements):
        boards = ask.boards(school_id, BOARDS)
        if not boards or ask.places.category(school_id) != "maintained":
            continue
        for post_id in ask.misses(school_id, boards):
            elsewhere = len(ask.answers_for(post_id)) > 1
            board = wording.name(ask, boards[0])
            step = repairs.also_answer_to if elsewhere else repairs.answer_to
            yield RULE.finding(
                ask,
                f"{wording.subject(ask, post_id)} is accountable for {wording.name(ask, school_id)}, "
                f"but does not answer to {board}.",
                "The body that governs a maintained school is the one that holds its head to account.",
                subjects=[post_id, school_id, boards[0]],
                path=[rung.line_id for rung in ask.ladder.above(post_id)],
                fixes=[Fix(f"Make {wording.name(ask, post_id)} accountable to {board}", step(post_id, boards[0]))],
            )
