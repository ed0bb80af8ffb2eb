"""What is found in the seven stories of the case studies, stage by stage: docs/oracles.md says it, and why."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from chart import chart
from modelbuilder.accountability import rules
from modelbuilder.accountability.findings import check
from modelbuilder.document.examples import examples_folder
from modelbuilder.document.records import Document

CHARTS = sorted(examples_folder().glob("*.chart"))
PAGE = Path(__file__).parents[2] / "docs" / "oracles.md"

APART = """
remove Family
remove LA
remove Ofsted
remove HT2 peer_support HT6
remove "Tollencroft Comprehensive" journey "Ash Lane Primary"
remove "Tollencroft Comprehensive" journey "Cotterdale Primary"
remove "Tollencroft Comprehensive" journey "Old Forge Primary"
remove "Tollencroft Comprehensive" journey "St Wilfrith’s CofE Primary"
remove "Tollencroft Comprehensive" journey "Wharf Road Primary"
remove "Tollencroft Comprehensive" journey "Tollencroft Nursery"
remove "Tollencroft Comprehensive" journey "Bridgewater Special School"
"""
BROKEN = """
person "A trustee"
"A trustee" sits_on TB capacity=trustee
"A trustee" sits_on LGB-S capacity=chair
CEO sits_on M
body GB-H kind=governing_body of="Hexley Vale Primary"
remove LGB-T accountable_to TB
remove TB delegates_to LGB-T
"""
JOINT_COMMITTEE = """
body JC kind=joint_committee at=Partnership
JC accountable_to GB1
JC accountable_to GB2
JC accountable_to GB3
JC accountable_to GB4
JC coordinates "Castlebarrow Academy"
"""
OF_ONE = """
remove HoS4
remove HoC
remove EDL accountable_to GB4
remove EDL leads "Saltpan Row Primary"
remove EDL leads "Eastquay Children’s Centre"
remove EDL accountable_for "Saltpan Row Primary"
remove EDL accountable_for "Eastquay Children’s Centre"
"""
HEAD_OF_TWO = """
remove HoS3
remove HoS4
EDL leads "Eastquay Primary" mode=head
EDL leads "Saltpan Row Primary" mode=head
"""
HEAD_OF_ALL = """
remove HoS1
remove HoS2
remove HoS3
EHT leads "Dunnockley Infant" mode=head
EHT leads "Dunnockley Junior" mode=head
EHT leads "Larkfold Primary" mode=head
"""

VARIATIONS = {
    "B/6, one parent governor": "body FGB kind=governing_body parents=1",
    "C/6, broken copy": BROKEN,
    "D/1, drawn apart": APART,
    "D/3, committee drawn governing": "JC governs Family",
    "D/4, before the employer": 'remove "Tollencroft Comprehensive" employs FM',
    "D/5, trust drawn governing": 'FT governs "Ash Lane Primary"\nFT governs "Cotterdale Primary"',
    "D/6, nobody assures quality": "remove QA",
    "E/4, board drawn governing": 'PB governs "Highmoor High"',
    "E/5, joint committee drawn": JOINT_COMMITTEE,
    "F/6, before the heads of school": "remove HoS3\nremove HoS4\nremove HoC",
    "F/6, drawn as head of two": HEAD_OF_TWO,
    "F/6, of one school": OF_ONE,
    "G/4, old board left": 'body GB3 kind=governing_body of="Dunnockley Junior"',
    "G/5, two parent governors": "body FGB kind=governing_body parents=2",
    "G/6, without peers": "remove HoS1 peer_support HoS2\nremove HoS2 peer_support HoS3",
    "G/6, drawn as head of all": HEAD_OF_ALL,
}
"""What domain notes §7 say of a stage drawn in another way: statements after the stage of that label."""


class Oracle(NamedTuple):
    """A row of the page: a stage, the rules that are listed for it, those that are found, and why these differ."""

    stage: str
    listed: frozenset[str]
    found: frozenset[str]
    reason: str


def rows() -> list[Oracle]:
    """Read the table of the page."""
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in PAGE.read_text(encoding="utf-8").splitlines()]
    found = [row for row in cells if len(row) == 5 and re.match(r"[A-G]/\d", row[1])]
    return [Oracle(row[1], codes(row[2]), codes(row[3]), row[4]) for row in found]


def codes(text: str) -> frozenset[str]:
    """Collect the codes in a cell."""
    return frozenset(re.findall(r"R\d\d", text))


def stories() -> dict[str, list[str]]:
    """Return the text of each chart up to each of its stages, by the labels of the stages."""
    found: dict[str, list[str]] = {}
    for path in CHARTS:
        parts = re.split(r"(?m)^(?=stage )", path.read_text(encoding="utf-8"))
        for number, part in enumerate(parts[1:], start=2):
            found[part.split()[1]] = parts[:number]
    return found


STORIES = stories()
ROWS = rows()


def staged(label: str) -> Document:
    """Read a story up to a stage, with what a variation of it adds."""
    stage, _, variation = label.partition(", ")
    text = "".join(STORIES[stage])
    if variation:
        text += f"\nstage {stage[0]}/99\n{VARIATIONS[label]}"
    return chart(text)


def explained(row: Oracle) -> frozenset[str]:
    """Collect the codes that a reason names, by the words of the page for several and by other rows too."""
    words = {"bare": "R37 R70 R73 R78", "drawn apart": "R21"}
    named = codes(row.reason).union(*(codes(text) for word, text in words.items() if word in row.reason))
    others = [other for other in ROWS if re.search(rf"as {other.stage}(?![\w,])", row.reason)]
    return named.union(*(other.listed ^ other.found for other in others))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.stage)
def test_each_stage_has_the_findings_of_the_page(row: Oracle) -> None:
    document = staged(row.stage)
    assert {finding.code for finding in check(document, document.order[-1])} == row.found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.stage)
def test_each_deviation_has_its_reason(row: Oracle) -> None:
    deviation = row.listed ^ row.found
    assert bool(row.reason.strip("–")) == bool(deviation)
    assert explained(row) >= deviation


def test_each_stage_and_variation_is_on_the_page() -> None:
    labels = [row.stage for row in ROWS]
    assert sorted(labels) == sorted([*STORIES, *VARIATIONS])
    known = {rule.code for rule in rules.catalogue()}
    assert all(row.found <= known for row in ROWS)
