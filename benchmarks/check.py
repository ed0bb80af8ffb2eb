"""Check: all rules over one model; the floor builds the same graph in networkx and asks two questions of it."""

import networkx as nx

from benchmarks.clock import Row, alternating
from benchmarks.trusts import document
from modelbuilder.accountability.findings import check
from modelbuilder.document.records import HELD_TABLES, Model


def measure(*, quick: bool = False) -> list[Row]:
    """Check models of 100, 1,000 and 10,000 cards; the floor is the graph, is_directed_acyclic_graph and SCC."""
    return [_row(cards) for cards in ((100, 1_000) if quick else (100, 1_000, 10_000))]


def _row(cards: int) -> Row:
    found = document(cards)
    model_id = found.order[0]
    nodes, edges = _plain(found.models[model_id])

    def floor() -> None:
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(nodes)
        graph.add_edges_from(edges)
        nx.is_directed_acyclic_graph(graph)
        assert len(list(nx.strongly_connected_components(graph))) <= len(nodes)

    ours, least = alternating(lambda: check(found, model_id), floor, 9)
    return Row(f"check all rules in {cards:,} cards", ours, least)


def _plain(model: Model) -> tuple[list[str], list[tuple[str, str]]]:
    nodes: list[str] = []
    edges: list[tuple[str, str]] = [(line.source, line.target) for line in model.lines.values()]
    for name, field in HELD_TABLES.items():
        for one, record in getattr(model, name).items():
            nodes.append(one)
            if (holder := getattr(record, field)) is not None:
                edges.append((one, holder))
    return nodes, edges
