"""Check: all rules over one model; the floor builds the same graph in networkx and asks two questions of it."""

import gc
from dataclasses import replace
from functools import partial
from statistics import median

import networkx as nx

from benchmarks.clock import Row, alternating, once, share
from benchmarks.large_trust import large_trust
from benchmarks.ordinary import ordinary_edits
from benchmarks.trusts import document
from modelbuilder.accountability.findings import check
from modelbuilder.accountability.memory import Memory
from modelbuilder.document.records import HELD_TABLES, Document, Model


def measure(*, quick: bool = False) -> list[Row]:
    """Check models of 100 to 10,000 cards and large trusts; the floor: the graph, is_directed_acyclic_graph and SCC.

    After an edit what is kept is checked again, with each ordinary edit and then its undoing; the floor: all rules.
    """
    rows = [
        _row(f"check all rules in {cards:,} cards", document(cards))
        for cards in ((100, 1_000) if quick else (100, 1_000, 10_000))
    ]
    for schools, most in ((40, 1000 / 60), (100, 50.0)):
        row = _row(f"check all rules in a trust of {schools} schools, ten posts each", large_trust(schools))
        rows.append(replace(row, most_ms=most))
        rows += _again(schools, large_trust(schools), 32 if quick else 160)
    return rows


def _again(schools: int, found: Document, times: int) -> list[Row]:
    """Check again after each of some ordinary edits, and, as the floor, check all of it each time."""
    model_id = found.order[0]
    memory = Memory(model_id)
    for _ in range(2):
        memory.report(found)
    gc.collect()
    pairs: list[tuple[float, float]] = []
    for after in ordinary_edits(found, model_id, times):
        kept = once(partial(memory.report, after))
        pairs.append((kept, once(partial(check, after, model_id))))
    ours, floor = [row[0] for row in pairs], median(row[1] for row in pairs)
    what = f"check again after one edit in a trust of {schools} schools"
    return [
        Row(f"{what}; floor: check all of it", median(ours), floor, most_ratio=0.1),
        Row(f"{what}, 95th percentile", share(ours, 0.95), floor),
    ]


def _row(what: str, found: Document) -> Row:
    model_id = found.order[0]
    nodes, edges = _plain(found.models[model_id])

    def floor() -> None:
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(nodes)
        graph.add_edges_from(edges)
        nx.is_directed_acyclic_graph(graph)
        assert len(list(nx.strongly_connected_components(graph))) <= len(nodes)

    ours, least = alternating(lambda: check(found, model_id), floor, 9 if len(nodes) > 5_000 else 61)
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
