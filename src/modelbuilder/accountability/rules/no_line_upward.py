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

from modelbuilder.accountability import repairs, upward, wording
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
    for post_id, _ in ask.each(ask.model.posts):
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
    yield from upward.ways_up(ask, post_id)
