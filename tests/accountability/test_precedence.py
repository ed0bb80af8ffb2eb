"""Which rule speaks when one fault breaks several, and the readings where the domain notes leave a doubt."""

import pytest
from unsaid import said

from chart import chart, first_model
from modelbuilder.accountability import rules
from modelbuilder.accountability.findings import Severity, check, check_document
from modelbuilder.document import pages
from modelbuilder.document.records import Document

SCHOOL = 'school "Ash Lane" category=maintained\n'
HEAD = 'post HT role=headteacher at="Ash Lane"\nHT leads "Ash Lane"\n'
BOARD = 'body GB kind=governing_body of="Ash Lane"\n'


def codes(text: str) -> list[str]:
    """List the codes of the findings in a chart, but for those about what is not drawn."""
    document = chart(text)
    return [finding.code for finding in said(check(document, first_model(document)))]


def test_an_empty_model_has_no_findings() -> None:
    assert check_document(pages.new_document()) == ()


def test_a_sound_school_has_no_findings() -> None:
    assert codes(SCHOOL + HEAD + BOARD + "HT accountable_to GB") == []


def test_nothing_governs_silences_the_rules_about_boards() -> None:
    assert codes(SCHOOL + HEAD + "body GB kind=governing_body\nHT accountable_to GB") == ["R20"]


def test_federation_speaks_for_its_schools() -> None:
    federation = 'group F kind=hard_federation\n"Ash Lane" in F\n"Old Forge" in F\nbody FGB kind=governing_body of=F\n'
    heads = HEAD + 'post HT2 role=headteacher at="Old Forge"\nHT2 leads "Old Forge"\nHT2 accountable_to FGB\n'
    schools = SCHOOL + 'school "Old Forge" category=maintained\n'
    assert codes(schools + federation + heads + "HT accountable_to FGB") == []
    assert codes(schools + federation + heads + BOARD + "HT accountable_to FGB") == ["R23"]


def test_support_speaks_for_the_missing_line() -> None:
    nle = "outside NLE kind=system_leader\noutside LA kind=local_authority\nLA employs NLE\nLA commissions NLE\n"
    assert codes(SCHOOL + BOARD + nle + 'NLE supports_challenges "Ash Lane"') == ["R14"]
    assert codes(SCHOOL + BOARD + HEAD + nle + "NLE supports_challenges HT") == ["R14"]
    below = "post DHT role=deputy_headteacher at=HOME\nDHT accountable_to HT\n".replace("HOME", '"Ash Lane"')
    assert codes(SCHOOL + BOARD + HEAD + below + nle + "NLE advises HT") == ["R14"]


def test_a_line_that_stops_below_a_leader_is_told_once_for_each_end() -> None:
    below = 'post DHT role=deputy_headteacher at="Ash Lane"\nDHT accountable_to HT\n'
    assert codes(SCHOOL + BOARD + HEAD + below) == ["R06", "R08"]


def test_a_circle_speaks_for_the_lines_in_it() -> None:
    circle = 'post DHT role=deputy_headteacher at="Ash Lane"\nHT accountable_to DHT\nDHT accountable_to HT\n'
    found = codes(SCHOOL + BOARD + HEAD + circle)
    assert "R04" in found and not {"R06", "R08", "R09"} & set(found)


def test_one_circle_for_each_knot_and_the_next_when_it_is_opened() -> None:
    posts = "".join(f"post P{n} role=chair_of_governors\n" for n in range(4))
    lines = (
        "P0 accountable_to P1\nP1 accountable_to P0\nP1 accountable_to P2\nP2 accountable_to P3\nP3 accountable_to P1\n"
    )
    document = chart(posts + lines)
    knots = [f for f in check(document, first_model(document)) if f.code == "R04"]
    assert [len(finding.subjects) for finding in knots] == [2]
    opened = knots[0].fixes[0].apply(document, first_model(document))
    assert [len(f.subjects) for f in check(opened, first_model(opened)) if f.code == "R04"] == [3]


def test_a_governing_body_in_a_trust_is_not_counted_as_a_second_board() -> None:
    trust = 'group T kind=multi_academy_trust\n"Ash Lane" in T\n"Old Forge" in T\nbody TB kind=trust_board of=T\n'
    posts = "post CEO role=ceo at=T accounting_officer=yes\nCEO accountable_to TB\nHT accountable_to CEO\n"
    other = 'post HT2 role=headteacher at="Old Forge"\nHT2 leads "Old Forge"\nHT2 accountable_to CEO\n'
    schools = 'school "Ash Lane" category=academy\nschool "Old Forge" category=academy\n'
    assert codes(schools + trust + HEAD + other + posts) == []
    assert codes(schools + trust + HEAD + other + posts + BOARD) == ["R50"]


