"""A governing body lacks governors of some kind

The governing body of a maintained school has at least two parent governors, a staff governor, a governor whom
the local authority nominates, and the headteacher, unless the head resigns the seat [C2012-13]. A federation's
parents are the business of R32.

The rule takes the numbers that were typed, or else counts the seats that are drawn; it looks for the head only
where all seats are drawn. It cannot see a head who resigned the seat, and is silent about a kind of governor of
which nothing is recorded.

Wrong:
    school "Ash Lane Primary" category=maintained
    body GB kind=governing_body of="Ash Lane Primary" seats=9 parents=0 staff=1 la=1
    post HT role=headteacher at="Ash Lane Primary"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB

Right:
    school "Ash Lane Primary" category=maintained
    body GB kind=governing_body of="Ash Lane Primary" seats=9 parents=2 staff=1 la=1
    post HT role=headteacher at="Ash Lane Primary"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Edit, Findings, Fix, Option, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.roles import HEADS

RULE = Rule(
    code="R31",
    slug="governors-missing",
    title="A governing body has parent, staff and local authority governors, and the head",
    severity=Severity.WARNING,
    source="C2012-13",
    standing="law",
    applies=("maintained",),
    options=(
        Option("parents", 2, "parent governors on a governing body"),
        Option("staff", 1, "staff governors on a governing body"),
        Option("la", 1, "local authority governors on a governing body"),
    ),
)

_WORDS = {"parents": "parent governor", "staff": "staff governor", "la": "local authority governor"}


def find(ask: Questions) -> Findings:
    """Find governing bodies of maintained schools that lack governors of a kind, where that is recorded."""
    fewest = {what: RULE.count(ask, what) for what in _WORDS}
    needed = {what: wording.counted(number, _WORDS[what]) for what, number in fewest.items()}
    for body_id in ask.maintained_boards:
        short = dict(_short(ask, body_id, fewest))
        heads = _unseated(ask, body_id)
        lacks = [_lacking(what, number, fewest[what]) for what, number in short.items()]
        lacks += [f"no seat for {wording.name(ask, head)}" for head in heads]
        if not lacks:
            continue
        fixes = [Fix(f"Give {wording.name(ask, h)} the head’s seat", _seat(h, body_id)) for h in heads]
        if short:
            words = wording.listed(needed[what] for what in short)
            numbers = {what: fewest[what] for what in short}
            steps = [repairs.alter(body_id, **numbers), *(_seat(head, body_id) for head in heads)]
            fixes = [Fix(f"Record {words}", repairs.all_of(*steps))]
        yield RULE.finding(
            ask,
            f"{wording.name(ask, body_id)} has {wording.listed(lacks)}.",
            f"A governing body has {wording.listed(needed.values())} at least, and its head.",
            subjects=[body_id, *heads],
            fixes=fixes,
        )


def _short(ask: Questions, body_id: ThingId, fewest: dict[str, int]) -> Iterator[tuple[str, int]]:
    federation = any(ask.places.federations(school_id) for school_id in ask.governed_by(body_id))
    for what, least in fewest.items():
        number = ask.seats.count(body_id, what)
        if number is not None and number < least and not (federation and what == "parents"):
            yield what, number


def _unseated(ask: Questions, body_id: ThingId) -> list[ThingId]:
    """List the heads of the schools if all seats are drawn, and none of them is a head's."""
    people = ask.seats.people(body_id)
    if not people or not ask.seats.listed(body_id):
        return []
    posts = ask.model.posts
    schools = ask.governed_by(body_id)
    above = dict.fromkeys(p for school_id in schools for p in ask.ultimate(school_id))
    heads = [p for p in above if posts[p].role in HEADS and posts[p].status != "vacant"]
    seated = any(p in people or posts[p].person in people for p in above)
    return [] if seated or len(heads) != 1 else heads


def _seat(head: ThingId, body_id: ThingId) -> Edit:
    return repairs.draw("sits_on", head, body_id, capacity=("ex_officio",))


def _lacking(what: str, number: int, least: int) -> str:
    if number:
        return f"only {wording.counted(number, _WORDS[what])}"
    return f"no {_WORDS[what]}{'' if least == 1 else 's'}"
