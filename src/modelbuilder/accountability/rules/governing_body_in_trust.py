"""An academy of a trust has a governing body of its own

The board of trustees governs every academy of a multi-academy trust. What meets at one academy is a local
governing body: a committee, with the powers that the scheme of delegation gives it, and they can be taken
back [LEGER][LEO]. Trusts publish this of themselves; the academy trust handbook stands behind it.

The rule goes by the kind of body, not by its name. It speaks in place of R22 in a trust, and cannot see what
the articles of the trust call it.

Wrong:
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Learning Trust"
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    school "Merrivane High" category=academy
    school "Hexley Vale Primary" category=academy
    body TB kind=trust_board of="Merrivane Learning Trust"
    body GB kind=governing_body of="Hexley Vale Primary"
    post CEO role=ceo at="Merrivane Learning Trust" accounting_officer=yes
    post HT1 role=headteacher at="Merrivane High"
    post HT2 role=headteacher at="Hexley Vale Primary"
    HT1 leads "Merrivane High" mode=head
    HT2 leads "Hexley Vale Primary" mode=head
    HT1 accountable_to CEO
    HT2 accountable_to CEO
    CEO accountable_to TB

Right:
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Learning Trust"
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    school "Merrivane High" category=academy
    school "Hexley Vale Primary" category=academy
    body TB kind=trust_board of="Merrivane Learning Trust"
    body LGB kind=local_governing_body at="Hexley Vale Primary"
    post CEO role=ceo at="Merrivane Learning Trust" accounting_officer=yes
    post HT1 role=headteacher at="Merrivane High"
    post HT2 role=headteacher at="Hexley Vale Primary"
    HT1 leads "Merrivane High" mode=head
    HT2 leads "Hexley Vale Primary" mode=head
    HT1 accountable_to CEO
    HT2 accountable_to CEO
    CEO accountable_to TB
    LGB accountable_to TB
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R50",
    slug="governing-body-in-trust",
    title="An academy in a trust has no governing body of its own",
    severity=Severity.ERROR,
    source="LEGER, LEO",
    standing="guidance",
    applies=("multi_academy_trust",),
)


def find(ask: Questions) -> Findings:
    """Find governing bodies that govern academies of a multi-academy trust."""
    for body_id, body in ask.each(ask.model.bodies):
        if body.kind != "governing_body":
            continue
        academies = ask.sorted(
            school_id
            for school_id in ask.governed_by(body_id)
            if ask.places.category(school_id) == "academy" and ask.places.of_kind(school_id, "multi_academy_trust")
        )
        if academies:
            trust_id = ask.places.of_kind(academies[0], "multi_academy_trust")[0]
            yield RULE.finding(
                ask,
                f"{wording.upper_first(wording.name(ask, body_id))} is drawn as governing "
                f"{wording.labels(ask, academies)} in {wording.name(ask, trust_id)}.",
                "In a trust the board of trustees governs; what meets at one academy is its committee.",
                subjects=[body_id, *academies],
                path=[drawn.id for drawn in ask.lines.out("governs", body_id)],
                fixes=[_retype(ask, body_id, academies[0], trust_id)],
            )


def _retype(ask: Questions, body_id: ThingId, school_id: ThingId, trust_id: ThingId) -> Fix:
    body = ask.model.bodies[body_id]
    label = body.label if "local" in body.label.casefold() else body.label.replace("Governing", "Local Governing")
    steps = [repairs.alter(body_id, kind="local_governing_body", label=label, at=body.at or school_id)]
    for board_id in ask.sorted(ask.trusts.boards(trust_id))[:1]:
        steps.append(repairs.answer_to(body_id, board_id))
        if board_id in ask.boards(school_id):
            steps.append(repairs.undraw("governs", body_id, school_id))
    words = "Make it a local governing body of the trust"
    if not ask.trusts.boards(trust_id):
        words = "Make it a local governing body of a new board of trustees"
        steps.append(repairs.add_board("trust_board", trust_id, [body_id]))
    return Fix(words, repairs.all_of(*steps))
