"""An interim executive board stands beside a governing body, or has too few members

An interim executive board replaces the governing body of a school eligible for intervention, and has two or
more members [EIA2006][EA2002-S6n]. This is law. While it stands, the old governing body does not govern.

The rule looks for both governing one school, and at the number of members where it is recorded; two
bodies that govern are counted by R22 as well. It cannot see whether the local authority has consented.

Wrong:
    school "Ash Lane Primary" category=maintained
    body GB kind=governing_body of="Ash Lane Primary"
    body IEB kind=interim_executive_board of="Ash Lane Primary" seats=3
    post HT role=headteacher at="Ash Lane Primary"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to IEB

Right:
    school "Ash Lane Primary" category=maintained
    body IEB kind=interim_executive_board of="Ash Lane Primary" seats=3
    post HT role=headteacher at="Ash Lane Primary"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to IEB
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Option, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R39",
    slug="interim-board-unclear",
    title="An interim executive board replaces the governing body and has two or more members",
    severity=Severity.ERROR,
    source="EIA2006, EA2002-S6n",
    standing="law",
    applies=("maintained",),
    options=(Option("fewest", 2, "members of an interim executive board"),),
)


def find(ask: Questions) -> Findings:
    """Find interim executive boards beside a governing body, and such with too few members."""
    fewest = RULE.count(ask, "fewest")
    for body_id in ask.sorted(ask.model.bodies):
        if ask.model.bodies[body_id].kind != "interim_executive_board":
            continue
        board, number = wording.name(ask, body_id), ask.seats.all(body_id)
        if number is not None and number < fewest:
            members = wording.counted(number, "member")
            yield RULE.finding(
                ask,
                f"{board} has {members}.",
                f"An interim executive board has at least {wording.number(fewest)}.",
                subjects=[body_id],
                fixes=[
                    Fix(f"Set the number of members to {wording.number(fewest)}", repairs.alter(body_id, seats=fewest))
                ],
            )
        for school_id in ask.governed_by(body_id):
            old = ask.boards(school_id, ["governing_body"])
            if old:
                yield RULE.finding(
                    ask,
                    f"{wording.name(ask, school_id)} has {board}, and is still governed by {wording.names(ask, old)}.",
                    "The interim board takes the governing body’s place for as long as it stands.",
                    subjects=[body_id, school_id, *old],
                    path=[drawn.id for drawn in ask.governing(school_id)],
                    fixes=_fixes(ask, school_id, body_id, old),
                )


def _fixes(ask: Questions, school_id: ThingId, interim: ThingId, old: tuple[ThingId, ...]) -> Iterator[Fix]:
    steps = []
    members = ask.places.membership(school_id)
    for body_id in old:
        if ask.governed_by(body_id) == (school_id,):
            steps.append(repairs.merge_body(body_id, interim))
        else:
            steps.append(repairs.unsay("governs", body_id, school_id, members))
    yield Fix(f"Let {wording.name(ask, interim)} take the place of {wording.names(ask, old)}", repairs.all_of(*steps))
