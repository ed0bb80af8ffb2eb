"""What the rules about seats, trusts and executive leadership take for a fault, and what they leave alone."""

import pytest

from chart import chart, first_model
from modelbuilder.accountability.findings import Finding, Severity, check

SCHOOL = """
    school Ash category=maintained
    body GB kind=governing_body of=Ash {}
    post HT role=headteacher at=Ash held_by="Ruth Calder"
    HT leads Ash
    HT accountable_to GB
    person "Ada Finch"
    person "Tom Sorrel"
    person "Una Bright"
"""
PLAIN = SCHOOL.format("")
TRUST = """
    group T kind=multi_academy_trust
    Ash in T
    Oak in T
    school Ash category=academy {}
    school Oak category=academy
    body TB kind=trust_board of=T
    body M kind=members at=T
    body L kind=local_governing_body at=Ash
    post CEO role=ceo at=T held_by="Priya Anselm" accounting_officer=yes
    post CFO role=cfo at=T held_by="Conrad Whitlow"
    post HT1 role=headteacher at=Ash held_by="Ruth Calder"
    post HT2 role=headteacher at=Oak held_by="Owen Pryce"
    HT1 leads Ash
    HT2 leads Oak
    HT1 accountable_to CEO
    HT2 accountable_to CEO
    CFO accountable_to CEO
    CEO accountable_to TB
    TB accountable_to M
    person "Ada Finch"
    person "Tom Sorrel"
    person "Una Bright"
"""
PAIR = """
    school Ash easting=400000 northing=300000
    school Oak {}
    body GB kind=governing_body of=Ash
    body GB2 kind=governing_body of=Oak
    post EHT role=executive_headteacher home=Ash held_by="Dai Okonedo"
    post HoS1 role=head_of_school at=Ash held_by="Marta Quill"
    post HoS2 role=head_of_school at=Oak held_by="Joss Ferrant"
    post DHT role=deputy_headteacher at=Ash held_by="Anouk Delacombe"
    post AsHT role=assistant_headteacher at=Ash held_by="Piers Hollowell"
    HoS1 leads Ash
    HoS2 leads Oak
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    DHT accountable_to HoS1
    AsHT accountable_to HoS1
    EHT accountable_to GB
    EHT accountable_to GB2 primary=no
"""
SEVEN = "".join(f"    person P{n}\n    P{n} sits_on GB capacity=coopted\n" for n in range(7))

