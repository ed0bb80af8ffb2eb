"""One person answers to themselves in another post

Two posts can be held by one person, but not when the one answers to the other: then nobody holds the lower
post to account. This is a matter of logic and our proposal [INF].

The rule compares people, so it cannot see anything where nobody is named. It looks at primary lines only.

Wrong:
    school "Fennimoor Primary"
    post EHT role=executive_headteacher held_by="Dai Okonedo-Reyes"
    post HoS role=head_of_school at="Fennimoor Primary" held_by="Dai Okonedo-Reyes"
    body GB kind=governing_body of="Fennimoor Primary"
    HoS leads "Fennimoor Primary" mode=head
    HoS accountable_to EHT
    EHT accountable_to GB

Right:
    school "Fennimoor Primary"
    post EHT role=executive_headteacher held_by="Dai Okonedo-Reyes"
    post HoS role=head_of_school at="Fennimoor Primary" held_by="Joss Ferrant"
    body GB kind=governing_body of="Fennimoor Primary"
    HoS leads "Fennimoor Primary" mode=head
    HoS accountable_to EHT
    EHT accountable_to GB
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity

RULE = Rule(
    code="R05",
    slug="same-person-above",
    title="Nobody answers to another post that they hold themselves",
    severity=Severity.ERROR,
    source="INF",
    standing="proposal",
)


def find(ask: Questions) -> Findings:
    """Find posts whose line comes to another post of the same person."""
    for person_id, held in ask.shared_by_one_person:
        for lower in held:
            way = ask.ladder.path(lower, set(held).__contains__)
            if not way:
                continue
            upper = way[-1]
            yield RULE.finding(
                ask,
                f"{wording.name(ask, person_id)} answers to themselves: as {wording.title(ask, lower)} to the post of "
                f"{wording.title(ask, upper)}.",
                "Somebody else has to hold each post to account.",
                subjects=[lower, upper],
                path=way,
                fixes=[
                    Fix(
                        f"Leave the post of {wording.title(ask, post_id)} vacant",
                        repairs.alter(post_id, person=None, status="vacant"),
                    )
                    for post_id in (lower, upper)
                ],
            )
