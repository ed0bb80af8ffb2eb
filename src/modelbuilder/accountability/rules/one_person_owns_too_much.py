"""One person owns most of the functions of headship

Leadership that is distributed does not rest on one pair of shoulders. Somebody who owns more than three in
five of the functions at a school has hardly time for any, and all stop when that person is away [S0]. The
figure is practice, to be taken as advice.

The rule runs once any function has been allocated, and counts over all posts that a person holds. It cannot
see how much work a function is.

Wrong:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    post DHT role=deputy_headteacher at="Ash Lane Primary" held_by="Owen Pryce"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    DHT accountable_to HT
    duty f01-f23,f25-f34 of "Ash Lane Primary" accountable=HT
    duty f35,f36 of "Ash Lane Primary" accountable=DHT
    duty f24 of "Ash Lane Primary" accountable=GB

Right:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    post DHT role=deputy_headteacher at="Ash Lane Primary" held_by="Owen Pryce"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    DHT accountable_to HT
    duty f01-f18 of "Ash Lane Primary" accountable=HT
    duty f19-f23,f25-f36 of "Ash Lane Primary" accountable=DHT
    duty f24 of "Ash Lane Primary" accountable=GB
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.allocation import Allocation
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Option, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.functions import FUNCTIONS

RULE = Rule(
    code="R81",
    slug="one-person-owns-too-much",
    title="No one person owns most of the headship functions",
    severity=Severity.ADVICE,
    source="S0",
    standing="practice",
    options=(Option("share", 60, "per cent of the functions that one person may own at a school"),),
)


def find(ask: Questions) -> Findings:
    """Find people, or posts that nobody is named for, who own too large a share at a school."""
    allocation = Allocation(ask)
    posts, most = ask.model.posts, int(len(FUNCTIONS) * RULE.option(ask, "share") / 100)
    for school_id, _ in ask.each(ask.model.placements) if allocation.begun else ():
        owned: dict[ThingId, dict[ThingId, list[str]]] = {}
        for holder, functions in allocation.owned(school_id).items():
            if holder in posts:
                owned.setdefault(posts[holder].person or holder, {})[holder] = functions
        counts = {who: len({key for keys in rows.values() for key in keys}) for who, rows in owned.items()}
        for who, rows in owned.items():
            if counts[who] <= most:
                continue
            holders = ask.sorted(rows)
            yield RULE.finding(
                ask,
                f"{wording.subject(ask, holders[0])} owns {counts[who]} of the {len(FUNCTIONS)} headship functions "
                f"at {wording.name(ask, school_id)}.",
                "Others can own some of them: leadership that rests on one person stops when that person is away.",
                subjects=[*holders, school_id],
                fixes=_fixes(ask, allocation, school_id, rows, counts, most, counts[who] - most),
            )


def _fixes(
    ask: Questions,
    allocation: Allocation,
    school_id: ThingId,
    rows: dict[ThingId, list[str]],
    counts: dict[ThingId, int],
    most: int,
    excess: int,
) -> Iterator[Fix]:
    """Yield the edits that hand as much as is too much to one of the others, where they have room for it."""
    posts = ask.model.posts
    free = [key for keys in rows.values() for key in keys if allocation.allowed(school_id, key) is None]
    others = [post_id for post_id in ask.posts_at(school_id) if post_id not in rows and ask.rank(post_id)]
    people = {posts[post_id].person for post_id in rows} - {None}
    for other in [one for one in others if posts[one].person not in people][:3]:
        room = most - counts.get(posts[other].person or other, 0)
        if excess <= min(room, len(free)):
            handed = sorted(free)[-excess:]
            words = f"Give {wording.number(excess)} of them to {wording.name(ask, other)}"
            yield Fix(words, repairs.allocate(handed, school_id, other))
