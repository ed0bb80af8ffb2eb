"""Most members of a trust are its trustees

Members hold the trustees to account, and so most of them should not be trustees themselves [ATH1 1.6]. This is
guidance from the academy trust handbook.

The rule compares people: those who sit among the members and on the board of the same trust, with the number of
members, typed or drawn. It cannot see people who are not named, and is silent until the number is recorded.

Wrong:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body M kind=members at="Merrivane Trust" seats=5
    body TB kind=trust_board of="Merrivane Trust" seats=9
    post P role=principal at="Merrivane High" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB
    TB accountable_to M
    person "Ada Finch"
    person "Tom Sorrel"
    person "Una Bright"
    "Ada Finch" sits_on M
    "Tom Sorrel" sits_on M
    "Una Bright" sits_on M
    "Ada Finch" sits_on TB
    "Tom Sorrel" sits_on TB
    "Una Bright" sits_on TB

Right:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body M kind=members at="Merrivane Trust" seats=5
    body TB kind=trust_board of="Merrivane Trust" seats=9
    post P role=principal at="Merrivane High" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB
    TB accountable_to M
    person "Ada Finch"
    person "Tom Sorrel"
    person "Una Bright"
    "Ada Finch" sits_on M
    "Tom Sorrel" sits_on M
    "Una Bright" sits_on M
    "Una Bright" sits_on TB
"""

from math import ceil

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Option, Rule, Severity

RULE = Rule(
    code="R43",
    slug="members-mostly-trustees",
    title="Most members are not trustees",
    severity=Severity.WARNING,
    source="ATH1 1.6",
    standing="guidance",
    applies=("trusts",),
    options=(Option("share", 50, "per cent of the members, as many as must not be trustees too"),),
)

_FEWEST_LISTED = 3
"""Fewer members than a trust must have are not taken for a list of them all."""


def find(ask: Questions) -> Findings:
    """Find bodies of members at least half of whom sit on the board of the trust too."""
    share = RULE.option(ask, "share")
    for body_id in ask.bodies_of_kind("members"):
        number, members = ask.seats.all(body_id), ask.seats.people(body_id)
        if not number or (ask.model.bodies[body_id].seats is None and number < _FEWEST_LISTED):
            continue
        boards = {board for trust_id in ask.trusts.of_body(body_id) for board in ask.trusts.boards(trust_id)}
        both = [one for one in members if boards.intersection(ask.seats.bodies_of(one))]
        if not both or 100 * len(both) < share * number:
            continue
        holders = {one: members[one][0].holder for one in both}
        surplus = len(both) - max(ceil(share * number / 100) - 1, 0)
        leaving = both[-surplus:]
        names = wording.names(ask, [holders[one] for one in leaving])
        steps = [
            repairs.undraw("sits_on", seat.holder, board)
            for one in leaving
            for board in ask.sorted(boards)
            for seat in ask.seats.people(board).get(one, ())
        ]
        yield RULE.finding(
            ask,
            f"{wording.number(len(both))} of the {wording.counted(number, 'member')} "
            f"{'is a trustee' if len(both) == 1 else 'are trustees'} as well: {wording.names(ask, holders.values())}.",
            "Members who are trustees would hold themselves to account, so most members stand apart.",
            subjects=[body_id, *holders.values()],
            path=[seat.line_id for one in both for seat in members[one]],
            fixes=[Fix(f"Take {names} off the board of trustees", repairs.all_of(*steps))],
        )
