"""A school has both a headteacher and a head of school

A head of school leads a school in place of a headteacher of its own, under an executive. With both, nobody
can tell who the head is [ASCL09][TES08]. The title is not statutory, so this is practice and a warning: in a
large school a “head of school” may lead one phase.

The rule looks at posts that lead the same school. It cannot see that one of them leads only a part of it.

Wrong:
    group "Pellowby Federation" kind=hard_federation
    "Pellowby Primary" in "Pellowby Federation"
    "Fennimoor Primary" in "Pellowby Federation"
    school "Pellowby Primary"
    school "Fennimoor Primary"
    body FGB kind=governing_body of="Pellowby Federation"
    post EHT role=executive_headteacher at="Pellowby Federation" held_by="Dai Okonedo-Reyes"
    post HT role=headteacher at="Pellowby Primary" held_by="Ivo Tench"
    post HoS1 role=head_of_school at="Pellowby Primary" held_by="Marta Quill"
    post HoS2 role=head_of_school at="Fennimoor Primary" held_by="Joss Ferrant"
    HT leads "Pellowby Primary" mode=head
    HoS1 leads "Pellowby Primary" mode=head
    HoS2 leads "Fennimoor Primary" mode=head
    HT accountable_to EHT
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    EHT accountable_to FGB

Right:
    group "Pellowby Federation" kind=hard_federation
    "Pellowby Primary" in "Pellowby Federation"
    "Fennimoor Primary" in "Pellowby Federation"
    school "Pellowby Primary"
    school "Fennimoor Primary"
    body FGB kind=governing_body of="Pellowby Federation"
    post EHT role=executive_headteacher at="Pellowby Federation" held_by="Dai Okonedo-Reyes"
    post HoS1 role=head_of_school at="Pellowby Primary" held_by="Marta Quill"
    post HoS2 role=head_of_school at="Fennimoor Primary" held_by="Joss Ferrant"
    HoS1 leads "Pellowby Primary" mode=head
    HoS2 leads "Fennimoor Primary" mode=head
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    EHT accountable_to FGB
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.roles import HEADS

RULE = Rule(
    code="R64",
    slug="headteacher-and-head-of-school",
    title="A school does not have both a headteacher and a head of school",
    severity=Severity.WARNING,
    source="ASCL09, TES08",
    standing="practice",
)


def find(ask: Questions) -> Findings:
    """Find schools that a headteacher and a head of school both lead."""
    posts = ask.model.posts
    for school_id, _ in ask.each(ask.model.placements):
        leads = list(dict.fromkeys(lead.post for lead in ask.leads(school_id)))
        heads = [post_id for post_id in leads if posts[post_id].role in HEADS]
        others = [post_id for post_id in leads if posts[post_id].role == "head_of_school"]
        if not heads or not others:
            continue
        yield RULE.finding(
            ask,
            f"{wording.name(ask, school_id)} is led by a headteacher and by a head of school: "
            f"{wording.roll(ask, (*heads, *others))}.",
            "One of them is the head; a head of school who leads only a phase can be shown without “leads”.",
            subjects=[school_id, *heads, *others],
            path=[lead.line_id for lead in ask.leads(school_id) if lead.post in (*heads, *others)],
            fixes=[_only(ask, school_id, heads, others), _only(ask, school_id, others, heads)],
        )


def _only(ask: Questions, school_id: ThingId, kept: list[ThingId], others: list[ThingId]) -> Fix:
    members = ask.places.membership(school_id)
    steps = [
        repairs.unsay(kind, post_id, school_id, members) for post_id in others for kind in ("leads", "accountable_for")
    ]
    words = f"Let only {wording.names(ask, kept)} lead {wording.name(ask, school_id)}"
    return Fix(words, repairs.all_of(*steps))
