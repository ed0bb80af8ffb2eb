"""Nothing governs a school

Every maintained school has a governing body [EA2002 s19], and every academy a trust with a board. A school
that no body governs stands alone on the page, and nobody holds its leader to account.

The rule cannot see a board that is not drawn, or not joined to the school by “governs”. A federation without
any governing body is the business of R23, and a trust without a board of R40.

Wrong:
    school "Larkfold Primary"
    post HT role=headteacher at="Larkfold Primary"
    body GB kind=governing_body
    HT leads "Larkfold Primary" mode=head
    HT accountable_to GB

Right:
    school "Larkfold Primary"
    post HT role=headteacher at="Larkfold Primary"
    body GB kind=governing_body
    HT leads "Larkfold Primary" mode=head
    HT accountable_to GB
    GB governs "Larkfold Primary"
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs, upward, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.bodies import BOARDS

RULE = Rule(
    code="R20",
    slug="orphan-school",
    title="Every school is governed",
    severity=Severity.ERROR,
    source="EA2002 s19",
    standing="law",
)


def find(ask: Questions) -> Findings:
    """Find schools that no body governs."""
    for school_id, _ in ask.each(ask.model.placements):
        if ask.boards(school_id) or _told_of_its_group(ask, school_id):
            continue
        yield RULE.finding(
            ask,
            f"Nothing governs {wording.name(ask, school_id)}.",
            "A board holds a school’s leader to account, and stands at the end of every line.",
            subjects=[school_id],
            fixes=_fixes(ask, school_id),
        )


def _told_of_its_group(ask: Questions, school_id: ThingId) -> bool:
    federations, trusts = ask.places.federations(school_id), ask.places.trusts(school_id)
    without = [group_id for group_id in federations if not ask.boards_of_group(group_id)]
    return bool(without) or any(not ask.trusts.boards(trust_id) for trust_id in trusts)


def _fixes(ask: Questions, school_id: ThingId) -> Iterator[Fix]:
    school = wording.name(ask, school_id)
    posts = [lead.post for lead in ask.on_site(school_id)]
    reached = {t for post_id in posts for t in ask.ladder.reach(post_id) if t in ask.model.bodies}
    academy = ask.places.category(school_id) == "academy"
    kinds = {"trust_board"} if academy else BOARDS
    for board_id in ask.sorted(body_id for body_id in reached if ask.model.bodies[body_id].kind in kinds)[:2]:
        words = f"Let {wording.name(ask, board_id)} govern {school}"
        yield Fix(words, repairs.draw("governs", board_id, school_id))
    trusts = ask.places.trusts(school_id)
    for trust_id in trusts:
        for board_id in ask.sorted(ask.trusts.boards(trust_id))[:1]:
            words = f"Let {wording.name(ask, board_id)} govern each school of {wording.name(ask, trust_id)}"
            yield Fix(words, repairs.draw("governs", board_id, trust_id))
    federations = ask.places.federations(school_id)
    for group_id in federations[:1]:
        for board_id in ask.boards_of_group(group_id)[:1]:
            words = f"Let {wording.name(ask, board_id)} govern each school of {wording.name(ask, group_id)}"
            yield Fix(words, repairs.draw("governs", board_id, group_id))
    if not trusts and not federations and not academy:
        below = [post_id for post_id in posts if not ask.ladder.above(post_id)]
        add = repairs.add_board("governing_body", school_id, below)
        yield Fix(f"Add a governing body for {school}", add)
    if not trusts and academy:
        for trust_id in ask.sorted(ask.trusts.all)[:2]:
            if any(
                line.target == trust_id for b in ask.trusts.boards(trust_id) for _, line in ask.lines.out("governs", b)
            ):
                join = repairs.leave(school_id, (), trust_id)
                yield Fix(f"Put {school} into {wording.name(ask, trust_id)}", join)
        if not federations:
            yield upward.trust_around(ask, school_id)
