"""PowerPoint: every text in a shape of its own, lines glued where they end, and nothing that is said twice or lost."""

import copy
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from math import cos, pi, sin
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.util import Emu, Inches

from chart import chart
from modelbuilder.accountability.captions import captions
from modelbuilder.document.errors import InputError
from modelbuilder.document.examples import examples
from modelbuilder.document.files import load
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.colours import contrast
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.marks import Box, Connector, Group, Text
from modelbuilder.drawing.slide import Slide
from modelbuilder.layout.rect import Point
from modelbuilder.render.pptx import pptx
from pictures import png
from strategies import documents

EMU = 6350
NEAR = 1.0
SPECK = 8.0
COVER = (
    '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr><p:cNvPr id="99" name="Cover"/>'
    '<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9144000" cy="6858000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>'
)
"""What a template may paint over its whole slide."""
DOT = png(1, 1)
"""A picture of one pixel: what the cards are filled with plays no part here."""


def exported(shown: list[Slide], template: Path | None = None, source: bytes = b"") -> bytes:
    return pptx(shown, "A title", lambda slide, scale: DOT, template=template, source=source)


def opened(content: bytes) -> Any:
    return Presentation(BytesIO(content))


def shapes_in(tree: Any) -> Iterator[Any]:
    """Yield every shape, those in groups too, in the order that they are read in."""
    for shape in tree.shapes:
        yield shape
        if shape.shape_type == 6:
            yield from shapes_in(shape)


@pytest.fixture(scope="module")
def case_study() -> list[Slide]:
    path = next(path for path in examples() if path.name == "models-abc.leadership")
    document = load(path)
    return [
        replace(slide, descriptions=captions(document, model_id))
        for slide, model_id in zip(slides(document), document.order, strict=True)
    ]


@pytest.fixture(scope="module")
def deck(case_study: list[Slide]) -> Any:
    return opened(exported(case_study))


def test_every_card_is_one_shape_with_its_own_words(case_study: list[Slide], deck: Any) -> None:
    for slide, page in zip(case_study, deck.slides, strict=True):
        found = {shape.name: shape for shape in shapes_in(page)}
        for one in slide.diagram:
            if isinstance(one, Group):
                lines = found[f"!!{one.name}"].text_frame.text.replace("\u2002", "").split("\n")
                texts = [mark.text for mark in one.marks if isinstance(mark, Text)]
                assert "".join(lines) == "".join(texts)


def test_every_text_of_a_slide_is_in_some_shape(case_study: list[Slide], deck: Any) -> None:
    for slide, page in zip(case_study, deck.slides, strict=True):
        said = "\n".join(shape.text_frame.text for shape in shapes_in(page) if shape.has_text_frame)
        marks = [*slide.frame, *(mark for one in slide.diagram for mark in one.marks)]
        for mark in marks:
            if isinstance(mark, Text):
                assert mark.text in said


def test_title_footer_and_number_are_in_the_places_of_the_layout(case_study: list[Slide], deck: Any) -> None:
    for number, (slide, page) in enumerate(zip(case_study, deck.slides, strict=True), start=1):
        assert page.shapes.title.text_frame.text == slide.title
        places = {place.placeholder_format.type: place.text_frame.text for place in page.placeholders}
        assert slide.words is not None
        assert [places[kind] for kind in sorted(places)] == [slide.title, str(number), slide.words.footer]


def test_names_are_stable_and_never_twice_on_a_slide(deck: Any) -> None:
    by_slide = [[shape.name for shape in shapes_in(page) if shape.name.startswith("!!")] for page in deck.slides]
    for names in by_slide:
        assert len(names) == len(set(names))
    assert "!!HoS1" in by_slide[1]
    assert "!!HoS1 accountable_to EHT" in by_slide[1]
    assert "!!LA" in by_slide[0] and "!!LA" in by_slide[1]


def ends_of(connector: Any) -> list[tuple[int, int]]:
    joined = connector._element.nvCxnSpPr.cNvCxnSpPr
    return [(int(one.get("id")), int(one.get("idx"))) for one in joined]


