"""The commands that write: `export`, `draw` and `write`."""

import argparse
import sys
from pathlib import Path
from typing import Any

from modelbuilder.document.errors import InputError


def add_commands(commands: Any) -> None:
    """Describe the commands to argparse."""
    export = commands.add_parser("export", help="write slides as PDF or PNG")
    export.add_argument("file", type=Path)
    export.add_argument("out", type=Path)
    export.add_argument("--model", help="the letter of one model")
    export.add_argument("--size", type=int, choices=(1, 2), default=1, help="PNG: 1 is 1920 × 1080, 2 is 3840 × 2160")
    draw = commands.add_parser("draw", help="turn a chart into a .leadership file")
    draw.add_argument("file", type=Path)
    draw.add_argument("-o", "--output", type=Path, required=True)
    write = commands.add_parser("write", help="write a document as a chart")
    write.add_argument("file", type=Path)


def _export(given: argparse.Namespace) -> int:
    from modelbuilder.document.files import load, write_atomically
    from modelbuilder.document.pages import labelled
    from modelbuilder.drawing.arrangement import place_all
    from modelbuilder.drawing.deck import slides

    path, out = given.file, given.out
    suffix = out.suffix.lower()
    if suffix not in (".pdf", ".png"):
        raise InputError(f"{out.name} should end in .pdf or .png.")
    document = place_all(load(path))
    model_id = labelled(document, given.model, path.name)[0] if given.model is not None else None
    if suffix == ".png" and model_id is None and len(document.models) > 1:
        raise InputError(f"{path.name} has several models: say which one the picture shows, for example --model A.")
    drawn = list(slides(document, model_id))
    if suffix == ".pdf":
        from modelbuilder.render.pdf import pdf

        write_atomically(out, pdf(drawn, document.title or path.stem))
    else:
        from modelbuilder.render.png import png

        write_atomically(out, png(drawn[0], given.size))
    print(out)
    return 0


def _draw(given: argparse.Namespace) -> int:
    from modelbuilder.document.files import load, save
    from modelbuilder.document.suffixes import SUFFIX
    from modelbuilder.drawing.arrangement import place_all

    if given.output.suffix.lower() != SUFFIX:
        raise InputError(f"{given.output.name} should end in {SUFFIX}.")
    save(place_all(load(given.file)), given.output)
    print(given.output)
    return 0


def _write(given: argparse.Namespace) -> int:
    from modelbuilder.document.chart.writer import left_behind, write_chart
    from modelbuilder.document.files import load

    document = load(given.file)
    print(write_chart(document), end="")
    left = left_behind(document)
    if left:
        print(f"A chart does not hold {' and '.join(left)}.", file=sys.stderr)
    return 0


COMMANDS = {"export": _export, "draw": _draw, "write": _write}
