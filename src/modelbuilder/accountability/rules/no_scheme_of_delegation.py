"""A local governing body has no scheme of delegation

A local governing body can do what the board of trustees delegates to it, by a scheme of delegation that has to be
published [KEY-SOD]. Without one nobody knows what it decides. This is guidance.

The rule looks for a line “delegates to” that ends at a local governing body of a multi-academy trust. One that
hangs from no board is the business of R16. It cannot see a scheme that is not drawn, nor what is in it.

Wrong:
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Learning Trust"
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    school "Merrivane High" category=academy
    school "Hexley Vale Primary" category=academy
    body TB kind=trust_board of="Merrivane Learning Trust"
    body LGB1 kind=local_governing_body at="Merrivane High"
    post CEO role=ceo at="Merrivane Learning Trust" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    post HT1 role=headteacher at="Merrivane High" held_by="Lucian Farthingale"
    post HT2 role=headteacher at="Hexley Vale Primary" held_by="Simeon Underhay"
    HT1 leads "Merrivane High" mode=head
    HT2 leads "Hexley Vale Primary" mode=head
    HT1 accountable_to CEO
    HT2 accountable_to CEO
    CEO accountable_to TB
    LGB1 accountable_to TB

Right:
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Learning Trust"
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    school "Merrivane High" category=academy
    school "Hexley Vale Primary" category=academy
    body TB kind=trust_board of="Merrivane Learning Trust"
    body LGB1 kind=local_governing_body at="Merrivane High"
    post CEO role=ceo at="Merrivane Learning Trust" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    post HT1 role=headteacher at="Merrivane High" held_by="Lucian Farthingale"
    post HT2 role=headteacher at="Hexley Vale Primary" held_by="Simeon Underhay"
    HT1 leads "Merrivane High" mode=head
    HT2 leads "Hexley Vale Primary" mode=head
    HT1 accountable_to CEO
    HT2 accountable_to CEO
    CEO accountable_to TB
    LGB1 accountable_to TB
    TB delegates_to LGB1 scheme="standards; safeguarding; SEND"
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity

RULE = Rule(
    code="R55",
    slug="no-scheme-of-delegation",
    title="Each local governing body has a scheme of delegation",
    severity=Severity.WARNING,
    source="KEY-SOD",
    standing="guidance",
    applies=("multi_academy_trust",),
)


def find(ask: Questions) -> Findings:
    """Find local governing bodies that hang from a board, and to which nothing is delegated."""
    for trust_id in ask.trusts.all:
        if ask.model.groups[trust_id].kind != "multi_academy_trust":
            continue
        boards = ask.sorted(ask.trusts.boards(trust_id))
        for body_id in ask.local_tier(trust_id):
            above = [rung.target for rung in ask.ladder.above(body_id) if rung.target in ask.model.bodies]
            above += [line.target for _, line in ask.lines.out("part_of", body_id) if line.target in ask.model.bodies]
            if not above or ask.lines.into("delegates_to", body_id):
                continue
            board_id = next(iter([*boards, *above]))
            yield RULE.finding(
                ask,
                f"No scheme of delegation is drawn for {wording.name(ask, body_id)}.",
                "A trust publishes what each local governing body may decide, and what the trustees keep.",
                subjects=[body_id, board_id],
                path=[rung.line_id for rung in ask.ladder.above(body_id)],
                fixes=[
                    Fix(
                        f"Draw a scheme of delegation from {wording.name(ask, board_id)}",
                        repairs.draw("delegates_to", board_id, body_id),
                    )
                ],
            )