def test_every_line_is_glued_to_its_two_shapes(case_study: list[Slide], deck: Any) -> None:
    for slide, page in zip(case_study, deck.slides, strict=True):
        shapes = {shape.shape_id: shape for shape in shapes_in(page)}
        by_name = {shape.name: shape for shape in shapes.values()}
        names = {one.thing_id: one.name for one in slide.diagram if isinstance(one, Group)}
        lines = [one for one in slide.diagram if isinstance(one, Connector)]
        assert lines
        for line in lines:
            (start, _), (end, _) = ends_of(by_name[f"!!{line.name}"])
            assert [shapes[start].name, shapes[end].name] == [f"!!{names[one]}" for one in line.ends]


def site_of(shape: Any, index: int) -> Point:
    """Return where a site of a shape lies, in slide units: those of rectangles, or the shape's own."""
    share = [(0.5, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 0.5)]
    custom = shape._element.spPr.find("{*}custGeom")
    if custom is not None:
        path = custom.find("{*}pathLst/{*}path")
        size = int(path.get("w")), int(path.get("h"))
        share = [(int(spot.get("x")) / size[0], int(spot.get("y")) / size[1]) for spot in custom.iter("{*}pos")]
    x, y = share[index]
    return Point((shape.left + x * shape.width) / EMU, (shape.top + y * shape.height) / EMU)


def test_lines_end_where_they_are_glued(case_study: list[Slide], deck: Any) -> None:
    for slide, page in zip(case_study, deck.slides, strict=True):
        shapes = {shape.shape_id: shape for shape in shapes_in(page)}
        by_name = {shape.name: shape for shape in shapes.values()}
        for line in slide.diagram:
            if isinstance(line, Connector):
                for (number, index), at in zip(
                    ends_of(by_name[f"!!{line.name}"]), (line.points[0], line.points[-1]), strict=True
                ):
                    site = site_of(shapes[number], index)
                    assert abs(site.x - (slide.x + at.x * slide.scale)) <= 6
                    assert abs(site.y - (slide.y + at.y * slide.scale)) <= 6


def route_of(connector: Any) -> list[Point]:
    """Return the points of a connector as the presets of the format are defined, in slide units."""
    properties = connector._element.spPr
    place = properties.find("{*}xfrm")
    off, ext = place.find("{*}off"), place.find("{*}ext")
    x, y, w, h = (float(node.get(key)) for node, key in ((off, "x"), (off, "y"), (ext, "cx"), (ext, "cy")))
    custom = properties.find("{*}custGeom")
    if custom is not None:
        path = custom.find("{*}pathLst/{*}path")
        fx, fy = w / int(path.get("w")), h / int(path.get("h"))
        return [Point((x + int(p.get("x")) * fx) / EMU, (y + int(p.get("y")) * fy) / EMU) for p in path.iter("{*}pt")]
    preset = properties.find("{*}prstGeom")
    adj = [int(gd.get("fmla").split()[1]) / 100_000 for gd in preset.iter("{*}gd")]
    kind = preset.get("prst")
    inner: list[tuple[float, float]]
    if kind == "line":
        inner = [(0, 0), (w, h)]
    elif kind == "bentConnector2":
        inner = [(0, 0), (w, 0), (w, h)]
    elif kind == "bentConnector3":
        inner = [(0, 0), (adj[0] * w, 0), (adj[0] * w, h), (w, h)]
    elif kind == "bentConnector4":
        inner = [(0, 0), (adj[0] * w, 0), (adj[0] * w, adj[1] * h), (w, adj[1] * h), (w, h)]
    else:
        assert kind == "bentConnector5"
        a, b, c = adj[0] * w, adj[1] * h, adj[2] * w
        inner = [(0, 0), (a, 0), (a, b), (c, b), (c, h), (w, h)]
    turn = int(place.get("rot", "0")) / 60_000 * pi / 180
    points = []
    across = -1 if place.get("flipH") == "1" else 1
    down = -1 if place.get("flipV") == "1" else 1
    for u, v in inner:
        du, dv = (u - w / 2) * across, (v - h / 2) * down
        points.append(
            Point(
                (x + w / 2 + du * cos(turn) - dv * sin(turn)) / EMU, (y + h / 2 + du * sin(turn) + dv * cos(turn)) / EMU
            )
        )
    return points


