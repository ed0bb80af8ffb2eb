"""A federation is governed by more than one governing body, or by none

When governing bodies federate, one governing body takes the place of them all, with one instrument of
government, and the old bodies dissolve [EA2002 s24][KEY-HARD]. This is law. Where each school keeps its own
governing body the schools collaborate, in what is called a soft federation.

The rule speaks for the federation as a whole, so that R22 is silent on its schools. It cannot see a governing
body that is not joined to the federation or its schools by “governs”.

Wrong:
    group "Pellowby Federation" kind=hard_federation
    "Pellowby Primary" in "Pellowby Federation"
    "Fennimoor Primary" in "Pellowby Federation"
    school "Pellowby Primary" category=maintained
    school "Fennimoor Primary" category=maintained
    body FGB kind=governing_body of="Pellowby Federation"
    body GB kind=governing_body of="Fennimoor Primary"
    post HT role=headteacher at="Pellowby Federation" held_by="Dai Okonedo-Reyes"
    HT accountable_for "Pellowby Primary"
    HT accountable_for "Fennimoor Primary"
    HT accountable_to FGB

Right:
    group "Pellowby Federation" kind=hard_federation
    "Pellowby Primary" in "Pellowby Federation"
    "Fennimoor Primary" in "Pellowby Federation"
    school "Pellowby Primary" category=maintained
    school "Fennimoor Primary" category=maintained
    body FGB kind=governing_body of="Pellowby Federation"
    post HT role=headteacher at="Pellowby Federation" held_by="Dai Okonedo-Reyes"
    HT accountable_for "Pellowby Primary"
    HT accountable_for "Fennimoor Primary"
    HT accountable_to FGB
"""

from collections.abc import Iterator, Sequence

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.bodies import GOVERNING_BODIES

RULE = Rule(
    code="R23",
    slug="federation-boards",
    title="A federation has exactly one governing body for all its schools",
    severity=Severity.ERROR,
    source="EA2002 s24, KEY-HARD",
    standing="law",
    applies=("hard_federation",),
)


def find(ask: Questions) -> Findings:
    """Find hard federations whose governing bodies are not one."""
    for group_id, group in ask.each(ask.model.groups):
        if group.kind != "hard_federation" or not ask.places.members(group_id):
            continue
        bodies = ask.sorted(ask.boards_of_group(group_id, GOVERNING_BODIES))
        if len(bodies) == 1:
            continue
        if bodies:
            count = wording.upper_first(wording.number(len(bodies)))
            message = f"{count} governing bodies govern the schools of {group.name}: {wording.names(ask, bodies)}."
        else:
            message = f"No governing body governs {group.name}."
        yield RULE.finding(
            ask,
            message,
            "When schools federate, one governing body takes the place of all; otherwise they collaborate.",
            subjects=[group_id, *bodies],
            path=[drawn.id for body_id in bodies for drawn in ask.lines.out("governs", body_id)],
            fixes=_fixes(ask, group_id, bodies),
        )


def _fixes(ask: Questions, group_id: ThingId, bodies: Sequence[ThingId]) -> Iterator[Fix]:
    named, members = wording.name(ask, group_id), set(ask.places.members(group_id))
    names = wording.distinct(ask, bodies)
    for kept in bodies[:4]:
        steps = [repairs.draw("governs", kept, group_id)]
        for other in bodies:
            if other != kept and members.issuperset(ask.governed_by(other)):
                steps.append(repairs.merge_body(other, kept))
            elif other != kept:
                steps += [repairs.unsay("governs", other, s, ask.places.membership(s)) for s in ask.sorted(members)]
        yield Fix(f"Let only {names[kept]} govern {named}", repairs.all_of(*steps))
    if not bodies:
        below = [p for p in ask.sorted(ask.model.posts) if ask.model.posts[p].at == group_id and ask.stranded(p)]
        yield Fix(f"Add a governing body for {named}", repairs.add_board("governing_body", group_id, below))
    if all(ask.lines.into("governs", member) for member in members):
        yield Fix(f"Call {named} a soft federation", repairs.alter(group_id, kind="soft_federation"))
