"""A head stands alone

Headship is lonely without somebody beside or above who knows the work: another head, a mentor, or an executive
above. The seed models value each for keeping heads from isolation at the top [S3]. This is practice.

The rule looks for peer support of the head or the school, for a coach or mentor, and for an executive above. It
cannot see friendships and networks that are not drawn; support and challenge from outside is not company.

Wrong:
    school "Wrenbeck Primary"
    body GB kind=governing_body of="Wrenbeck Primary"
    post HT role=headteacher at="Wrenbeck Primary" held_by="Ines Marlowe-Tate"
    HT leads "Wrenbeck Primary" mode=head
    HT accountable_to GB

Right:
    school "Wrenbeck Primary"
    body GB kind=governing_body of="Wrenbeck Primary"
    post HT role=headteacher at="Wrenbeck Primary" held_by="Ines Marlowe-Tate"
    HT leads "Wrenbeck Primary" mode=head
    HT accountable_to GB
    person "Callum Thornaby"
    HT peer_support "Callum Thornaby"
"""

from collections.abc import Iterator

from modelbuilder.accountability import appointments, company, repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R73",
    slug="isolated-head",
    title="No head is without a peer, a mentor or an executive above",
    severity=Severity.WARNING,
    source="S3",
    standing="practice",
)


def find(ask: Questions) -> Findings:
    """Find leaders of schools with nobody beside or above them."""
    for post_id, schools in ask.each(ask.heads):
        if ask.rank(post_id) != 4 or ask.shares_headship(post_id) or not _alone(ask, post_id):
            continue
        yield RULE.finding(
            ask,
            f"{wording.subject(ask, post_id)} has no peer, no mentor and no executive above.",
            "Somebody to talk to who does the same work keeps heads in post and schools steady.",
            subjects=[post_id, *schools],
            fixes=_fixes(ask, post_id),
        )


def _alone(ask: Questions, post_id: ThingId) -> bool:
    above = any((ask.rank(rung.target) or 9) <= 3 for rung in ask.ladder.above(post_id))
    return not above and not company.guides(ask, post_id) and not company.peers(ask, post_id)


def _fixes(ask: Questions, post_id: ThingId) -> Iterator[Fix]:
    named, person = wording.name(ask, post_id), ask.model.posts[post_id].person
    heads = ask.sorted(p for p in ask.heads if ask.rank(p) == 4)
    others = (p for p in heads if p != post_id and (person is None or ask.model.posts[p].person != person))
    other = next(others, None)
    if other is not None:
        words = f"Let {named} and {wording.name(ask, other)} support each other"
        yield Fix(words, repairs.draw("peer_support", post_id, other))
    add = appointments.add_figure("Head nearby", "peer_support", post_id)
    yield Fix(f"Add a head from nearby as a peer of {named}", add)
    yield Fix(f"Add a mentor for {named}", appointments.add_figure("Mentor", "mentors", post_id))
