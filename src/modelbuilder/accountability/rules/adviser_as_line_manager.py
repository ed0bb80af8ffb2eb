"""An adviser or inspector is drawn as a line manager

Ofsted inspects; system leaders, teaching school hubs and quality assurance leads help and check. None of them
line manages a school's leader [TES08][KEY-HARD]. This is guidance: an adviser has no power to direct.

The rule looks at primary lines. It cannot see who employs a system leader. A line to the local authority is
the business of R18.

Wrong:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    outside Ofsted kind=ofsted
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    HT accountable_to Ofsted

Right:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    outside Ofsted kind=ofsted
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    Ofsted inspects "Ash Lane Primary"
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.bodies import ADVISERS

RULE = Rule(
    code="R17",
    slug="adviser-as-line-manager",
    title="Advisers and inspectors do not line manage",
    severity=Severity.ERROR,
    source="TES08, KEY-HARD",
    standing="guidance",
)


def find(ask: Questions) -> Findings:
    """Find primary lines that end at an inspector or adviser."""
    for body_id, _ in ask.each(ask.model.bodies):
        kind = ask.model.bodies[body_id].kind
        below = [line.source for _, line in ask.lines.into("accountable_to", body_id) if line.primary]
        for thing_id in dict.fromkeys(below) if kind in ADVISERS else ():
            rungs = [rung for rung in ask.ladder.above(thing_id) if rung.target == body_id]
            if rungs:
                yield RULE.finding(
                    ask,
                    f"{wording.subject(ask, thing_id)} is drawn as accountable to {wording.name(ask, body_id)}.",
                    "Inspectors and advisers report and help; they do not line manage.",
                    subjects=[thing_id, body_id],
                    path=[rung.line_id for rung in rungs],
                    fixes=[_fix(ask, thing_id, body_id)],
                )


def _fix(ask: Questions, thing_id: ThingId, body_id: ThingId) -> Fix:
    adviser, target = wording.name(ask, body_id), thing_id
    remove = repairs.undraw("accountable_to", thing_id, body_id)
    if ask.model.bodies[body_id].kind != "ofsted":
        turned = repairs.all_of(remove, repairs.draw("supports_challenges", body_id, target))
        return Fix(f"Let {adviser} support and challenge instead", turned)
    schools = ask.schools_of(thing_id) if thing_id in ask.model.posts else ()
    if schools:
        target = schools[0]
    turned = repairs.all_of(remove, repairs.draw("inspects", body_id, target))
    return Fix(f"Let {adviser} inspect {wording.name(ask, target)} instead", turned)
