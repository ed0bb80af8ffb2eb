"""Checking and telling on the command line: presets, baselines, SARIF, pages of rules, who answers for what."""

import json
from pathlib import Path

import pytest

from modelbuilder.cli import main
from modelbuilder.document.examples import examples_folder

CHART = examples_folder() / "models-abc.chart"
BROKEN = examples_folder() / "models-abc-broken.chart"
LONE = """
school "Fennimoor Primary" category=maintained
post DHT role=deputy_headteacher at="Fennimoor Primary"
body GB kind=governing_body of="Fennimoor Primary"
"""


def called(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    """Run the command line; return its code and what it printed on either side."""
    code = main([str(word) for word in words])
    return code, *capsys.readouterr()


def lone(folder: Path, *more: str) -> Path:
    """Write a school that only has a deputy."""
    path = folder / "lone.chart"
    path.write_text("\n".join((LONE, *more)), encoding="utf-8")
    return path


def codes(printed: str) -> list[str]:
    """List the codes in what check --format json printed."""
    return [row["code"] for row in json.loads(printed)["findings"]]


def test_a_preset_says_which_rules_are_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = lone(tmp_path)
    found = {}
    for preset in ("law", "practice", "quiet"):
        code, out, _ = called(capsys, "check", path, "--format", "json", "--preset", preset)
        assert code == 1
        found[preset] = {(row["code"], row["severity"]) for row in json.loads(out)["findings"]}
    assert found["law"] <= found["practice"] and found["quiet"] < found["practice"]
    assert ("R01", "error") in found["law"] & found["quiet"]
    assert {severity for _, severity in found["quiet"]} == {"error"}


def test_a_rule_can_be_switched_off_and_weighed_otherwise(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = lone(tmp_path, "rule R01 on=no", "rule R37 severity=error")
    _, out, _ = called(capsys, "check", path, "--format", "json")
    rows = {row["code"]: row["severity"] for row in json.loads(out)["findings"]}
    assert "R01" not in rows
    assert rows["R37"] == "error"


def test_what_is_set_aside_is_told_apart_and_missed_when_it_is_stale(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = lone(
        tmp_path,
        'aside R01 "Fennimoor Primary" reason="the post is advertised" by="Eva Bright" date=2026-11-20',
        'aside R22 "Fennimoor Primary" reason="as agreed"',
    )
    _, out, _ = called(capsys, "check", path)
    lines = out.splitlines()
    assert not any(line.startswith("Model A · Must fix · R01") for line in lines)
    aside = next(line for line in lines if line.startswith("Model A · Set aside · R01"))
    assert aside.endswith("Reason: the post is advertised (Eva Bright, 2026-11-20)")
    assert lines[-1] == "Set aside without need · R22: nothing is found there any more. Reason given: as agreed"
    _, out, _ = called(capsys, "check", path, "--format", "json")
    found = json.loads(out)
    assert "R01" not in [row["code"] for row in found["findings"]]
    assert [(row["code"], row["by"]) for row in found["set_aside"]] == [("R01", "Eva Bright")]
    assert found["stale"] == [{"rule": "R22", "reason": "as agreed"}]


def test_a_school_set_aside_stands_for_all_that_is_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, before, _ = called(capsys, "check", lone(tmp_path), "--format", "json")
    path = lone(tmp_path, 'aside all "Fennimoor Primary" reason="it closes in July"')
    code, out, _ = called(capsys, "check", path, "--format", "json")
    rows = json.loads(out)
    assert {row["code"] for row in rows["set_aside"]} >= {"R01"}
    assert sorted(codes(out) + [row["code"] for row in rows["set_aside"]]) == sorted(codes(before))
    assert code == 0


def test_a_baseline_passes_over_what_was_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = lone(tmp_path)
    _, out, _ = called(capsys, "check", path, "--format", "json")
    known = tmp_path / "known.json"
    known.write_text(out, encoding="utf-8")
    assert called(capsys, "check", path, "--set-aside", known) == (0, "lone.chart: no findings.\n", "")
    lone(
        tmp_path,
        'post HT role=headteacher at="Fennimoor Primary"',
        "HT accountable_to GB",
        'HT leads "Fennimoor Primary" mode=head',
    )
    _, _, told = called(capsys, "check", path, "--set-aside", known)
    assert "no longer there; make the file anew." in told
    known.write_text("[]", encoding="utf-8")
    code, _, told = called(capsys, "check", path, "--set-aside", known)
    assert (code, told) == (2, "modelbuilder: known.json is not what check --format json writes.\n")


def test_too_many_warnings_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = lone(tmp_path, "rule R01 on=no", "rule R20 on=no")
    _, out, _ = called(capsys, "check", path, "--format", "json")
    warnings = sum(row["severity"] == "warning" for row in json.loads(out)["findings"])
    assert warnings and not any(row["severity"] == "error" for row in json.loads(out)["findings"])
    assert called(capsys, "check", path, "--max-warnings", str(warnings))[0] == 0
    code, _, told = called(capsys, "check", path, "--max-warnings", "0")
    assert (code, told) == (1, f"{warnings} to check, and 0 allowed.\n")


def test_sarif_names_each_rule_and_marks_what_is_set_aside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = lone(tmp_path, 'aside R01 "Fennimoor Primary" reason="the post is advertised"')
    _, out, _ = called(capsys, "check", path, "--format", "sarif")
    run = json.loads(out)["runs"][0]
    assert json.loads(out)["version"] == "2.1.0"
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "lone.chart"
    suppressed = [result for result in run["results"] if "suppressions" in result]
    assert [result["ruleId"] for result in suppressed] == ["R01"]
    assert suppressed[0]["suppressions"][0]["justification"] == "the post is advertised"


def test_a_rule_is_explained_by_code_or_name(capsys: pytest.CaptureFixture[str]) -> None:
    _, by_code, _ = called(capsys, "explain", "R07")
    assert by_code.startswith("R07 A post has more than one primary line\nCheck · practice in the field · NGA16a\n")
    assert "\nWrong:\n    group" in by_code and "\nRight:\n    group" in by_code
    for name in ("r7", "several-primary-lines"):
        assert called(capsys, "explain", name) == (0, by_code, "")
    code, _, told = called(capsys, "explain", "several-primary-line")
    assert code == 2
    assert "did you mean several-primary-lines?" in told


@pytest.mark.parametrize("form", ["md", "json"])
def test_rules_are_listed_as_a_table_and_as_data(capsys: pytest.CaptureFixture[str], form: str) -> None:
    _, plain, _ = called(capsys, "rules")
    _, out, _ = called(capsys, "rules", "--format", form)
    listed = (
        [row["code"] for row in json.loads(out)["rules"]]
        if form == "json"
        else [line.split("|")[1].strip() for line in out.splitlines()[2:]]
    )
    assert listed == [line.split()[0] for line in plain.splitlines()]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("day-to-day", "led day to day by Joss Ferrant, Head of School"),
        ("public-face", "being its public face: held by Joss Ferrant"),
        ("money", "rests with whoever is accountable for the school: Dai Okonedo-Reyes"),
    ],
)
def test_who_answers_for_what(capsys: pytest.CaptureFixture[str], question: str, words: str) -> None:
    code, out, _ = called(capsys, "who", CHART, "Fennimoor Primary", "--question", question)
    assert code == 0
    assert out.startswith("Model B · Fennimoor Primary") and words in out
    assert out.endswith("who answers to the governing body of Pellowby Federation.\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["Fennimoor"], "models-abc.chart has no school “Fennimoor”; did you mean Fennimoor Primary?"),
        (["Fennimoor Primary", "--question", "mony"], "“mony” is not a question; did you mean money?"),
        (["Fennimoor Primary", "--model", "A"], "model A has no school “Fennimoor Primary”."),
        (["Fennimoor Primary", "--model", "Q"], "models-abc.chart has no model Q; it has A, B, C."),
    ],
)
def test_who_says_what_it_does_not_know(capsys: pytest.CaptureFixture[str], words: list[str], told: str) -> None:
    assert called(capsys, "who", CHART, *words) == (2, "", f"modelbuilder: {told}\n")


def test_models_are_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = called(capsys, "narrate", CHART)
    assert code == 0
    assert [line for line in out.splitlines() if len(line) == len("Model A")] == ["Model A", "Model B", "Model C"]
    _, one, _ = called(capsys, "narrate", CHART, "--model", "B")
    assert one.startswith("Model B\n\n") and one.strip() in out
    assert "Dai Okonedo-Reyes" in one and "Priya Anselm-Vaughn" not in one
