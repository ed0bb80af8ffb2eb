"""Two people are each ultimately accountable for one school

One person carries the ultimate accountability for a school, and others answer to that person. The pay
document that binds maintained schools knows no school with two heads, as reported by a heads' association
[ASCL09]; the seed models ask the same of every structure [S3]. Two co-headteachers share one headship and
count as one.

The rule compares the posts, and the people where they are named. It cannot see an agreement between the two
that is not drawn.

Wrong:
    post HT1 role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    post HT2 role=headteacher at="Ash Lane Primary" held_by="Owen Pryce"
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    HT1 leads "Ash Lane Primary" mode=head
    HT2 leads "Ash Lane Primary" mode=head
    HT1 accountable_to GB
    HT2 accountable_to GB

Right:
    school "Ash Lane Primary"
    post Co1 role=co_headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    post Co2 role=co_headteacher at="Ash Lane Primary" held_by="Owen Pryce"
    body GB kind=governing_body of="Ash Lane Primary"
    Co1 leads "Ash Lane Primary" mode=co
    Co2 leads "Ash Lane Primary" mode=co
    Co1 accountable_to GB
    Co2 accountable_to GB
"""

from collections.abc import Iterator, Sequence

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.roles import HEADS

RULE = Rule(
    code="R02",
    slug="two-people-accountable",
    title="Exactly one person is ultimately accountable for each school",
    severity=Severity.ERROR,
    source="S3, ASCL09",
    standing="law",
)


def find(ask: Questions) -> Findings:
    """Find schools with more than one headship at the top."""
    for school_id, _ in ask.each(ask.model.placements):
        rivals = ask.headships(school_id) if len(ask.acc(school_id)) > 1 else ()
        if len(rivals) < 2:
            continue
        drawn = [lead.line_id for lead in ask.leads(school_id) if lead.post in rivals]
        claims = [claim.id for claim in ask.claims(school_id) if claim.line.source in rivals]
        yield RULE.finding(
            ask,
            f"{wording.roll(ask, rivals)} are each ultimately accountable for {wording.name(ask, school_id)}.",
            "When two people answer for the same thing, nobody can tell which of them decides.",
            subjects=[school_id, *rivals],
            path=[*drawn, *claims],
            fixes=_fixes(ask, rivals),
        )


def _fixes(ask: Questions, rivals: Sequence[ThingId]) -> Iterator[Fix]:
    if len(rivals) != 2:
        return
    first, second = rivals
    for lower, upper in ((second, first), (first, second)):
        rank, rank_above = ask.rank(lower), ask.rank(upper)
        if rank is None or rank_above is None or rank >= rank_above:
            words = f"Make {wording.name(ask, lower)} accountable to {wording.name(ask, upper)}"
            yield Fix(words, repairs.answer_to(lower, upper))
    if all(ask.model.posts[post_id].role in HEADS for post_id in rivals):
        share = [repairs.alter(post_id, role="co_headteacher") for post_id in rivals]
        yield Fix("Mark the two as co-headteachers who share one headship", repairs.all_of(*share))
