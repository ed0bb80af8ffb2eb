"""Support stands where accountability should

Support, advice and the company of equals help a leader; they hold nobody to account. Where a school's or a
leader's only links are lines of support, somebody still has to be accountable. The seed document says so of
system leaders [S3], and a trust's own terms say that accountability stays with the supported school
[EXCEED-S2S]. This is practice.

The rule speaks in place of R01, R06 and R08 where the school or post without a line has lines of support. It
cannot see whether the helper has taken on more than help.

Wrong:
    school "Tarrowfield Primary"
    body GB kind=governing_body of="Tarrowfield Primary"
    outside LA kind=local_authority
    outside NLE kind=system_leader
    LA employs NLE
    LA commissions NLE
    NLE supports_challenges "Tarrowfield Primary"

Right:
    school "Tarrowfield Primary"
    body GB kind=governing_body of="Tarrowfield Primary"
    post HT role=headteacher at="Tarrowfield Primary"
    outside LA kind=local_authority
    outside NLE kind=system_leader
    LA employs NLE
    LA commissions NLE
    HT leads "Tarrowfield Primary" mode=head
    HT accountable_to GB
    NLE supports_challenges HT
"""

from modelbuilder.accountability import repairs, suggestions, upward, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Finding, Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R14",
    slug="support-instead-of-accountability",
    title="Support is not accountability",
    severity=Severity.ERROR,
    source="S3, EXCEED-S2S",
    standing="practice",
)


def find(ask: Questions) -> Findings:
    """Find schools that nobody answers for, and posts that answer to nobody, which have lines of support."""
    for school_id, _ in ask.each(ask.model.placements):
        if not ask.acc(school_id) and ask.helped(school_id):
            above = suggestions.seat_above(ask, school_id)
            add = repairs.add_leader("headteacher", school_id, above)
            yield _finding(
                ask,
                school_id,
                f"nobody answers for {wording.name(ask, school_id)}",
                [Fix(f"Add a headteacher to {wording.name(ask, school_id)}", add)],
            )
    for post_id, _ in ask.each(ask.model.posts):
        if (ask.stranded(post_id) or post_id in ask.dead_ends) and ask.helped(post_id):
            fixes = list(upward.ways_up(ask, post_id))
            yield _finding(ask, post_id, f"{wording.subject(ask, post_id)} answers to nobody", fixes)


def _finding(ask: Questions, thing_id: ThingId, fault: str, fixes: list[Fix]) -> Finding:
    lines = ask.helped(thing_id)
    ends = [line.target if line.source == thing_id else line.source for _, line in lines]
    helpers = ask.sorted(dict.fromkeys(ends))
    return RULE.finding(
        ask,
        f"{wording.upper_first(fault)}: the help of {wording.names(ask, helpers)} is not accountability.",
        "Support and challenge can be withdrawn; a line of accountability says who decides and appraises.",
        subjects=[thing_id, *helpers],
        path=[drawn.id for drawn in lines],
        fixes=fixes,
    )
