"""Many posts stand between a school and the board of its trust

From the one who leads a school to the board of trustees there need not be more than four posts. A longer
chain makes decisions slow, and the school's voice faint. The number is our proposal [INF]; no source sets
one.

The rule counts the posts on the shortest line from whoever leads the school day to day, that one included, to
the board, in multi-academy trusts only. It cannot see how much each post decides.

Wrong:
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    "Merrivane High" in "Merrivane Learning Trust"
    school "Hexley Vale Primary" category=academy
    school "Merrivane High" category=academy
    body TB kind=trust_board of="Merrivane Learning Trust"
    post CEO role=ceo at="Merrivane Learning Trust" accounting_officer=yes
    post COO role=coo at="Merrivane Learning Trust"
    post DoE role=director_of_education at="Merrivane Learning Trust"
    post EHT role=executive_headteacher at="Merrivane Learning Trust"
    post HoS role=head_of_school at="Hexley Vale Primary"
    post HT role=headteacher at="Merrivane High"
    HoS leads "Hexley Vale Primary" mode=head
    HT leads "Merrivane High" mode=head
    HoS accountable_to EHT
    EHT accountable_to DoE
    DoE accountable_to COO
    COO accountable_to CEO
    HT accountable_to CEO
    CEO accountable_to TB

Right:
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    "Merrivane High" in "Merrivane Learning Trust"
    school "Hexley Vale Primary" category=academy
    school "Merrivane High" category=academy
    body TB kind=trust_board of="Merrivane Learning Trust"
    post CEO role=ceo at="Merrivane Learning Trust" accounting_officer=yes
    post COO role=coo at="Merrivane Learning Trust"
    post DoE role=director_of_education at="Merrivane Learning Trust"
    post EHT role=executive_headteacher at="Merrivane Learning Trust"
    post HoS role=head_of_school at="Hexley Vale Primary"
    post HT role=headteacher at="Merrivane High"
    HoS leads "Hexley Vale Primary" mode=head
    HT leads "Merrivane High" mode=head
    HoS accountable_to EHT
    EHT accountable_to DoE
    DoE accountable_to CEO
    COO accountable_to CEO
    HT accountable_to CEO
    CEO accountable_to TB
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Option, Rule, Severity

RULE = Rule(
    code="R19",
    slug="long-chain",
    title="The chain from a school to the board is short",
    severity=Severity.ADVICE,
    source="INF",
    standing="proposal",
    applies=("multi_academy_trust",),
    options=(Option("most", 4, "posts on the line from a school’s lead to the board"),),
)


def find(ask: Questions) -> Findings:
    """Find schools in a multi-academy trust with a long chain to the board."""
    most = RULE.count(ask, "most")
    for school_id, _ in ask.each(ask.model.placements):
        for trust_id in ask.places.of_kind(school_id, "multi_academy_trust")[:1]:
            boards = set(ask.trusts.boards(trust_id))
            ways = [ask.ladder.path(lead.post, boards.__contains__) for lead in ask.day_to_day(school_id)]
            way = max(ways, key=len, default=())
            posts = [thing_id for thing_id in way[::2] if thing_id in ask.model.posts]
            if len(posts) <= most:
                continue
            nearer = posts[1 - most] if most > 1 else None
            words = f"Make {wording.name(ask, posts[0])} accountable to {wording.name(ask, nearer)}" if nearer else ""
            yield RULE.finding(
                ask,
                f"{wording.number(len(posts))} posts stand on the line from {wording.name(ask, school_id)} to "
                f"{wording.name(ask, way[-1])}.",
                "The longer the line, the slower a decision and the fainter the school’s voice.",
                subjects=[school_id, *posts],
                path=way,
                fixes=[Fix(words, repairs.answer_to(posts[0], nearer))] if nearer else [],
            )
