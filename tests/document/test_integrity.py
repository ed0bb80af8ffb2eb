"""After `settle` nothing points at what is gone, and what did not change is not touched."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from chart import chart, first_model, thing
from modelbuilder.document import edits, pages
from modelbuilder.document.faults import faults
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.integrity import settle
from modelbuilder.document.records import (
    MODEL_TABLES,
    Agreement,
    Box,
    Document,
    Figure,
    Group,
    Line,
    Model,
    Placement,
    table,
)
from strategies import documents, edited

SCHOOL = """
    school "S"
    school "T"
    group "F" kind=cluster
    S in F
    post HT role=headteacher at=S held_by=Dai home=S
    post DHT role=deputy_headteacher at=S
    body GB kind=governing_body of=S at=S
    DHT accountable_to HT
    HT sits_on GB of=S
    Dai coaches DHT
    Eva sits_on GB of=T
    person "Eva"
"""


def _settled(before: Document, after: Document) -> tuple[Document, Model]:
    settled = settle(before, after)
    assert not list(faults(settled))
    return settled, settled.models[settled.order[0]]


def _lines(model: Model) -> set[str]:
    return {line.kind for line in model.lines.values()}


@st.composite
def _torn(draw: st.DrawFn) -> tuple[Document, Document]:
    """Build a settled document, and the same with rows torn out of it or pointed elsewhere."""
    before = after = draw(documents())
    for model_id in after.order:
        model = after.models[model_id]
        rows: dict[str, Any] = {name: dict(getattr(model, name)) for name in MODEL_TABLES}
        everything = [*model.groups, *model.placements, *model.posts, *model.lines, ThingId("gone")]
        for name in draw(st.lists(st.sampled_from(MODEL_TABLES), max_size=4)):
            if rows[name]:
                rows[name].pop(draw(st.sampled_from(list(rows[name]))))
        for group_id in list(rows["groups"])[: draw(st.integers(0, 3))]:
            around = draw(st.sampled_from([*model.groups, *everything]))
            rows["groups"][group_id] = rows["groups"][group_id].model_copy(update={"group": around})
        if draw(st.booleans()):
            rows["places"][draw(st.sampled_from(everything))] = Box(x=1)
        after = edits.put_model(after, model_id, **rows)
    if draw(st.booleans()):
        order = draw(st.lists(st.sampled_from([*after.order, ModelId("gone")]), max_size=4))
        after = after.model_copy(update={"order": tuple(order)})
    for name in ("people", "schools"):
        rows = dict(getattr(after, name))
        shrinks = draw(st.booleans())
        if rows and shrinks:
            rows.pop(draw(st.sampled_from(list(rows))))
            after = after.model_copy(update={name: table(rows)})
    return before, after


@settings(max_examples=60)
@given(_torn())
def test_settle_mends_everything_and_is_idempotent(pair: tuple[Document, Document]) -> None:
    before, after = pair
    settled = settle(before, after)
    assert not list(faults(settled))
    assert settle(before, settled) is settled
    assert settle(Document(), settled) is settled


@settings(max_examples=60)
@given(_torn())
def test_what_needs_mending_has_a_fault_and_the_other_way_round(pair: tuple[Document, Document]) -> None:
    _, after = pair
    assert bool(list(faults(after))) == (settle(Document(), after) is not after)


@settings(max_examples=30)
@given(edited())
def test_every_edit_can_be_settled(steps: tuple[Document, ...]) -> None:
    for step in steps:
        assert not list(faults(step))
        assert step.order


@settings(max_examples=25)
@given(documents())
def test_models_that_did_not_change_are_the_same_objects(document: Document) -> None:
    assert settle(document, document) is document
    added = pages.add_model(document, title="another")
    assert settle(document, added) is added
    torn = edits.put_row(added, added.order[-1], "places", ThingId("gone"), Box())
    settled = settle(added, torn)
    assert settled != torn
    assert all(settled.models[one] is document.models[one] for one in document.order)


def test_only_changed_models_are_looked_at() -> None:
    faulty = edits.put_row(chart("model A"), first_model(chart("model A")), "places", ThingId("x"), Box())
    renamed = edits.set_title(faulty, "another")
    assert settle(faulty, renamed) is renamed


def test_a_deleted_post_takes_its_lines_and_place_along() -> None:
    document = chart(SCHOOL)
    model_id, post_id = first_model(document), thing(document, "HT")
    document = edits.move(document, model_id, {post_id: Box(x=5), thing(document, "DHT"): Box(x=9)})
    _, model = _settled(document, edits.remove(document, model_id, [post_id]))
    # Dai held that post and no other, so that Dai's line goes too.
    assert _lines(model) == {"governs", "sits_on"}
    assert list(model.places) == [thing(document, "DHT")]


DUTIES = (
    SCHOOL
    + """
    duty f25 of S accountable=HT contributes=DHT
    duty f24 of S accountable=GB
    duty f22 of T accountable=DHT
    T school_to_school_support S agreement=yes qa_lead=HT broker=Eva
