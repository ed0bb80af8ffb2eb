"""The model as a networkx graph: everything that stands in it, joined by relations."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import fact
from modelbuilder.document.records import HELD_TABLES, Document, Model
from modelbuilder.vocabulary.bodies import BODIES

if TYPE_CHECKING:
    import networkx as nx

Graph: TypeAlias = "nx.MultiDiGraph[ThingId]"
_Node: TypeAlias = tuple[ThingId, dict[str, Any]]
_Edge: TypeAlias = Any  # source, target, key, data: types-networkx knows only edges without a key


def graph_of(document: Document, model: Model) -> Graph:
    """Build the graph of a model: an edge is keyed by its relation and carries the id of its line.

    Standing in a box is an edge `part_of` without a line; a person is joined by `holds` to their posts.
    Two lines of one relation between the same two things are one edge.
    """
    import networkx as nx  # a quarter of a second, so only when a graph is wanted

    graph: Graph = nx.MultiDiGraph()
    graph.add_nodes_from(_nodes(document, model))
    holdings = list(_holdings(model))
    graph.add_nodes_from((edge[0] for edge in holdings), kind="person")
    graph.add_edges_from(holdings)
    nodes = graph.nodes
    edges: list[_Edge] = []
    for name, field in HELD_TABLES.items():
        for thing_id, record in getattr(model, name).items():
            holder = getattr(record, field)
            if holder is not None and holder in nodes:
                edges.append((thing_id, holder, "part_of", {"line": None}))
    for line_id, line in model.lines.items():
        if line.source in nodes and line.target in nodes:
            data = {"line": line_id, "primary": line.primary, "mode": line.mode}
            edges.append((line.source, line.target, line.kind, data))
    graph.add_edges_from(edges)
    return graph


def _nodes(document: Document, model: Model) -> Iterator[_Node]:
    employers = {line.target: line.source for line in model.lines.values() if line.kind == "employs"}
    for post_id, post in model.posts.items():
        employer = employers.get(post_id)
        yield post_id, {"kind": "post", "type": post.role, "person": post.person, "employer": employer}
    for body_id, body in model.bodies.items():
        kind = "external" if BODIES[body.kind].outside else "body"
        yield body_id, {"kind": kind, "type": body.kind}
    for group_id, group in model.groups.items():
        yield group_id, {"kind": "container", "type": group.kind}
    for school_id in model.placements:
        facts = {name: fact(document, model, school_id, name) for name in _SCHOOL_FACTS}
        yield school_id, {"kind": "school", **facts}
    for person_id in model.figures:
        yield person_id, {"kind": "person"}


_SCHOOL_FACTS = ("type", "category", "phase", "pupils", "easting", "northing")


def _holdings(model: Model) -> Iterator[_Edge]:
    ends = {end for line in model.lines.values() for end in (line.source, line.target)}
    held: dict[ThingId, list[ThingId]] = {}
    for post_id, post in model.posts.items():
        if post.person is not None:
            held.setdefault(post.person, []).append(post_id)
    for person_id, posts in held.items():
        if len(posts) > 1 or person_id in ends or person_id in model.figures:
            for post_id in posts:
                yield person_id, post_id, "holds", {"line": None}
