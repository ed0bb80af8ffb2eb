"""A school stands in two groups that would both govern it

A school is governed once: by its federation's governing body [EA2002 s24] or by its trust's board [ATH1], not
by both and not by two. It can work in any number of clusters and partnerships beside that. This is law.

The rule counts hard federations and academy trusts. It cannot see which membership came first.

Wrong:
    group "Dunnockley Federation" kind=hard_federation
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Dunnockley Infant" in "Dunnockley Federation"
    "Larkfold Primary" in "Dunnockley Federation"
    "Merrivane High" in "Merrivane Learning Trust"
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    "Larkfold Primary" part_of "Merrivane Learning Trust"
    school "Dunnockley Infant"
    school "Larkfold Primary"
    school "Merrivane High"
    school "Hexley Vale Primary"
    body FGB kind=governing_body of="Dunnockley Federation"
    body TB kind=trust_board of="Merrivane Learning Trust"
    post CEO role=ceo at="Merrivane Learning Trust" accounting_officer=yes
    post HT1 role=headteacher at="Dunnockley Infant"
    post HT2 role=headteacher at="Larkfold Primary"
    post HT3 role=headteacher at="Merrivane High"
    post HT4 role=headteacher at="Hexley Vale Primary"
    HT1 leads "Dunnockley Infant" mode=head
    HT2 leads "Larkfold Primary" mode=head
    HT3 leads "Merrivane High" mode=head
    HT4 leads "Hexley Vale Primary" mode=head
    HT1 accountable_to FGB
    HT2 accountable_to FGB
    HT3 accountable_to CEO
    HT4 accountable_to CEO
    CEO accountable_to TB

Right:
    group "Dunnockley Federation" kind=hard_federation
    group "Rural Schools" kind=cluster
    "Dunnockley Infant" in "Dunnockley Federation"
    "Larkfold Primary" in "Dunnockley Federation"
    "Larkfold Primary" part_of "Rural Schools"
    school "Dunnockley Infant"
    school "Larkfold Primary"
    body FGB kind=governing_body of="Dunnockley Federation"
    post HT1 role=headteacher at="Dunnockley Infant"
    post HT2 role=headteacher at="Larkfold Primary"
    HT1 leads "Dunnockley Infant" mode=head
    HT2 leads "Larkfold Primary" mode=head
    HT1 accountable_to FGB
    HT2 accountable_to FGB
"""

from collections.abc import Iterator, Sequence

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R29",
    slug="school-in-two-containers",
    title="A school is in one governing group only",
    severity=Severity.ERROR,
    source="EA2002 s24, ATH1",
    standing="law",
)


def find(ask: Questions) -> Findings:
    """Find schools in more than one federation or trust."""
    for school_id, _ in ask.each(ask.model.placements):
        groups = ask.sorted(ask.places.binding(school_id))
        if len(groups) > 1:
            yield RULE.finding(
                ask,
                f"{wording.name(ask, school_id)} stands in {wording.labels(ask, groups)} at once.",
                "Each of them would govern the school; it can belong to one, and work with others.",
                subjects=[school_id, *groups],
                path=[drawn.id for drawn in ask.lines.out("part_of", school_id)],
                fixes=_fixes(ask, school_id, groups),
            )


def _fixes(ask: Questions, school_id: ThingId, groups: Sequence[ThingId]) -> Iterator[Fix]:
    for kept in groups:
        doors: dict[ThingId, None] = {}
        steps = []
        for other in groups:
            if other != kept:
                doors |= dict.fromkeys(door for door in ask.places.doors(school_id, other) if door != kept)
                steps.append(repairs.leave(kept, ask.places.doors(kept, other)))
        remains = any(door not in doors for door in ask.places.doors(school_id, kept))
        steps.append(repairs.leave(school_id, tuple(doors), None if remains else kept))
        yield Fix(f"Keep it in {wording.name(ask, kept)} only", repairs.all_of(*steps))
