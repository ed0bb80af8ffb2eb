"""A post has more than one primary line

Whoever answers to two boards, or to a board and a chief executive, can be pulled two ways. The governors'
association reports executive heads with two contracts and two lines of report [NGA16a]. It is poor practice,
not against the law: in a partnership without a federation it can be what was agreed. Mark one line as primary
and the others as secondary, or bring the boards together.

The rule leaves out lines to inspectors, advisers and the local authority, which have rules of their own (R17,
R18), and lines of bodies: a joint committee answers to several. It cannot see which line an agreement or
contract puts first.

Wrong:
    group "Pellowby Partnership" kind=executive_partnership
    "Pellowby Primary" in "Pellowby Partnership"
    "Fennimoor Primary" in "Pellowby Partnership"
    school "Pellowby Primary"
    school "Fennimoor Primary"
    body GB1 kind=governing_body of="Pellowby Primary"
    body GB2 kind=governing_body of="Fennimoor Primary"
    post EHT role=executive_headteacher at="Pellowby Partnership"
    post HoS1 role=head_of_school at="Pellowby Primary"
    post HoS2 role=head_of_school at="Fennimoor Primary"
    HoS1 leads "Pellowby Primary" mode=head
    HoS2 leads "Fennimoor Primary" mode=head
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    EHT accountable_to GB1
    EHT accountable_to GB2

Right:
    group "Pellowby Partnership" kind=executive_partnership
    "Pellowby Primary" in "Pellowby Partnership"
    "Fennimoor Primary" in "Pellowby Partnership"
    school "Pellowby Primary"
    school "Fennimoor Primary"
    body GB1 kind=governing_body of="Pellowby Primary"
    body GB2 kind=governing_body of="Fennimoor Primary"
    post EHT role=executive_headteacher at="Pellowby Partnership"
    post HoS1 role=head_of_school at="Pellowby Primary"
    post HoS2 role=head_of_school at="Fennimoor Primary"
    HoS1 leads "Pellowby Primary" mode=head
    HoS2 leads "Fennimoor Primary" mode=head
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    EHT accountable_to GB1
    EHT accountable_to GB2 primary=no
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.vocabulary.bodies import ADVISERS, BOARDS

RULE = Rule(
    code="R07",
    slug="several-primary-lines",
    title="Each post has one primary line",
    severity=Severity.WARNING,
    source="NGA16a",
    standing="practice",
)


def find(ask: Questions) -> Findings:
    """Find posts with primary lines to more than one post or body."""
    bodies = ask.model.bodies
    for post_id, _ in ask.each(ask.model.posts):
        above = ask.ladder.above(post_id)
        if len(above) < 2:
            continue
        rungs = {rung.target: rung for rung in above}
        counted = [t for t in rungs if t not in bodies or bodies[t].kind not in ADVISERS | {"local_authority"}]
        if len(counted) < 2:
            continue
        boards = all(target in bodies and bodies[target].kind in BOARDS for target in counted)
        what = f"{wording.number(len(counted))} {'boards' if boards else 'places'} at once"
        yield RULE.finding(
            ask,
            f"{wording.subject(ask, post_id)} answers to {what}: {wording.names(ask, counted)}.",
            "With one primary line it is clear who appraises and who decides; other lines can be secondary.",
            subjects=[post_id, *counted],
            path=[rungs[target].line_id for target in counted],
            fixes=[
                Fix(
                    f"Make the line to {wording.name(ask, kept)} the primary line",
                    repairs.all_of(
                        *(repairs.draw("accountable_to", post_id, t, primary=False) for t in counted if t != kept)
                    ),
                )
                for kept in counted
            ],
        )
