"""One person sits on two tiers of a trust

Whoever is a trustee and a governor of one of the trust's local governing bodies checks their own work: the board
delegates to the local tier and holds it to account. One trust keeps its tiers apart by rule [CORPUS]; that this
is usual we have from general knowledge [GK], so the rule is a proposal.

The rule compares people with seats on the board and on a local governing body of the same trust. To be a member
and a trustee is the business of R43. It cannot see anything where nobody is named.

Wrong:
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Learning Trust"
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    school "Merrivane High" category=academy
    school "Hexley Vale Primary" category=academy
    body TB kind=trust_board of="Merrivane Learning Trust" seats=9
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
    TB delegates_to LGB1
    person "Marcus Delahay"
    "Marcus Delahay" sits_on TB
    "Marcus Delahay" sits_on LGB1 capacity=chair

Right:
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Learning Trust"
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    school "Merrivane High" category=academy
    school "Hexley Vale Primary" category=academy
    body TB kind=trust_board of="Merrivane Learning Trust" seats=9
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
    TB delegates_to LGB1
    person "Marcus Delahay"
    "Marcus Delahay" sits_on LGB1 capacity=chair
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Edit, Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R57",
    slug="same-person-on-two-tiers",
    title="Nobody sits on neighbouring tiers of a trust",
    severity=Severity.WARNING,
    source="CORPUS, GK",
    standing="proposal",
    applies=("multi_academy_trust",),
)


def find(ask: Questions) -> Findings:
    """Find people who sit on the board and on a local governing body of one trust."""
    for trust_id in ask.trusts.all:
        local = ask.local_tier(trust_id)
        for board_id in ask.sorted(ask.trusts.boards(trust_id)) if local else ():
            for one, seats in ask.seats.people(board_id).items():
                below = [body_id for body_id in ask.seats.bodies_of(one) if body_id in local]
                if not below:
                    continue
                both = [*seats, *(seat for body_id in below for seat in ask.seats.people(body_id)[one])]
                named, board = wording.name(ask, seats[0].holder), wording.name(ask, board_id)
                member = [b for b in ask.seats.bodies_of(one) if ask.model.bodies[b].kind == "members"]
                yield RULE.finding(
                    ask,
                    f"{named} sits on {board} and on {wording.names(ask, below)}"
                    f"{' and is a member of the trust as well' if member else ''}.",
                    "Each tier holds the next one to account, and nobody holds themselves to account.",
                    subjects=[seats[0].holder, board_id, *below],
                    path=[seat.line_id for seat in both],
                    fixes=[
                        Fix(f"Take {named} off {wording.names(ask, below)}", _leave(ask, one, below)),
                        Fix(f"Take {named} off {board}", _leave(ask, one, [board_id])),
                    ],
                )


def _leave(ask: Questions, one: ThingId, bodies: list[ThingId]) -> Edit:
    seats = [(seat.holder, body_id) for body_id in bodies for seat in ask.seats.people(body_id)[one]]
    return repairs.all_of(*(repairs.undraw("sits_on", holder, body_id) for holder, body_id in seats))
