"""Comparing on the command line: what differs, what changes for whom, and the stages of stories."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from modelbuilder.cli import main
from modelbuilder.document.examples import examples_folder

MODELS = examples_folder() / "models-abc.leadership"
STORY = examples_folder() / "pellowby-federation.leadership"
CHART = """
school "Ash Primary"
school "Oak Primary"
model A "Two heads"
school "Ash Primary"
school "Oak Primary"
post HT1 role=headteacher at="Ash Primary" held_by="Ruth Calder"
post HT2 role=headteacher at="Oak Primary" held_by="Dai Rees"
post CLERK role=governance_professional
body GB kind=governing_body of="Ash Primary" seats=8
HT1 accountable_to GB
model B "One executive"
group Hill kind=hard_federation
"Ash Primary" in Hill
"Oak Primary" in Hill
post HT1 role=headteacher at="Ash Primary" held_by="Ruth Calder"
post HT2 role=headteacher at="Oak Primary" held_by="Joss Ferrant"
post EHT role=executive_headteacher at=Hill held_by="Dai Rees"
body GB kind=governing_body of="Ash Primary" seats=9
HT1 accountable_to EHT
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.chart"
    path.write_text(CHART, encoding="utf-8")
    return path


def called(capsys: pytest.CaptureFixture[str], *words: str | Path) -> str:
    """Run a command that goes well and has nothing to complain of; return what it printed."""
    code = main([str(word) for word in words])
    out, err = capsys.readouterr()
    assert (code, err) == (0, "")
    return out


def test_what_differs_is_told_under_headings_each_with_its_sign(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(capsys, "compare", small, "A", "B").splitlines() == [
        "From model A (Two heads) to model B (One executive)",
        "",
        "Schools and groups",
        "+ Hill, a hard federation, is formed.",
        "» Ash Primary and Oak Primary join Hill.",
        "",
        "People and posts",
        "− The post of Governance Professional goes.",
        "+ Dai Rees becomes Executive Headteacher of Hill, in a new post.",
        "» Joss Ferrant becomes Headteacher at Oak Primary instead of Dai Rees.",
        "",
        "Who leads, and who answers to whom",
        "~ Ruth Calder answers to Dai Rees instead of the governing body of Ash Primary.",
        "",
        "Boards and other bodies",
        "~ The governing body of Ash Primary has 9 seats instead of 8.",
    ]


def test_as_data_each_thing_says_what_became_of_it(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(called(capsys, "compare", small, "A", "B", "--format", "json"))
    assert list(told) == ["added", "removed", "moved", "changed"]
    rows = [row for rows in told.values() for row in rows]
    assert all(row.keys() >= {"id", "handle", "kind", "label"} for row in rows)
    assert [(row["kind"], row["handle"]) for row in told["added"]] == [("group", "Hill"), ("post", "EHT")]
    assert [(row["kind"], row["handle"]) for row in told["removed"]] == [("post", "CLERK")]
    assert [(row["handle"], row["field"], row["before"], row["after"]) for row in told["moved"]] == [
        ("Ash Primary", "group", None, "Hill"),
        ("Oak Primary", "group", None, "Hill"),
        ("HT2", "person", "Dai Rees", "Joss Ferrant"),
    ]
    assert [(row["handle"], row["field"], row["before"], row["after"]) for row in told["changed"]] == [
        ("GB", "seats", 8, 9),
        ("HT1 accountable_to EHT", "target", "GB", "EHT"),
    ]


def test_a_model_does_not_differ_from_itself(capsys: pytest.CaptureFixture[str]) -> None:
    told = called(capsys, "compare", MODELS, "A", "A").splitlines()
    assert told == ["From model A (Headteacher) to model A (Headteacher) nothing differs but where things are drawn."]
    assert not any(json.loads(called(capsys, "compare", MODELS, "A", "A", "--format", "json")).values())


def test_each_of_several_models_is_told_from_the_first(capsys: pytest.CaptureFixture[str]) -> None:
    told = called(capsys, "compare", MODELS, "A", "B", "C")
    parts = [line.partition(" (")[0] for line in told.splitlines() if line.startswith("From ")]
    assert parts == ["From model A"] * 2
    assert called(capsys, "compare", MODELS, "A", "B") in told
    assert called(capsys, "compare", MODELS, "A", "C") in told


def test_what_changes_for_somebody_is_told_model_by_model(capsys: pytest.CaptureFixture[str]) -> None:
    told = called(capsys, "compare", MODELS, "A", "B", "C", "--for", "Marta Quill").splitlines()
    assert told[0] == "What changes for Marta Quill"
    assert told[2].startswith("In models A and C Marta Quill has no place. In model B Marta Quill, Head of School, ")
    at = told.index("I answer to")
    assert told[at + 1 : at + 4] == ["  A  –", "  B  Dai Okonedo-Reyes (Executive Headteacher)", "  C  –"]


def test_a_role_can_ask_too_and_what_differs_is_marked(capsys: pytest.CaptureFixture[str]) -> None:
    told = called(capsys, "compare", STORY, "B/1", "B/2", "--for", "chair").splitlines()
    assert told[0] == "What changes for Chair"
    data = json.loads(called(capsys, "compare", MODELS, "B", "C", "--for", "head of school", "--format", "json"))
    assert (data["for"], data["models"]) == ("Head of School", ["B", "C"])
    rows = {row["label"]: row for row in data["rows"]}
    assert rows["I answer to"]["answers"] == [
        "Dai Okonedo-Reyes (Executive Headteacher)",
        "Kofi Brandreth (Executive Headteacher)",
    ]
    assert rows["I answer to"]["differs"]
    assert data["paragraph"].startswith("In model B Marta Quill, Head of School, ")
    text = called(capsys, "compare", MODELS, "B", "C", "--for", "head of school").splitlines()
    assert "I answer to  ~ changed" in text


def test_stages_are_listed_by_their_addresses(capsys: pytest.CaptureFixture[str]) -> None:
    told = [line.split("\t") for line in called(capsys, "stages", STORY).splitlines()]
    assert [address for address, _ in told] == [f"B/{number}" for number in range(1, 7)]
    assert told[3] == ["B/4", "A head of school in each school"]


def test_a_file_without_stories_has_no_stages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stages", str(MODELS)]) == 0
    said = "models-abc.leadership tells no story: its models are options.\n"
    assert capsys.readouterr() == ("", said)


def test_a_stage_is_named_by_its_address_and_a_story_by_its_letter(capsys: pytest.CaptureFixture[str]) -> None:
    stage = called(capsys, "compare", STORY, "B/4", "B/5").splitlines()
    assert stage[0] == "From model B/4 (A head of school in each school) to model B/5 (The governors federate)"
    last = called(capsys, "who", STORY, "Fennimoor Primary", "--model", "B")
    assert last == called(capsys, "who", STORY, "Fennimoor Primary", "--model", "B/6")
    assert last.startswith("Model B/6 · ")


def test_slides_on_models_beside_each_other_are_exported(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "evening.pdf"
    assert called(capsys, "export", MODELS, out, "--compare", "B,C", "--for", "head of school") == f"{out}\n"
    pages = [page.extract_text() for page in PdfReader(out).pages]
    assert "Two models beside each other" in pages[0]
    assert "What changes for Head of School" in pages[-1]
