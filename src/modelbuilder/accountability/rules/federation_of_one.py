"""A federation has fewer than two schools

A federation is two or more maintained schools under one governing body [F2012n], and schools collaborate with
one another, not alone. For a hard federation this is law; for the looser forms it is what the word means.

The rule counts the schools drawn in the box or joined to it by “part of”. It cannot see schools that are left
off the page.

Wrong:
    group "Dunnockley Federation" kind=hard_federation
    "Dunnockley Infant" in "Dunnockley Federation"
    school "Dunnockley Infant"
    body FGB kind=governing_body of="Dunnockley Federation"
    post HT role=headteacher at="Dunnockley Infant"
    HT leads "Dunnockley Infant" mode=head
    HT accountable_to FGB

Right:
    group "Dunnockley Federation" kind=hard_federation
    "Dunnockley Infant" in "Dunnockley Federation"
    "Dunnockley Junior" in "Dunnockley Federation"
    school "Dunnockley Infant"
    school "Dunnockley Junior"
    body FGB kind=governing_body of="Dunnockley Federation"
    post HT role=executive_headteacher at="Dunnockley Federation"
    post HoS1 role=head_of_school at="Dunnockley Infant"
    post HoS2 role=head_of_school at="Dunnockley Junior"
    HoS1 leads "Dunnockley Infant" mode=head
    HoS2 leads "Dunnockley Junior" mode=head
    HoS1 accountable_to HT
    HoS2 accountable_to HT
    HT accountable_to FGB
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity

RULE = Rule(
    code="R26",
    slug="federation-of-one",
    title="A federation has at least two schools",
    severity=Severity.ERROR,
    source="F2012n",
    standing="law",
    applies=("federations",),
)

FEDERATIONS = ("hard_federation", "soft_federation", "mixed_federation")


def find(ask: Questions) -> Findings:
    """Find federations with one school or none."""
    for group_id, group in ask.each(ask.model.groups):
        members = ask.places.members(group_id)
        if group.kind not in FEDERATIONS or len(members) > 1:
            continue
        # What is drawn to the box is said of its one school before the box goes.
        moved = [
            repairs.draw(line.kind, line.source, school_id)
            for school_id in members
            for kind in ("governs", "leads", "accountable_for", "coordinates")
            for _, line in ask.lines.into(kind, group_id)
        ]
        dissolve = repairs.all_of(*moved, repairs.dissolve(group_id))
        has = f"only one school, {wording.labels(ask, members)}" if members else "no schools"
        yield RULE.finding(
            ask,
            f"{group.name} has {has}.",
            "A federation joins two or more schools.",
            subjects=[group_id, *members],
            fixes=[Fix(f"Remove the box of {group.name}", dissolve)],
        )
