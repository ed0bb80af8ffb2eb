"""A school's leader line manages somebody of another agency

Health visitors, social workers and youth workers in a team around schools stay in the line of their own agency,
which trains, supervises and insures them; a school’s leader manages them only when they are seconded. This is
our proposal [INF].

The rule looks at lines from agency workers to posts of schools and partnerships, secondary lines too. It cannot
see a secondment that is not marked.

Wrong:
    group "Quillhaven Partnership" kind=whole_town_partnership
    outside Health kind=agency label="Health Service"
    outside LA kind=local_authority
    post LL role=locality_lead at="Quillhaven Partnership"
    post HV role=agency_worker label="Health Visitor"
    body TB kind=partnership_board at="Quillhaven Partnership" label="Town Board"
    post TD role=partnership_director at="Quillhaven Partnership"
    TD accountable_to TB
    LL accountable_to TD
    LA employs LL
    LA employs TD
    Health employs HV
    HV accountable_to LL
    person "Nell Brodie"
    "Nell Brodie" sits_on TB capacity=chair

Right:
    group "Quillhaven Partnership" kind=whole_town_partnership
    outside Health kind=agency label="Health Service"
    outside LA kind=local_authority
    post LL role=locality_lead at="Quillhaven Partnership"
    post HV role=agency_worker label="Health Visitor"
    body TB kind=partnership_board at="Quillhaven Partnership" label="Town Board"
    post TD role=partnership_director at="Quillhaven Partnership"
    TD accountable_to TB
    LL accountable_to TD
    LA employs LL
    LA employs TD
    HV accountable_to Health
    HV accountable_to LL primary=no seconded=yes
    person "Nell Brodie"
    "Nell Brodie" sits_on TB capacity=chair
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.lines import Drawn
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.vocabulary.tiers import Tier

RULE = Rule(
    code="R91",
    slug="agency-worker-managed-by-school",
    title="Agency staff keep their agency’s line unless seconded",
    severity=Severity.WARNING,
    source="INF",
    standing="proposal",
    applies=("whole_town_partnership",),
)


def find(ask: Questions) -> Findings:
    """Find agency workers who answer to a school’s or partnership’s post without being seconded."""
    posts = ask.model.posts
    for post_id, post in ask.each(posts):
        if post.role != "agency_worker":
            continue
        for drawn in ask.lines.out("accountable_to", post_id):
            upper = posts.get(drawn.line.target)
            if upper is None or drawn.line.seconded or ROLES[upper.role].tier is Tier.OUTSIDE:
                continue
            yield RULE.finding(
                ask,
                f"{wording.subject(ask, post_id)} answers to {wording.titled(ask, drawn.line.target)}, "
                "but is not seconded.",
                "Agency staff stay in the line of their own agency, unless they are seconded.",
                subjects=[post_id, drawn.line.target],
                path=[drawn.id],
                fixes=_fixes(ask, post_id, drawn),
            )


def _fixes(ask: Questions, post_id: ThingId, drawn: Drawn) -> Iterator[Fix]:
    yield Fix("Mark the line as a secondment", repairs.alter(drawn.id, seconded=True))
    bodies = ask.model.bodies
    employers = [line.source for _, line in ask.lines.into("employs", post_id) if line.source in bodies]
    agencies = [body_id for body_id in ask.sorted(bodies) if bodies[body_id].kind == "agency"]
    for agency in dict.fromkeys([*employers, *(agencies if len(agencies) == 1 else ())]):
        undraw = repairs.undraw("accountable_to", post_id, drawn.line.target)
        words = f"Make {wording.name(ask, post_id)} accountable to {wording.name(ask, agency)} instead"
        yield Fix(words, repairs.all_of(undraw, repairs.answer_to(post_id, agency)))
