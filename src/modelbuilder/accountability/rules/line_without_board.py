"""A line of accountability does not end at a board

Every line ends, sooner or later, at a body that holds to account in law: a governing body, an interim
executive board or a board of trustees [R2013-6][ATH1]. A board may itself answer to members; that is no
break. A partnership director's line may end at the partnership board, and an agency worker's at the agency
[INF].

The rule names where the line stops. It looks at primary lines only and cannot see a board that is not drawn.
A leader at whom a line stops is named by R06 too: it is one fault, and one line mends both.

Wrong:
    school "Wrenbeck Primary"
    body GB kind=governing_body of="Wrenbeck Primary"
    post HT role=headteacher at="Wrenbeck Primary" held_by="Ines Marlowe-Tate"
    post DHT role=deputy_headteacher at="Wrenbeck Primary" held_by="Hal Verity"
    post SENCO role=senco at="Wrenbeck Primary" held_by="Bea Lund"
    HT leads "Wrenbeck Primary" mode=head
    SENCO accountable_to DHT
    HT accountable_to GB

Right:
    school "Wrenbeck Primary"
    body GB kind=governing_body of="Wrenbeck Primary"
    post HT role=headteacher at="Wrenbeck Primary" held_by="Ines Marlowe-Tate"
    post DHT role=deputy_headteacher at="Wrenbeck Primary" held_by="Hal Verity"
    post SENCO role=senco at="Wrenbeck Primary" held_by="Bea Lund"
    HT leads "Wrenbeck Primary" mode=head
    SENCO accountable_to DHT
    DHT accountable_to HT
    HT accountable_to GB
"""

from modelbuilder.accountability import upward, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Rule, Severity

RULE = Rule(
    code="R08",
    slug="line-without-board",
    title="Every line of accountability ends at a board",
    severity=Severity.ERROR,
    source="R2013-6, ATH1",
    standing="law",
)


def find(ask: Questions) -> Findings:
    """Find the things that are no board and at which lines stop."""
    for end, below in ask.each(ask.dead_ends):
        if end in ask.model.posts and ask.helped(end):
            continue
        starts = ask.sorted(below)
        whose = wording.roll(ask, starts, most=3)
        ways = [ask.ladder.path(post_id, {end}.__contains__) for post_id in starts]
        yield RULE.finding(
            ask,
            f"The line of accountability from {whose} stops at {wording.roll(ask, [end])} and reaches no board.",
            "A governing body or board of trustees stands at the end of every line.",
            subjects=[end, *starts],
            path=[part for way in ways for part in way],
            fixes=upward.ways_up(ask, end),
        )
