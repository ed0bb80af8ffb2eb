"""A head of school does not answer to an executive

A head of school leads a school day to day under an executive headteacher, a chief executive or somebody
between [S3]. Whoever answers straight to a governing body is a headteacher in all but name. The title is not
statutory [NAHT], so this is practice and a warning, not a matter of law: some large schools call the head of
a phase “head of school” and are right to do so.

The rule cannot see what a title means in one place. It leaves a head of school who answers to nobody to R06.

Wrong:
    school "Pellowby Primary"
    body GB kind=governing_body of="Pellowby Primary"
    post HoS role=head_of_school at="Pellowby Primary" held_by="Marta Quill"
    post EHT role=executive_headteacher at="Pellowby Primary" held_by="Dai Okonedo-Reyes"
    HoS leads "Pellowby Primary" mode=head
    EHT accountable_for "Pellowby Primary"
    EHT accountable_to GB
    HoS accountable_to GB

Right:
    school "Pellowby Primary"
    body GB kind=governing_body of="Pellowby Primary"
    post HoS role=head_of_school at="Pellowby Primary" held_by="Marta Quill"
    post EHT role=executive_headteacher at="Pellowby Primary" held_by="Dai Okonedo-Reyes"
    HoS leads "Pellowby Primary" mode=head
    EHT accountable_for "Pellowby Primary"
    EHT accountable_to GB
    HoS accountable_to EHT
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs, suggestions, upward, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R11",
    slug="head-of-school-without-executive",
    title="A head of school answers to an executive",
    severity=Severity.WARNING,
    source="S3, NAHT",
    standing="practice",
)


def find(ask: Questions) -> Findings:
    """Find heads of school whose next step up is no executive."""
    for post_id, post in ask.each(ask.model.posts):
        rungs = ask.ladder.above(post_id) if post.role == "head_of_school" else []
        if not rungs or any(_executive(ask, rung.target) for rung in rungs):
            continue
        above = [rung.target for rung in rungs]
        yield RULE.finding(
            ask,
            f"{wording.subject(ask, post_id)} answers to {wording.names(ask, above)}, not to an executive head.",
            "A head of school works under an executive; one who answers to a board is a headteacher.",
            subjects=[post_id, *above],
            path=[rung.line_id for rung in rungs],
            fixes=_fixes(ask, post_id),
        )


def _executive(ask: Questions, thing_id: ThingId) -> bool:
    post = ask.model.posts.get(thing_id)
    return post is not None and ((ask.rank(thing_id) or 9) <= 3 or post.accounting_officer)


def _fixes(ask: Questions, post_id: ThingId) -> Iterator[Fix]:
    name = wording.name(ask, post_id)
    for executive_id in suggestions.executives_for(ask, post_id)[:2]:
        yield upward.link(ask, post_id, executive_id)
    yield Fix(f"Call {name} a headteacher", repairs.alter(post_id, role="headteacher", label=""))
