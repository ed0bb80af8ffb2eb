"""The stories of the gallery as pictures: nobody overlaps, no line runs through a card, nothing is cut, cards stay."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from slides_of import case_study, painted
from test_arrangement import assert_apart
from test_page import ends, in_the_way, runs

from modelbuilder.document.examples import stories
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Document
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.page import Page, draw
from modelbuilder.drawing.slide import HEIGHT, WIDTH
from modelbuilder.layout.rect import Rect


def stages() -> Iterator[tuple[str, str]]:
    """Name every stage of every story, and the file that it is in."""
    for path in stories():
        yield from ((path.name, model.label) for model in case_study(path.name).models.values())


STAGES = list(stages())
STORIES = [path.name for path in stories()]


def page(name: str, label: str) -> Page:
    """Draw a stage."""
    document = case_study(name)
    return draw(document, next(one for one, model in document.models.items() if model.label == label))


def test_there_are_seven_stories() -> None:
    assert len(STORIES) == 7 and len(STAGES) == 42


@pytest.mark.parametrize(("name", "label"), STAGES, ids=[label for _, label in STAGES])
def test_a_stage_is_well_laid_out(name: str, label: str) -> None:
    shown = page(name, label)
    assert_apart(shown)
    for line_id, points in shown.routes.items():
        for thing_id in shown.rects:
            if thing_id in ends(shown, line_id) and shown.faces[thing_id].kind == "card":
                continue
            through = [spot for spot in in_the_way(shown, thing_id) if any(run.meets(spot) for run in runs(points))]
            assert not through, (shown.connector(line_id).label, shown.group(thing_id).label)
    for one in shown.faces.values():
        assert not any("…" in words for words in (one.title, one.second, *one.small)), "nothing is cut"
    assert all(shown.rects[box].w == shown.model.places[box].w for box in shown.boxes), "a box is as it was placed"


@pytest.mark.parametrize(("name", "label"), STAGES, ids=[label for _, label in STAGES])
def test_sibling_schools_are_even(name: str, label: str) -> None:
    shown = page(name, label)
    rows: dict[tuple[ThingId | None, float], set[tuple[float, float]]] = {}
    for school in shown.model.placements:
        rect = shown.rects[school]
        rows.setdefault((shown.home[school], rect.y), set()).add((rect.w, rect.h))
    assert all(len(sizes) == 1 for sizes in rows.values())


@pytest.mark.parametrize("name", STORIES)
def test_schools_stay_where_they_were_from_stage_to_stage(name: str) -> None:
    document = case_study(name)
    pages = [draw(document, model_id) for model_id in document.order]
    for before, after in pairwise(pages):
        stayed = before.model.placements.keys() & after.model.placements.keys()
        assert stayed
        assert {(before.rects[one].x, before.rects[one].y) for one in stayed} == {
            (after.rects[one].x, after.rects[one].y) for one in stayed
        }


@pytest.mark.parametrize("name", STORIES)
def test_every_slide_holds_all_its_words(name: str) -> None:
    document: Document = case_study(name)
    for shown, model_id in zip(slides(document), document.order, strict=True):
        assert all(Rect(0, 0, WIDTH, HEIGHT).grown(0.01).covers(spot.rect) for spot in painted(shown))
        model = document.models[model_id]
        assert shown.words is not None
        assert shown.title == model.title
        assert " ".join(shown.words.subtitle) == model.narration, "the narration stands under the title, uncut"
        assert shown.words.spoken == f"{model.narration}\n{model.notes}"
        assert "fictional" in shown.words.footer
