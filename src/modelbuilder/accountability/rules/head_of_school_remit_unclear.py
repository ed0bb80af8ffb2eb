"""Head of school and executive have not settled who does what

Where a head of school works under an executive headteacher, both do what one headteacher did before. Unless
every function of headship is given to one of them, or to somebody else, lines blur between the two [S3][NGA16b].
This is practice.

The rule runs once any function has been allocated in the model, and looks at schools with a head of school on
site and an executive above. It cannot tell which functions a school does not have, such as a sixth form.

Wrong:
    school "Fennimoor Primary"
    body GB kind=governing_body of="Fennimoor Primary"
    post EHT role=executive_headteacher held_by="Dai Okonedo-Reyes"
    post HoS role=head_of_school at="Fennimoor Primary" held_by="Joss Ferrant"
    HoS leads "Fennimoor Primary" mode=head
    EHT leads "Fennimoor Primary" mode=executive
    EHT accountable_to GB
    HoS accountable_to EHT
    duty f01-f16 of "Fennimoor Primary" accountable=HoS

Right:
    school "Fennimoor Primary"
    body GB kind=governing_body of="Fennimoor Primary"
    post EHT role=executive_headteacher held_by="Dai Okonedo-Reyes"
    post HoS role=head_of_school at="Fennimoor Primary" held_by="Joss Ferrant"
    HoS leads "Fennimoor Primary" mode=head
    EHT leads "Fennimoor Primary" mode=executive
    EHT accountable_to GB
    HoS accountable_to EHT
    duty f01-f16 of "Fennimoor Primary" accountable=HoS
    duty f17-f23,f25-f36 of "Fennimoor Primary" accountable=EHT
    duty f24 of "Fennimoor Primary" accountable=GB
"""

from modelbuilder.accountability import wording
from modelbuilder.accountability.allocation import Allocation, named, shared_headship
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity

RULE = Rule(
    code="R79",
    slug="head-of-school-remit-unclear",
    title="Functions are allocated between head of school and executive",
    severity=Severity.WARNING,
    source="S3, NGA16b",
    standing="practice",
    applies=("executive_headship",),
)


def find(ask: Questions) -> Findings:
    """Find schools of a head of school and an executive with functions that nobody owns."""
    allocation = Allocation(ask)
    if not allocation.begun:
        return
    for school_id, _ in ask.each(ask.model.placements):
        pair, missing = shared_headship(ask, school_id), allocation.open(school_id)
        if not pair or not missing:
            continue
        school, (head, executive) = wording.name(ask, school_id), pair
        yield RULE.finding(
            ask,
            f"At {school}, which {wording.name(ask, head)} and {wording.name(ask, executive)} lead together, nobody "
            f"owns {named(missing)}.",
            "Where two share what one headteacher did, each function needs one of them, or another, to own it.",
            subjects=[school_id, head, executive],
            path=[lead.line_id for lead in ask.leads(school_id)],
            fixes=[
                Fix(f"Give what is open to {wording.name(ask, holder)}", edit)
                for holder in pair
                if (edit := allocation.give(school_id, missing, holder))
            ],
        )
