"""A head answers to an executive and to a local governing body

In a trust either the executive line holds a head to account, or a local governing body does. When both do, they
do the same work twice, or each leaves it to the other [ITCHY][NGA-LOCAL]. This is advice from practice.

The rule fires where both lines are primary. It cannot see what the scheme of delegation says about it.

Wrong:
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Learning Trust"
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    school "Merrivane High" category=academy
    school "Hexley Vale Primary" category=academy
    body TB kind=trust_board of="Merrivane Learning Trust"
    body LGB1 kind=local_governing_body at="Merrivane High"
    post CEO role=ceo at="Merrivane Learning Trust" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    post HT1 role=headteacher at="Merrivane High" held_by="Lucian Farthingale"
    post HT2 role=headteacher at="Hexley Vale Primary" held_by="Simeon Underhay"
    HT1 leads "Merrivane High" mode=head
    HT2 leads "Hexley Vale Primary" mode=head
    HT1 accountable_to CEO
    HT2 accountable_to CEO
    CEO accountable_to TB
    LGB1 accountable_to TB
    TB delegates_to LGB1
    HT1 accountable_to LGB1

Right:
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Learning Trust"
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    school "Merrivane High" category=academy
    school "Hexley Vale Primary" category=academy
    body TB kind=trust_board of="Merrivane Learning Trust"
    body LGB1 kind=local_governing_body at="Merrivane High"
    post CEO role=ceo at="Merrivane Learning Trust" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    post HT1 role=headteacher at="Merrivane High" held_by="Lucian Farthingale"
    post HT2 role=headteacher at="Hexley Vale Primary" held_by="Simeon Underhay"
    HT1 leads "Merrivane High" mode=head
    HT2 leads "Hexley Vale Primary" mode=head
    HT1 accountable_to CEO
    HT2 accountable_to CEO
    CEO accountable_to TB
    LGB1 accountable_to TB
    TB delegates_to LGB1
    LGB1 supports_challenges HT1
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity

RULE = Rule(
    code="R56",
    slug="head-held-to-account-twice",
    title="Either the executive or a local governing body holds a head to account",
    severity=Severity.WARNING,
    source="ITCHY, NGA-LOCAL",
    standing="practice",
    applies=("multi_academy_trust",),
)


def find(ask: Questions) -> Findings:
    """Find leaders of schools with a primary line to an executive and one to a local governing body."""
    bodies = ask.model.bodies
    below = (
        row.source for b in ask.bodies_of_kind("local_governing_body") for _, row in ask.lines.into("accountable_to", b)
    )
    for post_id in dict.fromkeys(below):
        rungs = ask.ladder.above(post_id)
        local = [r for r in rungs if r.target in bodies and bodies[r.target].kind == "local_governing_body"]
        executive = [rung for rung in rungs if (ask.rank(rung.target) or 9) <= 3]
        if ask.rank(post_id) != 4 or not local or not executive:
            continue
        body_id, above = local[0].target, wording.name(ask, executive[0].target)
        named, body = wording.name(ask, post_id), wording.name(ask, body_id)
        undraw = [repairs.undraw("accountable_to", post_id, rung.target) for rung in local]
        second = [repairs.draw("accountable_to", post_id, rung.target, primary=False) for rung in local]
        support = repairs.draw("supports_challenges", body_id, post_id)
        away = [repairs.undraw("accountable_to", post_id, rung.target) for rung in executive]
        yield RULE.finding(
            ask,
            f"{wording.subject(ask, post_id)} answers both to {above} and to {body}.",
            "Holding a head to account is not split: the one does it, the other supports and challenges.",
            subjects=[post_id, executive[0].target, body_id],
            path=[rung.line_id for rung in (*executive, *local)],
            fixes=[
                Fix(f"Let {body} support and challenge {named} instead", repairs.all_of(*undraw, support)),
                Fix(f"Make the line to {body} secondary", repairs.all_of(*second)),
                Fix(f"Remove the line from {named} to {above}", repairs.all_of(*away)),
            ],
        )
