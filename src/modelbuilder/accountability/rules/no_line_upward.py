"""A leader of a school or trust answers to nobody

Heads, executive heads and chief executives are themselves held to account: by a governing body in a
maintained school [R2013-6], by the board of trustees, or somebody below it, in a trust [ATH1]. For maintained
schools this is law; for trusts it is the academy trust handbook, which the funding agreement makes binding.

The rule looks at primary lines only. It cannot see a board that is not drawn. A post that is helped and
advised, but answers to nobody, is the business of R14.

Wrong:
    school "Pellowby Primary"
    body GB kind=governing_body of="Pellowby Primary"
    post HT role=headteacher at="Pellowby Primary" held_by="Dai Okonedo-Reyes"
    HT leads "Pellowby Primary" mode=head

Right:
    school "Pellowby Primary"
    body GB kind=governing_body of="Pellowby Primary"
    post HT role=headteacher at="Pellowby Primary" held_by="Dai Okonedo-Reyes"
    HT leads "Pellowby Primary" mode=head
    HT accountable_to GB
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs, suggestions, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R06",
    slug="no-line-upward",
    title="Every leader of a school or trust has a line upward",
    severity=Severity.ERROR,
    source="R2013-6, ATH1",
    standing="law",
)


def find(ask: Questions) -> Findings:
    """Find leaders without a primary line."""
    for post_id in ask.model.posts:
        if not ask.stranded(post_id) or ask.helped(post_id):
            continue
        yield RULE.finding(
            ask,
            f"{wording.subject(ask, post_id)} answers to nobody.",
            "Whoever leads a school or trust is held to account by a board, or by someone who answers to one.",
            subjects=[post_id],
            fixes=_fixes(ask, post_id),
        )


def _fixes(ask: Questions, post_id: ThingId) -> Iterator[Fix]:
    for rung in ask.ladder.above(post_id, secondary=True):
        words = f"Make the line to {wording.name(ask, rung.target)} the primary line"
        yield Fix(words, repairs.alter(rung.line_id, primary=True))
    for target in suggestions.could_answer_to(ask, post_id)[:3]:
        words = f"Make {wording.name(ask, post_id)} accountable to {wording.name(ask, target)}"
        yield Fix(words, repairs.answer_to(post_id, target))
    for school_id in ask.schools_of(post_id)[:1]:
        if not ask.boards(school_id):
            add = repairs.add_board("governing_body", school_id, [post_id])
            yield Fix(f"Add a governing body for {wording.name(ask, school_id)}", add)
