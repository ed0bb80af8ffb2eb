"""Somebody who is to step in could not really do so

Nobody covers for themselves, or for two heads who are both away; and only a deputy can be required to stand in
for a head, or somebody above one [TES08][S3]. This is practice.

The rule looks at who is the first to step in for leaders of schools and those above them, comparing people where
they are named. A line without an order counts as the first when it is the only one. It cannot see who would have
the time, and leaves out people without a post here.

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
    EHT covers HoS1 order=1
    EHT covers HoS2 order=1

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
    post DHT1 role=deputy_headteacher at="Pellowby Primary"
    post DHT2 role=deputy_headteacher at="Fennimoor Primary"
    DHT1 accountable_to HoS1
    DHT2 accountable_to HoS2
    DHT1 covers HoS1 order=1
    DHT2 covers HoS2 order=1
    EHT covers HoS1 order=2
    EHT covers HoS2 order=2
"""

from collections.abc import Iterator

from modelbuilder.accountability import appointments, cover, repairs, wording
from modelbuilder.accountability.lines import Drawn
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Edit, Finding, Findings, Fix, Option, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R71",
    slug="unreal-cover",
    title="Whoever steps in is somebody else, a deputy or above, and for one leader at a time",
    severity=Severity.WARNING,
    source="TES08, S3",
    standing="practice",
    options=(Option("most", 1, "leaders for whom one person is the first to step in"),),
)


def find(ask: Questions) -> Findings:
    """Find people who cover for themselves, from too far below, or for several leaders at once."""
    posts = ask.model.posts
    most = RULE.count(ask, "most")
    for (_, fault), rows in ask.each(ask.gather(_promises)):
        if fault:
            drawn = rows[0]
            source, away = drawn.line.source, drawn.line.target
            if fault == "own":
                message = f"{wording.name(ask, away)} is to step in for themselves, as {wording.title(ask, source)}."
                yield _finding(ask, message, [drawn], [_take_away(ask, drawn)])
            else:
                named = wording.subject(ask, source)
                message = f"{named} is to step in for {wording.titled(ask, away)}, but is no deputy."
                yield _finding(ask, message, [drawn], [*_deputies(ask, drawn), _take_away(ask, drawn)])
            continue
        lines = sorted(rows, key=lambda drawn: (ask.key(drawn.line.target), ask.key(drawn.line.source)))
        leaders = [drawn.line.target for drawn in lines]
        if len({posts[post_id].person or post_id for post_id in leaders}) > most:
            source = lines[0].line.source
            message = (
                f"{wording.subject(ask, source)} is the first to step in for {wording.names(ask, leaders)} at once."
            )
            yield _finding(ask, message, lines, [_second(ask, lines, most)])


def _promises(ask: Questions) -> Iterator[tuple[tuple[ThingId, str], Drawn]]:
    """Yield the lines of those who are the first to step in for leaders, by person, and each line that is at fault."""
    posts = ask.model.posts
    for line_id, line in ask.each(ask.model.lines):
        if line.kind == "covers" and line.source in posts and line.target in posts and cover.leader(ask, line.target):
            drawn, person = Drawn(line_id, line), posts[line.source].person
            if line.source == line.target or (person and person == posts[line.target].person):
                yield (line_id, "own"), drawn
            elif (ask.rank(line.source) or 0) > cover.LOWEST:
                yield (line_id, "low"), drawn
            elif cover.first_in_line(ask, drawn):
                yield (person or line.source, ""), drawn


def _finding(ask: Questions, message: str, lines: list[Drawn], fixes: list[Fix]) -> Finding:
    ends = [line.source for _, line in lines] + [line.target for _, line in lines]
    detail = "Cover that cannot be given is found out on the first day that it is needed."
    return RULE.finding(ask, message, detail, subjects=ends, path=[drawn.id for drawn in lines], fixes=fixes)


def _take_away(ask: Questions, drawn: Drawn) -> Fix:
    words = f"Take the line from {wording.name(ask, drawn.line.source)} away"
    return Fix(words, repairs.undraw("covers", drawn.line.source, drawn.line.target))


def _deputies(ask: Questions, drawn: Drawn) -> Iterator[Fix]:
    away, named = drawn.line.target, wording.name(ask, drawn.line.target)
    for other in [p for p in cover.could_cover(ask, away) if p != drawn.line.source][:1]:
        swap = [
            repairs.undraw("covers", drawn.line.source, away),
            repairs.draw("covers", other, away, order=drawn.line.order),
        ]
        yield Fix(f"Let {wording.name(ask, other)} step in for {named} instead", repairs.all_of(*swap))


def _second(ask: Questions, lines: list[Drawn], most: int) -> Fix:
    """Put a deputy before the one who covers too many, for all leaders but as many as there may be."""
    steps: list[Edit] = []
    taken: set[ThingId] = set()
    for drawn in lines[most:]:
        away, schools = drawn.line.target, ask.schools_of(drawn.line.target)
        steps.append(repairs.alter(drawn.id, order=2))
        free = [p for p in cover.could_cover(ask, away) if p not in taken and p != drawn.line.source]
        if free:
            taken.add(free[0])
            steps.append(repairs.draw("covers", free[0], away, order=1))
        elif schools:
            steps.append(appointments.add_deputy(schools[0], away, covers=True))
    names = wording.names(ask, [drawn.line.target for drawn in lines[most:]])
    return Fix(f"Let a deputy be the first to step in for {names}", repairs.all_of(*steps))
