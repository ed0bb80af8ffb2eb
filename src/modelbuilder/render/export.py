"""Exporting: what can be asked for, which format takes it, and writing the file so that nothing is lost."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from modelbuilder.accountability import wording
from modelbuilder.document import pages, stories
from modelbuilder.document.decks import last_stages
from modelbuilder.document.errors import InputError
from modelbuilder.document.files import dump, write_atomically
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Deck, Document
from modelbuilder.document.roles_only import roles_only
from modelbuilder.drawing import sizes
from modelbuilder.drawing.brand import Brand, branded
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.deck_pages import deck_pages
from modelbuilder.drawing.finding_pages import finding_pages
from modelbuilder.drawing.handout import handout
from modelbuilder.drawing.outlining import outlined
from modelbuilder.drawing.poster import poster
from modelbuilder.drawing.poster import sheets as poster_sheets
from modelbuilder.drawing.sheet import Sheet
from modelbuilder.drawing.slide import Slide, without_paper
from modelbuilder.drawing.veil import Veil
from modelbuilder.layout import text
from modelbuilder.sources.embedded import reader_of

T = TypeVar("T")


class Watch(Protocol):
    """Passes on what is drawn, one model after the other; it may raise to stop."""

    def __call__(self, drawn: Iterable[T], /) -> Iterator[T]: ...


@dataclass(frozen=True)
class Options:
    """What is asked of an export; no models are all of them, of a story its last stage.

    Models with a veil are shown as they are on the canvas, with folds and without what is hidden there.
    """

    models: tuple[ModelId, ...] = ()
    size: str = "16:9"
    dpi: float | None = None
    roles_only: bool = False
    source: bool = True
    author: str = ""
    transparent: bool = False
    outlines: bool = False
    handout: int = 0
    poster: tuple[int, int] | None = None
    findings: bool = False
    template: Path | None = None
    deck: Deck | None = None
    brand: Brand | None = None
    veils: Mapping[ModelId, Veil] = field(default_factory=dict)


class Job(NamedTuple):
    """What a format is to write: the document as it is to be shown, and the one that goes inside."""

    document: Document
    options: Options
    title: str
    source: bytes
    watch: Watch

    def slides(self, size: sizes.Size) -> list[Slide]:
        """Draw the slides, described: those of a deck, or of the models."""
        if self.options.deck is not None:
            drawn = list(self.watch(deck_pages(self.document, self.options.deck, size, described=True)))
        else:
            options = self.options
            drawn = list(self.watch(slides(self.document, options.models, size, described=True, veils=options.veils)))
        brand = self.options.brand
        return [branded(slide, brand) for slide in drawn] if brand else drawn


def _pdf(job: Job) -> bytes:
    from modelbuilder.render.pdf import pdf

    return pdf(_sheets(job), job.title, job.source, job.options.author)


def _sheets(job: Job) -> Iterator[Slide | Sheet]:
    """Yield the pages of a PDF: slides, also with their findings, or sheets for the hand or for the wall."""
    options = job.options
    if options.poster:
        cut = poster(*options.poster)
        for slide in job.slides(cut.size):
            yield from poster_sheets(slide, cut)
        return
    slides = job.slides(sizes.named(options.size))
    if options.handout:
        yield from handout(slides, options.handout)
        return
    number = 0
    for slide in slides:
        number += 1
        yield slide
        for page in finding_pages(job.document, slide, number + 1) if options.findings else ():
            number += 1
            yield page


def _png(job: Job) -> bytes:
    from modelbuilder.render.png import png

    size, w, _, dpi = sizes.pixels(job.options.size, job.options.dpi)
    slide = job.slides(size)[0]
    return png(slide, w / size.w, dpi=dpi, transparent=job.options.transparent, source=job.source)


def _svg(job: Job) -> bytes:
    from modelbuilder.render.svg import DOCUMENT, svg

    slide = job.slides(sizes.named(job.options.size))[0]
    slide = without_paper(slide) if job.options.transparent else slide
    slide = outlined(slide) if job.options.outlines else slide
    return svg(slide, job.source, role=DOCUMENT).encode()


def _html(job: Job) -> bytes:
    from modelbuilder.drawing.section import section_of, sections
    from modelbuilder.render.html import html

    if job.options.deck is not None:
        shown = list(map(section_of, job.slides(sizes.WIDE)))
        return html(shown, job.title, job.document.date, job.source, job.options.brand).encode()
    told = sections(job.document, job.options.models)
    return html(list(job.watch(told)), job.title, job.document.date, job.source, job.options.brand).encode()


def _pptx(job: Job) -> bytes:
    from modelbuilder.render.png import ensure_application, png
    from modelbuilder.render.pptx import pptx

    def picture(slide: Slide, scale: float) -> bytes:
        return png(slide, scale, transparent=True)

    application = ensure_application()
    options, shown = job.options, job.slides(sizes.WIDE)
    written = pptx(
        shown,
        job.title,
        picture,
        template=options.template,
        author=options.author,
        brand=options.brand,
        source=job.source,
    )
    del application
    return written


class Format(NamedTuple):
    """A kind of file: how it is called, whether it holds several models, and the options that only some take."""

    words: str
    several: bool
    takes: frozenset[str]
    write: Callable[[Job], bytes]


FORMATS = {
    ".pdf": Format("PDF", True, frozenset({"size", "author", "handout", "poster", "findings", "deck", "brand"}), _pdf),
    ".pptx": Format("PowerPoint", True, frozenset({"author", "template", "deck", "brand"}), _pptx),
    ".png": Format("PNG", False, frozenset({"size", "dpi", "transparent", "deck", "brand"}), _png),
    ".svg": Format("SVG", False, frozenset({"size", "transparent", "outlines", "deck", "brand"}), _svg),
    ".html": Format("HTML", True, frozenset({"deck", "brand"}), _html),
}


def export(document: Document, path: Path, options: Options, name: str = "", watch: Watch = iter) -> str:
    """Write a document as its file's name ends; what was there stays unless the new file is whole.

    `name` is what the sentence of an error calls the document. A source inside is read again from the new
    file before that takes the place of the old. Returns a sentence when not every character can be shown.
    """
    kind = FORMATS[path.suffix.lower()]
    options = replace(options, models=options.models or last_stages(document))
    if options.deck is not None and options.deck.roles_only:
        options = replace(options, roles_only=True)
    check_fit(kind, options, document, name)
    source = dump(document).encode() if options.source and not options.roles_only else b""
    shown = roles_only(document) if options.roles_only else document
    job = Job(shown, options, shown.title or "Leadership models", source, watch)

    def check(written: bytes) -> None:
        reader = reader_of(written)
        if reader is None or (reader(written) or b"") != source:
            raise InputError(f"{path.name} was not written: its source could not be read again from it.")

    write_atomically(path, kind.write(job), check)
    return "" if kind is FORMATS[".pptx"] else unshown(shown)  # the fonts of slides are those of their reader


def unshown(document: Document) -> str:
    """Say which characters of a document no font has; nothing when all can be shown."""
    unusual = sorted(one for one in set(dump(document)) if one != "\n" and not text.is_plain(one))
    if not unusual:
        return ""
    from modelbuilder.layout.shaping import SIGN, lacking

    lost = [f"{one} (U+{ord(one):04X})" for one in unusual if lacking(one)]
    return f"No font here has {wording.listed(lost)}: {SIGN} is shown instead." if lost else ""


def check_fit(kind: Format, options: Options, document: Document, name: str) -> None:
    """Refuse options that do not fit the format."""
    plain = Options()
    for key in sorted({key for one in FORMATS.values() for key in one.takes} - kind.takes):
        if getattr(options, key) != getattr(plain, key):
            takers = wording.listed(one.words for one in FORMATS.values() if key in one.takes)
            raise InputError(f"--{key.replace('_', '-')} is for {takers}, not for {kind.words}.")
    kinds = [key for key in ("handout", "poster", "findings") if getattr(options, key)]
    if options.deck is not None and (options.findings or options.poster):
        raise InputError("--deck has slides of its own: leave --findings and --poster out.")
    if len(kinds) > 1:
        raise InputError(f"--{kinds[0]} and --{kinds[1]} make pages of their own: choose one of them.")
    if options.poster and options.size != plain.size:
        raise InputError("--poster takes its size from its sheets: leave --size out.")
    if options.veils and (kind is FORMATS[".html"] or options.deck is not None):
        raise InputError("What is folded or hidden on the canvas can be so on slides and in pictures only.")
    if options.veils and options.source and kind is FORMATS[".pptx"]:
        raise InputError("Slides with something folded or hidden do not open for editing: leave the document out.")
    if options.author and options.roles_only:
        raise InputError("--roles-only leaves out every name, the author’s too: leave --author out.")
    if not kind.several and options.deck is None and len(options.models or document.order) > 1:
        which = pages.ordered(document)[0][1].label
        raise InputError(
            f"{name or document.title} has several models: say which one the picture shows, "
            f"for example --model {which}."
        )


def chosen(document: Document, labels: Sequence[str], name: str, *, stages: bool = False) -> tuple[ModelId, ...]:
    """Return the models with these labels, or all, in the order of the tabs.

    A story goes by its letter: all its stages are meant if these are wanted, and else the last.
    """
    if not labels:
        return document.order if stages else last_stages(document)
    found: set[ModelId] = set()
    for label in labels:
        found.add(pages.labelled(document, label, name)[0])
        if stages:
            found.update(model_id for model_id, _ in stories.stages(document, label))
    return tuple(model_id for model_id in document.order if model_id in found)
