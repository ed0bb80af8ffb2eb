"""The command line: open the window, or check, export, draw and write without one."""

import argparse
import json
import os
import sys
from io import TextIOWrapper
from pathlib import Path

from modelbuilder.document.errors import InputError

COMMANDS = ("check", "export", "draw", "write", "rules")
_WORDS = {"error": "Must fix", "warning": "Check", "advice": "Idea"}


def main(arguments: list[str] | None = None) -> int:
    """Run the program; 0 is well, 1 means that something must be fixed, 2 that the input cannot be used."""
    words = sys.argv[1:] if arguments is None else arguments
    try:
        if words and words[0] in COMMANDS:
            if isinstance(sys.stdout, TextIOWrapper):
                sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
            code = _command(words)
            sys.stdout.flush()
            return code
        return _open_window(words)
    except InputError as error:
        print(f"modelbuilder: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _command(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="modelbuilder", description="Draw and check leadership models.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="say where a line of accountability stops or splits")
    check.add_argument("file", type=Path)
    check.add_argument("--format", choices=("text", "json"), default="text")
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
    commands.add_parser("rules", help="list the rules")
    given = parser.parse_args(words)
    if given.command == "check":
        return _check(given.file, given.format)
    if given.command == "export":
        return _export(given.file, given.out, given.model, given.size)
    if given.command == "draw":
        return _draw(given.file, given.output)
    return _write(given.file) if given.command == "write" else _rules()


def _check(path: Path, form: str) -> int:
    from modelbuilder.accountability.findings import as_json, check_document
    from modelbuilder.document.files import load

    document = load(path)
    findings = check_document(document)
    if form == "json":
        rows = [as_json(document, finding) for finding in findings]
        print(json.dumps({"findings": rows}, ensure_ascii=False, indent=2))
    elif not findings:
        print(f"{path.name}: no findings.")
    else:
        for finding in findings:
            word = _WORDS[finding.severity.value]
            print(f"Model {finding.model_label} · {word} · {finding.code} {finding.message}")
    return int(any(finding.severity.value == "error" for finding in findings))


def _export(path: Path, out: Path, label: str | None, size: int) -> int:
    from modelbuilder.document.files import load, write_atomically
    from modelbuilder.drawing.arrangement import place_all
    from modelbuilder.drawing.deck import slides

    suffix = out.suffix.lower()
    if suffix not in (".pdf", ".png"):
        raise InputError(f"{out.name} should end in .pdf or .png.")
    document = place_all(load(path))
    labels = {model.label: model_id for model_id, model in document.models.items()}
    if label is not None and label not in labels:
        raise InputError(f"{path.name} has no model {label}; it has {', '.join(sorted(labels))}.")
    if suffix == ".png" and label is None and len(labels) > 1:
        raise InputError(f"{path.name} has several models: say which one the picture shows, for example --model A.")
    drawn = list(slides(document, labels[label] if label is not None else None))
    if suffix == ".pdf":
        from modelbuilder.render.pdf import pdf

        write_atomically(out, pdf(drawn, document.title or path.stem))
    else:
        from modelbuilder.render.png import png

        write_atomically(out, png(drawn[0], size))
    print(out)
    return 0


def _draw(path: Path, out: Path) -> int:
    from modelbuilder.document.files import load, save
    from modelbuilder.document.suffixes import SUFFIX
    from modelbuilder.drawing.arrangement import place_all

    if out.suffix.lower() != SUFFIX:
        raise InputError(f"{out.name} should end in {SUFFIX}.")
    save(place_all(load(path)), out)
    print(out)
    return 0


def _write(path: Path) -> int:
    from modelbuilder.document.chart.writer import left_behind, write_chart
    from modelbuilder.document.files import load

    document = load(path)
    print(write_chart(document), end="")
    left = left_behind(document)
    if left:
        print(f"A chart does not hold {' and '.join(left)}.", file=sys.stderr)
    return 0


def _rules() -> int:
    from modelbuilder.accountability.rules import catalogue

    for rule in catalogue():
        print(f"{rule.code}  {_WORDS[rule.severity.value]:<9} {rule.standing:<9} {rule.title}  [{rule.source}]")
    return 0


def _open_window(words: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="modelbuilder",
        description="Draw leadership models and see who answers to whom.",
        epilog=f"Without a window: modelbuilder {{{','.join(COMMANDS)}}} --help",
    )
    parser.add_argument("file", type=Path, nargs="?")
    given = parser.parse_args(words)
    if given.file is not None and given.file.is_dir():
        raise InputError(f"{given.file} is a folder, not a file.")
    if given.file is not None and not given.file.is_file():
        raise InputError(f"There is no file {given.file}.")
    from modelbuilder.app import run

    return run(given.file)


if __name__ == "__main__":
    raise SystemExit(main())
