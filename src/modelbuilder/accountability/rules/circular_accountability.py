"""A line of accountability goes round in a circle

If one answers to a second, who answers to a third, who answers to the first, then nobody answers to anybody
in the end. This is a matter of logic and our proposal [INF]. Of things that are knotted together in several
circles one shortest circle is shown; when it is opened, the next one shows.

The rule follows secondary lines too. It cannot tell which line of the circle was meant.

Wrong:
    post EHT role=executive_headteacher held_by="Dai Okonedo-Reyes"
    body FGB kind=governing_body
    post Chair role=chair_of_governors held_by="Una Bright"
    EHT accountable_to FGB
    FGB accountable_to Chair
    Chair accountable_to EHT

Right:
    post EHT role=executive_headteacher held_by="Dai Okonedo-Reyes"
    body FGB kind=governing_body
    post Chair role=chair_of_governors held_by="Una Bright"
    EHT accountable_to FGB
    Chair sits_on FGB capacity=chair
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Line

RULE = Rule(
    code="R04",
    slug="circular-accountability",
    title="No line of accountability goes round in a circle",
    severity=Severity.ERROR,
    source="INF",
    standing="proposal",
)


def find(ask: Questions) -> Findings:
    """Find one shortest circle in each knot of things that answer to one another."""
    for knot in ask.ladder.knots:
        circle = ask.ladder.circle(knot, ask.sorted(knot))
        things, line_ids = circle[::2], circle[1::2]
        rows = [ask.model.lines[line_id] for line_id in line_ids]
        rows.sort(key=lambda line: _strength(ask, line))
        yield RULE.finding(
            ask,
            f"The line of accountability goes round in a circle: {_round(ask, things)}.",
            "Where a circle closes, nobody at the top answers to a board.",
            subjects=things,
            path=circle,
            fixes=[
                Fix(
                    f"Remove the line from {wording.name(ask, line.source)} to {wording.name(ask, line.target)}",
                    repairs.undraw("accountable_to", line.source, line.target),
                )
                for line in rows
            ],
        )


def _strength(ask: Questions, line: Line) -> int:
    """Rank a line by how likely it is meant: a secondary one least, then one that runs down from a board."""
    if not line.primary:
        return 0
    if line.source in ask.model.bodies and line.target in ask.model.posts:
        return 1
    return 3 if (ask.rank(line.source) or 9) > (ask.rank(line.target) or 0) else 2


def _round(ask: Questions, things: tuple[ThingId, ...]) -> str:
    names = [wording.name(ask, thing_id) for thing_id in things]
    if len(names) > 6:
        names = [*names[:5], f"{wording.number(len(names) - 5)} more"]
    return f"{names[0]} answers to {', who answers to '.join([*names[1:], f'{names[0]} again'])}"
