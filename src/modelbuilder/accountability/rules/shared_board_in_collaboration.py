"""Schools of a soft federation share a governing body

In a soft federation the schools collaborate, and each keeps its own governing body, which stays responsible
in law [KEY-SOFT][COLL2003]. One governing body for several schools makes a hard federation.

The rule counts governing bodies only, and takes the schools of a hard federation inside it as one. A school
that nothing governs is the business of R20. It cannot see a joint meeting of two governing bodies.

Wrong:
    group "Tollencroft Partnership" kind=soft_federation
    "Cotterdale Primary" in "Tollencroft Partnership"
    "Old Forge Primary" in "Tollencroft Partnership"
    school "Cotterdale Primary" category=maintained
    school "Old Forge Primary" category=maintained
    body GB kind=governing_body
    GB governs "Cotterdale Primary"
    GB governs "Old Forge Primary"
    post HT1 role=headteacher at="Cotterdale Primary"
    post HT2 role=headteacher at="Old Forge Primary"
    HT1 leads "Cotterdale Primary" mode=head
    HT2 leads "Old Forge Primary" mode=head
    HT1 accountable_to GB
    HT2 accountable_to GB

Right:
    group "Tollencroft Partnership" kind=soft_federation
    "Cotterdale Primary" in "Tollencroft Partnership"
    "Old Forge Primary" in "Tollencroft Partnership"
    school "Cotterdale Primary" category=maintained
    school "Old Forge Primary" category=maintained
    body GB1 kind=governing_body of="Cotterdale Primary"
    body GB2 kind=governing_body of="Old Forge Primary"
    post HT1 role=headteacher at="Cotterdale Primary"
    post HT2 role=headteacher at="Old Forge Primary"
    HT1 leads "Cotterdale Primary" mode=head
    HT2 leads "Old Forge Primary" mode=head
    HT1 accountable_to GB1
    HT2 accountable_to GB2
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Edit, Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R24",
    slug="shared-board-in-collaboration",
    title="In a soft federation each school keeps its own governing body",
    severity=Severity.ERROR,
    source="KEY-SOFT, COLL2003",
    standing="law",
    applies=("soft_federation",),
)


def find(ask: Questions) -> Findings:
    """Find soft federations with fewer governing bodies than schools."""
    for group_id, group in ask.each(ask.model.groups):
        if group.kind != "soft_federation":
            continue
        governed: dict[ThingId, list[ThingId]] = {}
        units: set[ThingId] = set()
        for school_id in ask.sorted(ask.places.members(group_id)):
            bodies = ask.governing_bodies(school_id)
            for body_id in bodies:
                governed.setdefault(body_id, []).append(school_id)
            if bodies:
                units.add(next(iter(ask.places.federations(school_id)), school_id))
        if len(governed) >= len(units):
            continue
        shared = {body_id: schools for body_id, schools in governed.items() if len(schools) > 1}
        bodies = tuple(ask.sorted(shared))
        schools = [school_id for body_id in bodies for school_id in shared[body_id]]
        what = "one governing body" if len(bodies) == 1 else f"{wording.number(len(bodies))} governing bodies"
        yield RULE.finding(
            ask,
            f"In {group.name}, a soft federation, {wording.labels(ask, schools)} share {what}.",
            "Schools that collaborate keep a governing body each; one for all makes a hard federation.",
            subjects=[group_id, *bodies, *schools],
            path=[drawn.id for body_id in bodies for drawn in ask.lines.out("governs", body_id)],
            fixes=[
                Fix("Give each school a governing body of its own", _part(ask, shared)),
                Fix(f"Call {group.name} a hard federation", repairs.alter(group_id, kind="hard_federation")),
            ],
        )


def _part(ask: Questions, shared: dict[ThingId, list[ThingId]]) -> Edit:
    """Leave the shared body to its first school, and add one for each of the others and its head."""
    steps: list[Edit] = []
    for body_id, schools in shared.items():
        for school_id in schools[1:]:
            steps.append(repairs.unsay("governs", body_id, school_id, ask.places.membership(school_id)))
            if ask.governing_bodies(school_id) == (body_id,):
                heads = [p for p in ask.acc(school_id) if all(p not in ask.acc(s) for s in schools if s != school_id)]
                steps += [repairs.undraw("accountable_to", post_id, body_id) for post_id in heads]
                steps.append(repairs.add_board("governing_body", school_id, heads))
    return repairs.all_of(*steps)
