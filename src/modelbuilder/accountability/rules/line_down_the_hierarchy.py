"""A line of accountability runs down the hierarchy

The one who answers stands below the one they answer to: an assistant head answers to a head, and not the
other way round. This is a matter of logic and our proposal [INF]; the ranks are ours too. A line to the
accounting officer is left out, since a finance officer may answer to the principal of a single-academy trust.

The rule compares posts with a rank; governors, clerks and advisers have none. It cannot see grades or pay.

Wrong:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    post DHT role=deputy_headteacher at="Ash Lane Primary" held_by="Owen Pryce"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to DHT
    DHT accountable_to GB

Right:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    post DHT role=deputy_headteacher at="Ash Lane Primary" held_by="Owen Pryce"
    HT leads "Ash Lane Primary" mode=head
    DHT accountable_to HT
    HT accountable_to GB
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Edit, Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R12",
    slug="line-down-the-hierarchy",
    title="Lines of accountability do not run down the hierarchy",
    severity=Severity.ERROR,
    source="INF",
    standing="proposal",
)


def find(ask: Questions) -> Findings:
    """Find lines from a post to one of lower standing."""
    for line_id, line in ask.each(ask.model.lines):
        if line.kind != "accountable_to":
            continue
        rank, rank_above = ask.rank(line.source), ask.rank(line.target)
        if rank is None or rank_above is None or rank_above <= rank or not ask.lines.first(line_id):
            continue
        if ask.model.posts[line.target].accounting_officer:
            continue
        yield RULE.finding(
            ask,
            f"{wording.subject(ask, line.source)} is drawn as accountable to {wording.titled(ask, line.target)}.",
            "The line runs down the hierarchy: it may have been drawn the wrong way round.",
            subjects=[line.source, line.target],
            path=[line_id],
            fixes=[
                Fix("Turn the line round", _turn(ask, line.source, line.target)),
                Fix("Remove the line", repairs.undraw("accountable_to", line.source, line.target)),
            ],
        )


def _turn(ask: Questions, upper: ThingId, lower: ThingId) -> Edit:
    """Turn the line; where the upper post has no other, it takes over whom the lower one answered to."""
    steps = [repairs.undraw("accountable_to", upper, lower)]
    others = [rung.target for rung in ask.ladder.above(upper) if rung.target != lower]
    above = [rung.target for rung in ask.ladder.above(lower) if rung.target != upper]
    if not others:
        steps += [repairs.draw("accountable_to", upper, target, primary=True) for target in above]
    return repairs.all_of(*steps, repairs.answer_to(lower, upper))
