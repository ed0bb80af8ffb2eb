"""Page and canvas follow the document piece by piece, and come out as if they were made afresh."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from modelbuilder.canvas.canvas import Canvas
from modelbuilder.document import edits, pages
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.integrity import settle
from modelbuilder.document.records import Box, Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.page import Page, draw
from modelbuilder.editor import verbs
from modelbuilder.editor.events import Hit
from modelbuilder.editor.view import View
from play import Play, federation, scene
from strategies import documents, edits_on

_near = st.integers(-20, 120).map(lambda steps: steps * 10.0)


def _web() -> Document:
    """Cards in two rows with lines of every shape between them, several at each."""
    names = [f"P{number}" for number in range(8)]
    posts = [f"post {name} role=headteacher" for name in names]
    kinds = ("accountable_to", "accountable_to", "peer_support", "supports_challenges", "mentors")
    lines = [
        f"P{a} {kind} P{b}"
        for a in range(8)
        for b, kind in zip(((a * 3 + 1) % 8, 0, 1, (a + 4) % 8, 2), kinds, strict=True)
        if a != b
    ]
    places = {name: (number % 4 * 300.0, number // 4 * 200.0) for number, name in enumerate(names)}
    return scene("\n".join([*posts, *dict.fromkeys(lines)]), places)


def _nudged(draw_from: st.DataObject, document: Document, model_id: ModelId) -> Document:
    """Move a few things to places near each other, so that boxes meet and lines cross cards."""
    known = sorted(document.models[model_id].places)
    if not known:
        return document
    chosen = draw_from.draw(st.lists(st.sampled_from(known), min_size=1, max_size=3))
    boxes = {one: Box(x=draw_from.draw(_near), y=draw_from.draw(_near)) for one in chosen}
    return edits.move(document, model_id, boxes)


def _assert_same(page: Page, fresh: Page) -> None:
    assert page.rects == fresh.rects
    assert page.routes == fresh.routes
    assert page.names == fresh.names
    assert page.faces == fresh.faces


@settings(max_examples=40)
@given(st.data())
def test_a_page_at_rest_is_the_same_from_whichever_page_it_was_drawn(data: st.DataObject) -> None:
    document = place_all(data.draw(st.sampled_from([federation(), _web()]) | documents()))
    model_id = document.order[0]
    earlier = [draw(document, model_id)]
    for _ in range(data.draw(st.integers(1, 5))):
        document = _nudged(data, document, model_id)
        fresh = draw(document, model_id)
        for before in earlier:
            page = draw(document, model_id, before)
            _assert_same(page, fresh)
            differs = {one for one, rect in page.rects.items() if before.rects[one] != rect}
            differs |= {one for one, route in page.routes.items() if before.routes[one] != route}
            differs |= {one for one, name in page.names.items() if before.names[one] != name}
            assert differs <= page.changed
        earlier.append(page)


@settings(max_examples=40)
@given(st.data())
def test_a_page_is_the_same_after_any_edit(data: st.DataObject) -> None:
    document = place_all(data.draw(documents()))
    model_id = document.order[0]
    page = draw(document, model_id)
    for _ in range(data.draw(st.integers(1, 4))):
        edited = place_all(settle(document, data.draw(edits_on(document))(document)))
        if model_id not in edited.models:
            return
        document = edited
        page = draw(document, model_id, page)
        _assert_same(page, draw(document, model_id))


Shown = dict[ThingId, tuple[object, ...]]


def _shown(canvas: Canvas) -> Shown:
    """Return what every item of the canvas shows and where."""
    things: Shown = {
        one: (item.pos().toTuple(), item.size, item.face, item.badge, item.zValue(), item.opacity())
        for one, item in canvas._things.items()
    }
    return things | {
        one: (item.route, item._marks, item.zValue(), item.opacity()) for one, item in canvas._lines.items()
    }


def _light(play: Play, handle: str) -> None:
    one = next((one for one, post in play.model.posts.items() if post.handle == handle), None)
    if one is not None:
        chain = {one, *(line_id for line_id, line in play.model.lines.items() if line.source == one)}
        play.desk.look(View(play.desk.model_id, frozenset({one}), frozenset(chain)))


def _grip(play: Play, hand: str, number: int, x: float, y: float) -> None:
    """Take a card by the hand and carry it there, or pull a line from it there."""
    posts = list(play.model.posts)
    if posts:
        one = posts[number % len(posts)]
        rect = play.desk.page().rects[one]
        hit = Hit("thing", one) if number % 2 else Hit("handle", one, "top")
        play.press(hand, (rect.cx, rect.cy), hit)
        play.move(hand, (x, y))


def _turn(play: Play) -> None:
    order = play.document.order
    play.desk.turn_to(order[(order.index(play.desk.model_id) + 1) % len(order)])


def _edit(play: Play, data: st.DataObject) -> None:
    edit = data.draw(edits_on(play.document))
    play.session.do("Edit", play.desk.model_id, lambda before: place_all(settle(before, edit(before))))


_DEEDS: dict[str, Callable[[Play, st.DataObject], object]] = {
    "edit": _edit,
    "edit again": _edit,
    "grip": lambda play, data: _grip(play, "one", data.draw(st.integers(0, 5)), data.draw(_near), data.draw(_near)),
    "grip by another hand": lambda play, data: _grip(play, "two", data.draw(st.integers(0, 5)), 900, 500),
    "move": lambda play, data: play.move("one", (data.draw(_near), data.draw(_near))),
    "let go": lambda play, data: play.release("one", (data.draw(_near), data.draw(_near))),
    "leave": lambda play, data: play.escape(),
    "undo": lambda play, data: play.undo(),
    "redo": lambda play, data: play.redo(),
    "light": lambda play, data: _light(play, data.draw(st.sampled_from(["HoS", "DHT", "EHT"]))),
    "put the light out": lambda play, data: play.desk.select(),
    "turn": lambda play, data: _turn(play),
    "copy": lambda play, data: verbs.duplicate_model(play.desk, play.desk.model_id),
    "tidy": lambda play, data: verbs.tidy(play.desk),
}


@contextmanager
def _canvas(play: Play) -> Iterator[Canvas]:
    canvas = Canvas(play.desk, play.hands)
    try:
        canvas.resize(900, 700)
        canvas.refresh()
        yield canvas
    finally:
        canvas.deleteLater()


@pytest.mark.usefixtures("qapp")
@settings(max_examples=30)
@given(st.data())
def test_a_canvas_is_the_same_as_one_built_anew(data: st.DataObject) -> None:
    play = Play(pages.duplicate_model(federation(), federation().order[0]))
    with _canvas(play) as canvas:
        play.session.observers.append(canvas.refresh)
        play.desk.looked = canvas.refresh
        for deed in data.draw(st.lists(st.sampled_from(sorted(_DEEDS)), min_size=4, max_size=12)):
            _DEEDS[deed](play, data)
            canvas.refresh()
            with _canvas(play) as fresh:
                assert _shown(canvas) == _shown(fresh)
                assert len(canvas.scene().items()) == len(fresh.scene().items())


def _picture_from_far(canvas: Canvas) -> QImage:
    canvas.grab()  # which lays out the viewport
    canvas.zoom_to(0.2)
    canvas.centerOn(800, 500)
    canvas.refresh()
    return canvas.grab().toImage()


@pytest.mark.usefixtures("qapp")
def test_from_far_away_a_canvas_is_painted_as_one_built_anew() -> None:
    text = "post HT role=headteacher\npost DHT role=deputy_headteacher\nHT peer_support DHT"
    play = Play(scene(text, {"HT": (0, 0), "DHT": (1000, 0)}))
    assert [len(route) for route in play.page().routes.values()] == [2], "a straight line, which gets corners"
    with _canvas(play) as canvas:
        play.session.observers.append(canvas.refresh)
        _picture_from_far(canvas)
        spots = [(1324, 624), (-300, 900), (600, 1100), (1500, 20), (2000, 1500), (1700, 1200)]
        play.press("mouse", "DHT")
        for spot in spots:
            play.move("mouse", spot)
        play.release("mouse", spots[-1])
        with _canvas(play) as fresh:
            assert _picture_from_far(canvas) == _picture_from_far(fresh)


@pytest.mark.usefixtures("qapp")
def test_what_was_faded_is_clear_again_on_a_page_with_the_same_things() -> None:
    play = Play(pages.duplicate_model(federation(), federation().order[0]))
    with _canvas(play) as canvas:
        play.desk.looked = canvas.refresh
        _light(play, "HoS")
        assert min(item.opacity() for item in canvas._things.values()) < 1
        _turn(play)
        assert {item.opacity() for item in (*canvas._things.values(), *canvas._lines.values())} == {1.0}
