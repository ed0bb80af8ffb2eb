"""The people on whom a model hangs: without them others lose their only line to a board."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.stand_ins import human, is_vacant
from modelbuilder.document.ids import ThingId

if TYPE_CHECKING:
    import networkx as nx

_BOARDS = ThingId("")
"""All boards in one: no thing has an empty id."""


@dataclass(frozen=True, slots=True)
class Keystone:
    """What hangs on one person: schools and posts of others whose every primary line to a board runs there.

    `joint` tells that the lines of accountability, secondary ones too, fall apart without the person.
    """

    schools: tuple[ThingId, ...] = ()
    posts: tuple[ThingId, ...] = ()
    joint: bool = False


def keystones(ask: Questions) -> dict[ThingId, Keystone]:
    """Map each person on whom something hangs, or each post that names nobody, onto what hangs there.

    What hangs on a person are the things that the person dominates in the graph of accountability, read from the
    boards down; joints are its articulation points.
    """
    import networkx as nx  # a quarter of a second, so only when measures are wanted

    above = nx.immediate_dominators(_downward(ask), _BOARDS)
    hanging: dict[ThingId, list[ThingId]] = {}
    for thing_id in above:
        step = above[thing_id]
        while step is not None and step not in (_BOARDS, thing_id):
            hanging.setdefault(step, []).append(thing_id)
            step = above[step]
    joints = set(nx.articulation_points(_joined(ask)))
    schools = ask.model.placements
    return {
        one: Keystone(
            schools=tuple(ask.sorted(thing_id for thing_id in hanging.get(one, ()) if thing_id in schools)),
            posts=tuple(
                ask.sorted(p for thing_id in hanging.get(one, ()) for p in _held(ask, thing_id) if human(ask, p) != one)
            ),
            joint=one in joints,
        )
        for one in hanging.keys() | joints
        if one not in ask.model.bodies and one not in schools
    }


def _held(ask: Questions, thing_id: ThingId) -> list[ThingId]:
    """List the posts of a person that reach a board; a post that names nobody is its own."""
    posts = [thing_id] if thing_id in ask.model.posts else ask.posts_held(thing_id)
    return [post_id for post_id in posts if post_id in ask.ladder.answered]


def _downward(ask: Questions) -> "nx.DiGraph[ThingId]":
    """Return the graph from the boards down to the schools; whoever holds several posts is one in it."""
    import networkx as nx

    answered = ask.ladder.answered
    graph: nx.DiGraph[ThingId] = nx.DiGraph()
    graph.add_node(_BOARDS)
    graph.add_edges_from((_BOARDS, board_id) for board_id in ask.all_boards)
    for thing_id in answered:
        for rung in ask.ladder.above(thing_id):
            if rung.target not in answered and rung.target in ask.model.bodies:
                graph.add_edge(_BOARDS, rung.target)  # a partnership's board, or an agency
            graph.add_edge(human(ask, rung.target), human(ask, thing_id))
    for school_id in ask.model.placements:
        leaders = (lead.post for lead in ask.day_to_day(school_id) if not is_vacant(ask, lead.post))
        graph.add_edges_from((human(ask, post_id), school_id) for post_id in leaders if post_id in answered)
    return graph


def _joined(ask: Questions) -> "nx.Graph[ThingId]":
    """Return who is joined to whom by any line of accountability."""
    import networkx as nx

    graph: nx.Graph[ThingId] = nx.Graph()
    for _, line in ask.lines.of("accountable_to"):
        graph.add_edge(human(ask, line.source), human(ask, line.target))
    return graph
