"""The accounting officer does not answer to the board of trustees

The accounting officer of a trust is accountable for its money and performance, and answers straight to the
board of trustees [ATH1][S3], not to a committee or through another post. This is guidance from the academy
trust handbook.

The rule looks at posts that are marked as accounting officer. One who answers to nobody is the business of
R06, and a trust without a board of R40. It cannot see that somebody else's chief executive post is meant.

Wrong:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body TB kind=trust_board of="Merrivane Trust"
    body LGB kind=local_governing_body at="Merrivane High"
    post P role=principal at="Merrivane High" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to LGB
    LGB accountable_to TB

Right:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body TB kind=trust_board of="Merrivane Trust"
    body LGB kind=local_governing_body at="Merrivane High"
    post P role=principal at="Merrivane High" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB
    LGB accountable_to TB
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity

RULE = Rule(
    code="R48",
    slug="accounting-officer-misses-board",
    title="The accounting officer answers to the board of trustees",
    severity=Severity.ERROR,
    source="ATH1, S3",
    standing="guidance",
    applies=("trusts",),
)


def find(ask: Questions) -> Findings:
    """Find accounting officers without a primary line to their trust's board."""
    for trust_id in ask.trusts.all:
        boards = ask.sorted(ask.trusts.boards(trust_id))
        for post_id in ask.trusts.accounting_officers(trust_id) if boards else ():
            person = ask.model.posts[post_id].person
            held = ask.posts_held(person) if person else [post_id]
            above = [rung.target for held_id in held for rung in ask.ladder.above(held_id)]
            if ask.stranded(post_id) or set(above) & set(boards):
                continue
            board = wording.name(ask, boards[0])
            now = f", but to {wording.names(ask, dict.fromkeys(above))}" if above else ""
            yield RULE.finding(
                ask,
                f"{wording.subject(ask, post_id)} is accounting officer, but does not answer to {board}{now}."
                if not now
                else f"{wording.subject(ask, post_id)} is accounting officer, and answers not to {board}{now}.",
                "The board of trustees holds the accounting officer to account for the trust’s money.",
                subjects=[post_id, boards[0]],
                path=[rung.line_id for rung in ask.ladder.above(post_id)],
                fixes=[
                    Fix(
                        f"Make {wording.name(ask, post_id)} accountable to {board}",
                        repairs.answer_to(post_id, boards[0]),
                    )
                ],
            )