"""
)


def test_a_deleted_post_takes_its_duties_along() -> None:
    document = chart(DUTIES)
    _, model = _settled(document, edits.remove(document, first_model(document), [thing(document, "HT")]))
    found = {(duty.function, duty.accountable, duty.contributes) for duty in model.duties.values()}
    deputy, board = thing(document, "DHT"), thing(document, "GB")
    assert found == {("f25", None, (deputy,)), ("f24", board, ()), ("f22", deputy, ())}
    _, model = _settled(document, edits.put_model(document, first_model(document), posts={}))
    assert [duty.function for duty in model.duties.values()] == ["f24"]


def test_duties_go_with_their_school() -> None:
    document = chart(DUTIES)
    _, model = _settled(document, edits.remove(document, first_model(document), [thing(document, "S")]))
    assert not model.duties, "the deputy, who had a duty at the other school, stood in this one"


def test_an_agreement_forgets_the_parties_that_have_gone() -> None:
    document = chart(DUTIES)
    gone = [thing(document, "HT"), thing(document, "Eva")]
    _, model = _settled(document, edits.remove(document, first_model(document), gone))
    assert [line.agreement for line in model.lines.values() if line.agreement] == [Agreement()]


def test_a_place_without_a_thing_goes_when_only_places_changed() -> None:
    document = chart(SCHOOL)
    model_id = first_model(document)
    _, model = _settled(document, edits.move(document, model_id, {ThingId("gone"): Box()}))
    assert not model.places


def test_a_removed_person_leaves_posts_vacant_and_takes_lines_along() -> None:
    document = chart(SCHOOL)
    cast = {key: row for key, row in document.people.items() if row.name != "Dai"}
    _, model = _settled(document, document.model_copy(update={"people": table(cast)}))
    assert model.posts[thing(document, "HT")].person is None
    assert _lines(model) == {"governs", "accountable_to", "sits_on"}
    assert list(model.figures) == [thing(document, "Eva")]


def test_a_removed_school_leaves_its_posts_on_the_page() -> None:
    document = chart(SCHOOL)
    cast = {key: row for key, row in document.schools.items() if row.name != "S"}
    _, model = _settled(document, document.model_copy(update={"schools": table(cast)}))
    post = model.posts[thing(document, "HT")]
    assert (post.at, post.home) == (None, None)
    assert list(model.placements) == [thing(document, "T")]
    assert _lines(model) == {"accountable_to", "coaches", "sits_on"}
    represented = {line.represents for line in model.lines.values() if line.kind == "sits_on"}
    assert represented == {None, thing(document, "T")}


def test_a_removed_group_leaves_its_schools_on_the_page() -> None:
    document = chart(SCHOOL)
    model_id = first_model(document)
    _, model = _settled(document, edits.put_model(document, model_id, groups={}))
    assert model.placements[thing(document, "S")] == Placement()


def test_a_school_cannot_stand_in_a_school() -> None:
    document = chart(SCHOOL)
    school, other = thing(document, "S"), thing(document, "T")
    put = edits.put_row(document, first_model(document), "placements", school, Placement(group=other))
    _, model = _settled(document, put)
    assert model.placements[school].group is None


def test_a_figure_in_a_box_that_has_gone_stands_on_the_page() -> None:
    document = chart(SCHOOL)
    eva = thing(document, "Eva")
    put = edits.put_row(document, first_model(document), "figures", eva, Figure(at=ThingId("gone")))
    _, model = _settled(document, put)
    assert model.figures[eva] == Figure()


def test_circles_are_cut_once_and_what_leads_into_them_is_kept() -> None:
    ids = [ThingId(f"group-{letter}") for letter in "abcdef"]
    # d -> e -> a -> b -> c -> a, and f in itself
    around = dict(zip(ids, [ids[1], ids[2], ids[0], ids[4], ids[0], ids[5]], strict=True))
    rows = {key: Group(handle=key, name=key, kind="cluster", group=around[key]) for key in reversed(ids)}
    document = chart("model A")
    _, model = _settled(document, edits.put_model(document, first_model(document), groups=rows))
    found = {key: group.group for key, group in model.groups.items()}
    assert found == around | {ids[0]: None, ids[5]: None}


def test_the_order_names_each_model_once() -> None:
    document = chart("model A\nmodel B\nmodel C")
    a, b, c = document.order
    torn = document.model_copy(update={"order": (c, c, ModelId("gone"))})
    assert settle(document, torn).order == (c, a, b)


def test_a_line_to_a_person_stays_while_they_stand_anywhere() -> None:
    document = chart(SCHOOL)
    model_id, dai = first_model(document), thing(document, "Dai")
    standing = edits.add_thing(document, model_id, dai, Figure())
    _, model = _settled(standing, edits.remove(standing, model_id, [thing(document, "HT")]))
    assert "coaches" in _lines(model)


def test_an_id_that_stands_for_two_things_is_a_fault() -> None:
    document = chart(SCHOOL)
    model_id, post_id = first_model(document), thing(document, "HT")
    line = Line(kind="covers", source=post_id, target=post_id)
    twice = edits.put_row(document, model_id, "lines", post_id, line)
    assert list(faults(twice)) == [f"in model A, the id “{post_id}” stands for a post and for a line."]
