"""One leader has too wide a span

Executive headteachers oversee three to six schools on average [NGA16b], and two to five or six work well in one
cluster [HILL-CLUSTER]. More than four schools under one executive is advice, more than six a warning. A warning
too is more than eight posts that answer directly to one; that number is general knowledge that we did not look
up [GK]. So the rule as a whole is a proposal.

The rule counts the schools that an executive leads or answers for and those whose heads answer to that one, and
the primary lines into each post. It cannot see how much help a leader has.

Wrong:
    group "Tollencroft Federation" kind=hard_federation
    school "Ash Lane"
    "Ash Lane" in "Tollencroft Federation"
    school "Cotterdale"
    "Cotterdale" in "Tollencroft Federation"
    school "Old Forge"
    "Old Forge" in "Tollencroft Federation"
    school "Tollencroft Nursery"
    "Tollencroft Nursery" in "Tollencroft Federation"
    school "Wharf Road"
    "Wharf Road" in "Tollencroft Federation"
    body FGB kind=governing_body of="Tollencroft Federation"
    post EHT role=executive_headteacher at="Tollencroft Federation"
    post HoS1 role=head_of_school at="Ash Lane"
    post HoS2 role=head_of_school at="Cotterdale"
    post HoS3 role=head_of_school at="Old Forge"
    post HoS4 role=head_of_school at="Tollencroft Nursery"
    post HoS5 role=head_of_school at="Wharf Road"
    EHT accountable_to FGB
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    HoS3 accountable_to EHT
    HoS4 accountable_to EHT
    HoS5 accountable_to EHT
    HoS1 leads "Ash Lane"
    HoS2 leads "Cotterdale"
    HoS3 leads "Old Forge"
    HoS4 leads "Tollencroft Nursery"
    HoS5 leads "Wharf Road"

Right:
    group "Tollencroft Federation" kind=hard_federation
    school "Ash Lane"
    "Ash Lane" in "Tollencroft Federation"
    school "Cotterdale"
    "Cotterdale" in "Tollencroft Federation"
    school "Old Forge"
    "Old Forge" in "Tollencroft Federation"
    school "Tollencroft Nursery"
    "Tollencroft Nursery" in "Tollencroft Federation"
    body FGB kind=governing_body of="Tollencroft Federation"
    post EHT role=executive_headteacher at="Tollencroft Federation"
    post HoS1 role=head_of_school at="Ash Lane"
    post HoS2 role=head_of_school at="Cotterdale"
    post HoS3 role=head_of_school at="Old Forge"
    post HoS4 role=head_of_school at="Tollencroft Nursery"
    EHT accountable_to FGB
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    HoS3 accountable_to EHT
    HoS4 accountable_to EHT
    HoS1 leads "Ash Lane"
    HoS2 leads "Cotterdale"
    HoS3 leads "Old Forge"
    HoS4 leads "Tollencroft Nursery"
"""

from collections.abc import Iterator

from modelbuilder.accountability import appointments, repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Option, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.roles import HEADS_OF_SEVERAL

RULE = Rule(
    code="R66",
    slug="wide-span",
    title="No leader has too many schools or too many direct reports",
    severity=Severity.WARNING,
    source="NGA16b, HILL-CLUSTER, GK",
    standing="proposal",
    options=(
        Option("comfortable", 4, "schools per executive headteacher, past which it is advice to share them"),
        Option("most", 6, "schools per executive headteacher, past which it is a warning"),
        Option("reports", 8, "posts that answer directly to one"),
    ),
)


def find(ask: Questions) -> Findings:
    """Find executives over many schools, and posts to which many answer."""
    posts, most_reports = ask.model.posts, RULE.count(ask, "reports")
    most = RULE.count(ask, "most")
    comfortable = min(RULE.count(ask, "comfortable"), most)
    for post_id, post in ask.each(posts):
        schools = ask.schools_under(post_id) if post.role in HEADS_OF_SEVERAL else []
        if len(schools) <= comfortable:
            continue
        heavy = len(schools) > most
        yield RULE.finding(
            ask,
            f"{wording.subject(ask, post_id)} is over {wording.number(len(schools))} schools.",
            f"Past {wording.number(most if heavy else comfortable)} schools an executive "
            f"{'is seldom in any of them' if heavy else 'has little time for each'}.",
            subjects=[post_id, *schools],
            fixes=_share(ask, post_id, schools, comfortable),
            severity=Severity.WARNING if heavy else Severity.ADVICE,
        )
    for post_id, _ in ask.each(posts):
        below = ask.lines.into("accountable_to", post_id)
        reports = {
            line.source: line_id
            for line_id, line in (below if len(below) > most_reports else ())
            if line.primary and line.source in posts and line.source != post_id
        }
        if len(reports) > most_reports:
            yield RULE.finding(
                ask,
                f"{wording.number(len(reports))} posts answer directly to {wording.titled(ask, post_id)}.",
                f"Past {wording.number(most_reports)} nobody gets the attention that line management asks for.",
                subjects=[post_id, *ask.sorted(reports)],
                path=reports.values(),
                fixes=_relieve(ask, post_id, ask.sorted(reports), most_reports),
            )


def _share(ask: Questions, post_id: ThingId, schools: list[ThingId], comfortable: int) -> Iterator[Fix]:
    """Put the schools past the comfortable number under a second executive beside the first."""
    moved = schools[comfortable:]
    heads = [p for school_id in moved for p in dict.fromkeys((*ask.acc(school_id), *_leads(ask, school_id)))]
    heads = [p for p in dict.fromkeys(heads) if p != post_id and post_id in ask.ladder.reach(p)]
    if any(post_id not in [rung.target for rung in ask.ladder.above(p)] for p in heads):
        return
    above = next((rung.target for rung in ask.ladder.above(post_id)), None)
    claimed = [s for s in moved if any(drawn.line.source == post_id for drawn in ask.claims(s))]
    steps = [
        repairs.unsay(kind, post_id, school_id, ask.places.membership(school_id))
        for school_id in moved
        for kind in ("leads", "accountable_for")
    ]
    add = appointments.add_second_executive(ask.model.posts[post_id].at, above, heads, moved, claimed)
    yield Fix(f"Add an executive headteacher for {wording.labels(ask, moved)}", repairs.all_of(*steps, add))


def _leads(ask: Questions, school_id: ThingId) -> list[ThingId]:
    return [lead.post for lead in ask.leads(school_id)]


def _relieve(ask: Questions, post_id: ThingId, below: list[ThingId], most: int) -> Iterator[Fix]:
    """Put some of the heads under an executive between."""
    heads = [p for p in below if ask.rank(p) == 4 and ask.schools_of(p)]
    needed = max(len(below) - most + 1, 2)
    if len(heads) < needed or (ask.rank(post_id) or 9) > 2:
        return
    moved = heads[-needed:]
    schools = list(dict.fromkeys(school_id for head in moved for school_id in ask.schools_of(head)))
    add = appointments.add_second_executive(ask.model.posts[post_id].at, post_id, moved, schools)
    yield Fix(f"Add an executive headteacher over {wording.labels(ask, schools)}", add)
