"""Things of two models are matched as somebody says, by id, and else by school, role and name."""

from collections.abc import Iterable
from typing import Any, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from chart import chart, first_model, thing
from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.differences import compare_models
from modelbuilder.compare.matching import match
from modelbuilder.compare.pairing import Way
from modelbuilder.document.examples import examples
from modelbuilder.document.files import load
from modelbuilder.document.ids import ModelId, ThingId, seed_id
from modelbuilder.document.integrity import PARTIES
from modelbuilder.document.records import Document, Record, table
from strategies import documents

R = TypeVar("R", bound=Record)

_POINTING = frozenset(
    {
        "group",
        "at",
        "person",
        "home",
        "source",
        "target",
        "represents",
        "school",
        "accountable",
        "contributes",
        *PARTIES,
    }
)


def reimported(document: Document, order: Iterable[int] = ()) -> Document:
    """Return a copy of a document with every id and handle made anew, as from another program."""
    numbers = iter(order)
    known: dict[str, str] = {}

    def new(thing_id: str) -> str:
        return known.setdefault(thing_id, seed_id("x", f"{next(numbers, 0)} {thing_id}"))

    def copied(record: R) -> R:
        update: dict[str, Any] = {}
        for name, value in record:
            if isinstance(value, Record):
                update[name] = copied(value)
            elif name in _POINTING and value:
                update[name] = tuple(map(new, value)) if isinstance(value, tuple) else new(value)
            elif name == "handle":
                update[name] = seed_id("h", f"{next(numbers, 0)} {value}")
            elif hasattr(value, "items"):
                update[name] = rows(value)
        return record.model_copy(update=update)

    def rows(old: Any) -> Any:
        return table({new(key): copied(row) if isinstance(row, Record) else row for key, row in old.items()})

    models = {model_id: copied(model) for model_id, model in document.models.items()}
    cast = {"people": rows(document.people), "schools": rows(document.schools)}
    return document.model_copy(update={**cast, "models": table(models)})


def _pairs(one: Document, other: Document, model_id: ModelId, **said: Any) -> set[tuple[str, str, Way]]:
    """Return the pairs in a model, without the cast and lines, by their handles."""
    matching = match(Questions(one, model_id), Questions(other, model_id), **said)
    names = {thing_id: row.handle for rows in _tables(one) for thing_id, row in rows.items()}
    others = {thing_id: row.handle for rows in _tables(other) for thing_id, row in rows.items()}
    return {(names[pair.one], others[pair.other], pair.way) for pair in matching.pairs if pair.one in names}


def _tables(document: Document) -> list[Any]:
    models = document.models.values()
    return [document.people, document.schools, *(rows for m in models for rows in (m.posts, m.bodies, m.groups))]


def test_every_example_is_known_again_in_a_copy_with_other_ids() -> None:
    for path in examples():
        document = load(path)
        copy = reimported(document)
        for model_id in document.order:
            comparison = compare_models(Questions(document, model_id), Questions(copy, model_id))
            assert comparison.differences == ()
            model = document.models[model_id]
            tables = (model.posts, model.bodies, model.groups, model.placements, model.figures, model.lines)
            paired = comparison.matching.there.keys()
            assert all(rows.keys() <= paired for rows in tables)


@settings(max_examples=80)
@given(documents(), st.lists(st.integers(0, 9), max_size=40))
def test_any_model_is_known_again_in_a_copy_with_other_ids(document: Document, order: list[int]) -> None:
    copy = reimported(document, order)
    for model_id in document.order:
        assert compare_models(Questions(document, model_id), Questions(copy, model_id)).differences == ()


@settings(max_examples=40)
@given(documents())
def test_a_matching_pairs_each_thing_once_and_turns(document: Document) -> None:
    one, other = document.order[0], document.order[-1]
    matching = match(Questions(document, one), Questions(document, other))
    assert len(matching.there) == len(matching.back) == len(matching.pairs)
    back = match(Questions(document, other), Questions(document, one))
    assert set(back.pairs) == set(matching.turned().pairs)


HILL = """
    school Ash
    school Beech
    model A
    group Hill kind=hard_federation
    Ash in Hill
    Beech in Hill
    post HT1 role=headteacher at=Ash held_by=Ada
    post HT2 role=headteacher at=Beech held_by=Ben
    post SBM role=school_business_manager at=Ash held_by=Cy
    body GB kind=governing_body of=Hill
    body LA kind=local_authority
"""
ELSEWHERE = """
    school Beech
    school Ash
    model A
    group Dale kind=hard_federation
    Ash in Dale
    Beech in Dale
    post HT1 role=headteacher at=Beech held_by=Ben
    post Head role=headteacher at=Ash held_by=Dora
    post SBM role=school_business_manager at=Beech held_by="cy"
    body Board kind=governing_body of=Dale
    body Council kind=local_authority
"""


def test_in_two_files_a_handle_counts_only_where_something_else_agrees() -> None:
    one, other = chart(HILL), chart(ELSEWHERE)
    assert _pairs(one, other, first_model(one)) == {
        ("Ash", "Ash", Way.ID),
        ("Beech", "Beech", Way.ID),
        ("Ben", "Ben", Way.ID),
        ("Cy", "cy", Way.NAME),
        ("Hill", "Dale", Way.NAME),
        ("HT2", "HT1", Way.NAME),
        ("HT1", "Head", Way.NAME),
        ("SBM", "SBM", Way.ID),
        ("GB", "Board", Way.NAME),
        ("LA", "Council", Way.NAME),
    }


def test_what_somebody_says_comes_first() -> None:
    one, other = chart(HILL), chart(ELSEWHERE)
    said: dict[ThingId, ThingId | None] = {
        thing(one, "HT1"): thing(other, "HT1"),
        thing(one, "LA"): None,
        thing(one, "GB"): ThingId("gone"),
    }
    found = _pairs(one, other, first_model(one), said=said)
    assert {pair for pair in found if pair[2] is Way.SAID} == {("HT1", "HT1", Way.SAID)}
    assert not {"LA", "GB"} & {pair[0] for pair in found}
    assert ("HT2", "Head", Way.NAME) not in found


def test_in_one_document_ids_are_trusted() -> None:
    document = chart(
        """
        school Ash
        school Beech
        model A
        post HT role=headteacher at=Ash held_by=Ada
        model B
        post HT role=ceo at=Beech held_by=Ben
        post P role=headteacher at=Ash held_by=Ada
        """
    )
    one, other = document.order
    matching = match(Questions(document, one), Questions(document, other))
    assert [(pair.one, pair.other) for pair in matching.pairs if pair.table == "posts"] == [
        (thing(document, "HT"),) * 2
    ]


def test_names_are_known_however_they_are_written() -> None:
    one, other = chart('model A\nschool "St Mary\'s C.E. School"'), chart('model A\nschool "ST  MARY’S, CE SCHOOL"')
    matching = match(Questions(one, first_model(one)), Questions(other, first_model(other)))
    assert [(pair.table, pair.way) for pair in matching.pairs] == [("schools", Way.NAME)]
