"""Several schools hang on one person whom nobody covers

When somebody is away through whom the only line from two or more schools to a board runs, and nobody is named to
step in, those schools answer to nobody for as long as it lasts. To look for such posts is our proposal [INF],
after the seed models' care for succession [S3].

The rule follows primary lines. It looks at whoever leads or answers for a school, or answers straight to a board:
for a post in the middle there is somebody above to step in. Vacant posts are left out. It cannot see arrangements
that are not drawn.

Wrong:
    group "Pellowby Federation" kind=hard_federation
    "Pellowby Primary" in "Pellowby Federation"
    "Fennimoor Primary" in "Pellowby Federation"
    school "Pellowby Primary"
    school "Fennimoor Primary"
    body FGB kind=governing_body of="Pellowby Federation"
    post EHT role=executive_headteacher at="Pellowby Federation" held_by="Dai Okonedo-Reyes"
    post HoS1 role=head_of_school at="Pellowby Primary" held_by="Marta Quill"
    post HoS2 role=head_of_school at="Fennimoor Primary" held_by="Joss Ferrant"
    HoS1 leads "Pellowby Primary" mode=head
    HoS2 leads "Fennimoor Primary" mode=head
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    EHT accountable_to FGB

Right:
    group "Pellowby Federation" kind=hard_federation
    "Pellowby Primary" in "Pellowby Federation"
    "Fennimoor Primary" in "Pellowby Federation"
    school "Pellowby Primary"
    school "Fennimoor Primary"
    body FGB kind=governing_body of="Pellowby Federation"
    post EHT role=executive_headteacher at="Pellowby Federation" held_by="Dai Okonedo-Reyes"
    post HoS1 role=head_of_school at="Pellowby Primary" held_by="Marta Quill"
    post HoS2 role=head_of_school at="Fennimoor Primary" held_by="Joss Ferrant"
    HoS1 leads "Pellowby Primary" mode=head
    HoS2 leads "Fennimoor Primary" mode=head
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    EHT accountable_to FGB
    HoS1 covers EHT order=1
"""

from collections.abc import Iterator

from modelbuilder.accountability import cover, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Option, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.bodies import BOARDS

RULE = Rule(
    code="R72",
    slug="single-point-of-failure",
    title="No two schools hang on one person whom nobody covers",
    severity=Severity.ADVICE,
    source="INF, S3",
    standing="proposal",
    options=(Option("fewest", 2, "schools without a line to a board while one person is away"),),
)


def find(ask: Questions) -> Findings:
    """Find posts whose absence leaves several schools without a line to a board."""
    fewest = RULE.count(ask, "fewest")
    for post_id, rows in ask.each(ask.gather(_hanging)):
        vacant = ask.model.posts[post_id].status == "vacant"
        if len(rows) < fewest or vacant or ask.lines.into("covers", post_id) or _between(ask, post_id):
            continue
        schools = ask.sorted(rows)
        on_site = [s for s in schools if post_id in [lead.post for lead in ask.on_site(s)]]
        yield RULE.finding(
            ask,
            f"If {wording.subject(ask, post_id)} is away, {wording.labels(ask, schools)} have no line to a board.",
            "Nobody is named to step in, and there is no other way up.",
            subjects=[post_id, *schools],
            path=[rung.line_id for rung in ask.ladder.above(post_id)],
            fixes=cover.fixes(ask, post_id, next(iter(on_site), None)),
        )


def _hanging(ask: Questions) -> Iterator[tuple[ThingId, ThingId]]:
    """Yield the schools by the posts through which every line from them to a board runs."""
    for school_id, _ in ask.each(ask.model.placements):
        leads = {lead.post for lead in ask.leads(school_id) if lead.post in ask.ladder.answered}
        if leads and not any(lead in ask.ladder.knotted for lead in leads):
            through = frozenset.intersection(*(_gates(ask, lead) for lead in leads))
            yield from ((post_id, school_id) for post_id in through)


def _between(ask: Questions, post_id: ThingId) -> bool:
    """Tell whether a post neither leads nor answers for schools, and has another post above it."""
    above = any(rung.target in ask.model.posts for rung in ask.ladder.above(post_id))
    return above and not ask.lines.out("leads", post_id) and not ask.answers_for(post_id)


def _gates(ask: Questions, start: ThingId) -> frozenset[ThingId]:
    """Collect the posts that every line from one post to a board runs through, that post included."""
    alone = [start]
    while len(steps := _upward(ask, alone[-1])) == 1:
        alone += steps
    known: dict[ThingId, frozenset[ThingId]] = {}
    pending = [start] if steps else []
    while pending:
        thing_id = pending[-1]
        steps = _upward(ask, thing_id)
        missing = [target for target in steps if target not in known]
        if missing:
            pending += missing
            continue
        above = [known[target] for target in steps]
        through = frozenset.intersection(*above) if above else frozenset()
        known[thing_id] = through | {thing_id} if thing_id in ask.model.posts else through
        pending.pop()
    return known[start] if known else frozenset(one for one in alone if one in ask.model.posts)


def _upward(ask: Questions, thing_id: ThingId) -> list[ThingId]:
    """List the next steps that come to a board; at a board there is none."""
    body = ask.model.bodies.get(thing_id)
    if body is not None and body.kind in BOARDS:
        return []
    targets, answered, knotted = ask.ladder.above(thing_id), ask.ladder.answered, ask.ladder.knotted
    return [rung.target for rung in targets if rung.target in answered and rung.target not in knotted]