def bends(points: list[Point]) -> list[Point]:
    """Return a route without what lies on a run."""
    kept = [points[0]]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        cross = (here.x - before.x) * (after.y - here.y) - (here.y - before.y) * (after.x - here.x)
        if abs(cross) > 1:
            kept.append(here)
    return [*kept, points[-1]]


def assert_runs_as_drawn(slide: Slide, page: Any) -> None:
    ours = [shape for shape in shapes_in(page) if shape.name.startswith("!!")]
    found_lines = [shape for shape in ours if shape._element.tag.endswith("cxnSp")]
    lines = [line for line in slide.diagram if isinstance(line, Connector)]
    for line, shape in zip(lines, found_lines, strict=True):
        if line.points:
            drawn = [Point(slide.x + p.x * slide.scale, slide.y + p.y * slide.scale) for p in line.points]
            if max(abs(a.x - b.x) + abs(a.y - b.y) for a in drawn for b in drawn) < SPECK:
                continue  # what is not longer than a line is thick has no bends to be seen
            drawn, found = bends(drawn), bends(route_of(shape))
            assert len(drawn) == len(found), line.name
            assert all(abs(a.x - b.x) <= NEAR and abs(a.y - b.y) <= NEAR for a, b in zip(drawn, found, strict=True))


def test_lines_run_as_they_are_drawn(case_study: list[Slide], deck: Any) -> None:
    for slide, page in zip(case_study, deck.slides, strict=True):
        assert_runs_as_drawn(slide, page)


