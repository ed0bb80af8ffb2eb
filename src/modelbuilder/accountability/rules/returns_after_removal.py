"""What an earlier stage removed is there again

A story is told stage by stage. What one stage takes away does not come back later by itself: either it was
forgotten to leave it out, or it returns on purpose, and then the stage should say so. This is our proposal
[INF].

The rule compares a stage with the earlier stages of its story. It looks at schools, groups, posts and bodies,
and cannot see that one of these returns under another handle.

Wrong:
    stage B/1 "A hub supports"
    outside LA kind=local_authority
    outside TSH kind=teaching_school_hub
    stage B/2 "The hub withdraws"
    remove TSH
    stage B/3 "Later"
    outside TSH kind=teaching_school_hub

Right:
    stage B/1 "A hub supports"
    outside LA kind=local_authority
    outside TSH kind=teaching_school_hub
    stage B/2 "The hub withdraws"
    remove TSH
    stage B/3 "The hub is back"
    outside TSH kind=teaching_school_hub again=yes
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import ancestors, holder_of
from modelbuilder.document.records import Model
from modelbuilder.document.stories import address, stages

RULE = Rule(
    code="R96",
    slug="returns-after-removal",
    title="Nothing returns in a later stage by mistake",
    severity=Severity.ERROR,
    source="INF",
    standing="proposal",
    applies=("stories",),
)

_TABLES = ("groups", "placements", "posts", "bodies")


def find(ask: Questions) -> Findings:
    """Find things that the stage before does not have, though an earlier one had them."""
    at = address(ask.model.label)
    if at is None:
        return
    earlier = [model for _, model in stages(ask.document, at[0]) if (address(model.label) or at) < at]
    back = _returned(ask.model, earlier)
    for thing_id in ask.sorted(back):
        if holder_of(ask.model, thing_id) in back:
            continue
        along = [thing_id, *(one for one in back if one != thing_id and _stands_in(ask.model, one, thing_id))]
        last = next(model for model in reversed(earlier) if thing_id in _things(model))
        named = wording.name(ask, thing_id)
        mark = repairs.all_of(*(repairs.alter(one, again=True) for one in along))
        yield RULE.finding(
            ask,
            f"{named} is there again in stage {ask.model.label}, though it was gone after stage {last.label}.",
            "Say that it returns on purpose, or leave it out.",
            subjects=[thing_id],
            fixes=[
                Fix(f"Say that {named} returns on purpose", mark),
                Fix(f"Leave {named} out", repairs.remove(thing_id)),
            ],
        )


def _things(model: Model) -> set[ThingId]:
    return {thing_id for name in _TABLES for thing_id in getattr(model, name)}


def _returned(model: Model, earlier: list[Model]) -> set[ThingId]:
    if len(earlier) < 2:
        return set()
    gone = set().union(*map(_things, earlier[:-1])) - _things(earlier[-1])
    return {
        thing_id
        for name in _TABLES
        for thing_id, row in getattr(model, name).items()
        if thing_id in gone and not row.again
    }


def _stands_in(model: Model, thing_id: ThingId, box: ThingId) -> bool:
    return box in set(ancestors(model, thing_id))
