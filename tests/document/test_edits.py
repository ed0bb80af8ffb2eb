"""Edits of one model: pure, total, and no more than they say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from chart import chart, first_model, thing
from modelbuilder.document import edits
from modelbuilder.document.ids import ModelId, ThingId, seed_id
from modelbuilder.document.integrity import settle
from modelbuilder.document.lookup import ancestors, held_by, holder_of
from modelbuilder.document.patch import diff
from modelbuilder.document.records import Body, Box, Document, Figure, Line, Model, Note, Post, School
from strategies import documents, edits_on

NESTED = """
    school "S"
    group "Trust" kind=multi_academy_trust
    group "Hub" kind=hub
    Hub in Trust
    S in Hub
    post HT role=headteacher at=S held_by=Dai
    body LGB kind=local_governing_body at=S
    post CEO role=ceo at=Trust
    person Eva
    Eva in S
    HT accountable_to CEO
    LGB governs S
"""

Scene = tuple[Document, ModelId]


@pytest.fixture
def scene() -> Scene:
    document = chart("model A\n" + "\n".join(line.strip() for line in NESTED.splitlines()))
    return document, first_model(document)


def _model(document: Document) -> Model:
    return document.models[first_model(document)]


@settings(max_examples=45)
@given(st.data())
def test_an_edit_changes_nothing_in_place_and_is_total(data: st.DataObject) -> None:
    document, other = data.draw(documents()), data.draw(documents())
    before = document.model_dump_json()
    edit = data.draw(edits_on(document))
    assert edit(document) == edit(document)
    edit(other)
    edit(Document())
    assert document.model_dump_json() == before


def test_edits_of_a_model_that_is_not_there_change_nothing(scene: Scene) -> None:
    document, _ = scene
    gone, post_id = ModelId("gone"), thing(document, "HT")
    line = Line(kind="covers", source=post_id, target=post_id)
    assert edits.move(document, gone, {post_id: Box()}) is document
    assert edits.hold(document, gone, [post_id], None) is document
    assert edits.remove(document, gone, [post_id]) is document
    assert edits.dissolve(document, gone, post_id) is document
    assert edits.add_line(document, gone, line) is document
    assert edits.add_thing(document, gone, ThingId("x"), Note()) is document
    assert edits.change(document, gone, post_id, role="ceo") is document
    assert edits.put_model(document, gone, title="x") is document
    assert edits.put_row(document, gone, "stickies", ThingId("x"), Note()) is document


@pytest.mark.parametrize(
    ("record", "table"),
    [
        (Post(handle="X", role="ceo"), "posts"),
        (Body(handle="X", kind="members"), "bodies"),
        (Note(text="x"), "stickies"),
        (Figure(), "figures"),
    ],
)
def test_a_thing_is_added_at_its_place(scene: Scene, record: Note, table: str) -> None:
    document, model_id = scene
    added = edits.add_thing(document, model_id, ThingId("x"), record, Box(x=3))
    assert getattr(added.models[model_id], table)[ThingId("x")] is record
    assert dict(added.models[model_id].places) == {ThingId("x"): Box(x=3)}
    assert not edits.add_thing(document, model_id, ThingId("x"), record).models[model_id].places


def test_a_thing_is_not_added_twice(scene: Scene) -> None:
    document, model_id = scene
    other = Post(handle="other", role="ceo")
    assert edits.add_thing(document, model_id, thing(document, "HT"), other, Box(x=3)) is document


def test_a_school_joins_the_cast_and_is_changed_for_all_models() -> None:
    document = chart('school "S"\nmodel A\nschool "S"\nmodel B\nschool "S"')
    school_id = thing(document, "S")
    changed = edits.change_school(document, school_id, name="St S", pupils=90)
    assert changed.schools[school_id] == School(handle="S", name="St S", pupils=90)
    assert changed.models is document.models
    added = edits.add_school(document, ThingId("school-x"), School(handle="X", name="X"))
    assert [school.handle for school in added.schools.values()] == ["S", "X"]
    assert edits.change_school(document, ThingId("gone"), name="X") is document


def test_change_sets_fields_and_validates(scene: Scene) -> None:
    document, model_id = scene
    post_id = thing(document, "HT")
    changed = edits.change(document, model_id, post_id, role="principal", status="acting")
    post = changed.models[model_id].posts[post_id]
    assert (post.role, post.status, post.handle) == ("principal", "acting", "HT")
    for wrong in ({"role": "boss"}, {"colour": "red"}, {"label": 7}):
        with pytest.raises(ValidationError):
            edits.change(document, model_id, post_id, **wrong)
    assert edits.change(document, model_id, ThingId("gone"), role="ceo") is document


def test_a_line_needs_both_ends(scene: Scene) -> None:
    document, model_id = scene
    ht, ceo = thing(document, "HT"), thing(document, "CEO")
    for source, target in ((ht, ThingId("gone")), (ThingId("gone"), ht)):
        assert edits.add_line(document, model_id, Line(kind="covers", source=source, target=target)) is document
    added = edits.add_line(document, model_id, Line(kind="covers", source=ht, target=ceo))
    assert len(added.models[model_id].lines) == len(_model(document).lines) + 1


def test_the_same_line_has_the_same_id_in_every_model_and_a_second_one_another() -> None:
    document = chart("model A\npost X role=ceo\npost Y role=cfo\nmodel B\npost X role=ceo\npost Y role=cfo")
    line = Line(kind="covers", source=thing(document, "X"), target=thing(document, "Y"))
    for model_id in (*document.order, *document.order):
        document = edits.add_line(document, model_id, line)
    first, second = (document.models[model_id].lines for model_id in document.order)
    assert len(first) == 2
    assert first == second


def test_things_are_moved_between_boxes(scene: Scene) -> None:
    document, model_id = scene
    ht, eva, s = thing(document, "HT"), thing(document, "Eva"), thing(document, "S")
    hub, trust = thing(document, "Hub"), thing(document, "Trust")
    held = edits.hold(document, model_id, [ht, eva, s], trust).models[model_id]
    assert [holder_of(held, one) for one in (ht, eva, s)] == [trust] * 3
    freed = edits.hold(document, model_id, [hub], None).models[model_id]
    assert holder_of(freed, hub) is None


def test_a_group_is_not_put_inside_itself(scene: Scene) -> None:
    document, model_id = scene
    hub, trust = thing(document, "Hub"), thing(document, "Trust")
    assert edits.hold(document, model_id, [trust], hub) is document
    assert edits.hold(document, model_id, [trust], trust) is document
    both = edits.hold(document, model_id, [trust, thing(document, "CEO")], hub)
    assert holder_of(both.models[model_id], thing(document, "CEO")) == hub
    assert holder_of(both.models[model_id], trust) is None


def test_schools_and_groups_do_not_stand_in_schools_nor_anything_in_a_post(scene: Scene) -> None:
    document, model_id = scene
    s, ht = thing(document, "S"), thing(document, "HT")
    assert edits.hold(document, model_id, [thing(document, "Hub"), s], s) is document
    assert edits.hold(document, model_id, [s, ht, thing(document, "CEO")], ht) is document
    assert edits.hold(document, model_id, [ht], ThingId("gone")) is document


def test_removing_a_school_box_takes_its_contents(scene: Scene) -> None:
    document, model_id = scene
    s, ht = thing(document, "S"), thing(document, "HT")
    document = edits.move(document, model_id, {s: Box(x=1), ht: Box(x=2), thing(document, "CEO"): Box(x=3)})
    after = settle(document, edits.remove(document, model_id, [s]))
    model = after.models[model_id]
    assert not (model.placements or model.bodies or model.figures or model.lines)
    assert [post.handle for post in model.posts.values()] == ["CEO"]
    assert list(model.places) == [thing(document, "CEO")]
    assert (after.people, after.schools) == (document.people, document.schools)


def test_removing_a_group_takes_all_that_is_nested_in_it(scene: Scene) -> None:
    document, model_id = scene
    model = edits.remove(document, model_id, [thing(document, "Trust")]).models[model_id]
    assert not (model.groups or model.placements or model.posts or model.bodies or model.figures)


def test_a_line_and_a_note_can_be_removed(scene: Scene) -> None:
    document, model_id = scene
    document = edits.add_thing(document, model_id, ThingId("note"), Note())
    line_id = next(iter(_model(document).lines))
    model = edits.remove(document, model_id, [line_id, ThingId("note")]).models[model_id]
    assert line_id not in model.lines
    assert not model.stickies
    assert model.posts is _model(document).posts


def test_removing_a_person_who_only_holds_a_post_changes_nothing(scene: Scene) -> None:
    document, model_id = scene
    assert edits.remove(document, model_id, [thing(document, "Dai")]) is document


def _corner(model: Model, thing_id: ThingId) -> tuple[float, float]:
    boxes = [model.places.get(one, Box()) for one in (thing_id, *ancestors(model, thing_id))]
    return sum(box.x for box in boxes), sum(box.y for box in boxes)


def test_dissolving_a_group_keeps_its_contents_where_they_are(scene: Scene) -> None:
    document, model_id = scene
    trust, hub, s, ht = (thing(document, handle) for handle in ("Trust", "Hub", "S", "HT"))
    places = {
        trust: Box(x=100, y=10),
        hub: Box(x=20, y=30, w=400, h=300),
        s: Box(x=5, y=6),
        ht: Box(x=1, y=2),
    }
    document = edits.move(document, model_id, places)
    before = {one: _corner(_model(document), one) for one in (s, ht)}
    once = edits.dissolve(document, model_id, hub)
    model = once.models[model_id]
    assert hub not in model.groups and hub not in model.places
    assert holder_of(model, s) == trust
    assert {one: _corner(model, one) for one in (s, ht)} == before
    twice = edits.dissolve(once, model_id, trust).models[model_id]
    assert holder_of(twice, s) is None and holder_of(twice, thing(document, "CEO")) is None
    assert {one: _corner(twice, one) for one in (s, ht)} == before
    assert twice.placements[s].group is None


def test_only_groups_dissolve(scene: Scene) -> None:
    document, model_id = scene
    assert edits.dissolve(document, model_id, thing(document, "S")) is document


def test_inside_lists_a_box_with_all_its_contents(scene: Scene) -> None:
    document, _ = scene
    model = _model(document)
    names = ("Hub", "S", "HT", "LGB", "Eva")
    assert edits.inside(model, [thing(document, "Hub")]) == {thing(document, name) for name in names}
    assert edits.inside(model, [thing(document, "HT")]) == {thing(document, "HT")}
    assert held_by(model)[None] == [thing(document, "Trust")]


def test_the_title_is_set_and_validated() -> None:
    assert edits.set_title(Document(), "Pellowby").title == "Pellowby"
    with pytest.raises(ValidationError):
        edits.set_title(Document(), "x" * 2001)


def test_an_edit_of_one_row_shares_all_others(scene: Scene) -> None:
    document, model_id = scene
    moved = edits.move(document, model_id, {thing(document, "HT"): Box(x=1)})
    assert moved.people is document.people
    assert moved.models[model_id].posts is _model(document).posts
    assert len(diff(document, moved).changes) == 1


def test_ids_are_the_same_on_every_machine() -> None:
    assert seed_id("post", "HoS1") == "post-762ed2717c0a"
