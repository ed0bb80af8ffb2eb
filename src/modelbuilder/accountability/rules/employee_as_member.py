"""A member of a trust is its employee

Members stand at arm's length: they appoint trustees and are not themselves employed by the trust, nor unpaid
staff of it [ATH1 1.5]. The academy trust handbook says “must”, as guidance that the funding agreement makes
binding.

The rule looks at who sits on the members and holds a job in the trust, or is marked as an employee. It cannot
see unpaid staff, nor people who are not named.

Wrong:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body M kind=members at="Merrivane Trust"
    body TB kind=trust_board of="Merrivane Trust"
    post P role=principal at="Merrivane High" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB
    TB accountable_to M
    P sits_on M

Right:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body M kind=members at="Merrivane Trust"
    body TB kind=trust_board of="Merrivane Trust"
    post P role=principal at="Merrivane High" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB
    TB accountable_to M
    P sits_on TB capacity=ex_officio
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R42",
    slug="employee-as-member",
    title="Members of a trust are not its employees",
    severity=Severity.ERROR,
    source="ATH1 1.5",
    standing="guidance",
    applies=("trusts",),
)


def find(ask: Questions) -> Findings:
    """Find seats among the members that are taken by somebody with a job in the trust."""
    for body_id, body in ask.each(ask.model.bodies):
        if body.kind != "members" or not ask.lines.into("sits_on", body_id):
            continue
        employed: set[ThingId] = set()
        for trust_id in ask.trusts.of_body(body_id):
            employed |= ask.trusts.employed(trust_id)
        for member, taken in ask.seats.people(body_id).items():
            jobs = {*(seat.holder for seat in taken), *ask.posts_held(member), member} & employed
            if not jobs and not any("employee" in seat.capacity for seat in taken):
                continue
            holders = [seat.holder for seat in taken]
            posts = ask.sorted(jobs & ask.model.posts.keys())
            yield RULE.finding(
                ask,
                f"{wording.subject(ask, (posts or holders)[0])} is an employee of the trust, but sits among "
                f"{wording.name(ask, body_id)}.",
                "Members hold the trustees to account at arm’s length, so none of them works for the trust.",
                subjects=[holders[0], body_id, *posts],
                path=[seat.line_id for seat in taken],
                fixes=[
                    Fix(
                        f"Take {wording.name(ask, holders[0])} off the members",
                        repairs.all_of(*(repairs.undraw("sits_on", holder, body_id) for holder in holders)),
                    )
                ],
            )
