"""Where the rules on functions, support, partnerships and stages begin and end."""

import pytest
from unsaid import said

from chart import chart, thing
from modelbuilder.accountability.findings import Finding, Severity, check, check_document
from modelbuilder.document.ids import seed_model_id
from modelbuilder.document.integrity import settle
from modelbuilder.document.records import Document

PAIR = """
school Ash
school Oak
group F kind=hard_federation
Ash in F
Oak in F
body FGB kind=governing_body of=F
post HT role=headteacher at=F
HT accountable_for F
HT accountable_to FGB
"""
AGREED = (
    " supporting_duties=a supported_duties=b impact=c evidence=d schedule=e"
    " interim_report=2027-02-01 final_report=2027-07-01"
)


def found(text: str, *codes: str) -> list[Finding]:
    """Return the findings of a chart by some rules."""
    return [finding for finding in check_document(chart(text)) if finding.code in codes]


def codes(text: str) -> list[str]:
    """List the codes in a chart, but for those about what is not drawn."""
    return [finding.code for finding in said(check_document(chart(text)))]


# Functions


def test_nothing_is_missing_before_a_function_is_allocated() -> None:
    assert codes(PAIR) == []


def test_once_one_function_is_allocated_every_school_is_looked_at() -> None:
    rows = found(PAIR + "duty f24 of Ash accountable=FGB", "R80")
    assert [row.message.partition(",")[0] for row in rows] == ["At Ash", "At Oak"]


def test_a_function_with_helpers_only_has_no_owner() -> None:
    (row, _) = found(PAIR + "duty f01-f36 of Ash contributes=HT", "R80")
    assert "33 more" in row.message


def test_the_same_owner_twice_is_one_owner() -> None:
    rows = found(PAIR + "duty f01 of Ash accountable=HT\nduty f01 of Ash accountable=HT contributes=FGB", "R80")
    assert not [row for row in rows if "owners" in row.message]


def test_two_posts_of_one_person_count_together() -> None:
    text = PAIR + "post A role=deputy_headteacher at=Ash held_by=Jo\npost B role=senco at=Ash held_by=Jo\n"
    shares = text + "duty f01-f11 of Ash accountable=A\nduty f12-f{} of Ash accountable=B\n"
    assert found(shares.format(21), "R81") == []
    (row,) = found(shares.format(22), "R81")
    assert "22 of the 36" in row.message
    assert found(shares.format(30) + "duty f31-f36 of Oak accountable=FGB", "R81")[0].severity is Severity.ADVICE


def test_a_board_may_own_any_number() -> None:
    assert found(PAIR + "duty f01-f36 of Ash accountable=FGB", "R81") == []


LED = """
school Ash
body GB kind=governing_body of=Ash
post EHT role=executive_headteacher
post HoS role=head_of_school at=Ash
HoS leads Ash mode=head
EHT leads Ash mode=executive
HoS accountable_to EHT
EHT accountable_to GB
"""


@pytest.mark.parametrize(
    ("legal", "owner", "fault"),
    [("", "HoS", False), ("", "EHT", False), (" legal=yes", "HoS", False), (" legal=yes", "EHT", True)],
)
def test_who_may_exclude(legal: str, owner: str, fault: bool) -> None:
    text = LED.replace("mode=head", f"mode=head{legal}") + f"duty f14 of Ash accountable={owner}"
    assert bool(found(text, "R82")) is fault


def test_the_remit_speaks_for_what_is_open_between_two() -> None:
    rows = found(LED + "duty f01 of Ash accountable=HoS", "R79", "R80")
    assert [row.code for row in rows] == ["R79"]


TRUST = """
school Ash category=academy
group T kind=single_academy_trust
Ash in T
body TB kind=trust_board of=T
post P role=principal at=Ash{}
post CFO role=cfo at=T
P leads Ash
P accountable_to TB
CFO accountable_to P
duty f25 of Ash accountable=CFO{}
"""