READINGS = {
    "two seats of chair and head are no list": (
        PLAIN + 'HT sits_on GB capacity=ex_officio\n"Ada Finch" sits_on GB capacity=chair',
        "R30",
        0,
    ),
    "three seats drawn are a list": (
        PLAIN + "".join(f'"{p}" sits_on GB capacity=coopted\n' for p in ("Ada Finch", "Tom Sorrel", "Una Bright")),
        "R30",
        1,
    ),
    "a typed number wins over a list": (SCHOOL.format("seats=9") + '"Ada Finch" sits_on GB', "R30", 0),
    "a typed number of parents wins": (
        SCHOOL.format("seats=9 parents=2") + '"Ada Finch" sits_on GB capacity=parent',
        "R31",
        0,
    ),
    "one parent drawn is one": (PLAIN + '"Ada Finch" sits_on GB capacity=parent', "R31", 1),
    "nothing recorded is nothing missing": (SCHOOL.format("seats=9"), "R31", 0),
    "the head misses in a full list": (SCHOOL.format("parents=2 staff=1 la=1") + SEVEN, "R31", 1),
    "the head sits in a full list": (
        SCHOOL.format("parents=2 staff=1 la=1") + SEVEN + "HT sits_on GB capacity=ex_officio",
        "R31",
        0,
    ),
    "a third may work there": (SCHOOL.format("seats=9 staff=1 staff_coopted=1") + "HT sits_on GB", "R33", 0),
    "a head under another post is one person": (
        PLAIN + 'post G role=governor held_by="Ruth Calder"\nG sits_on GB capacity=chair',
        "R35",
        1,
    ),
    "no chair is recorded": (PLAIN + 'body GB2 kind=governing_body\n"Ada Finch" sits_on GB', "R36", 0),
    "another board has a chair": (
        PLAIN + 'body GB2 kind=governing_body\n"Ada Finch" sits_on GB capacity=chair',
        "R36",
        1,
    ),
    "one chair in two posts": (
        PLAIN
        + 'post C role=chair_of_governors held_by="Ada Finch"\nC sits_on GB\n"Ada Finch" sits_on GB capacity=chair',
        "R36",
        0,
    ),
    "a clerk who is somebody else": (
        PLAIN + 'post GP role=governance_professional held_by="Ada Finch"\nGP advises GB\n"Tom Sorrel" sits_on GB',
        "R38",
        0,
    ),
    "the head as clerk of a committee": (
        PLAIN + "body C kind=committee\nC accountable_to GB\n"
        'post GP role=governance_professional held_by="Ruth Calder"\nGP advises C',
        "R38",
        1,
    ),
    "an interim board of one": (
        PLAIN.replace("governing_body of=Ash", "interim_executive_board of=Ash seats=1"),
        "R39",
        1,
    ),
    "two members drawn": (TRUST + '"Ada Finch" sits_on M\n"Tom Sorrel" sits_on M', "R41", 1),
    "one member drawn is no list": (TRUST + '"Ada Finch" sits_on M', "R41", 0),
    "the chief executive may be a trustee": (TRUST + "CEO sits_on TB capacity=ex_officio,employee", "R46", 0),
    "a head may not": (TRUST + "HT1 sits_on TB", "R46", 1),
    "two employees typed": (TRUST.replace("trust_board of=T", "trust_board of=T seats=9 employees=2"), "R46", 1),
    "a finance officer beside the chief": (TRUST.replace("CFO accountable_to CEO", "CFO accountable_to TB"), "R49", 1),
    "parents on no board, none recorded": (TRUST, "R54", 0),
    "a local body that floats is told once": (TRUST, "R55", 0),
    "a local body without a scheme": (TRUST + "L accountable_to TB", "R55", 1),
    "a secondary line to the local body": (TRUST + "L accountable_to TB\nHT1 accountable_to L primary=no", "R56", 0),
    "a trustee and local governor in two posts": (
        TRUST + 'post A role=trustee held_by="Ada Finch"\npost B role=local_governor held_by="Ada Finch"\n'
        "A sits_on TB\nB sits_on L",
        "R57",
        1,
    ),
    "a member and trustee is left to R43": (TRUST + '"Ada Finch" sits_on TB\n"Ada Finch" sits_on M', "R57", 0),
    "an executive of a home school and another": (PAIR.format(""), "R61", 0),
    "an executive without a school yet": ("post EHT role=executive_headteacher", "R61", 0),
    "a place that is not known": (PAIR.format(""), "R67", 0),
    "a hub whose schools are far apart": (
        "group H kind=hub\nschool Ash easting=400000 northing=300000\nschool Oak easting=412000 northing=300000\n"
        "Ash in H\nOak in H",
        "R67",
        1,
    ),
    "a vacant head needs no cover": (PLAIN.replace('held_by="Ruth Calder"', "status=vacant"), "R70", 0),
    "an assistant is no deputy": (PAIR.format("") + "AsHT covers HoS1 order=1", "R71", 1),
    "second in line for two": (
        PAIR.format("") + "DHT covers HoS1 order=1\nEHT covers HoS1 order=2\nEHT covers HoS2 order=2",
        "R71",
        0,
    ),
    "first in line for two, without saying so": (PAIR.format("") + "EHT covers HoS1\nEHT covers HoS2", "R71", 1),
    "in another post of the same person": (
        PAIR.format("").replace("Anouk Delacombe", "Marta Quill") + "DHT covers HoS1",
        "R71",
        1,
    ),
    "a director between schools and chief": (
        TRUST.replace("HT1 accountable_to CEO", "HT1 accountable_to D").replace(
            "HT2 accountable_to CEO", "HT2 accountable_to D"
        )
        + "post D role=director_of_education at=T\nD accountable_to CEO\nCFO covers CEO",
        "R72",
        0,
    ),
    "a second way up": (PAIR.format("") + "HoS1 accountable_to GB", "R72", 0),
    "peers by their schools": (PAIR.format("") + "Ash peer_support Oak", "R74", 0),
    "an executive who is not new": (PAIR.format(""), "R75", 0),
    "a deputy stays at home": (PAIR.format("").replace("HoS1 leads Ash", ""), "R76", 0),
    "a sponsored school under a director": (
        TRUST.format("sponsored=yes").replace("HT1 accountable_to CEO", "HT1 accountable_to D")
        + "post D role=director_of_education at=T\nD accountable_to CEO",
        "R77",
        0,
    ),
    "a school that is not said to be sponsored": (TRUST.format(""), "R77", 0),
    "somebody whom the head develops": (PLAIN + 'HT develops "Ada Finch"', "R78", 0),
}


