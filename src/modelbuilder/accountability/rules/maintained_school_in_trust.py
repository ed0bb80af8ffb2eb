"""A maintained school stands in an academy trust

Only academies can join a trust [ANAPOLY]: a maintained school that joins one becomes an academy first. It can
be shown as an academy in a later model or stage, or as a partner beside the trust. This is what the words
mean in practice, as advisers to schools put it.

The rule looks at schools that are recorded as maintained. It cannot see a conversion on its way.

Wrong:
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Learning Trust"
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    school "Merrivane High" category=academy
    school "Hexley Vale Primary" category=maintained
    body TB kind=trust_board of="Merrivane Learning Trust"
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
    post CEO role=ceo at="Merrivane Learning Trust" accounting_officer=yes
    post HT1 role=headteacher at="Merrivane High"
    post HT2 role=headteacher at="Hexley Vale Primary"
    HT1 leads "Merrivane High" mode=head
    HT2 leads "Hexley Vale Primary" mode=head
    HT1 accountable_to CEO
    HT2 accountable_to CEO
    CEO accountable_to TB
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity

RULE = Rule(
    code="R53",
    slug="maintained-school-in-trust",
    title="Only academies belong to a trust",
    severity=Severity.ERROR,
    source="ANAPOLY",
    standing="practice",
    applies=("trusts",),
)


def find(ask: Questions) -> Findings:
    """Find maintained schools in trusts."""
    for school_id, _ in ask.each(ask.model.placements):
        trusts = ask.places.trusts(school_id) if ask.places.category(school_id) == "maintained" else ()
        for trust_id in trusts:
            school, trust = wording.name(ask, school_id), wording.name(ask, trust_id)
            convert = repairs.alter(school_id, category="academy", type="converter")
            out = repairs.leave(school_id, ask.places.doors(school_id, trust_id))
            yield RULE.finding(
                ask,
                f"{school} is a maintained school, but stands in {trust}.",
                "A school that joins a trust becomes an academy first.",
                subjects=[school_id, trust_id],
                fixes=[
                    Fix(f"Make {school} an academy in this model", convert),
                    *([Fix(f"Take {school} out of {trust}", out)] if ask.lines.into("governs", school_id) else []),
                ],
            )