@pytest.mark.parametrize(
    ("mark", "helpers", "fault"),
    [
        (" accounting_officer=yes", "", True),
        (" accounting_officer=yes", " contributes=P", False),
        ("", "", False),
    ],
)
def test_the_accounting_officer_has_a_part_in_the_money(mark: str, helpers: str, fault: bool) -> None:
    rows = found(TRUST.format(mark, helpers), "R82")
    assert [row.severity for row in rows] == ([Severity.WARNING] if fault else [])


# Support


def test_a_bare_line_of_support_is_told_once() -> None:
    assert codes(PAIR + "Ash school_to_school_support Oak") == ["R83"]


def test_a_report_without_a_date_is_named() -> None:
    text = PAIR + "outside QA kind=qa_lead\nAsh school_to_school_support Oak qa_lead=QA" + AGREED
    assert codes(text) == []
    (row,) = found(text.replace(" final_report=2027-07-01", ""), "R84")
    assert row.message == "The agreement on the support of Ash for Oak does not say the date of the final report."


@pytest.mark.parametrize(
    ("lead", "fault"),
    [
        ("outside QA kind=qa_lead\nQA quality_assures Oak", False),
        ("outside QA kind=qa_lead at=Oak\nQA quality_assures Oak", True),
        ("outside QA kind=qa_lead\nAsh employs QA\nQA quality_assures Ash", True),
        ("post X role=middle_leader home=Ash held_by=Jo\nX quality_assures Oak", True),
        ("", True),
    ],
)
def test_who_may_assure_the_quality(lead: str, fault: bool) -> None:
    text = f"{PAIR}{lead}\nAsh school_to_school_support Oak{AGREED}"
    assert bool(found(text, "R85")) is fault


TWO = """
school Ash
school Oak
body GB1 kind=governing_body of=Ash
body GB2 kind=governing_body of=Oak
post H1 role=headteacher at=Ash
post H2 role=headteacher at=Oak
H1 leads Ash
H2 leads Oak
H1 accountable_to GB1
H2 accountable_to H1
"""


def test_support_speaks_for_one_head_who_manages_another() -> None:
    assert [code for code in codes(TWO) if code in ("R13", "R86")] == ["R13"]
    supported = TWO + "Ash school_to_school_support Oak"
    assert [code for code in codes(supported) if code in ("R13", "R86")] == ["R86"]


def test_an_executive_of_both_schools_is_no_supporter() -> None:
    text = TWO.replace("H1 role=headteacher", "H1 role=executive_headteacher") + "Ash school_to_school_support Oak\n"
    assert found(text, "R86")
    assert not found(text + "H1 leads Oak mode=executive", "R86")


def test_an_alliance_that_serves_two_trusts_needs_an_agreement() -> None:
    trusts = "".join(f"school S{n}\ngroup T{n} kind=single_academy_trust\nS{n} in T{n}\n" for n in (1, 2))
    text = trusts + "outside X kind={}\nX school_to_school_support S1\nX school_to_school_support S2"
    assert [row.severity for row in found(text.format("teaching_school"), "R87")] == [Severity.WARNING]
    assert found(text.format("teaching_school_hub"), "R87") == []


# Partnerships

BOARD = "body PB kind=partnership_board\nperson Nell\nNell sits_on PB capacity=chair\noutside LA kind=local_authority\n"


@pytest.mark.parametrize(("directors", "fault"), [(0, True), (1, False), (2, True)])
def test_a_partnership_has_one_lead(directors: int, fault: bool) -> None:
    rows = "".join(
        f"post D{n} role=partnership_director\nD{n} accountable_to PB\nLA employs D{n}\n" for n in range(directors)
    )
    assert bool(found(BOARD + rows, "R89")) is fault


