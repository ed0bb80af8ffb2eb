"""A trust has no board of trustees, or several

A trust has one board of trustees, which is legally accountable for everything in it [ATH1]. Local governing
bodies are its committees. The academy trust handbook says so, as guidance that the funding agreement makes
binding; charity and company law stand behind it.

The rule counts boards that stand in the trust, are part of it or govern it. It cannot see a board that is not
drawn.

Wrong:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body TB kind=trust_board of="Merrivane Trust"
    body Dir kind=trust_board at="Merrivane Trust" label="Board of Directors"
    post P role=principal at="Merrivane High" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB

Right:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body TB kind=trust_board of="Merrivane Trust"
    post P role=principal at="Merrivane High" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB
"""

from modelbuilder.accountability import repairs, suggestions, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity

RULE = Rule(
    code="R40",
    slug="trust-board-count",
    title="A trust has exactly one board of trustees",
    severity=Severity.ERROR,
    source="ATH1",
    standing="guidance",
    applies=("trusts",),
)


def find(ask: Questions) -> Findings:
    """Find trusts whose boards of trustees are not one."""
    for trust_id in ask.trusts.all:
        boards = ask.sorted(ask.trusts.boards(trust_id))
        trust = wording.name(ask, trust_id)
        if not boards:
            leaders = [p for p in ask.sorted(ask.trusts.posts(trust_id)) if (ask.rank(p) or 9) <= 4]
            chiefs = [post_id for post_id in leaders if ask.model.posts[post_id].role == "ceo"] or leaders
            below = [post_id for post_id in chiefs if ask.stranded(post_id)]
            fixes = [
                Fix(f"Let {wording.name(ask, board_id)} govern {trust}", repairs.draw("governs", board_id, trust_id))
                for board_id in suggestions.boards_beside(ask)
                if ask.model.bodies[board_id].kind == "trust_board"
            ]
            add = repairs.add_board("trust_board", trust_id, [*below, *suggestions.local_bodies(ask, trust_id)])
            fixes.append(Fix(f"Add a board of trustees to {trust}", add))
            message = f"{trust} has no board of trustees."
        elif len(boards) > 1:
            names = wording.distinct(ask, boards)
            message = f"{trust} has {wording.number(len(boards))} boards of trustees."
            fixes = []
            for kept in boards:
                steps = [repairs.merge_body(other, kept) for other in boards if other != kept]
                steps.append(repairs.draw("governs", kept, trust_id))
                fixes.append(Fix(f"Keep only {names[kept]}", repairs.all_of(*steps)))
        else:
            continue
        yield RULE.finding(
            ask,
            message,
            "One board of trustees answers in law for every academy of the trust.",
            subjects=[trust_id, *boards],
            fixes=fixes,
        )
