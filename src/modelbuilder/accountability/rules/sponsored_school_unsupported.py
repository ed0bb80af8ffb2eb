"""A sponsored academy has nobody but the chief executive above its head

In the seed model of a trust a sponsored academy gets executive oversight that a strong school does not need: an
executive headteacher, or support from another school [S3]. This is practice, and no more than advice.

The rule looks at schools that are marked as sponsored, for an executive between the head and the chief executive
and for school-to-school support. It cannot see how well a school does, nor help that is not drawn.

Wrong:
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Learning Trust"
    "Tarrowfield Primary" in "Merrivane Learning Trust"
    school "Merrivane High" category=academy
    school "Tarrowfield Primary" category=academy sponsored=yes
    body TB kind=trust_board of="Merrivane Learning Trust"
    post CEO role=ceo at="Merrivane Learning Trust" accounting_officer=yes
    post HT1 role=headteacher at="Merrivane High"
    post HT2 role=headteacher at="Tarrowfield Primary"
    HT1 leads "Merrivane High" mode=head
    HT2 leads "Tarrowfield Primary" mode=head
    HT1 accountable_to CEO
    HT2 accountable_to CEO
    CEO accountable_to TB

Right:
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Learning Trust"
    "Tarrowfield Primary" in "Merrivane Learning Trust"
    school "Merrivane High" category=academy
    school "Tarrowfield Primary" category=academy sponsored=yes
    body TB kind=trust_board of="Merrivane Learning Trust"
    post CEO role=ceo at="Merrivane Learning Trust" accounting_officer=yes
    post HT1 role=headteacher at="Merrivane High"
    post HT2 role=headteacher at="Tarrowfield Primary"
    HT1 leads "Merrivane High" mode=head
    HT2 leads "Tarrowfield Primary" mode=head
    HT1 accountable_to CEO
    HT2 accountable_to CEO
    CEO accountable_to TB
    outside QA kind=qa_lead
    "Merrivane High" school_to_school_support "Tarrowfield Primary" agreement=yes supporting_duties=coach supported_duties=share impact=fluency evidence=tests schedule=weekly interim_report=2027-02-01 final_report=2027-07-01 qa_lead=QA
"""  # noqa: E501

from collections.abc import Iterator

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import fact
from modelbuilder.vocabulary.roles import EXECUTIVES

RULE = Rule(
    code="R77",
    slug="sponsored-school-unsupported",
    title="A sponsored academy has an executive or another school beside it",
    severity=Severity.ADVICE,
    source="S3",
    standing="practice",
    applies=("multi_academy_trust",),
)


def find(ask: Questions) -> Findings:
    """Find sponsored schools of a trust without executive support."""
    for school_id, _ in ask.each(ask.model.placements):
        leads = [lead.post for lead in ask.leads(school_id)]
        if not leads or not ask.places.trusts(school_id) or not fact(ask.document, ask.model, school_id, "sponsored"):
            continue
        above = {thing_id for post_id in leads for thing_id in ask.ladder.reach(post_id)}
        if any(_executive(ask, post_id) for post_id in above) or ask.lines.into("school_to_school_support", school_id):
            continue
        yield RULE.finding(
            ask,
            f"{wording.name(ask, school_id)} is a sponsored academy, and no executive headteacher or other school "
            "supports it.",
            "A school that joined for the sake of its improvement needs more than a line to the chief executive.",
            subjects=[school_id, *dict.fromkeys(leads)],
            fixes=_fixes(ask, school_id),
        )


def _executive(ask: Questions, thing_id: ThingId) -> bool:
    post = ask.model.posts.get(thing_id)
    return post is not None and post.role in EXECUTIVES - {"ceo"}


def _fixes(ask: Questions, school_id: ThingId) -> Iterator[Fix]:
    school, trust_id = wording.name(ask, school_id), ask.places.trusts(school_id)[0]
    heads = [lead.post for lead in ask.on_site(school_id)][:1]
    for head in heads:
        near = [p for p in ask.executives_at(trust_id) if _executive(ask, p) and p in ask.ladder.answered]
        for executive in [p for p in ask.sorted(near) if head not in ask.ladder.reach(p, secondary=True)][:1]:
            lead = repairs.draw("leads", executive, school_id, mode="executive")
            words = f"Put {school} under {wording.titled(ask, executive)}"
            yield Fix(words, repairs.all_of(repairs.answer_to(head, executive), lead))
        above = next((rung.target for rung in ask.ladder.above(head)), None)
        if above is not None:
            add = repairs.add_executive(trust_id, head, [school_id], above)
            yield Fix(f"Add an executive headteacher over {school}", add)
    others = [other for other in ask.places.members(trust_id) if other != school_id]
    strong = [other for other in others if not fact(ask.document, ask.model, other, "sponsored")]
    for other in strong[:1]:
        words = f"Let {wording.name(ask, other)} support {school}"
        yield Fix(words, repairs.draw("school_to_school_support", other, school_id))
