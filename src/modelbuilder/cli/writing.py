"""The commands that write: `export`, `draw` and `write`."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from modelbuilder.document.errors import InputError

if TYPE_CHECKING:
    from modelbuilder.document.records import Deck, Document

_NOT_ASKED = ("models", "deck", "brand", "veils")
"""Options of an export that no word of the command says by itself."""
_UP_TO_EIGHT = tuple("12345678")


def add_commands(commands: Any) -> None:
    """Describe the commands to argparse."""
    export = commands.add_parser("export", help="write slides as PowerPoint, PDF, PNG or SVG, or a web page as HTML")
    export.add_argument("file", type=Path)
    export.add_argument("out", type=Path)
    export.add_argument("--model", metavar="A,B", help="the letters of the models that are wanted (default: all)")
    export.add_argument("--stages", action="store_true", help="every stage of a story, not only its last")
    export.add_argument(
        "--deck", metavar="NAME", help="the slides that were put together as a deck; a picture has the first"
    )
    export.add_argument("--compare", metavar="A,B", help="slides on models beside each other; a picture has the first")
    export.add_argument("--for", dest="whom", metavar="NAME", help="with --compare: also what changes for them")
    export.add_argument("--size", default="16:9", help="16:9, 4:3, a4, a3; PNG also in pixels, such as 3840x2160")
    export.add_argument("--dpi", type=_dots, metavar="N", help="PNG: how many dots make an inch on paper")
    export.add_argument("--handout", type=int, choices=(2, 3), default=0, help="PDF: slides to a sheet, with notes")
    export.add_argument("--poster", type=_sheets, metavar="CxR", help="PDF: each slide over sheets of A4, such as 2x2")
    export.add_argument("--findings", action="store_true", help="PDF: after each model what is found in it")
    export.add_argument("--author", default="", metavar="NAME", help="PDF, PowerPoint: who made it (default: not said)")
    export.add_argument("--transparent", action="store_true", help="PNG, SVG: without paper")
    export.add_argument("--outlines", action="store_true", help="SVG: words as outlines, which need no font")
    export.add_argument("--roles-only", action="store_true", help="show roles, and no person’s name anywhere")
    export.add_argument("--template", type=Path, metavar="THEIR.pptx", help="PowerPoint: the layout to put slides on")
    export.add_argument("--brand", type=Path, metavar="FILE.toml", help="colours, footer, logo and font of titles")
    export.add_argument(
        "--no-source", dest="source", action="store_false", help="leave out the document from which the file opens"
    )
    draw = commands.add_parser("draw", help="turn a chart into a .leadership file")
    draw.add_argument("file", type=Path)
    draw.add_argument("-o", "--output", type=Path, required=True)
    write = commands.add_parser("write", help="write a document as a chart")
    write.add_argument("file", type=Path)


def _dots(words: str) -> float:
    if not words.isdecimal() or not 10 <= int(words) <= 2400:
        raise argparse.ArgumentTypeError(f"{words} is not a number of dots from 10 to 2400")
    return float(words)


def _sheets(words: str) -> tuple[int, int]:
    columns, by, rows = words.partition("x")
    if not (by and columns in _UP_TO_EIGHT and rows in _UP_TO_EIGHT):
        raise argparse.ArgumentTypeError(f"{words} is not a number of sheets across and down, 1x1 to 8x8, such as 2x2")
    return int(columns), int(rows)


def _export(given: argparse.Namespace) -> int:
    from modelbuilder.document.decks import deck_named
    from modelbuilder.drawing.arrangement import place_all
    from modelbuilder.drawing.brand import read_brand
    from modelbuilder.render.export import FORMATS, Options, chosen, export
    from modelbuilder.sources.opening import load

    path, out = given.file, given.out
    if out.suffix.lower() not in FORMATS:
        *others, last = FORMATS
        raise InputError(f"{out.name} should end in {', '.join(others)} or {last}.")
    document = place_all(load(path))
    labels = given.model.split(",") if given.model is not None else []
    models = chosen(document, labels, path.name, stages=given.stages)
    deck = deck_named(document, given.deck, path.name) if given.deck is not None else None
    if given.compare is not None:
        if deck is not None:
            raise InputError("--compare and --deck both say which slides: choose one of them.")
        deck = _compared(document, given.compare.split(","), given.whom, path.name)
    elif given.whom is not None:
        raise InputError("--for says for whom something changes: say with --compare which models.")
    if deck is not None and (labels or given.stages):
        raise InputError("--deck and --compare say which models are shown: leave --model and --stages out.")
    asked = {key: getattr(given, key) for key in vars(Options()) if key not in _NOT_ASKED}
    brand = read_brand(given.brand) if given.brand is not None else None
    said = export(document, out, Options(models, **asked, deck=deck, brand=brand), path.name)
    for sentence in brand.mended if brand else ():
        print(sentence, file=sys.stderr)
    print(out)
    if said:
        print(said, file=sys.stderr)
    return 0


def _compared(document: "Document", labels: list[str], whom: str | None, name: str) -> "Deck":
    """Put slides on some models beside each other together."""
    from modelbuilder.compare.subjects import about_of, subject_called
    from modelbuilder.document.decks import slides_beside
    from modelbuilder.document.pages import labelled
    from modelbuilder.document.records import Deck
    from modelbuilder.vocabulary.decks import MOST_BESIDE

    if not 2 <= len(labels) <= MOST_BESIDE:
        raise InputError(f"--compare takes two to {MOST_BESIDE} models, such as A,B.")
    models = tuple(labelled(document, label, name)[0] for label in labels)
    about = about_of([document], subject_called([document], whom)) if whom is not None else ()
    if whom is not None and not about:
        raise InputError(f"--for takes a person or a role, and “{whom}” is a post.")
    return Deck(name="Comparison", slides=tuple(slides_beside(models, [about] if about else [])))


def _draw(given: argparse.Namespace) -> int:
    from modelbuilder.document.files import save
    from modelbuilder.document.suffixes import SUFFIX
    from modelbuilder.drawing.arrangement import place_all
    from modelbuilder.sources.opening import load

    if given.output.suffix.lower() != SUFFIX:
        raise InputError(f"{given.output.name} should end in {SUFFIX}.")
    save(place_all(load(given.file)), given.output)
    print(given.output)
    return 0


def _write(given: argparse.Namespace) -> int:
    from modelbuilder.document.chart.writer import left_behind, write_chart
    from modelbuilder.sources.opening import load

    document = load(given.file)
    print(write_chart(document), end="")
    left = left_behind(document)
    if left:
        print(f"A chart does not hold {' and '.join(left)}.", file=sys.stderr)
    return 0


COMMANDS = {"export": _export, "draw": _draw, "write": _write}
