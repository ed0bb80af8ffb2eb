"""A single-academy trust has several schools, or a multi-academy trust only one

The one kind of trust has one academy by its name, the other is set up for several. Multi-academy trusts with
one academy exist in the statistics [EES-MAT], as trusts that mean to grow, so that is no more than advice.
This is what the words mean in practice; no law was found that says more.

The rule counts the schools in the box. It cannot see academies that are left off the page.

Wrong:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    "Hexley Vale Primary" in "Merrivane Trust"
    school "Merrivane High" category=academy
    school "Hexley Vale Primary" category=academy
    body TB kind=trust_board of="Merrivane Trust"
    post CEO role=ceo at="Merrivane Trust" accounting_officer=yes
    post HT1 role=headteacher at="Merrivane High"
    post HT2 role=headteacher at="Hexley Vale Primary"
    HT1 leads "Merrivane High" mode=head
    HT2 leads "Hexley Vale Primary" mode=head
    HT1 accountable_to CEO
    HT2 accountable_to CEO
    CEO accountable_to TB

Right:
    group "Merrivane Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Trust"
    "Hexley Vale Primary" in "Merrivane Trust"
    school "Merrivane High" category=academy
    school "Hexley Vale Primary" category=academy
    body TB kind=trust_board of="Merrivane Trust"
    post CEO role=ceo at="Merrivane Trust" accounting_officer=yes
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
    code="R52",
    slug="wrong-size-of-trust",
    title="A single-academy trust has one academy, a multi-academy trust several",
    severity=Severity.ERROR,
    source="EES-MAT",
    standing="practice",
    applies=("trusts",),
)


def find(ask: Questions) -> Findings:
    """Find trusts whose number of schools does not fit their kind."""
    for trust_id in ask.trusts.all:
        members, single = ask.places.members(trust_id), ask.model.groups[trust_id].kind == "single_academy_trust"
        if len(members) < 1 or (len(members) == 1) == single:
            continue
        other = "multi_academy_trust" if single else "single_academy_trust"
        count = "one school" if len(members) == 1 else f"{wording.number(len(members))} schools"
        yield RULE.finding(
            ask,
            f"{wording.name(ask, trust_id)} is a {'single' if single else 'multi'}-academy trust with {count}.",
            "A single-academy trust has just one academy."
            if single
            else "Multi-academy trusts with one academy exist, and mean to grow.",
            subjects=[trust_id, *ask.sorted(members)],
            fixes=[
                Fix(f"Call it a {other.replace('_', '-', 1).replace('_', ' ')}", repairs.alter(trust_id, kind=other))
            ],
            severity=Severity.ERROR if single else Severity.ADVICE,
        )
