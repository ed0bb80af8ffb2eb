"""A head line manages the head of another school

Two headteachers are equals. A head who manages another school's head is an executive headteacher, and is
better called so; a head who only helps another gives support. In law an “executive head” of a school whose
own head stays in post is no more than an adviser [TES08]. This is practice.

The rule looks at primary lines between posts of the rank of a head at different schools. It cannot see an
agreement by which one head is in truth an executive.

Wrong:
    group "Dunnockley Federation" kind=hard_federation
    "Dunnockley Infant" in "Dunnockley Federation"
    "Dunnockley Junior" in "Dunnockley Federation"
    school "Dunnockley Infant"
    school "Dunnockley Junior"
    body FGB kind=governing_body of="Dunnockley Federation"
    post HT1 role=headteacher at="Dunnockley Infant" held_by="Ada Finch"
    post HT2 role=headteacher at="Dunnockley Junior" held_by="Tom Sorrel"
    HT1 leads "Dunnockley Infant" mode=head
    HT2 leads "Dunnockley Junior" mode=head
    HT1 accountable_to HT2
    HT2 accountable_to FGB

Right:
    group "Dunnockley Federation" kind=hard_federation
    "Dunnockley Infant" in "Dunnockley Federation"
    "Dunnockley Junior" in "Dunnockley Federation"
    school "Dunnockley Infant"
    school "Dunnockley Junior"
    body FGB kind=governing_body of="Dunnockley Federation"
    post HT1 role=headteacher at="Dunnockley Infant" held_by="Ada Finch"
    post HT2 role=headteacher at="Dunnockley Junior" held_by="Tom Sorrel"
    HT1 leads "Dunnockley Infant" mode=head
    HT2 leads "Dunnockley Junior" mode=head
    HT1 accountable_to FGB
    HT2 accountable_to FGB
    HT2 supports_challenges HT1
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs, suggestions, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R13",
    slug="head-manages-head",
    title="A head does not line manage another school’s head",
    severity=Severity.WARNING,
    source="TES08",
    standing="practice",
)


def find(ask: Questions) -> Findings:
    """Find primary lines from one school's head to another's."""
    for lower, _ in ask.each(ask.model.posts):
        for rung in ask.ladder.above(lower) if ask.rank(lower) == 4 else ():
            upper = rung.target
            if ask.rank(upper) != 4 or ask.model.posts[upper].accounting_officer:
                continue
            if any((lower, upper) == pair[1:] for pair in ask.answers_to_supporter):
                continue  # the rule on support says it better
            own, others = ask.schools_of(lower), ask.schools_of(upper)
            if not own or not others or set(own) & set(others):
                continue
            yield RULE.finding(
                ask,
                f"{wording.subject(ask, lower)} answers to the head of {wording.labels(ask, others)}, "
                f"{wording.name(ask, upper)}.",
                "Heads of two schools are equals: one who manages the other is an executive head.",
                subjects=[lower, upper],
                path=[rung.line_id],
                fixes=_fixes(ask, lower, upper),
            )


def _fixes(ask: Questions, lower: ThingId, upper: ThingId) -> Iterator[Fix]:
    named = wording.name(ask, upper)
    promote = [repairs.alter(upper, role="executive_headteacher", label="")]
    promote += [repairs.draw("accountable_for", upper, school_id) for school_id in ask.schools_of(upper)]
    yield Fix(f"Make {named} an executive headteacher", repairs.all_of(*promote))
    support = repairs.all_of(
        repairs.undraw("accountable_to", lower, upper), repairs.draw("supports_challenges", upper, lower)
    )
    for target in suggestions.could_answer_to(ask, lower)[:1]:
        support = repairs.all_of(support, repairs.answer_to(lower, target))
    yield Fix(f"Let {named} support and challenge {wording.name(ask, lower)} instead", support)
