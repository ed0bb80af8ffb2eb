"""A line of accountability begins or ends at a school or group

People and boards answer to people and boards. A school is led, governed and answered for, but nobody answers
to it. This is a matter of logic and our proposal [INF].

The rule cannot know which line was meant; it offers those that fit.

Wrong:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    HT accountable_to "Ash Lane Primary"

Right:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    HT accountable_for "Ash Lane Primary"
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.lines import LINES

RULE = Rule(
    code="R15",
    slug="accountable-to-a-place",
    title="A line of accountability joins posts and bodies only",
    severity=Severity.ERROR,
    source="INF",
    standing="proposal",
)


def find(ask: Questions) -> Findings:
    """Find lines of accountability with a school or group at one end."""
    for line_id, line in ask.each(ask.model.lines):
        ends = (line.source, line.target)
        if line.kind != "accountable_to" or ask.ladder.joins(*ends) or line.source == line.target:
            continue
        if not ask.lines.first(line_id):
            continue
        yield RULE.finding(
            ask,
            f"{wording.subject(ask, line.source)} is drawn as accountable to {wording.titled(ask, line.target)}.",
            "A school or group holds nobody to account; the board that governs it does.",
            subjects=ends,
            path=[line_id],
            fixes=_fixes(ask, *ends),
        )


def _fixes(ask: Questions, source: ThingId, target: ThingId) -> Iterator[Fix]:
    remove = repairs.undraw("accountable_to", source, target)
    actor, place = (source, target) if target not in ask.model.posts.keys() | ask.model.bodies else (target, source)
    places = ask.model.placements.keys() | ask.model.groups
    kinds = ("leads", "accountable_for") if actor in ask.model.posts else ("governs",)
    if place in places and actor not in places:
        for kind in kinds:
            turned = repairs.all_of(remove, repairs.draw(kind, actor, place))
            yield Fix(f"Draw the line as “{LINES[kind].label}” instead", turned)
    yield Fix("Remove the line", remove)