def test_heads_and_executives_of_a_partnership_are_left_to_their_schools() -> None:
    text = "group G kind=cluster\npost X role={} at=G held_by=Jo\n"
    assert found(text.format("school_business_manager"), "R90")
    assert not found(text.format("executive_headteacher"), "R90")
    assert not found(text.format("school_business_manager").replace("cluster", "hard_federation"), "R90")
    assert not found(text.format("school_business_manager") + "outside LA kind=local_authority\nLA employs Jo", "R90")


# Cards and terms


def test_cards_are_alike_only_in_one_school_and_without_names_to_tell_them_apart() -> None:
    text = "school Ash\nschool Oak\npost A role=senco at=Ash\npost B role=senco at={}{}\n"
    assert found(text.format("Ash", ""), "R93")
    assert not found(text.format("Oak", ""), "R93")
    assert not found(text.format("Ash", " held_by=Jo"), "R93")
    assert found('post A role=senco label=" "', "R93")


@pytest.mark.parametrize(
    ("date", "label", "expected"),
    [
        ("2022-08-31", "RSC", 0),
        ("2022-09-01", "RSC", 1),
        ("", "Regional Schools Commissioner", 1),
        ("2024-01-01", "RSCs", 0),
        ("2024-01-01", "teaching school hub", 0),
        ("2009-01-01", "DCSF and NCSL", 0),
        ("2012-01-01", "DCSF and NCSL", 2),
    ],
)
def test_terms_are_those_of_the_date(date: str, label: str, expected: int) -> None:
    text = f'document D{f" date={date}" if date else ""}\noutside X kind=dfe label="{label}"'
    assert len(found(text, "R94")) == expected


def test_the_date_of_a_stage_comes_before_that_of_the_document() -> None:
    text = "document D date=2026-01-01\nstage B/1 Then date=2019-09\noutside TSA kind=teaching_school\nstage B/2 Now\n"
    assert [row.model_label for row in found(text, "R94")] == ["B/2"]


def test_nothing_is_said_of_empty_cards_until_somebody_is_named() -> None:
    text = "post A role=headteacher\npost B role=senco\npost C role=headteacher status=vacant\n"
    text += "post D role=head_of_school\npost E role=deputy_headteacher\n"
    assert not found(text, "R95")
    (row,) = found(text + "post F role=headteacher held_by=Jo\npost G role=senco held_by=Flo", "R95")
    assert (
        row.message == "Others are named, but nothing says who holds the Headteacher, the SENCO and the Head of School."
    )


def test_a_picture_may_name_one_level_and_leave_the_others_as_posts() -> None:
    text = "post A role=headteacher held_by=Jo\npost B role=deputy_headteacher\npost C role=school_business_manager"
    assert not found(text, "R95")


# Stages

STORY = """
stage B/1
school Ash
post HT role=headteacher at=Ash
outside LA kind=local_authority
stage B/2
remove Ash
stage B/4
school Ash{0}
post HT role=headteacher at=Ash{0}
stage B/5
"""


def stage(document: Document, label: str) -> list[Finding]:
    """Return what R96 finds in one stage."""
    return [finding for finding in check(document, seed_model_id(label)) if finding.code == "R96"]


def test_what_returns_is_told_once_with_what_stands_in_it() -> None:
    document = chart(STORY.format(""))
    (row,) = stage(document, "B/4")
    assert row.subjects == (thing(document, "Ash"),)
    assert stage(document, "B/5") == [], "it never went away from stage 4"
    for fix in row.fixes:
        mended = settle(document, fix.apply(document, seed_model_id("B/4")))
        assert stage(mended, "B/4") == []


def test_what_returns_on_purpose_is_no_fault() -> None:
    assert stage(chart(STORY.format(" again=yes")), "B/4") == []


def test_options_and_other_stories_do_not_matter() -> None:
    text = "model A\npost HT role=ceo\nstage B/1\npost X role=ceo\nstage B/2\npost HT role=ceo\n"
    text += "stage C/1\npost HT role=ceo"
    assert found(text, "R96") == []
