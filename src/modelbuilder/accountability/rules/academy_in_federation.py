"""An academy stands in a federation

Only maintained schools federate under one governing body [FED2003][DFE-COLLAB]; an academy is governed by its
trust. Schools of both kinds can work in partnership. This is guidance on the law.

The rule looks at schools that are recorded as academies. It cannot see a conversion that is planned. It
speaks in place of R51 for an academy that stands in a federation instead of a trust.
An academy that is taken out still needs a trust (R51) and its board (R20), and the federation two schools (R26).

Wrong:
    group "Larkfold Federation" kind=hard_federation
    "Larkfold Primary" in "Larkfold Federation"
    "Quillstead Academy" in "Larkfold Federation"
    school "Larkfold Primary" category=maintained
    school "Quillstead Academy" category=academy
    body FGB kind=governing_body of="Larkfold Federation"
    post EHT role=executive_headteacher at="Larkfold Federation"
    post HoS1 role=head_of_school at="Larkfold Primary"
    post HoS2 role=head_of_school at="Quillstead Academy"
    HoS1 leads "Larkfold Primary" mode=head
    HoS2 leads "Quillstead Academy" mode=head
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    EHT accountable_to FGB

Right:
    group "Larkfold Federation" kind=hard_federation
    "Larkfold Primary" in "Larkfold Federation"
    "Larkfold Nursery" in "Larkfold Federation"
    school "Larkfold Primary" category=maintained
    school "Larkfold Nursery" category=maintained
    body FGB kind=governing_body of="Larkfold Federation"
    post EHT role=executive_headteacher at="Larkfold Federation"
    post HoS1 role=head_of_school at="Larkfold Primary"
    post HoS2 role=head_of_school at="Larkfold Nursery"
    HoS1 leads "Larkfold Primary" mode=head
    HoS2 leads "Larkfold Nursery" mode=head
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    EHT accountable_to FGB
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.roles import HEADS

RULE = Rule(
    code="R27",
    slug="academy-in-federation",
    title="Only maintained schools federate",
    severity=Severity.ERROR,
    source="FED2003, DFE-COLLAB",
    standing="guidance",
    applies=("hard_federation",),
)


def find(ask: Questions) -> Findings:
    """Find academies in hard federations."""
    for school_id, _ in ask.each(ask.model.placements):
        if ask.places.category(school_id) != "academy":
            continue
        school = wording.name(ask, school_id)
        for group_id in ask.places.federations(school_id):
            named = wording.name(ask, group_id)
            yield RULE.finding(
                ask,
                f"{school} is an academy, but stands in {named}, a hard federation.",
                "Academies are governed by their trusts; only maintained schools share one governing body.",
                subjects=[school_id, group_id],
                fixes=_fixes(ask, school_id, group_id),
            )


def _fixes(ask: Questions, school_id: ThingId, group_id: ThingId) -> Iterator[Fix]:
    """Yield a way out for the academy, into a trust of its own where it has a head, or a name for a looser group."""
    school, named, members = wording.name(ask, school_id), wording.name(ask, group_id), ask.places.members(group_id)
    heads = [lead.post for lead in ask.on_site(school_id) if ask.model.posts[lead.post].role in HEADS]
    own = [post_id for post_id in heads if ask.answers_for(post_id) == [school_id]]
    out = repairs.leave(school_id, ask.places.doors(school_id, group_id))
    if own:
        trust = repairs.add_trust(f"{school} Trust", school_id, own)
        yield Fix(f"Take {school} out of {named}, into a trust of its own", repairs.all_of(out, trust))
    else:
        yield Fix(f"Take {school} out of {named}", out)
    if all(ask.lines.into("governs", member) for member in members):
        yield Fix(f"Call {named} an executive partnership", repairs.alter(group_id, kind="executive_partnership"))