@pytest.mark.parametrize(
    ("second", "expected"),
    [("HT accountable_to GB2", ["R07"]), ("HT accountable_to GB2 primary=no", [])],
)
def test_marking_one_line_secondary_is_a_repair(second: str, expected: list[str]) -> None:
    two = 'school "Old Forge"\nbody GB2 kind=governing_body of="Old Forge"\nHT accountable_for "Old Forge"\n'
    two += 'HT accountable_for "Ash Lane"\nHT accountable_to GB\n'
    assert codes(SCHOOL + HEAD + BOARD + two + second) == expected


def test_a_partnership_directors_line_may_end_at_the_partnership_board() -> None:
    director = "post PD role=partnership_director\nbody PB kind=partnership_board\nPD accountable_to PB\n"
    director += "outside LA kind=local_authority\nLA employs PD\nperson Nell\nNell sits_on PB capacity=chair\n"
    assert codes(director) == []
    assert codes(director.replace("partnership_director", "headteacher")) == ["R08"]


def test_a_finance_officer_may_answer_to_the_accounting_officer() -> None:
    text = "post P role=principal{}\npost CFO role=cfo\nbody TB kind=trust_board\n"
    text += "CFO accountable_to P\nP accountable_to TB"
    assert codes(text.format(" accounting_officer=yes")) == []
    assert codes(text.format("")) == ["R12"]


def test_co_headteachers_are_one_headship_and_may_share_the_public_face() -> None:
    heads = "".join(
        f'post Co{n} role=co_headteacher at="Ash Lane"\nCo{n} leads "Ash Lane"\nCo{n} accountable_to GB\n'
        f'Co{n} public_face_of "Ash Lane"\n'
        for n in (1, 2)
    )
    assert codes(SCHOOL + BOARD + heads) == []


def test_hubs_inside_a_trust_carry_the_board_to_the_schools() -> None:
    text = """
        school S1 category=academy
        school S2 category=academy
        group T kind=multi_academy_trust
        group H kind=hub
        H in T
        S1 in H
        S2 in T
        body TB kind=trust_board of=T
        post CEO role=ceo at=T accounting_officer=yes
        CEO accountable_to TB
        CEO accountable_for T
        post HT1 role=headteacher at=S1
        post HT2 role=headteacher at=S2
        HT1 leads S1
        HT2 leads S2
        HT1 accountable_to CEO
        HT2 accountable_to CEO
    """
    assert codes(text) == []


def test_trust_without_a_marked_accounting_officer_is_a_warning_and_with_nobody_an_error() -> None:
    trust = "group T kind=single_academy_trust\nschool S category=academy\nS in T\nbody TB kind=trust_board of=T\n"
    head = "post P role=principal at=S\nP leads S\nP accountable_to TB\n"
    document = chart(trust + head)
    (finding,) = said(check(document, first_model(document)))
    assert (finding.code, finding.severity) == ("R47", Severity.WARNING)
    bare = chart(trust)
    assert [(f.code, f.severity) for f in said(check(bare, first_model(bare)))] == [
        ("R01", Severity.ERROR),
        ("R47", Severity.ERROR),
    ]


def test_severity_comes_first_and_then_the_code() -> None:
    found = check_document(chart(SCHOOL + 'school "Old Forge"\npost HoS role=head_of_school at="Old Forge"\n'))
    order = [Severity.ERROR, Severity.WARNING, Severity.ADVICE]
    keys = [(order.index(finding.severity), finding.code) for finding in found]
    assert keys == sorted(keys) and len(keys) > 3


def test_a_rule_that_fails_becomes_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    from modelbuilder.accountability import findings

    def fails(ask: object) -> object:
        raise ZeroDivisionError

    rule = rules.catalogue()[0]
    monkeypatch.setattr(findings, "rulebook", lambda: ((rule, fails),))
    document: Document = chart(SCHOOL)
    (finding,) = check(document, first_model(document))
    assert finding.severity is Severity.ADVICE and "could not be decided" in finding.message
