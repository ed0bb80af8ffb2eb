"""A new executive has nobody for support

Executive heads report that support ends once they are appointed [S3]. Whoever is new in such a post, or as chief
executive of a trust, needs a mentor, or support from the board, the local authority or a leader elsewhere. This
is practice.

The rule looks at posts that are marked as new, for lines of coaching, mentoring and support to the post or its
holder. It cannot see who is new if nobody says so.

Wrong:
    group "Pellowby Federation" kind=hard_federation
    "Pellowby Primary" in "Pellowby Federation"
    "Fennimoor Primary" in "Pellowby Federation"
    school "Pellowby Primary"
    school "Fennimoor Primary"
    body FGB kind=governing_body of="Pellowby Federation"
    post EHT role=executive_headteacher at="Pellowby Federation" new=yes held_by="Dai Okonedo-Reyes"
    post HoS1 role=head_of_school at="Pellowby Primary" held_by="Marta Quill"
    post HoS2 role=head_of_school at="Fennimoor Primary" held_by="Joss Ferrant"
    HoS1 leads "Pellowby Primary" mode=head
    HoS2 leads "Fennimoor Primary" mode=head
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    EHT accountable_to FGB
    HoS1 peer_support HoS2

Right:
    group "Pellowby Federation" kind=hard_federation
    "Pellowby Primary" in "Pellowby Federation"
    "Fennimoor Primary" in "Pellowby Federation"
    school "Pellowby Primary"
    school "Fennimoor Primary"
    body FGB kind=governing_body of="Pellowby Federation"
    post EHT role=executive_headteacher at="Pellowby Federation" new=yes held_by="Dai Okonedo-Reyes"
    post HoS1 role=head_of_school at="Pellowby Primary" held_by="Marta Quill"
    post HoS2 role=head_of_school at="Fennimoor Primary" held_by="Joss Ferrant"
    HoS1 leads "Pellowby Primary" mode=head
    HoS2 leads "Fennimoor Primary" mode=head
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    EHT accountable_to FGB
    HoS1 peer_support HoS2
    person "Rosalind Achterberg"
    "Rosalind Achterberg" coaches EHT
"""

from collections.abc import Iterator

from modelbuilder.accountability import appointments, company, repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.roles import EXECUTIVES

RULE = Rule(
    code="R75",
    slug="new-executive-without-support",
    title="A new executive or chief executive has support",
    severity=Severity.WARNING,
    source="S3",
    standing="practice",
    applies=("executive_headship", "chief_executive"),
)


def find(ask: Questions) -> Findings:
    """Find executives who are new and to whom no line of support comes."""
    for post_id, post in ask.each(ask.model.posts):
        if not post.new or post.role not in EXECUTIVES or post.status == "vacant":
            continue
        if company.guides(ask, post_id) or company.helpers(ask, post_id):
            continue
        yield RULE.finding(
            ask,
            f"{wording.subject(ask, post_id)} is new, and nobody is drawn who coaches or supports.",
            "The first year decides; somebody who has done the work should be at hand.",
            subjects=[post_id],
            fixes=_fixes(ask, post_id),
        )


def _fixes(ask: Questions, post_id: ThingId) -> Iterator[Fix]:
    named = wording.name(ask, post_id)
    yield Fix(f"Add a mentor for {named}", appointments.add_figure("Mentor", "mentors", post_id))
    for kind in ("system_leader", "local_authority"):
        for body_id in ask.bodies_of_kind(kind)[:1]:
            words = f"Let {wording.name(ask, body_id)} support and challenge {named}"
            yield Fix(words, repairs.draw("supports_challenges", body_id, post_id))
