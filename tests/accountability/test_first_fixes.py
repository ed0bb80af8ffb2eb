"""The first fix of a finding can be trusted: pressed again and again it ends the errors, and makes no new ones."""

import pytest
from unsaid import said

from chart import chart, first_model, thing
from modelbuilder.accountability import rules
from modelbuilder.accountability.findings import Finding, Fix, Severity, check
from modelbuilder.accountability.manual import manual_page
from modelbuilder.document.integrity import settle
from modelbuilder.document.records import Document

FOLLOWS = {
    "R01": {"R06"},  # a head is added before there is anybody to answer to
    "R27": {"R20", "R26", "R51"},  # an academy leaves a federation, and needs a trust
}
"""Errors that a first fix may leave for the next one, as the rule's page says."""

TRUST = """
    group T kind=multi_academy_trust
    S1 in T
    S2 in T
    school S1 category=academy
    school S2 category=academy
"""
HEADS = """
    post HT1 role=headteacher at=S1
    post HT2 role=headteacher at=S2
    HT1 leads S1 mode=head
    HT2 leads S2 mode=head
"""
FEDERATION = """
    group F kind=hard_federation
    S1 in F
    S2 in F
    school S1 category=maintained
    school S2 category=maintained
    post EHT role=executive_headteacher at=F
    post HoS1 role=head_of_school at=S1
    post HoS2 role=head_of_school at=S2
    HoS1 leads S1 mode=head
    HoS2 leads S2 mode=head
"""
BOARD = "    body TB kind=trust_board of=T\n"
CEO = "    post CEO role=ceo at=T accounting_officer=yes\n"
STRAY = "    post CEO role=ceo\n"

HALF_BUILT = {
    "trust with heads only": TRUST + HEADS,
    "trust without schools' categories": (TRUST + HEADS).replace(" category=academy", ""),
    "trust with a board and heads": TRUST + HEADS + BOARD,
    "trust with a chief and heads, no board": TRUST + HEADS + CEO,
    "trust with board and chief, nothing joined": TRUST + HEADS + BOARD + CEO,
    "trust with board and chief, one head joined": TRUST + HEADS + BOARD + CEO + "    HT1 accountable_to CEO\n",
    "chief outside the box": TRUST + HEADS + BOARD + STRAY,
    "chief outside the box, heads joined": TRUST + HEADS + BOARD + STRAY + "    HT1 accountable_to CEO\n",
    "chief outside the box, no board": TRUST + HEADS + STRAY,
    "board outside the box": TRUST + HEADS + CEO + "    body TB kind=trust_board\n",
    "governing bodies in a trust without board": TRUST
    + HEADS
    + "    body GB kind=governing_body of=S1\n    HT1 accountable_to GB\n",
    "trust with executive over heads of school": TRUST
    + HEADS.replace("headteacher", "head_of_school")
    + BOARD
    + "    post EHT role=executive_headteacher at=T\n    EHT leads T mode=executive\n",
    "federation with nothing joined": FEDERATION,
    "federation half joined": FEDERATION + "    body GB kind=governing_body of=F\n    HoS1 accountable_to EHT\n",
    "federation whose board governs one school": FEDERATION + "    body GB kind=governing_body of=S1\n",
    "executive outside the federation": FEDERATION.replace("headteacher at=F", "headteacher"),
    "executive outside the federation, with a board": FEDERATION.replace("headteacher at=F", "headteacher")
    + "    body GB kind=governing_body of=F\n",
    "schools only": "    school S1 category=maintained\n    school S2\n",
    "academy alone": "    school S1 category=academy\n    post HT role=principal at=S1\n    HT leads S1 mode=head\n",
    "academy beside a trust": TRUST
    + HEADS
    + BOARD
    + CEO
    + "    CEO accountable_to TB\n    school S3 category=academy\n"
    + "    post HT3 role=principal at=S3\n    HT3 leads S3 mode=head\n",
    "single-academy trust without board": "    group T kind=single_academy_trust\n    S1 in T\n"
    "    school S1 category=academy\n    post P role=principal at=S1\n    P leads S1 mode=head\n",
    "two schools, one board": "    school S1\n    school S2\n    body GB kind=governing_body of=S1\n" + HEADS,
    "head of school and executive alone": "    post HoS role=head_of_school\n    post EHT role=executive_headteacher\n",
    "chief alone": "    post CEO role=ceo\n",
    "head alone": "    post HT role=headteacher\n",
    "director alone": "    post PD role=partnership_director\n",
}
CHARTS = {rule.code: manual_page(rule.slug).wrong for rule in rules.catalogue()} | HALF_BUILT
each_chart = pytest.mark.parametrize("name", CHARTS)


def errors(document: Document) -> list[Finding]:
    """Return the findings that must be mended."""
    return [f for f in check(document, first_model(document)) if f.severity is Severity.ERROR]


