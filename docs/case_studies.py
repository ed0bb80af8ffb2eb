"""Write examples/case_studies/*.leadership from the charts: everything stands where it stood in the file before."""

from pathlib import Path

from modelbuilder.document import edits
from modelbuilder.document.chart.reader import read_chart
from modelbuilder.document.examples import examples_folder
from modelbuilder.document.files import dump, load
from modelbuilder.document.integrity import settle
from modelbuilder.document.records import Document
from modelbuilder.document.suffixes import SUFFIX
from modelbuilder.drawing.arrangement import place_all


def files() -> dict[Path, str]:
    """Return the text of every .leadership file that has a chart beside it."""
    charts = sorted(examples_folder().glob("*.chart"))
    pairs = [(path, path.with_suffix(SUFFIX)) for path in charts]
    return {kept: dump(_made(path, load(kept))) for path, kept in pairs if kept.exists()}


def _made(path: Path, kept: Document) -> Document:
    """Return the document of a chart with the places, stage by stage, of the one kept before."""
    document = read_chart(path.read_text(encoding="utf-8"))
    places = {model.label: model.places for model in kept.models.values()}
    for model_id, model in document.models.items():
        document = edits.move(document, model_id, places.get(model.label, {}))
    return place_all(settle(Document(), document))


def main() -> None:
    """Write the files."""
    made = files()
    for path, content in made.items():
        path.write_text(content, encoding="utf-8", newline="\n")
    print(f"{examples_folder()}: {len(made)} files")


if __name__ == "__main__":
    main()
