"""Parents have no voice in a trust

A multi-academy trust has two parents among its trustees, or two on every local governing body [KEY-SIZE]: so
the model articles, as a guide for governors reports them. This is guidance.

The rule takes the numbers of parents that were typed, or else counts the seats that are drawn. It cannot see
parents of whom nothing is recorded: where that leaves it open it is silent.

Wrong:
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Learning Trust"
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    school "Merrivane High" category=academy
    school "Hexley Vale Primary" category=academy
    body TB kind=trust_board of="Merrivane Learning Trust" seats=9 parents=0
    body LGB1 kind=local_governing_body at="Merrivane High" parents=2
    body LGB2 kind=local_governing_body at="Hexley Vale Primary" parents=0
    post CEO role=ceo at="Merrivane Learning Trust" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    post HT1 role=headteacher at="Merrivane High" held_by="Lucian Farthingale"
    post HT2 role=headteacher at="Hexley Vale Primary" held_by="Simeon Underhay"
    HT1 leads "Merrivane High" mode=head
    HT2 leads "Hexley Vale Primary" mode=head
    HT1 accountable_to CEO
    HT2 accountable_to CEO
    CEO accountable_to TB
    LGB1 accountable_to TB
    LGB2 accountable_to TB
    TB delegates_to LGB1
    TB delegates_to LGB2

Right:
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Learning Trust"
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    school "Merrivane High" category=academy
    school "Hexley Vale Primary" category=academy
    body TB kind=trust_board of="Merrivane Learning Trust" seats=9 parents=0
    body LGB1 kind=local_governing_body at="Merrivane High" parents=2
    body LGB2 kind=local_governing_body at="Hexley Vale Primary" parents=2
    post CEO role=ceo at="Merrivane Learning Trust" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    post HT1 role=headteacher at="Merrivane High" held_by="Lucian Farthingale"
    post HT2 role=headteacher at="Hexley Vale Primary" held_by="Simeon Underhay"
    HT1 leads "Merrivane High" mode=head
    HT2 leads "Hexley Vale Primary" mode=head
    HT1 accountable_to CEO
    HT2 accountable_to CEO
    CEO accountable_to TB
    LGB1 accountable_to TB
    LGB2 accountable_to TB
    TB delegates_to LGB1
    TB delegates_to LGB2
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Option, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R54",
    slug="no-parent-voice",
    title="Parents have two seats among the trustees or on every local governing body",
    severity=Severity.WARNING,
    source="KEY-SIZE",
    standing="guidance",
    applies=("multi_academy_trust",),
    options=(Option("fewest", 2, "parents on the board of trustees, or on each local governing body"),),
)


def find(ask: Questions) -> Findings:
    """Find multi-academy trusts without enough parents on the board and on each local governing body."""
    fewest = RULE.count(ask, "fewest")
    for trust_id in ask.trusts.all:
        if ask.model.groups[trust_id].kind != "multi_academy_trust":
            continue
        boards = ask.sorted(ask.trusts.boards(trust_id))
        on_board = [ask.seats.count(board, "parents") for board in boards]
        if any(number is not None and number >= fewest for number in on_board):
            continue
        local = ask.local_tier(trust_id)
        short = [body_id for body_id in local if (ask.seats.count(body_id, "parents") or 0) < fewest]
        known = [body_id for body_id in short if ask.seats.count(body_id, "parents") is not None]
        if not known and (local or not any(number is not None for number in on_board)):
            continue
        trust, two = wording.name(ask, trust_id), wording.number(fewest)
        missing = f"nor {'does' if len(known) == 1 else 'do'} {wording.names(ask, known)}" if known else ""
        yield RULE.finding(
            ask,
            f"The trustees of {trust} do not have {two} parents among them{', ' if missing else ''}{missing}.",
            f"Parents have {two} seats on the board of trustees, or {two} on each local governing body.",
            subjects=[trust_id, *boards, *known],
            fixes=[*_give(ask, boards[:1], fewest, "among the trustees"), *_give(ask, short, fewest)],
        )


def _give(ask: Questions, bodies: list[ThingId], number: int, where: str = "") -> list[Fix]:
    steps = [repairs.alter(body_id, parents=number) for body_id in bodies]
    where = where or f"on {wording.listed((wording.name(ask, body_id) for body_id in bodies), 2)}"
    return [Fix(f"Give parents {wording.counted(number, 'seat')} {where}", repairs.all_of(*steps))] if steps else []
