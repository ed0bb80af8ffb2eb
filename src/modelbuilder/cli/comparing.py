"""The commands on models beside each other: `compare` and `stages`."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from modelbuilder.document.errors import InputError
from modelbuilder.vocabulary.changes import MARKS

if TYPE_CHECKING:
    from modelbuilder.accountability.questions import Questions
    from modelbuilder.compare.differences import Comparison
    from modelbuilder.compare.what_changes import Table
    from modelbuilder.document.records import Model


def add_commands(commands: Any) -> None:
    """Describe the commands to argparse."""
    compare = commands.add_parser("compare", help="say what differs between models, or what changes for somebody")
    compare.add_argument("file", type=Path)
    compare.add_argument(
        "models", nargs="+", metavar="MODEL", help="their letters; a stage goes by its address, as B/4"
    )
    compare.add_argument("--for", dest="whom", metavar="NAME", help="what changes for a person or a role")
    compare.add_argument("--format", choices=("text", "json"), default="text")
    stages = commands.add_parser("stages", help="list the stages of the stories: address, tab, title")
    stages.add_argument("file", type=Path)


def _compare(given: argparse.Namespace) -> int:
    from modelbuilder.accountability.questions import Questions
    from modelbuilder.document.pages import labelled
    from modelbuilder.sources.opening import load

    if len(given.models) < 2:
        raise InputError("compare needs two models or more, such as A B.")
    document = load(given.file)
    asks = [Questions(document, labelled(document, label, given.file.name)[0]) for label in given.models]
    if given.whom is not None:
        _print_changes(asks, given.whom, given.format)
    else:
        _print_differences(asks, given.format)
    return 0


def _print_differences(asks: Sequence["Questions"], form: str) -> None:
    from modelbuilder.compare.differences import compare_models
    from modelbuilder.compare.listing import as_json

    if form == "json" and len(asks) > 2:
        raise InputError("--format json compares two models: leave the others out, or say --for whom.")
    found = [compare_models(asks[0], ask) for ask in asks[1:]]
    if form == "json":
        print(json.dumps(as_json(found[0]), ensure_ascii=False, indent=2, default=str))
        return
    for number, comparison in enumerate(found):
        print("\n" * bool(number) + "\n".join(_told(comparison)))


def _told(comparison: "Comparison") -> Iterator[str]:
    """Tell what differs, under headings, each with its sign; what follows from something else is told as well."""
    from modelbuilder.compare.listing import headed

    one, other = _called(comparison.one.model), _called(comparison.other.model)
    parts = headed(comparison)
    yield f"From {one} to {other}" if parts else f"From {one} to {other} nothing differs but where things are drawn."
    for heading, rows in parts.items():
        yield f"\n{heading}"
        yield from (f"{MARKS[told.what].sign} {told.sentence}" for told in rows)


def _called(model: "Model") -> str:
    title = " ".join(model.title.split())
    return f"model {model.label}{f' ({title})' if title else ''}"


def _print_changes(asks: Sequence["Questions"], whom: str, form: str) -> None:
    from modelbuilder.compare.subjects import subject_called
    from modelbuilder.compare.what_changes import what_changes

    table = what_changes(asks, subject_called([asks[0].document], whom))
    if form == "json":
        print(json.dumps(_as_json(table), ensure_ascii=False, indent=2))
        return
    print(f"What changes for {table.subject.label}\n\n{table.paragraph}")
    wide = max(map(len, table.models))
    for row in table.rows:
        differs = f"  {MARKS['changed']}" if row.differs else ""
        print(f"\n{row.label}{differs}")
        for label, cell in zip(table.models, row.cells, strict=True):
            print(f"  {label:<{wide}}  {cell.words}")


def _as_json(table: "Table") -> dict[str, object]:
    return {
        "for": table.subject.label,
        "models": list(table.models),
        "rows": [
            {"key": row.key, "label": row.label, "differs": row.differs, "answers": [cell.words for cell in row.cells]}
            for row in table.rows
        ],
        "paragraph": table.paragraph,
    }


def _stages(given: argparse.Namespace) -> int:
    from modelbuilder.document.stories import entries
    from modelbuilder.sources.opening import load

    document = load(given.file)
    told = [document.models[one] for entry in entries(document) if entry.story for one in entry.models]
    for model in told:
        print(f"{model.label}\t{' '.join(model.title.split())}")
    if not told:
        print(f"{given.file.name} tells no story: its models are options.", file=sys.stderr)
    return 0


COMMANDS = {"compare": _compare, "stages": _stages}
