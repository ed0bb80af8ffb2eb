"""A co-operative trust is drawn as governing schools

A school in a co-operative trust stays maintained and keeps its governing body. The trust is a charity: it holds
the land and appoints foundation governors, and does not run the school day to day [COOP]. This is guidance from
the movement's own answers.

The rule looks for lines “governs” from a charitable trust, or to the box of a co-operative trust. It cannot see
how many governors the trust appoints; that is the business of R34.

Wrong:
    group "Tollencroft Trust" kind=cooperative_trust
    "Ash Lane Primary" in "Tollencroft Trust"
    school "Ash Lane Primary" category=maintained type=trust_school
    body GB kind=governing_body of="Ash Lane Primary"
    body FT kind=foundation_trust of="Tollencroft Trust"
    post HT role=headteacher at="Ash Lane Primary"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB

Right:
    group "Tollencroft Trust" kind=cooperative_trust
    "Ash Lane Primary" in "Tollencroft Trust"
    school "Ash Lane Primary" category=maintained type=trust_school
    body GB kind=governing_body of="Ash Lane Primary"
    body FT kind=foundation_trust at="Tollencroft Trust"
    post HT role=headteacher at="Ash Lane Primary"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    FT appoints GB
"""

from modelbuilder.accountability import charities, repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity

RULE = Rule(
    code="R60",
    slug="cooperative-trust-governs",
    title="A school in a co-operative trust keeps its governing body",
    severity=Severity.ERROR,
    source="COOP",
    standing="guidance",
    applies=("cooperative_trust",),
)


def find(ask: Questions) -> Findings:
    """Find charitable trusts that govern, and bodies that govern the box of a co-operative trust."""
    rows = dict(charities.governs(ask, "foundation_trust"))
    for body_id, lines in charities.governed(ask, "cooperative_trust"):
        rows.setdefault(body_id, lines)
    for body_id, lines in rows.items():
        name = wording.name(ask, body_id)
        targets = ask.sorted(drawn.line.target for drawn in lines)
        schools = charities.schools(ask, lines)
        boards = dict.fromkeys(b for school_id in schools for b in charities.boards_left(ask, body_id, school_id))
        appoint = [repairs.draw("appoints", body_id, board) for board in boards]
        instead = repairs.all_of(charities.no_longer(ask, body_id, lines), *appoint)
        without = [school_id for school_id in schools if not charities.boards_left(ask, body_id, school_id)]
        words = f"Let {name} appoint foundation governors instead" if boards else f"Let {name} govern no more"
        yield RULE.finding(
            ask,
            f"{name} is drawn as governing {wording.labels(ask, targets)}.",
            "The school’s own governing body governs; the trust appoints some of its governors.",
            subjects=[body_id, *targets],
            path=[drawn.id for drawn in lines],
            fixes=[Fix(f"{words}, and add governing bodies" if without else words, instead)],
        )