@settings(max_examples=15, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_every_document_becomes_slides(document: Document) -> None:
    shown = list(slides(place_all(document)))
    content = exported(shown)
    deck = opened(content)
    for slide, page in zip(shown, deck.slides, strict=True):
        assert_runs_as_drawn(slide, page)
        numbers = [shape.shape_id for shape in shapes_in(page)]
        assert len(numbers) == len(set(numbers))
        names = [shape.name for shape in shapes_in(page) if shape.name.startswith("!!")]
        assert len(names) == len(set(names)), "two things of one name are told apart by their ids"


def test_schools_and_groups_hold_their_cards(deck: Any) -> None:
    page = deck.slides[1]
    [trust] = [shape for shape in page.shapes if shape.name == "!!Pellowby Federation and all in it"]
    schools = [shape.name for shape in trust.shapes if shape.name.endswith("and all in it")]
    assert schools == [
        f"!!{name} and all in it" for name in ("Pellowby Primary", "Fennimoor Primary", "Pellowby Nursery")
    ]
    primary = next(shape for shape in trust.shapes if shape.name.startswith("!!Pellowby Primary and"))
    assert {"!!Pellowby Primary", "!!HoS1", "!!DHT1", "!!SBM-B"} <= {shape.name for shape in primary.shapes}


def test_what_is_seen_is_told_and_read_from_the_top_down(case_study: list[Slide], deck: Any) -> None:
    for slide, page in zip(case_study, deck.slides, strict=True):
        found = {shape.name: shape._element for shape in shapes_in(page)}
        for one in slide.diagram:
            number = one.thing_id if isinstance(one, Group) else one.line_id
            told = found[f"!!{one.name}"].xpath(".//p:cNvPr")[0].get("descr")
            assert told == slide.descriptions[number]
        top = [shape for shape in page.shapes if shape.name.startswith("!!") and shape.shape_type != 9]
        cards = [
            shape for shape in top if not shape._element.tag.endswith("cxnSp") and not shape.name.endswith(" name")
        ]
        assert [(card.top, card.left) for card in cards] == sorted((card.top, card.left) for card in cards)
        assert page.shapes[0] == page.shapes.title


def test_notes_say_what_the_presenter_says_and_then_the_narration() -> None:
    document = chart('model A "One"\npost HT role=headteacher held_by="Ann Lee"')
    model_id = document.order[0]
    model = document.models[model_id].model_copy(update={"narration": "Ann begins."})
    document = document.model_copy(update={"models": {**document.models, model_id: model}})
    [slide] = slides(place_all(document))
    page = opened(exported([replace(slide, narration=("Ann leads.", "Nobody else does."))])).slides[0]
    assert page.notes_slide.notes_text_frame.text == "Ann begins.\nAnn leads.\nNobody else does."


def test_the_second_slide_morphs_out_of_the_first(case_study: list[Slide]) -> None:
    with zipfile.ZipFile(BytesIO(exported(case_study))) as package:
        morphs = ["p159:morph" in package.read(f"ppt/slides/slide{n}.xml").decode() for n in (1, 2, 3)]
    assert morphs == [False, True, True]


def test_the_same_slides_make_the_same_file(case_study: list[Slide]) -> None:
    assert exported(case_study, source=b"{}") == exported(case_study, source=b"{}")


def test_an_empty_model_says_so() -> None:
    [slide] = slides(chart('model A "One"'))
    said = [shape.text_frame.text for shape in opened(exported([slide])).slides[0].shapes if shape.has_text_frame]
    assert "Nothing has been drawn in this model yet." in said


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """Return a template of 4:3 with a pale accent and two slides that somebody left in it."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(Inches(10)), Emu(Inches(7.5))
    for _ in range(2):
        deck.slides.add_slide(deck.slide_layouts[0])
    buffer = BytesIO()
    deck.save(buffer)
    path = tmp_path / "their.pptx"
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if "theme1" in name:
                part = re.sub(rb'(<a:accent2>\s*<a:srgbClr val=")[0-9A-F]{6}', rb"\1FFD24D", part)
            new.writestr(name, part)
    return path


def test_a_template_lends_its_layout_and_its_colours(case_study: list[Slide], template: Path) -> None:
    content = exported(case_study, template)
    deck = opened(content)
    assert len(deck.slides) == 3
    page = deck.slides[1]
    assert page.slide_layout.name == "Title Only"
    assert page.shapes.title.text_frame.text == "B: Executive headteacher and heads of school"
    assert page.shapes.title._element.spPr.find("{*}xfrm") is None, "the title stands where the template has it"
    title, footer = page.slide_layout.placeholders[0], page.slide_layout.placeholders[2]
    for shape in page.shapes:
        if not shape.is_placeholder:
            assert title.top + title.height <= shape.top
            assert shape.top + shape.height <= footer.top
            assert shape.left >= 0 and shape.left + shape.width <= deck.slide_width
    colours = set(re.findall(r'srgbClr val="([0-9A-F]{6})"', "".join(_xml(content, 2))))
    assert "0B6E69" not in colours
    yellows = [one for one in colours if one.startswith(("8", "9", "7")) and one.endswith(("2A", "29", "2B", "28"))]
    assert yellows and all(contrast(f"#{one}", "#FFFFFF") >= 4.5 for one in yellows)


def test_a_narrow_footer_leaves_out_its_last_parts(case_study: list[Slide], template: Path) -> None:
    page = opened(exported(case_study, template)).slides[0]
    [footer] = [shape for shape in page.placeholders if shape.placeholder_format.type is PP_PLACEHOLDER.FOOTER]
    assert footer.text_frame.text == "Models A, B and C · 2026-11-21"
    assert case_study[0].words is not None
    assert case_study[0].words.footer == f"{footer.text_frame.text} · no findings"


def _behind(template: Path, edit: Callable[[Any], None]) -> Path:
    deck: Any = Presentation(str(template))
    edit(deck.slide_master)
    deck.save(str(template))
    return template


def _sheets(case_study: list[Slide], template: Path) -> list[Any]:
    return [shape for shape in opened(exported(case_study, template)).slides[0].shapes if shape.name == "Paper"]


def _painted(master: Any, colour: str) -> None:
    master.background.fill.solid()
    master.background.fill.fore_color.rgb = RGBColor(*bytes.fromhex(colour))  # type: ignore[no-untyped-call]


def _dark(master: Any) -> None:
    _painted(master, "102040")


def _pale(master: Any) -> None:
    _painted(master, "F4F4EE")


def _named(master: Any) -> None:
    master.background.fill.solid()
    master.background.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_2


def _blended(master: Any) -> None:
    master.background.fill.gradient()


def _covered(master: Any) -> None:
    box = master.shapes._spTree
    box.append(parse_xml(COVER))


@pytest.mark.parametrize("edit", [_dark, _named, _blended, _covered])
def test_on_a_template_that_is_not_light_what_is_drawn_has_a_sheet_of_paper(
    case_study: list[Slide], template: Path, edit: Callable[[Any], None]
) -> None:
    [sheet] = _sheets(case_study, _behind(template, edit))
    assert str(sheet.fill.fore_color.rgb) == "FFFFFF"
    page = opened(exported(case_study, template)).slides[0]
    assert next(shape.name for shape in page.shapes if not shape.is_placeholder) == "Paper", "it lies below all else"
    for shape in page.shapes:
        if not shape.is_placeholder:
            assert sheet.top <= shape.top and shape.top + shape.height <= sheet.top + sheet.height


def test_a_light_template_needs_none(case_study: list[Slide], template: Path) -> None:
    assert _sheets(case_study, template) == []
    assert _sheets(case_study, _behind(template, _pale)) == []


def test_of_layouts_with_a_title_alone_that_with_more_room_is_taken(case_study: list[Slide], template: Path) -> None:
    deck: Any = Presentation(str(template))
    blank = deck.slide_layouts.get_by_name("Blank")
    alone = deck.slide_layouts.get_by_name("Title Only")
    low = copy.deepcopy(alone.placeholders[0]._element)
    blank.shapes._spTree.append(low)
    blank.placeholders[-1].left, blank.placeholders[-1].top = Emu(Inches(0.5)), Emu(Inches(2.5))
    blank.placeholders[-1].width, blank.placeholders[-1].height = Emu(Inches(9)), Emu(Inches(1.2))
    deck.slide_layouts._sldLayoutIdLst.insert(0, deck.slide_layouts._sldLayoutIdLst[6])
    deck.save(str(template))
    assert opened(exported(case_study, template)).slides[0].slide_layout.name == "Title Only"


def _xml(content: bytes, number: int) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        name = next(name for name in package.namelist() if name.endswith(f"slides/slide{number}.xml"))
        yield package.read(name).decode()


def test_a_file_that_is_no_presentation_is_refused(tmp_path: Path, case_study: list[Slide]) -> None:
    path = tmp_path / "notes.pptx"
    path.write_text("not a presentation")
    with pytest.raises(InputError, match=r"notes\.pptx is not a presentation of PowerPoint"):
        exported(case_study, path)
    with pytest.raises(InputError, match=r"gone\.pptx cannot be read: No such file or directory\."):
        exported(case_study, tmp_path / "gone.pptx")


def test_outlines_of_cards_are_as_large_as_drawn(case_study: list[Slide], deck: Any) -> None:
    for slide, page in zip(case_study, deck.slides, strict=True):
        found = {shape.name: shape for shape in shapes_in(page)}
        for one in slide.diagram:
            if isinstance(one, Group):
                box = next(mark for mark in one.marks if isinstance(mark, Box)).rect
                shape = found[f"!!{one.name}"]
                assert abs(shape.left / EMU - (slide.x + (one.x + box.x) * slide.scale)) <= NEAR
                assert abs(shape.width / EMU - box.w * slide.scale) <= NEAR


def test_routes_turn_at_right_angles_or_are_freeforms(case_study: list[Slide], deck: Any) -> None:
    for page in deck.slides:
        for shape in shapes_in(page):
            if shape.name.startswith("!!") and shape._element.tag.endswith("cxnSp"):
                for a, b in pairwise(route_of(shape)):
                    assert min(abs(a.x - b.x), abs(a.y - b.y)) <= NEAR
