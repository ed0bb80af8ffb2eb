"""What holds for every model: no rule fails, ids and rows do not matter, and fixes mend."""

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st
from structures import renamed, structures

from chart import first_model
from modelbuilder.accountability.answers import answer_for
from modelbuilder.accountability.findings import Finding, check
from modelbuilder.accountability.graph import graph_of
from modelbuilder.accountability.parts import parts_of
from modelbuilder.document.ids import ThingId
from modelbuilder.document.integrity import settle
from modelbuilder.document.records import Document
from strategies import documents


def told(finding: Finding, names: dict[ThingId, ThingId]) -> tuple[object, ...]:
    """Return all that a finding says, with other names for the ids."""
    subjects = tuple(names[thing_id] for thing_id in finding.subjects)
    path = frozenset(names[thing_id] for thing_id in finding.path)
    titles = [fix.title for fix in finding.fixes]
    return finding.code, finding.severity, subjects, path, finding.message, finding.detail, titles


@given(structures(), st.integers(0, 2**32))
@settings(max_examples=60)
def test_findings_do_not_hang_on_ids_or_rows(document: Document, seed: int) -> None:
    model_id = first_model(document)
    other, names = renamed(document, seed)
    same = {thing_id: thing_id for thing_id in names.values()}
    assert [told(f, names) for f in check(document, model_id)] == [told(f, same) for f in check(other, model_id)]


@given(structures())
@settings(max_examples=60)
def test_every_fix_mends_its_finding(document: Document) -> None:
    model_id = first_model(document)
    for finding in check(document, model_id):
        assert "could not be decided" not in finding.message
        for fix in finding.fixes:
            mended = settle(document, fix.apply(document, model_id))
            Document.model_validate(mended.model_dump())
            left = [(other.code, other.subjects) for other in check(mended, model_id)]
            assert (finding.code, finding.subjects) not in left, (finding.code, finding.message, fix.title)


@given(documents())
@settings(max_examples=60)
def test_parts_are_those_of_the_graph(document: Document) -> None:
    for model in document.models.values():
        graph = graph_of(document, model)
        standing = {thing_id for thing_id in graph if thing_id not in document.people or thing_id in model.figures}
        expected = {frozenset(part & standing) for part in nx.weakly_connected_components(graph)}
        assert {frozenset(part) for part in parts_of(model)} == expected


@given(documents())
@settings(max_examples=60)
def test_no_document_is_beyond_the_rules_or_the_answers(document: Document) -> None:
    for model_id, model in document.models.items():
        assert not [f.message for f in check(document, model_id) if "could not be decided" in f.message]
        tables = (model.placements, model.groups, model.posts, model.bodies, model.figures, model.lines)
        for thing_id in (thing_id for rows in tables for thing_id in rows):
            answer = answer_for(document, model_id, thing_id)
            assert answer.sentence.endswith(".")
