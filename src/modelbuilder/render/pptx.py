"""Slides of PowerPoint that stay alive: a shape for each card, lines glued to their shapes, notes and reading order."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import groupby
from pathlib import Path as FilePath
from typing import Any, TypeAlias

from modelbuilder.document.ids import ThingId
from modelbuilder.drawing import style
from modelbuilder.drawing.brand import Brand, recoloured
from modelbuilder.drawing.legend import SAMPLE
from modelbuilder.drawing.marks import Box, Connector, Group, Icon, Mark, Text
from modelbuilder.drawing.marks import Path as Run
from modelbuilder.drawing.slide import Slide
from modelbuilder.layout.rect import Point, Rect
from modelbuilder.render.office.drawingml import (
    ASCENT,
    DESCENT,
    USUAL_SITES,
    Look,
    Space,
    Writer,
    docked,
    frame,
    legal_words,
    rounded,
    set_scripts,
)
from modelbuilder.render.office.glued import Glue, connector, line_look
from modelbuilder.render.office.ground import Ground, ours, theirs
from modelbuilder.render.office.package import describe, keep, timeless, vector_part
from modelbuilder.sources.shapes import shape_names, slide_name

Paint: TypeAlias = Callable[[Slide, float], bytes]
"""Paints a picture so many times its size, as PNG."""
_SHARP = 4
"""Pixels to a unit in the pictures of icons; the same as vectors are kept beside."""
_NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_MORPH = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice xmlns:p159="http://schemas.microsoft.com/office/powerpoint/2015/09/main" Requires="p159">'
    '<p:transition spd="slow"><p159:morph option="byObject"/></p:transition></mc:Choice>'
    '<mc:Fallback><p:transition spd="slow"><p:fade/></p:transition></mc:Fallback></mc:AlternateContent>'
)
_SHEET = 10.0
"""Units that a sheet goes beyond what is drawn on it, and is rounded by."""
_SAME = 6.0
"""Units within which two lines end at one site."""


def pptx(
    slides: Iterable[Slide],
    title: str,
    paint: Paint,
    *,
    template: FilePath | None = None,
    author: str = "",
    brand: Brand | None = None,
    source: bytes = b"",
) -> bytes:
    """Return a presentation with a slide for each of ours; `source` is the document to keep inside.

    Raises InputError when the template cannot be used.
    """
    brand = brand or Brand()
    ground = theirs(template) if template else ours(brand.font, brand.colours)
    ground = replace(ground, colours={**ground.colours, **brand.colours})
    deck = ground.presentation
    pictures = _Pictures(paint)
    for index, one in enumerate(slides):
        page = deck.slides.add_slide(ground.layout)
        _Page(ground, page, one, pictures).write(morph=index > 0)
    describe(deck, title, author)
    if source:
        keep(deck, source)
    buffer = BytesIO()
    deck.save(buffer)
    return timeless(buffer.getvalue())


class _Pictures:
    """The pictures that cards are filled with, each made once."""

    def __init__(self, paint: Paint) -> None:
        self._paint = paint
        self._made: dict[tuple[object, ...], tuple[bytes, bytes]] = {}

    def both(self, marks: tuple[Mark, ...], rect: Rect, colours: Mapping[str, str]) -> tuple[bytes, bytes]:
        """Return a picture as PNG and as SVG."""
        from modelbuilder.render.svg import svg

        key = (marks, rect.w, rect.h)
        if key not in self._made:
            shown = tuple(recoloured(mark, colours) for mark in marks)
            small = Slide("", shown, (), 1.0, 0.0, 0.0, rect.w, rect.h)
            self._made[key] = self._paint(small, _SHARP), svg(small).encode()
        return self._made[key]


class _Page:
    """Writes one slide."""

    def __init__(self, ground: Ground, page: Any, slide: Slide, pictures: _Pictures) -> None:
        self.ground, self.page, self.slide, self.pictures = ground, page, slide, pictures
        self.writer = Writer(ground.colours)
        subtitle = bool(slide.words and slide.words.subtitle)
        self.outer = ground.space(subtitle=subtitle)
        self.space = self.outer.inside(Space(slide.scale, slide.x, slide.y))
        self.groups = {one.thing_id: one for one in slide.diagram if isinstance(one, Group)}
        self.names = shape_names(slide.diagram)
        self.lines = [one for one in slide.diagram if isinstance(one, Connector)]
        self.numbers: dict[ThingId, int] = {}
        self.fills: dict[tuple[object, ...], str] = {}
        self.sites = self._docks()

    def write(self, *, morph: bool) -> None:
        """Write title, things from the top down, lines, legend and footer: that is the order they are read in."""
        tree = self.page.shapes._spTree
        if name := slide_name(self.slide):
            self.page._element.cSld.set("name", name)  # by which a changed slide is known again
        self._title()
        drawn = [*self._things(None), *self._connectors(), *self._signs()]
        rows = [*self._head(), *drawn, *self._legend(), *self._logo(), *self._foot()]
        for element in _parsed(f"<p:spTree {_NAMESPACES}>{''.join(rows)}</p:spTree>"):
            tree.append(element)
        if morph:
            slide = self.page._element
            place = slide.find("{*}clrMapOvr")
            element = _parsed(_MORPH.replace("<mc:AlternateContent ", f"<mc:AlternateContent {_NAMESPACES} ", 1))
            (place if place is not None else slide[-1]).addnext(element)
        spoken = self.slide.words.spoken if self.slide.words else ""
        notes = "\n".join(part for part in (spoken, *self.slide.narration) if part.strip())
        if notes:
            self.page.notes_slide.notes_text_frame.text = notes

    def _title(self) -> None:
        from pptx.enum.text import MSO_AUTO_SIZE

        words, holder = self.slide.words, self.page.shapes.title
        label = words.label if words else ""
        if self.ground.own:
            holder.text_frame.text = self.slide.title
            mark = max((mark for mark in self.slide.frame if isinstance(mark, Text)), key=lambda mark: mark.size)
            top, height = mark.y - ASCENT * mark.size, (ASCENT + DESCENT) * mark.size
            set_scripts(holder.text_frame.paragraphs[0]._p, mark)
            rect = self.outer.rect(Rect(mark.x, top, self.slide.w - 64 - mark.x, height))
            holder.left, holder.top, holder.width, holder.height = map(round, rect)
        else:
            holder.text_frame.text = f"{label}: {self.slide.title}" if label else self.slide.title
            holder.text_frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
        self.writer.number()

    def _chip(self) -> Box | None:
        """Return the coloured square with the label of the model."""
        boxes = (mark for mark in self.slide.frame if isinstance(mark, Box) and mark.radius == 12)
        return next(boxes, None)

    def _head(self) -> Iterator[str]:
        """Yield the label of the model and the words under the title."""
        words = self.slide.words
        if self.ground.paper:
            yield self.writer.mark(Space(), Box(self.ground.area.grown(_SHEET), _SHEET, fill=style.PAPER), "Paper")
        if words is None:
            yield from (self.writer.mark(self.outer, mark, "Frame") for mark in self.slide.frame)
            return
        chip = self._chip()
        if self.ground.own and chip is not None:
            letters = next(m for m in self.slide.frame if isinstance(m, Text) and m.text == words.label)
            look = Look(self.writer.fill(chip.fill))
            body = self._middle(letters)
            number = self.writer.number()
            name = f"Model {words.label}"
            rect = self.outer.rect(chip.rect)
            yield self.writer.shape(number, name, rect, rounded(chip.rect, chip.radius), look, body, words=name)
        lines = [mark for mark in self.slide.frame if isinstance(mark, Text) and mark.text in words.subtitle]
        yield from (self.writer.text(self.outer, mark, "Under the title") for mark in lines[:2])
        yield from (self.writer.mark(self.outer, mark, "Content") for mark in self.slide.content)

    def _middle(self, mark: Text) -> str:
        body = self.writer.body(self.outer, [[mark]], align="ctr")
        return body.replace('anchor="t"', 'anchor="ctr"')

    def _docks(self) -> dict[ThingId, list[tuple[float, float]]]:
        """Collect where lines end on each thing away from the middles of its sides, as shares of its size."""
        found: dict[ThingId, list[tuple[float, float]]] = {}
        for line in self.lines:
            for end, point in zip(line.ends, (line.points[0], line.points[-1]), strict=True):
                if end in self.groups and self._site(end, point, found.get(end, ())) is None:
                    found.setdefault(end, []).append(self._share(end, point))
        return found

    def _share(self, thing_id: ThingId, point: Point) -> tuple[float, float]:
        group, rect = self.groups[thing_id], _rect_of(self.groups[thing_id])
        return (point.x - group.x) / rect.w, (point.y - group.y) / rect.h

    def _site(self, thing_id: ThingId, point: Point, further: Sequence[tuple[float, float]]) -> int | None:
        """Return the number of the site at a point, if there is one."""
        rect, (x, y) = _rect_of(self.groups[thing_id]), self._share(thing_id, point)
        for index, site in enumerate((*USUAL_SITES, *further)):
            if abs(site[0] - x) * rect.w <= _SAME and abs(site[1] - y) * rect.h <= _SAME:
                return index
        return None

    def _things(self, holder: ThingId | None) -> Iterator[str]:
        """Yield what stands in a box, or on the page, from the top down; a box is grouped with what is in it."""
        inside = [one for one in self.groups.values() if one.holder == holder and not one.above]
        for one in sorted(inside, key=lambda group: (group.y, group.x)):
            shape = self._thing(one)
            children = "".join(self._things(one.thing_id))
            icons = "".join(self._icons(one))
            if not children and not icons:
                yield shape
                continue
            rect = self.space.rect(_rect_of(one).moved(one.x, one.y))
            x, y, w, h = map(round, rect)
            inner = f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{w}" cy="{h}"/>'
            name = legal_words(f"{self.names[one.thing_id]} and all in it")
            yield (
                f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{self.writer.number()}" name="{name}"/><p:cNvGrpSpPr/><p:nvPr/>'
                f"</p:nvGrpSpPr><p:grpSpPr>{frame(rect, inner=inner)}</p:grpSpPr>{shape}{icons}{children}</p:grpSp>"
            )

    def _thing(self, one: Group) -> str:
        """Return a card, box or note as one shape with its words."""
        number = self.numbers[one.thing_id] = self.writer.number()
        space = self.space.inside(Space(1.0, one.x, one.y))
        boxes = [mark for mark in one.marks if isinstance(mark, Box)]
        outline = boxes[-1]._replace(fill=boxes[0].fill)
        rest = tuple(mark for mark in one.marks if not isinstance(mark, Text))
        card = any(isinstance(mark, Run) for mark in rest)
        fill = self._picture(rest, boxes[0].rect) if card else self.writer.fill(outline.fill)
        look = Look(fill, self.writer.line(space, outline))
        geometry = docked(outline.rect, outline.radius, self.sites.get(one.thing_id, ()))
        texts = sorted((mark for mark in one.marks if isinstance(mark, Text)), key=lambda mark: (mark.y, mark.x))
        lines = [list(row) for _, row in groupby(texts, key=lambda mark: mark.y)]
        body = ""
        if lines:
            first = lines[0][0]
            body = self.writer.body(space, lines, left=first.x, top=first.y - ASCENT * first.size)
        words = self.slide.descriptions.get(one.thing_id, one.label)
        rect = space.rect(outline.rect)
        return self.writer.shape(number, self.names[one.thing_id], rect, geometry, look, body, words=words)

    def _icons(self, one: Group) -> Iterator[str]:
        """Yield the icon of a box, which is a shape of its own beside its words; a card wears its icon."""
        if any(isinstance(mark, Run) for mark in one.marks):
            return
        space = self.space.inside(Space(1.0, one.x, one.y))
        for mark in one.marks:
            if isinstance(mark, Icon):
                yield self.writer.icon(space, mark, f"{self.names[one.thing_id]} icon")

    def _picture(self, marks: tuple[Mark, ...], rect: Rect) -> str:
        """Return the fill of a card: its coloured panel with the icon, as a picture with vectors beside."""
        key = (marks, rect.w, rect.h)
        if key not in self.fills:
            self.fills[key] = self._made(marks, rect)
        return self.fills[key]

    def _made(self, marks: tuple[Mark, ...], rect: Rect) -> str:
        plain = tuple(m._replace(stroke="", radius=0.0) if isinstance(m, Box) else m for m in marks)
        png, vector = self.pictures.both(plain, rect, self.ground.colours)
        part = self.page.part
        _, picture = part.get_or_add_image_part(BytesIO(png))
        return (
            f'<a:blipFill dpi="0" rotWithShape="1"><a:blip r:embed="{picture}"><a:extLst>'
            '<a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip'
            ' xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
            f' r:embed="{vector_part(part, vector)}"/></a:ext></a:extLst></a:blip>'
            "<a:stretch><a:fillRect/></a:stretch></a:blipFill>"
        )

    def _connectors(self) -> Iterator[str]:
        """Yield the lines, and then their names as boxes of text."""
        names: list[str] = []
        for line in self.lines:
            points = [self.space.point(point.x, point.y) for point in line.points]
            look = line_look(self.writer, self.space.inside(Space(line.scale, 0, 0)), line.kind, line.primary)
            glue = (self._glue(line.ends[0], line.points[0]), self._glue(line.ends[1], line.points[-1]))
            words = self.slide.descriptions.get(line.line_id, line.label)
            yield connector(self.writer.number(), self.names[line.line_id], words, points, look, glue)
            names += self._names(line)
        yield from names

    def _signs(self) -> Iterator[str]:
        """Yield the signs that lie over everything else: a box with a word in its middle."""
        for one in self.groups.values():
            if one.above:
                space = self.space.inside(Space(1.0, one.x, one.y))
                box, mark = one.marks
                assert isinstance(box, Box) and isinstance(mark, Text)
                yield self._labelled(space, box, mark, self.names[one.thing_id], one.label)

    def _labelled(self, space: Space, box: Box, mark: Text, name: str, words: str = "") -> str:
        """Return a box with a word in its middle."""
        look = Look(self.writer.fill(box.fill), self.writer.line(space, box))
        body = self.writer.body(space, [[mark]], align="ctr").replace('anchor="t"', 'anchor="ctr"')
        geometry, rect = rounded(box.rect, box.radius), space.rect(box.rect)
        return self.writer.shape(self.writer.number(), name, rect, geometry, look, body, words=words)

    def _names(self, line: Connector) -> Iterator[str]:
        texts = [mark for mark in line.marks if isinstance(mark, Text)]
        boxes = [mark for mark in line.marks if isinstance(mark, Box)]
        for mark in texts:
            name = f"{self.names[line.line_id]} name"
            if boxes:
                yield self._labelled(self.space, boxes[0], mark, name)
            else:
                yield self.writer.text(self.space, mark, name)

    def _glue(self, thing_id: ThingId, point: Point) -> Glue | None:
        if thing_id not in self.numbers:
            return None
        site = self._site(thing_id, point, self.sites.get(thing_id, ()))
        return Glue(self.numbers[thing_id], site) if site is not None else None

    def _legend(self) -> Iterator[str]:
        legend = self.slide.legend
        if legend is None or not legend.entries:
            return
        rows: list[str] = []
        strip = legend.marks()[0]
        rows.append(self.writer.mark(self.outer, strip, "Legend"))
        for entry, x, y in legend.entries:
            space = self.outer.inside(Space(1.0, x, y))
            marks: Iterable[Mark] = entry.marks
            if entry.line is not None:
                points = [space.point(point.x, point.y) for point in SAMPLE]
                look = line_look(self.writer, space, *entry.line)
                rows.append(connector(self.writer.number(), "Sample", "", points, look, (None, None)))
                marks = [mark for mark in entry.marks if isinstance(mark, Text)]
            rows += [self.writer.mark(space, mark, f"Legend: {entry.label}") for mark in marks]
        rect = self.outer.rect(legend.rect)
        x, y, w, h = map(round, rect)
        inner = f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{w}" cy="{h}"/>'
        yield (
            f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{self.writer.number()}" name="Legend" descr="Legend"/><p:cNvGrpSpPr/>'
            f"<p:nvPr/></p:nvGrpSpPr><p:grpSpPr>{frame(rect, inner=inner)}</p:grpSpPr>{''.join(rows)}</p:grpSp>"
        )

    def _logo(self) -> Iterator[str]:
        """Yield the logo as a picture."""
        logo = self.slide.logo
        if logo is not None:
            _, picture = self.page.part.get_or_add_image_part(BytesIO(logo.content))
            yield (
                f'<p:pic><p:nvPicPr><p:cNvPr id="{self.writer.number()}" name="Logo" descr="Logo"/>'
                '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
                f'<p:blipFill><a:blip r:embed="{picture}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
                f"<p:spPr>{frame(self.outer.rect(logo.rect))}{rounded(logo.rect, 0)}</p:spPr></p:pic>"
            )

    def _foot(self) -> Iterator[str]:
        """Yield footer and number of the slide in the places that the layout has for them."""
        words = self.slide.words
        if words is None:
            return
        holders = {
            ph.get("type"): ph.get("idx", "0") for ph in self.ground.layout._element.iter("{*}ph") if ph.get("type")
        }
        look, told = '<a:rPr lang="en-GB"/>', self.ground.footer(words.footer)
        if self.ground.own:
            mark = next(mark for mark in self.slide.frame if isinstance(mark, Text) and mark.text == words.footer)
            look = self.writer.letters(self.outer, mark)
        footer = f"<a:r>{look}<a:t>{legal_words(told)}</a:t></a:r>"
        field = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        number = f"{field}{look}<a:t>{words.number}</a:t></a:fld>"
        for kind, name, run in (("ftr", "Footer", footer), ("sldNum", "Slide Number", number)):
            if kind in holders:
                place = f'<p:ph type="{kind}" sz="quarter" idx="{holders[kind]}"/>'
                yield (
                    f'<p:sp><p:nvSpPr><p:cNvPr id="{self.writer.number()}" name="{name}"/><p:cNvSpPr>'
                    f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{place}</p:nvPr></p:nvSpPr><p:spPr/>'
                    f'<p:txBody><a:bodyPr wrap="square"/><a:lstStyle/><a:p>{run}</a:p></p:txBody></p:sp>'
                )


def _rect_of(one: Group) -> Rect:
    """Return the outline of a thing in its own units."""
    return next(mark.rect for mark in one.marks if isinstance(mark, Box))


def _parsed(xml: str) -> Any:
    from pptx.oxml import parse_xml

    return parse_xml(xml)