def found(text: str, code: str) -> list[Finding]:
    """Return the findings of one rule in a chart."""
    document = chart(text.replace(" {}", ""))
    return [finding for finding in check(document, first_model(document)) if finding.code == code]


@pytest.mark.parametrize("name", READINGS)
def test_reading(name: str) -> None:
    text, code, number = READINGS[name]
    assert len(found(text, code)) == number


@pytest.mark.parametrize(
    ("members", "severity"), [(2, Severity.ERROR), (3, Severity.ADVICE), (4, Severity.ADVICE), (5, None)]
)
def test_few_members_are_an_error_and_three_or_four_are_advice(members: int, severity: Severity | None) -> None:
    severities = [
        finding.severity for finding in found(TRUST.replace("members at=T", f"members at=T seats={members}"), "R41")
    ]
    assert severities == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("schools", "severity"), [(4, None), (5, Severity.ADVICE), (6, Severity.ADVICE), (7, Severity.WARNING)]
)
def test_schools_under_one_executive(schools: int, severity: Severity | None) -> None:
    rows = ["post EHT role=executive_headteacher"]
    rows += [f"school S{n}\nEHT leads S{n}" for n in range(schools)]
    severities = [finding.severity for finding in found("\n".join(rows), "R66")]
    assert severities == ([severity] if severity else [])


def test_more_than_eight_direct_reports() -> None:
    posts = "post HT role=headteacher\n"
    eight = "".join(f"post M{n} role=middle_leader\nM{n} accountable_to HT\n" for n in range(8))
    assert not found(posts + eight, "R66")
    (finding,) = found(posts + eight + "post M8 role=middle_leader\nM8 accountable_to HT", "R66")
    assert finding.message == "Nine posts answer directly to the Headteacher."


@pytest.mark.parametrize(
    ("metres", "severity"), [(10_000, None), (12_000, Severity.ADVICE), (31_000, Severity.WARNING)]
)
def test_journeys_are_estimated_from_the_map(metres: int, severity: Severity | None) -> None:
    findings = found(PAIR.format(f"easting={400_000 + metres} northing=300000"), "R67")
    assert [finding.severity for finding in findings] == ([severity] if severity else [])
    assert all("an estimate" in finding.message for finding in findings)


def test_a_school_of_a_charity_gets_a_governing_body_where_it_has_none() -> None:
    text = "school Ash category=maintained\nbody FT kind=foundation_trust of=Ash\n"
    text += "post HT role=headteacher at=Ash\nHT leads Ash\nHT accountable_to FT"
    (finding,) = found(text, "R60")
    (fix,) = finding.fixes
    assert fix.title == "Let the charitable trust of Ash govern no more, and add governing bodies"
    document = chart(text)
    mended = fix.apply(document, first_model(document))
    errors = [f.code for f in check(mended, first_model(mended)) if f.severity is Severity.ERROR]
    assert errors == []
