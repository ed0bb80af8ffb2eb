"""The case studies are what their charts say: each .leadership file holds the same, and only the places besides."""

from pathlib import Path

import pytest

from case_studies import files
from modelbuilder.document.chart.reader import read_chart
from modelbuilder.document.examples import examples_folder
from modelbuilder.document.files import load
from modelbuilder.document.records import Document, table

NAMES = sorted(path.stem for path in examples_folder().glob("*.leadership"))


def without_places(document: Document) -> Document:
    """Return a document that says nothing of where things stand."""
    models = {one: model.model_copy(update={"places": table({})}) for one, model in document.models.items()}
    return document.model_copy(update={"models": table(models)})


@pytest.mark.parametrize("name", NAMES)
def test_chart_and_file_hold_the_same(name: str) -> None:
    path = examples_folder() / name
    document = read_chart(path.with_suffix(".chart").read_text(encoding="utf-8"))
    assert without_places(load(path.with_suffix(".leadership"))) == document


def test_the_files_are_as_they_are_made() -> None:
    made = files()
    assert sorted(path.stem for path in made) == NAMES
    stale = [path.name for path, content in made.items() if path.read_text(encoding="utf-8") != content]
    assert stale == [], "run make examples"


def test_what_is_new_in_a_chart_gets_a_place_and_the_rest_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart = "stage A/1\npost HT role=headteacher\nstage A/2\n"
    kept = files()[examples_folder() / "wrenbeck-primary.leadership"]
    (tmp_path / "x.leadership").write_text(kept, encoding="utf-8")
    (tmp_path / "x.chart").write_text(chart + "post DHT role=deputy_headteacher\n", encoding="utf-8")
    monkeypatch.setattr("case_studies.examples_folder", lambda: tmp_path)
    [(path, content)] = files().items()
    path.write_text(content, encoding="utf-8")
    first, second = load(path).models.values()
    [head] = first.posts
    before = load(examples_folder() / "wrenbeck-primary.leadership").models
    assert first.places == {head: before[next(iter(before))].places[head]}
    assert second.places.keys() == second.posts.keys() and len(second.posts) == 2
