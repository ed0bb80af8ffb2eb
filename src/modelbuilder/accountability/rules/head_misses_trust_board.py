"""The line of an academy's head does not reach the board of its trust

Whatever stands between, an academy's head answers in the end to the board of trustees, which is legally
accountable for everything in the trust [ATH1]; a local governing body is a committee of that board and not an
end of the line [LEO]. The academy trust handbook says so, as guidance that the funding agreement makes
binding.

The rule looks at schools that are recorded as academies, or that stand in a trust. A trust without a board is
the business of R40. The rule cannot see a scheme of delegation that says otherwise.

Wrong:
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Learning Trust"
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    school "Merrivane High" category=academy
    school "Hexley Vale Primary" category=academy
    post CEO role=ceo at="Merrivane Learning Trust" accounting_officer=yes
    post HT1 role=headteacher at="Merrivane High"
    post HT2 role=headteacher at="Hexley Vale Primary"
    body TB kind=trust_board of="Merrivane Learning Trust"
    body IEB kind=interim_executive_board at="Hexley Vale Primary" label="Hexley Vale Improvement Board"
    HT1 leads "Merrivane High" mode=head
    HT2 leads "Hexley Vale Primary" mode=head
    HT1 accountable_to CEO
    HT2 accountable_to IEB
    CEO accountable_to TB

Right:
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Learning Trust"
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    school "Merrivane High" category=academy
    school "Hexley Vale Primary" category=academy
    post CEO role=ceo at="Merrivane Learning Trust" accounting_officer=yes
    post HT1 role=headteacher at="Merrivane High"
    post HT2 role=headteacher at="Hexley Vale Primary"
    body TB kind=trust_board of="Merrivane Learning Trust"
    HT1 leads "Merrivane High" mode=head
    HT2 leads "Hexley Vale Primary" mode=head
    HT1 accountable_to CEO
    HT2 accountable_to CEO
    CEO accountable_to TB
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs, suggestions, upward, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.bodies import COMMITTEES

RULE = Rule(
    code="R10",
    slug="head-misses-trust-board",
    title="An academy head’s line reaches the board of its trust",
    severity=Severity.ERROR,
    source="ATH1, LEO",
    standing="guidance",
    applies=("academies",),
)


def find(ask: Questions) -> Findings:
    """Find heads of academies whose line does not reach the board of the trust."""
    for school_id, _ in ask.each(ask.model.placements):
        if ask.places.category(school_id) != "academy" or not ask.boards(school_id):
            continue
        for trust_id in ask.places.trusts(school_id):
            boards = ask.sorted(ask.trusts.boards(trust_id))
            for post_id in ask.misses(school_id, boards) if boards else ():
                yield RULE.finding(
                    ask,
                    f"{wording.subject(ask, post_id)} is accountable for {wording.name(ask, school_id)}, but the "
                    f"line does not reach {wording.name(ask, boards[0])}.",
                    "The board of trustees is legally accountable for every academy of the trust.",
                    subjects=[post_id, school_id, boards[0]],
                    path=[rung.line_id for rung in ask.ladder.above(post_id)],
                    fixes=_fixes(ask, post_id, school_id, boards[0]),
                )


def _fixes(ask: Questions, post_id: ThingId, school_id: ThingId, board_id: ThingId) -> Iterator[Fix]:
    reached = ask.ladder.reach(post_id)
    for end in reached:
        if end in ask.model.bodies and ask.model.bodies[end].kind in COMMITTEES and not ask.ladder.above(end):
            words = f"Make {wording.name(ask, end)} accountable to {wording.name(ask, board_id)}"
            yield Fix(words, repairs.answer_to(end, board_id))
            continue
        stops = end in ask.model.posts and end != post_id and not ask.ladder.above(end)
        if stops and board_id in suggestions.could_answer_to(ask, end):
            yield upward.link(ask, end, board_id)
    above = suggestions.seat_above(ask, school_id)
    targets = [above] if above and board_id in ask.ladder.reach(above) and above != post_id else []
    for target in dict.fromkeys([*targets, board_id]):
        words = f"Make {wording.name(ask, post_id)} accountable to {wording.name(ask, target)}"
        yield Fix(words, repairs.answer_to(post_id, target))
