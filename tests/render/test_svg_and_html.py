"""SVG and HTML: what a drawing says of itself in words, and a page that is complete, plain and unambiguous."""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from chart import chart
from modelbuilder.accountability.narration import narrate
from modelbuilder.document.examples import examples
from modelbuilder.document.files import load
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.render.export import Options, export

SVG = "{http://www.w3.org/2000/svg}"
VOID = {"meta", "br", "hr", "img", "link", "input"}


@pytest.fixture(scope="module")
def document() -> Document:
    return load(examples()[0])


@pytest.fixture(scope="module")
def page(document: Document, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "models.html"
    export(document, path, Options())
    return path.read_text(encoding="utf-8")


class Reader(HTMLParser):
    """Reads a page, and complains of tags that do not match."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "metadata"):
            self.words.append(data)

    def all(self, *names: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.tags if tag in names]


def drawing(document: Document, folder: Path, **options: bool) -> ElementTree.Element:
    """Export the first model as SVG and read it."""
    path = folder / "a.svg"
    export(document, path, Options(document.order[:1], **options))  # type: ignore[arg-type]
    return ElementTree.fromstring(path.read_text(encoding="utf-8"))


# SVG


def test_every_card_and_line_has_an_id_a_title_and_a_description(document: Document, tmp_path: Path) -> None:
    root = drawing(document, tmp_path)
    model = document.models[document.order[0]]
    things = {element.attrib["id"]: element for element in root.iter(f"{SVG}g") if "id" in element.attrib}
    assert set(things) >= {*model.posts, *model.bodies, *model.placements, *model.figures}
    assert set(things) & set(model.lines)
    for element in things.values():
        assert element.findtext(f"{SVG}title")
        assert element.findtext(f"{SVG}desc")
    words = [element.findtext(f"{SVG}desc") or "" for element in things.values()]
    assert "Tobin Ashgrove answers to Ines Marlowe-Tate." in words
    assert any(text.startswith("Ines Marlowe-Tate, Headteacher, leads Wrenbeck Primary") for text in words)


def test_the_whole_is_told_in_words(document: Document, tmp_path: Path) -> None:
    root = drawing(document, tmp_path)
    assert root.findtext(f"{SVG}title") == "Headteacher"
    assert root.findtext(f"{SVG}desc") == " ".join(narrate(document, document.order[0]))


def test_outlines_leave_no_text_that_would_need_a_font(document: Document, tmp_path: Path) -> None:
    live, outlined = drawing(document, tmp_path), drawing(document, tmp_path, outlines=True)
    texts = len(list(live.iter(f"{SVG}text")))
    assert texts > 30
    assert not list(outlined.iter(f"{SVG}text"))
    assert len(list(outlined.iter(f"{SVG}path"))) == len(list(live.iter(f"{SVG}path"))) + texts
    assert [one.text for one in outlined.iter(f"{SVG}desc")] == [one.text for one in live.iter(f"{SVG}desc")]


def test_a_transparent_drawing_has_no_paper(document: Document, tmp_path: Path) -> None:
    papers = [
        [one for one in root.iter(f"{SVG}rect") if one.attrib["width"] == "1920"]
        for root in (drawing(document, tmp_path), drawing(document, tmp_path, transparent=True))
    ]
    assert [len(found) for found in papers] == [1, 0]


# HTML


def test_the_page_is_whole_and_fetches_and_runs_nothing(page: str) -> None:
    reader = Reader(page)
    assert page.startswith("<!doctype html>\n")
    assert {tag for tag, _ in reader.tags}.isdisjoint({"script", "link", "img", "iframe", "object", "use", "image"})
    for _, attributes in reader.tags:
        assert not any(name.startswith("on") for name in attributes)
        assert attributes.get("href", "#").startswith("#")
        assert "src" not in attributes
    assert "url(" not in page
    assert "@import" not in page


def test_it_says_its_language_and_title_and_fits_a_phone(page: str) -> None:
    reader = Reader(page)
    assert reader.all("html") == [{"lang": "en-GB"}]
    assert "<title>Models A, B and C</title>" in page
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in reader.all("meta")
    assert "21 November 2026" in reader.words


def test_headings_descend_by_one(page: str) -> None:
    levels = [int(tag[1]) for tag, _ in Reader(page).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))  # noqa: RUF007


def test_ids_are_unique_and_all_that_is_referred_to_is_there(page: str) -> None:
    reader = Reader(page)
    ids = Counter(attributes["id"] for _, attributes in reader.tags if "id" in attributes)
    assert max(ids.values()) == 1
    for _, attributes in reader.tags:
        refers = [attributes.get(name, "") for name in ("aria-labelledby", "data-source", "data-target")]
        refers.append(attributes.get("href", "").removeprefix("#"))
        assert all(one in ids or one.endswith("-") for one in refers if one)
    assert [attributes["href"] for attributes in reader.all("a")] == ["#m1", "#m2", "#m3"]


def test_everything_is_told_in_words_as_well(page: str, document: Document) -> None:
    words = " ".join(" ".join(Reader(page).words).split())
    for model_id in document.order:
        for sentence in narrate(document, model_id):
            assert sentence in words


def test_every_line_of_every_model_stands_in_its_table(page: str, document: Document) -> None:
    reader = Reader(page)
    tables = re.findall(r"<table>.*?</table>", page, re.DOTALL)
    for table, model_id in zip(tables, document.order, strict=True):
        assert table.count('<th scope="row">') == len(document.models[model_id].lines)
        assert table.count('<th scope="col">') == 3
        assert table.count("<caption>") == 1
    assert all(attributes.get("scope") in ("row", "col") for attributes in reader.all("th"))
    assert (
        '<tr><th scope="row">Tobin Ashgrove, Deputy Headteacher</th><td>accountable to</td>'
        "<td>Ines Marlowe-Tate, Headteacher</td></tr>"
    ) in page


def test_drawings_are_pictures_with_a_name_that_can_be_scrolled_by_keyboard(page: str) -> None:
    reader = Reader(page)
    assert [attributes["role"] for attributes in reader.all("svg")] == ["img"] * 3
    regions = [attributes for attributes in reader.all("div") if attributes.get("class") == "drawing"]
    assert [(one["role"], one["tabindex"], bool(one["aria-label"])) for one in regions] == [("region", "0", True)] * 3


def test_one_model_has_no_contents_and_an_empty_one_is_a_page_too(tmp_path: Path) -> None:
    export(chart('model A "Nothing & <none>"'), tmp_path / "a.html", Options())
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    reader = Reader(page)
    assert not reader.all("nav", "table")
    assert "Nothing & <none>" in "".join(reader.words)
    assert "Nothing has been drawn in this model yet." in "".join(reader.words)


def test_words_that_look_like_tags_are_words(tmp_path: Path) -> None:
    odd = '</title><script>alert(1)</script>"&'
    document = place_all(chart('post HT role=headteacher held_by="X"'))
    people = {one: person.model_copy(update={"name": odd}) for one, person in document.people.items()}
    document = document.model_copy(update={"title": odd, "people": people})
    export(document, tmp_path / "a.html", Options())
    reader = Reader((tmp_path / "a.html").read_text(encoding="utf-8"))
    assert not reader.all("script")
    assert "".join(reader.words).count(odd) >= 4
