"""Nobody answers for a school

Every school has someone who is accountable for it: its headteacher or, where a head of school leads it day to
day, the executive headteacher or chief executive above. In a maintained school this is law [R2013-6][EURY];
the models of leadership that this program grew from ask it of every school [S3].

The rule cannot see arrangements that are not drawn: a head whose card stands in the school, but who is not
joined to it by “leads” or “accountable for”, counts for nothing here. Where the school has lines of support
instead, R14 says so. A headteacher who is added before there is a board, or an executive to answer to, is the
business of R06.

Wrong:
    school "Hexley Vale Primary"
    post DHT role=deputy_headteacher at="Hexley Vale Primary"
    body GB kind=governing_body of="Hexley Vale Primary"
    DHT accountable_to GB

Right:
    school "Hexley Vale Primary"
    post HT role=headteacher at="Hexley Vale Primary"
    post DHT role=deputy_headteacher at="Hexley Vale Primary"
    body GB kind=governing_body of="Hexley Vale Primary"
    HT leads "Hexley Vale Primary" mode=head
    DHT accountable_to HT
    HT accountable_to GB
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs, suggestions, upward, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.roles import HEADS

RULE = Rule(
    code="R01",
    slug="nobody-accountable",
    title="Every school has someone accountable for it",
    severity=Severity.ERROR,
    source="S3, R2013-6, EURY",
    standing="law",
)


def find(ask: Questions) -> Findings:
    """Find schools that nobody is accountable for."""
    for school_id, _ in ask.each(ask.model.placements):
        if ask.acc(school_id) or ask.helped(school_id):
            continue
        yield RULE.finding(
            ask,
            f"Nobody answers for {wording.name(ask, school_id)}.",
            "Parents, governors and inspectors need to know who answers for the school as a whole.",
            subjects=[school_id],
            path=[part for lead in ask.leads(school_id) for part in (lead.post, lead.line_id)],
            fixes=_fixes(ask, school_id),
        )


def _fixes(ask: Questions, school_id: ThingId) -> Iterator[Fix]:
    school, posts = wording.name(ask, school_id), ask.model.posts
    for post_id in ask.posts_at(school_id):
        role = posts[post_id].role
        if role in HEADS:
            mode = {"acting_headteacher": "acting", "co_headteacher": "co"}.get(role, "head")
            lead = repairs.draw("leads", post_id, school_id, mode=mode)
            yield Fix(f"Draw that {wording.name(ask, post_id)} leads {school}", lead)
        elif role == "deputy_headteacher":
            step_up = repairs.all_of(
                repairs.alter(post_id, role="acting_headteacher", label=""),
                repairs.draw("leads", post_id, school_id, mode="acting"),
            )
            yield Fix(f"Make {wording.name(ask, post_id)} acting headteacher", step_up)
    executives, above = suggestions.executives_near(ask, school_id)[:2], suggestions.seat_above(ask, school_id)
    on_site = [lead.post for lead in ask.leads(school_id) if posts[lead.post].role == "head_of_school"]
    for head_id in on_site[:1]:
        for executive_id in executives:
            yield upward.link(ask, head_id, executive_id)
        place = next(iter(ask.places.around(school_id)), None)
        add = repairs.add_executive(place, head_id, [school_id], above)
        yield Fix(f"Add an executive headteacher above {wording.name(ask, head_id)}", add)
    for executive_id in executives:
        claim = repairs.draw("accountable_for", executive_id, school_id)
        yield Fix(f"Make {wording.name(ask, executive_id)} accountable for {school}", claim)
    if not on_site:
        yield Fix(f"Add a headteacher to {school}", repairs.add_leader("headteacher", school_id, above))
