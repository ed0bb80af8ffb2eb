"""An executive's time is split evenly between schools with different needs

An executive headteacher cannot split the week evenly for good: time follows need [S3]. This is practice, and no
more than advice.

The rule compares the shares of time on the lines by which an executive leads schools with how much each school
needs. It is silent where either is not recorded, and cannot see how the time is really spent.

Wrong:
    school "Pellowby Primary" need=low
    school "Fennimoor Primary" need=high
    body GB kind=governing_body of="Pellowby Primary"
    body GB2 kind=governing_body of="Fennimoor Primary"
    post EHT role=executive_headteacher held_by="Dai Okonedo-Reyes"
    post HoS1 role=head_of_school at="Pellowby Primary"
    post HoS2 role=head_of_school at="Fennimoor Primary"
    HoS1 leads "Pellowby Primary"
    HoS2 leads "Fennimoor Primary"
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    EHT accountable_to GB
    EHT accountable_to GB2 primary=no
    EHT leads "Pellowby Primary" mode=executive time_share=50
    EHT leads "Fennimoor Primary" mode=executive time_share=50

Right:
    school "Pellowby Primary" need=low
    school "Fennimoor Primary" need=high
    body GB kind=governing_body of="Pellowby Primary"
    body GB2 kind=governing_body of="Fennimoor Primary"
    post EHT role=executive_headteacher held_by="Dai Okonedo-Reyes"
    post HoS1 role=head_of_school at="Pellowby Primary"
    post HoS2 role=head_of_school at="Fennimoor Primary"
    HoS1 leads "Pellowby Primary"
    HoS2 leads "Fennimoor Primary"
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    EHT accountable_to GB
    EHT accountable_to GB2 primary=no
    EHT leads "Pellowby Primary" mode=executive time_share=25
    EHT leads "Fennimoor Primary" mode=executive time_share=75
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.lines import Drawn
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import fact
from modelbuilder.vocabulary.roles import EXECUTIVES

RULE = Rule(
    code="R69",
    slug="equal-time-split",
    title="An executive’s time follows need",
    severity=Severity.ADVICE,
    source="S3",
    standing="practice",
    applies=("executive_headship",),
)

WEIGHTS = {"low": 1, "medium": 2, "high": 3}
"""How the repair shares out the time between schools of low, medium and high need."""


def find(ask: Questions) -> Findings:
    """Find executives with equal shares of time for schools whose needs differ."""
    shares: dict[ThingId, list[tuple[Drawn, str]]] = {}
    posts = ask.model.posts
    for drawn in ask.lines.of("leads"):
        need = str(fact(ask.document, ask.model, drawn.line.target, "need") or "") if drawn.line.time_share else ""
        if need and drawn.line.source in posts and posts[drawn.line.source].role in EXECUTIVES:
            shares.setdefault(drawn.line.source, []).append((drawn, need))
    for post_id in ask.sorted(shares):
        rows = sorted(shares[post_id], key=lambda row: ask.key(row[0].line.target))
        if len({drawn.line.time_share for drawn, _ in rows}) > 1 or len({need for _, need in rows}) < 2:
            continue
        most = max(rows, key=lambda row: WEIGHTS[row[1]])[0].line.target
        yield RULE.finding(
            ask,
            f"{wording.subject(ask, post_id)} gives {wording.counted(len(rows), 'school')} the same share of time, "
            f"though {wording.name(ask, most)} needs more.",
            "The school that needs most gets most; the shares can change as it gets better.",
            subjects=[post_id, *(drawn.line.target for drawn, _ in rows)],
            path=[drawn.id for drawn, _ in rows],
            fixes=[_weigh(ask, rows)],
        )


def _weigh(ask: Questions, rows: list[tuple[Drawn, str]]) -> Fix:
    whole = sum(drawn.line.time_share or 0 for drawn, _ in rows)
    parts = sum(WEIGHTS[need] for _, need in rows)
    new = {drawn: min(100, round(whole * WEIGHTS[need] / parts)) for drawn, need in rows}
    told = wording.listed(f"{share} % for {wording.name(ask, drawn.line.target)}" for drawn, share in new.items())
    return Fix(
        f"Weigh the time by need: {told}", repairs.all_of(*(repairs.alter(d.id, time_share=s) for d, s in new.items()))
    )
