"""An academy stands in no trust

Every academy belongs to an academy trust, of one academy or of several: the trust is the company that runs it
[ATH1]. The academy trust handbook says so, as guidance that the funding agreement makes binding.

The rule looks at schools that are recorded as academies. One in two trusts is the business of R29, and one in
a federation of R27. It cannot see a trust that is not drawn as a box.

Wrong:
    school "Merrivane High" category=academy
    body TB kind=trust_board of="Merrivane High"
    post P role=principal at="Merrivane High" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB

Right:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body TB kind=trust_board of="Merrivane Trust"
    post P role=principal at="Merrivane High" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs, upward, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R51",
    slug="academy-outside-trust",
    title="Each academy is in exactly one trust",
    severity=Severity.ERROR,
    source="ATH1",
    standing="guidance",
    applies=("academies",),
)


def find(ask: Questions) -> Findings:
    """Find academies that stand in no trust."""
    for school_id, _ in ask.each(ask.model.placements):
        if ask.places.category(school_id) == "academy" and not ask.places.binding(school_id):
            yield RULE.finding(
                ask,
                f"{wording.name(ask, school_id)} is an academy, but stands in no trust.",
                "An academy is run by its trust, whose board answers for it in law.",
                subjects=[school_id],
                fixes=_fixes(ask, school_id),
            )


def _fixes(ask: Questions, school_id: ThingId) -> Iterator[Fix]:
    school = wording.name(ask, school_id)
    for trust_id in ask.sorted(ask.trusts.all)[:3]:
        yield Fix(f"Put {school} into {wording.name(ask, trust_id)}", repairs.leave(school_id, (), trust_id))
    yield upward.trust_around(ask, school_id)
