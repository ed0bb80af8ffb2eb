"""Check: all rules over one model; the floor builds the same graph in networkx and asks two questions of it."""

from dataclasses import replace

import networkx as nx

from benchmarks.clock import Row, alternating
from benchmarks.large_trust import large_trust
from benchmarks.trusts import document
from modelbuilder.accountability.findings import check
from modelbuilder.document.records import HELD_TABLES, Document, Model


def measure(*, quick: bool = False) -> list[Row]:
    """Check models of 100 to 10,000 cards and large trusts; the floor: the graph, is_directed_acyclic_graph and SCC."""
    rows = [
        _row(f"check all rules in {cards:,} cards", document(cards))
        for cards in ((100, 1_000) if quick else (100, 1_000, 10_000))
    ]
    for schools, most in ((40, 1000 / 60), (100, 50.0)):
        row = _row(f"check all rules in a trust of {schools} schools, ten posts each", large_trust(schools))
        rows.append(replace(row, most_ms=most))
    return rows


def _row(what: str, found: Document) -> Row:
    model_id = found.order[0]
    nodes, edges = _plain(found.models[model_id])

    def floor() -> None:
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(nodes)
        graph.add_edges_from(edges)
        nx.is_directed_acyclic_graph(graph)
        assert len(list(nx.strongly_connected_components(graph))) <= len(nodes)

    ours, least = alternating(lambda: check(found, model_id), floor, 9)
    return Row(what, ours, least)


def _plain(model: Model) -> tuple[list[str], list[tuple[str, str]]]:
    nodes: list[str] = []
    edges: list[tuple[str, str]] = [(line.source, line.target) for line in model.lines.values()]
    for name, field in HELD_TABLES.items():
        for one, record in getattr(model, name).items():
            nodes.append(one)
            if (holder := getattr(record, field)) is not None:
                edges.append((one, holder))
    return nodes, edges
