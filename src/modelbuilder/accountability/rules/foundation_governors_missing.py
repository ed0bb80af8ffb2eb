"""A church or foundation school lacks foundation governors

A foundation school with a foundation, and a voluntary controlled school, have at least two foundation governors
[C2012-14]. In a voluntary aided school they are the majority; that we have from general knowledge and did not
look up [GK], so the rule as a whole is a proposal and a warning.

The rule looks at the type of the one school that a governing body governs and at the number of foundation
governors, typed or drawn. It cannot see whether a foundation appoints the majority by its own deeds, and leaves
federations out.

Wrong:
    school "St Wilfrith's" category=maintained type=voluntary_aided
    body GB kind=governing_body of="St Wilfrith's" seats=12 foundation=2
    post HT role=headteacher at="St Wilfrith's"
    HT leads "St Wilfrith's" mode=head
    HT accountable_to GB

Right:
    school "St Wilfrith's" category=maintained type=voluntary_aided
    body GB kind=governing_body of="St Wilfrith's" seats=12 foundation=7
    post HT role=headteacher at="St Wilfrith's"
    HT leads "St Wilfrith's" mode=head
    HT accountable_to GB
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Option, Rule, Severity
from modelbuilder.document.lookup import fact
from modelbuilder.vocabulary.schools import TYPES

RULE = Rule(
    code="R34",
    slug="foundation-governors-missing",
    title="Church and foundation schools have enough foundation governors",
    severity=Severity.WARNING,
    source="C2012-14, GK",
    standing="proposal",
    applies=("church_and_foundation_schools",),
    options=(Option("fewest", 2, "foundation governors on a governing body"),),
)

_MAJORITY = "voluntary_aided"
_SOME = frozenset({"voluntary_controlled", "foundation", "trust_school"})


def find(ask: Questions) -> Findings:
    """Find governing bodies of church and foundation schools with too few foundation governors."""
    fewest = RULE.count(ask, "fewest")
    for body_id in ask.maintained_boards:
        schools = ask.governed_by(body_id)
        kind = str(fact(ask.document, ask.model, schools[0], "type") or "") if len(schools) == 1 else ""
        held, number = ask.seats.count(body_id, "foundation"), ask.seats.all(body_id)
        if held is None or (kind != _MAJORITY and kind not in _SOME):
            continue
        majority = (number or 0) // 2 + 1 if kind == _MAJORITY else 0
        needed = max(majority, fewest)
        if held >= needed or (kind == _MAJORITY and not number) or ask.seats.with_capacity(body_id, "partnership"):
            continue
        have = wording.counted(held, "foundation governor")
        of = f" among {wording.number(number)}" if number else ""
        wanted = "the majority" if needed == majority else f"at least {wording.number(fewest)}"
        yield RULE.finding(
            ask,
            f"{wording.name(ask, body_id)} has {have}{of}.",
            f"In a {TYPES[kind]} school foundation governors are {wanted}: they keep its character.",
            subjects=[body_id, schools[0]],
            fixes=[
                Fix(
                    f"Set the number of foundation governors to {wording.number(needed)}",
                    repairs.alter(body_id, foundation=needed),
                )
            ],
        )
