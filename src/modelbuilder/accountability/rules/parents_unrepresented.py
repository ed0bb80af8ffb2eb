"""Parents of a federated school have no governor

The governing body of a federation has a parent governor for each school in the regulations as they were made
[F2012-21]. We believe that a later change asks for two in all, but have not seen its text; so a parent of each
school, and at least two in all, is what we propose, as a warning.

The rule takes the number of parent governors that was typed, or else counts the seats that are drawn; where
each of them says which school it stands for, it looks for the schools without one. It cannot see where a
parent's child goes to school, and leaves out whether each school's head has a seat.

Wrong:
    group "Pellowby Federation" kind=hard_federation
    "Pellowby Primary" in "Pellowby Federation"
    "Fennimoor Primary" in "Pellowby Federation"
    "Pellowby Nursery" in "Pellowby Federation"
    school "Pellowby Primary"
    school "Fennimoor Primary"
    school "Pellowby Nursery"
    body FGB kind=governing_body of="Pellowby Federation" seats=9 parents=1
    post HT role=headteacher at="Pellowby Federation"
    HT leads "Pellowby Federation" mode=executive
    HT accountable_for "Pellowby Federation"
    HT accountable_to FGB

Right:
    group "Pellowby Federation" kind=hard_federation
    "Pellowby Primary" in "Pellowby Federation"
    "Fennimoor Primary" in "Pellowby Federation"
    "Pellowby Nursery" in "Pellowby Federation"
    school "Pellowby Primary"
    school "Fennimoor Primary"
    school "Pellowby Nursery"
    body FGB kind=governing_body of="Pellowby Federation" seats=9 parents=3
    post HT role=headteacher at="Pellowby Federation"
    HT leads "Pellowby Federation" mode=executive
    HT accountable_for "Pellowby Federation"
    HT accountable_to FGB
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import MOST_COUNTED, Findings, Fix, Option, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R32",
    slug="parents-unrepresented",
    title="Parents of each federated school are represented",
    severity=Severity.WARNING,
    source="F2012-21",
    standing="proposal",
    applies=("hard_federation",),
    options=(
        Option("fewest", 2, "parent governors in all"),
        Option("each", 1, "parent governors for each school"),
    ),
)


def find(ask: Questions) -> Findings:
    """Find federations with too few parent governors, or none of some school, where they are recorded."""
    fewest, each = RULE.count(ask, "fewest"), RULE.count(ask, "each")
    for group_id in ask.sorted(ask.model.groups):
        if ask.model.groups[group_id].kind != "hard_federation":
            continue
        schools = ask.places.members(group_id)
        for body_id in ask.boards_of_group(group_id, ["governing_body"]):
            parents = ask.seats.count(body_id, "parents")
            needed = min(max(fewest, each * len(schools)), MOST_COUNTED)
            missing = _missing(ask, body_id, schools) if each else []
            if parents is None or (parents >= needed and not missing):
                continue
            board, whole = wording.name(ask, body_id), wording.number(needed)
            if parents < needed:
                held = wording.counted(parents, "parent governor")
                number = len(schools)
                message = f"{board} has {held} for {wording.counted(number, 'school')}."
                fixes = [Fix(f"Set the number of parent governors to {whole}", repairs.alter(body_id, parents=needed))]
            else:
                message = f"No parent governor of {board} stands for {wording.labels(ask, missing)}."
                fixes = []
            yield RULE.finding(
                ask,
                message,
                "One governing body for several schools should still hear the parents of each.",
                subjects=[body_id, *missing],
                fixes=fixes,
            )


def _missing(ask: Questions, body_id: ThingId, schools: tuple[ThingId, ...]) -> list[ThingId]:
    """List the schools without a parent, once each parent governor drawn says for which school."""
    seats = [seat for row in ask.seats.people(body_id).values() for seat in row if "parent" in seat.capacity]
    heard = {seat.represents for seat in seats}
    typed = ask.model.bodies[body_id].parents
    if not seats or None in heard or (typed is not None and typed > len(seats)):
        return []
    return [school_id for school_id in schools if school_id not in heard]
