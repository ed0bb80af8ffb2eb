"""It is not clear who is the public face of a school

Each school has one person whom parents know as the head: someone who works at the school, not the executive
above it [S3]. This is practice, from the seed model of executive headship.

The rule is silent until one public face is recorded anywhere in the model. Two co-headteachers may share the
part. It cannot see who stands at the gate.

Wrong:
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
    HoS1 public_face_of "Pellowby Primary"
    EHT public_face_of "Fennimoor Primary"

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
    HoS1 public_face_of "Pellowby Primary"
    HoS2 public_face_of "Fennimoor Primary"
"""

from collections.abc import Iterator, Sequence

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R65",
    slug="public-face-unclear",
    title="Each school has one public face, who works there",
    severity=Severity.WARNING,
    source="S3",
    standing="practice",
)


def find(ask: Questions) -> Findings:
    """Find schools without one public face on the spot, once any is recorded."""
    if not ask.lines.of("public_face_of"):
        return
    for school_id, _ in ask.each(ask.model.placements):
        faces = ask.faces(school_id)
        posts = tuple(dict.fromkeys(drawn.line.source for drawn in faces))
        fault = _fault(ask, school_id, posts)
        if fault:
            yield RULE.finding(
                ask,
                fault,
                "Parents and pupils know one person as the head: someone who works at the school.",
                subjects=[*posts, school_id] if len(posts) == 1 else [school_id, *posts],
                path=[drawn.id for drawn in faces],
                fixes=_fixes(ask, school_id, posts),
            )


def _fault(ask: Questions, school_id: ThingId, posts: Sequence[ThingId]) -> str:
    school, rows = wording.name(ask, school_id), [ask.model.posts[post_id] for post_id in posts]
    if not posts:
        return f"{school} has no public face."
    if len(posts) > 1 and not all(post.role == "co_headteacher" for post in rows):
        return f"{school} has {wording.number(len(posts))} public faces: {wording.names(ask, posts)}."
    if any((ask.rank(post_id) or 9) <= 3 for post_id in posts):
        return f"{wording.subject(ask, posts[0])} is the public face of {school}, though not its head on site."
    if any(school_id not in ask.schools_of(post_id) and post.at for post_id, post in zip(posts, rows, strict=True)):
        return f"{wording.subject(ask, posts[0])} is the public face of {school}, but does not work there."
    return ""


def _fixes(ask: Questions, school_id: ThingId, posts: Sequence[ThingId]) -> Iterator[Fix]:
    heads = [lead.post for lead in ask.day_to_day(school_id) if (ask.rank(lead.post) or 0) > 3]
    members = ask.places.membership(school_id)
    for face in list(dict.fromkeys([*heads, *(post_id for post_id in posts if post_id in heads)]))[:2]:
        steps = [repairs.unsay("public_face_of", post_id, school_id, members) for post_id in posts if post_id != face]
        steps.append(repairs.draw("public_face_of", face, school_id))
        yield Fix(f"Make {wording.name(ask, face)} the public face", repairs.all_of(*steps))