def press(document: Document, fix: Fix) -> Document:
    """Apply a fix as the window does."""
    return settle(document, fix.apply(document, first_model(document)))


def titles(text: str, code: str, handle: str) -> list[str]:
    """List the fixes that a rule offers for a thing of a chart."""
    document = chart(text)
    found = [f for f in errors(document) if f.code == code and f.subjects[0] == thing(document, handle)]
    return [fix.title for finding in found for fix in finding.fixes]


@each_chart
def test_first_fixes_end_the_errors(name: str) -> None:
    document = chart(CHARTS[name])
    pressed: list[str] = []
    for _ in range(25):
        found = errors(document)
        if not found:
            return
        assert found[0].fixes, (found[0].code, found[0].message, pressed)
        pressed.append(f"{found[0].code} {found[0].fixes[0].title}")
        document = press(document, found[0].fixes[0])
    raise AssertionError(pressed)


@each_chart
def test_no_first_fix_makes_a_new_error(name: str) -> None:
    document = chart(CHARTS[name])
    for _ in range(1 if name in FOLLOWS else 25):
        found = errors(document)
        for finding in found:
            assert finding.fixes, (finding.code, finding.message)
            old = {other.code for other in found} | FOLLOWS.get(finding.code, set())
            stranded = {other.subjects[0] for other in found if other.code == "R06"}
            for new in errors(press(document, finding.fixes[0])):
                # A line that stops at a leader who answered to nobody before is the same fault, told from below.
                same = new.code == "R08" and new.subjects[0] in stranded
                assert new.code in old or same, (finding.code, finding.fixes[0].title, new.code, new.message)
        if not found:
            return
        document = press(document, found[0].fixes[0])


@each_chart
def test_names_of_fixes_stay_short(name: str) -> None:
    document = chart(CHARTS[name])
    for finding in errors(document):
        assert len({fix.title for fix in finding.fixes}) == len(finding.fixes)
        assert all(len(fix.title) <= 130 for fix in finding.fixes), [fix.title for fix in finding.fixes]


HT1 = "Make the Headteacher of S1 accountable to"
BOARD_OF_T = "the board of trustees of T"


@pytest.mark.parametrize(
    ("text", "code", "handle", "expected"),
    [
        (TRUST + HEADS, "R06", "HT1", ["Add a CEO and a board of trustees to T"]),
        (TRUST + HEADS + BOARD, "R06", "HT1", [f"{HT1} {BOARD_OF_T}", "Add a CEO to T"]),
        (TRUST + HEADS + CEO, "R06", "HT1", [f"{HT1} the CEO of T"]),
        (TRUST + HEADS + CEO, "R06", "CEO", ["Add a board of trustees to T"]),
        (TRUST + HEADS + CEO + BOARD, "R06", "HT1", [f"{HT1} the CEO of T, under {BOARD_OF_T}", f"{HT1} {BOARD_OF_T}"]),
        (TRUST + HEADS + BOARD + STRAY, "R06", "CEO", [f"Make the CEO accountable to {BOARD_OF_T}"]),
        (TRUST + HEADS + BOARD + STRAY, "R47", "T", ["Put the CEO into T", "Add a CEO to T"]),
        (TRUST + HEADS + BOARD + STRAY + "    post CEO2 role=ceo\n", "R47", "T", ["Add a CEO to T"]),
    ],
)
def test_the_likeliest_fix_in_a_trust_comes_first(text: str, code: str, handle: str, expected: list[str]) -> None:
    assert titles(text, code, handle) == expected


def test_nobody_is_sent_to_the_governing_body_of_another_school() -> None:
    assert titles(HALF_BUILT["two schools, one board"], "R06", "HT2") == ["Add a governing body for S2"]
    beside = HALF_BUILT["two schools, one board"] + "    body GB2 kind=governing_body\n"
    assert titles(beside, "R06", "HT2")[0].endswith("accountable to the governing body")


def test_an_executive_on_the_page_is_offered_to_a_lone_head_of_school() -> None:
    lone = HALF_BUILT["head of school and executive alone"]
    words = "Make the Head of School accountable to the Executive Headteacher"
    assert titles(lone, "R06", "HoS") == [words]
    document = chart(lone + "    body GB kind=governing_body\n    HoS accountable_to GB\n    EHT accountable_to GB\n")
    (finding,) = said(check(document, first_model(document)))
    assert (finding.code, finding.fixes[0].title) == ("R11", words)


def test_a_chief_who_is_put_into_the_trust_stands_in_it_and_is_placed_anew() -> None:
    document = chart(HALF_BUILT["chief outside the box"])
    chief, trust = thing(document, "CEO"), thing(document, "T")
    (finding,) = (f for f in errors(document) if f.code == "R47")
    model = press(document, finding.fixes[0]).models[first_model(document)]
    assert model.posts[chief].at == trust and chief not in model.places
