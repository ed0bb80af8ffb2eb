"""What is kept of findings from check to check is just what a check from scratch finds, after every edit."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from structures import structures

from chart import chart
from modelbuilder.accountability import findings
from modelbuilder.accountability import memory as memories
from modelbuilder.accountability.findings import report
from modelbuilder.accountability.memory import Memory
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings
from modelbuilder.accountability.rules import Find, rulebook
from modelbuilder.document import edits
from modelbuilder.document.files import load
from modelbuilder.document.ids import ModelId
from modelbuilder.document.integrity import settle
from modelbuilder.document.patch import apply, diff
from modelbuilder.document.records import Aside, Document, RuleSetting, Settings, table
from strategies import documents, edits_on

STUDIES = Path(__file__).parents[2] / "examples" / "case_studies"
EXAMPLES = ("models-abc-broken.chart", "models-abc.chart", "models-abc.leadership")
LEADERSHIP: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
    [
        {"role": "headteacher"},
        {"role": "head_of_school", "label": "Head"},
        {"role": "executive_headteacher"},
        {"role": "ceo", "accounting_officer": True},
        {"status": "vacant"},
        {"status": "acting"},
        {"person": None},
        {"new": True},
    ]
)
FACTS: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
    [{"category": "academy"}, {"name": "Renamed"}, {"easting": 1, "northing": 2}, {"need": "high"}]
)
SETTINGS = st.sampled_from(
    [
        Settings(),
        Settings(preset="law"),
        Settings(preset="quiet"),
        Settings(rules=table({"R66": RuleSetting(options=table({"reports": 1.0})), "R20": RuleSetting(on=False)})),
        Settings(rules=table({"R06": RuleSetting(severity="advice"), "R96": RuleSetting(on=True)})),
    ]
)


@st.composite
def steps(draw: st.DrawFn, before: list[Document]) -> Document:
    """Choose the next document: an edit of a model, of the cast or of the settings, or one that was there before."""
    document = before[-1]
    model_id = draw(st.sampled_from(document.order))
    model = document.models[model_id]
    match draw(st.integers(0, 9)):
        case 0:
            earlier = draw(st.sampled_from(before))
            return apply(document, diff(document, earlier))
        case 1 if document.schools:
            changed = edits.change_school(document, draw(st.sampled_from(sorted(document.schools))), **draw(FACTS))
        case 2:
            return document.model_copy(update={"settings": draw(SETTINGS)})
        case 3 if model.posts:
            things = draw(st.sampled_from(sorted([*model.posts, *model.placements])))
            aside = Aside(things=(things,), model=draw(st.sampled_from([None, model_id])), reason="agreed")
            kept = document.settings.model_copy(update={"asides": (aside,)})
            return document.model_copy(update={"settings": kept})
        case 4 | 5 if model.posts:
            post_id = draw(st.sampled_from(sorted(model.posts)))
            changed = edits.change(document, model_id, post_id, **draw(LEADERSHIP))
        case 6 if model.lines:
            line_id = draw(st.sampled_from(sorted(model.lines)))
            line = model.lines[line_id]
            changed = edits.change(document, model_id, line_id, source=line.target, target=line.source)
        case _:
            changed = draw(edits_on(document))(document)
    return settle(document, changed)


def walk(data: st.DataObject, document: Document, most: int) -> None:
    """Edit a document step by step, and compare what is kept of each model with what is found from scratch."""
    memory: dict[ModelId, Memory] = {}
    seen = [document]
    for _ in range(data.draw(st.integers(2, most))):
        for model_id in document.order:
            kept = memory.setdefault(model_id, Memory(model_id))
            agree(kept, document)
        document = data.draw(steps(seen))
        seen.append(document)
        memory = {model_id: kept for model_id, kept in memory.items() if model_id in document.models}


def agree(kept: Memory, document: Document) -> None:
    """Compare findings, those set aside too, and what their fixes do."""
    first = kept.watched
    found, expected = kept.report(document), report(document, kept.model_id)
    assert found == expected
    assert first is None or kept.watched is first, "nothing failed, so that all was kept"
    pairs = zip(found.findings, expected.findings, strict=True)
    for one, other in pairs if kept.watched else ():
        for fix, same in zip(one.fixes, other.fixes, strict=True):
            assert fix.apply(document, kept.model_id) == same.apply(document, kept.model_id), fix.title


@given(structures(), st.data())
@settings(max_examples=40)
def test_what_is_kept_is_what_is_found_in_dense_models(document: Document, data: st.DataObject) -> None:
    walk(data, document, 8)


@given(documents(), st.data())
@settings(max_examples=30)
def test_what_is_kept_is_what_is_found_in_any_document(document: Document, data: st.DataObject) -> None:
    walk(data, document, 6)


@pytest.mark.parametrize("name", EXAMPLES)
@given(data=st.data())
@settings(max_examples=6)
def test_what_is_kept_is_what_is_found_in_the_examples(name: str, data: st.DataObject) -> None:
    path = STUDIES / name
    walk(data, load(path) if path.suffix == ".leadership" else chart(path.read_text(encoding="utf-8")), 8)


def test_a_rule_that_fails_is_reported_and_the_others_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    document = load(STUDIES / "models-abc.leadership")
    model_id = document.order[0]
    kept = Memory(model_id)
    agree(kept, document)
    agree(kept, document)
    failing = [(rule, _fail if rule.code == "R21" else find) for rule, find in rulebook()]
    for module in (findings, memories):
        monkeypatch.setattr(module, "rulebook", lambda: failing)
    changed = edits.change(document, model_id, next(iter(document.models[model_id].posts)), status="vacant")
    kept = Memory(model_id)
    for one in (document, changed, changed):
        found = kept.report(one)
        assert found == report(one, model_id)
        assert [finding.code for finding in found.findings if "could not be decided" in finding.message] == ["R21"]
        assert kept.watched is None


def _fail(ask: Questions) -> Findings:
    assert ask.model.posts
    raise ValueError("beyond it")
    yield


def test_an_edit_asks_only_who_has_read_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    document = load(STUDIES / "models-abc.leadership")
    model_id = document.order[0]
    asked: list[str] = []

    def spied(code: str, find: Find) -> Find:
        def spy(ask: Questions) -> Findings:
            asked.append(code)
            yield from find(ask)

        return spy

    book = tuple((rule, spied(rule.code, find)) for rule, find in rulebook())
    monkeypatch.setattr(memories, "rulebook", lambda: book)
    kept = Memory(model_id)
    for _ in range(2):
        kept.report(document)
    assert len(asked) == len(set(asked)) > 80
    asked.clear()
    kept.report(document.model_copy(update={"title": "Another title"}))
    assert not asked
    body_id = next(iter(document.models[model_id].bodies))
    kept.report(edits.change(document, model_id, body_id, seats=3))
    assert 0 < len(asked) < 40


def test_a_model_is_watched_from_its_second_check_on_and_only_up_to_a_size(monkeypatch: pytest.MonkeyPatch) -> None:
    document = load(STUDIES / "models-abc.leadership")
    kept = Memory(document.order[0])
    kept.report(document)
    assert kept.watched is None
    kept.report(document)
    assert kept.watched is not None
    monkeypatch.setattr(memories, "MOST_ROWS", 3)
    kept.report(document)
    assert kept.watched is None
