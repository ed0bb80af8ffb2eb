"""The head of a supported school answers to the school that supports it

Support leaves accountability where it was: the head of the supported school answers to that school’s own
governing body or trust, and to nobody in the supporting school [EXCEED-S2S]. Practice calls this a fault; if the
other head is to be in charge, that is an executive headship, and needs to be drawn as one.

The rule follows primary lines from the heads of the supported school to the leaders of the supporting one, and
speaks for the rule on heads who manage heads. Somebody who leads both schools, or answers for both, is left
out. It cannot tell support from a take-over.

Wrong:
    school "Ash Lane Primary"
    school "Old Forge Primary"
    body GB1 kind=governing_body of="Ash Lane Primary"
    body GB2 kind=governing_body of="Old Forge Primary"
    post HT1 role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    post HT2 role=headteacher at="Old Forge Primary" held_by="Owen Pryce"
    HT1 leads "Ash Lane Primary" mode=head
    HT2 leads "Old Forge Primary" mode=head
    HT1 accountable_to GB1
    HT2 accountable_to HT1
    HT2 accountable_to GB2 primary=no
    outside QA kind=qa_lead
    "Ash Lane Primary" school_to_school_support "Old Forge Primary" agreement=yes supporting_duties=coach supported_duties=share impact=fluency evidence=tests schedule=weekly interim_report=2027-02-01 final_report=2027-07-01 qa_lead=QA

Right:
    school "Ash Lane Primary"
    school "Old Forge Primary"
    body GB1 kind=governing_body of="Ash Lane Primary"
    body GB2 kind=governing_body of="Old Forge Primary"
    post HT1 role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    post HT2 role=headteacher at="Old Forge Primary" held_by="Owen Pryce"
    HT1 leads "Ash Lane Primary" mode=head
    HT2 leads "Old Forge Primary" mode=head
    HT1 accountable_to GB1
    HT2 accountable_to GB2
    outside QA kind=qa_lead
    "Ash Lane Primary" school_to_school_support "Old Forge Primary" agreement=yes supporting_duties=coach supported_duties=share impact=fluency evidence=tests schedule=weekly interim_report=2027-02-01 final_report=2027-07-01 qa_lead=QA
"""  # noqa: E501

from collections.abc import Iterator

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.bodies import BOARDS

RULE = Rule(
    code="R86",
    slug="supported-head-answers-to-supporter",
    title="Support leaves accountability with the supported school",
    severity=Severity.ERROR,
    source="EXCEED-S2S",
    standing="practice",
    applies=("school_to_school_support",),
)


def find(ask: Questions) -> Findings:
    """Find lines from the head of a supported school up to a leader of the supporting one."""
    for line_id, lower, upper in ask.answers_to_supporter:
        line = ask.model.lines[line_id]
        way = ask.ladder.path(lower, frozenset([upper]).__contains__)
        yield RULE.finding(
            ask,
            f"{wording.subject(ask, lower)} answers to {wording.titled(ask, upper)}, whose school only supports "
            f"{wording.name(ask, line.target)}.",
            "Whoever supports advises; the head answers to the school’s own governing body or trust.",
            subjects=[lower, upper, line.target],
            path=[*way, line_id],
            fixes=_fixes(ask, line.target, way),
        )


def _fixes(ask: Questions, school_id: ThingId, way: tuple[ThingId, ...]) -> Iterator[Fix]:
    """Yield what takes the last step of the way off: another line in its place, or what other line there is."""
    source, _, upper = way[-3:]
    boards = [board for board in ask.boards(school_id, BOARDS) if upper not in ask.ladder.reach(board)]
    trusts = [board for trust_id in ask.places.trusts(school_id) for board in ask.trusts.boards(trust_id)]
    for board in ask.sorted(dict.fromkeys([*boards, *trusts]))[:2]:
        words = f"Make {wording.name(ask, source)} accountable to {wording.name(ask, board)} instead"
        undraw = repairs.undraw("accountable_to", source, upper)
        yield Fix(words, repairs.all_of(undraw, repairs.answer_to(source, board)))
    if len(ask.ladder.above(source)) > 1 or not boards:
        yield Fix(
            f"Remove the line from {wording.name(ask, source)} to {wording.name(ask, upper)}",
            repairs.undraw("accountable_to", source, upper),
        )
