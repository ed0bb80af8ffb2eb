"""The local authority is drawn as a head's line manager

The head of a maintained school answers to its governing body [R2013-6]. The local authority maintains the
school, may employ its staff, and supports and challenges; it does not line manage the head. That the head
answers to the governing body is law; that a line to the authority confuses this is our reading, and so it is
a warning.

The rule looks at primary lines of heads and executives. It cannot see powers of intervention in use.

Wrong:
    school "Wharf Road Primary" category=maintained
    body GB kind=governing_body of="Wharf Road Primary"
    post HT role=headteacher at="Wharf Road Primary" held_by="Ada Finch"
    outside LA kind=local_authority
    HT leads "Wharf Road Primary" mode=head
    HT accountable_to GB
    HT accountable_to LA

Right:
    school "Wharf Road Primary" category=maintained
    body GB kind=governing_body of="Wharf Road Primary"
    post HT role=headteacher at="Wharf Road Primary" held_by="Ada Finch"
    outside LA kind=local_authority
    HT leads "Wharf Road Primary" mode=head
    HT accountable_to GB
    LA supports_challenges HT
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.vocabulary.bodies import BOARDS
from modelbuilder.vocabulary.roles import EXECUTIVES, SCHOOL_LEADERS

RULE = Rule(
    code="R18",
    slug="local-authority-as-line-manager",
    title="The local authority does not line manage a head",
    severity=Severity.WARNING,
    source="R2013-6",
    standing="law",
    applies=("maintained",),
)


def find(ask: Questions) -> Findings:
    """Find primary lines from a head or executive to a local authority."""
    for body_id, body in ask.each(ask.model.bodies):
        if body.kind != "local_authority":
            continue
        below = dict.fromkeys(line.source for _, line in ask.lines.into("accountable_to", body_id) if line.primary)
        for post_id in below:
            post, named = ask.model.posts.get(post_id), wording.name(ask, body_id)
            if post is None or post.role not in SCHOOL_LEADERS | EXECUTIVES:
                continue
            rungs = {rung.target: rung.line_id for rung in ask.ladder.above(post_id)}
            turned = repairs.all_of(
                repairs.undraw("accountable_to", post_id, body_id),
                repairs.draw("supports_challenges", body_id, post_id),
            )
            boards = [board for school_id in ask.schools_of(post_id) for board in ask.boards(school_id, BOARDS)]
            for board_id in boards[:1] if len(rungs) == 1 else ():
                turned = repairs.all_of(turned, repairs.answer_to(post_id, board_id))
            yield RULE.finding(
                ask,
                f"{wording.subject(ask, post_id)} is drawn as line managed by {named}.",
                "The governing body holds the head of a maintained school to account; the authority supports.",
                subjects=[post_id, body_id],
                path=[rungs[body_id]],
                fixes=[Fix(f"Let {named} support and challenge instead", turned)],
            )
