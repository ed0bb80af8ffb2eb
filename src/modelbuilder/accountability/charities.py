"""Charities that serve schools and do not govern them: what is drawn as governing, and what to draw instead."""

from collections.abc import Iterable

from modelbuilder.accountability import repairs
from modelbuilder.accountability.lines import Drawn
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Edit
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.bodies import BOARDS


def governs(ask: Questions, kind: str) -> list[tuple[ThingId, list[Drawn]]]:
    """List the bodies of a kind that are drawn as governing, with the lines."""
    rows = ((body_id, ask.lines.out("governs", body_id)) for body_id in ask.bodies_of_kind(kind))
    return [(body_id, lines) for body_id, lines in rows if lines]


def governed(ask: Questions, kind: str) -> list[tuple[ThingId, list[Drawn]]]:
    """List the bodies that are drawn as governing a group of a kind, with the lines."""
    groups = ask.model.groups
    found: dict[ThingId, list[Drawn]] = {}
    for drawn in ask.lines.of("governs"):
        if drawn.line.target in groups and groups[drawn.line.target].kind == kind:
            found.setdefault(drawn.line.source, []).append(drawn)
    return [(body_id, found[body_id]) for body_id in ask.sorted(found)]


def schools(ask: Questions, lines: Iterable[Drawn]) -> list[ThingId]:
    """List the schools that some lines mean."""
    return ask.sorted({school_id for drawn in lines for school_id in ask.places.schools(drawn.line.target)})


def boards_left(ask: Questions, body_id: ThingId, school_id: ThingId) -> list[ThingId]:
    """List the boards that a school has besides a body."""
    return [board for board in ask.boards(school_id, BOARDS) if board != body_id]


def no_longer(ask: Questions, body_id: ThingId, lines: Iterable[Drawn]) -> Edit:
    """Let a body govern no more: a school keeps its own board, or gets a governing body, and its head answers there."""
    rows = list(lines)
    steps = [repairs.undraw("governs", body_id, drawn.line.target) for drawn in rows]
    for school_id in schools(ask, rows):
        below = [p for p in ask.posts_at(school_id) if any(r.target == body_id for r in ask.ladder.above(p))]
        boards = boards_left(ask, body_id, school_id)
        if boards:
            steps += [repairs.answer_to(post_id, boards[0]) for post_id in below]
        elif ask.places.category(school_id) != "academy":
            steps.append(repairs.add_board("governing_body", school_id, below))
    return repairs.all_of(*steps)
