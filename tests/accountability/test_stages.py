"""What is found while a structure grows, stage by stage, until nothing is left (domain notes §7)."""

import pytest

from chart import chart, first_model
from modelbuilder.accountability.findings import check

SCHOOL_A = """
    school Wrenbeck category=maintained type=community
    body GB kind=governing_body of=Wrenbeck COUNTS
    post HT role=headteacher at=Wrenbeck held_by="Ines Marlowe-Tate"
    HT leads Wrenbeck mode=head
    HT accountable_for Wrenbeck
    HT accountable_to GB
"""
TEAM_A = """
    post DHT role=deputy_headteacher at=Wrenbeck held_by="Tobin Ashgrove"
    post SENCO role=senco at=Wrenbeck
    post SBM role=school_business_manager at=Wrenbeck
    DHT accountable_to HT
    SENCO accountable_to DHT
    SBM accountable_to HT
    DHT covers HT order=1
"""
GOVERNORS_A = """
    post Chair role=chair_of_governors held_by="Leonie Stackpole"
    post GP role=governance_professional held_by="Hester Quayle"
    Chair sits_on GB capacity=chair,coopted
    HT sits_on GB capacity=ex_officio
    GP advises GB
"""
OUTSIDE_A = """
    outside LA kind=local_authority
    outside Ofsted kind=ofsted
    LA supports_challenges HT
    Ofsted inspects Wrenbeck
"""
PEERS_A = """
    person "Callum Thornaby"
    HT peer_support "Callum Thornaby"
"""
BARE_A = SCHOOL_A.replace("COUNTS", "")
COUNTED_A = SCHOOL_A.replace("COUNTS", "seats=8 parents=2 staff=1 la=1 coopted=3 staff_coopted=0")

TWO_B = """
    school Pellowby category=maintained
    school Fennimoor category=maintained
"""
BOARDS_B = """
    body GB1 kind=governing_body of=Pellowby
    body GB2 kind=governing_body of=Fennimoor
"""
HEAD_1B = """
    post HT1 role=headteacher at=Pellowby held_by="Dai Okonedo-Reyes"
    HT1 leads Pellowby mode=head
    HT1 accountable_to GB1
"""
HEAD_2B = """
    post HT2 role=headteacher at=Fennimoor held_by="Joss Ferrant"
    HT2 leads Fennimoor mode=head
    HT2 accountable_to GB2
"""
HELP_B = """
    outside LA kind=local_authority
    LA supports_challenges HT1
"""
EXECUTIVE_B = """
    post EHT role=executive_headteacher home=Pellowby new=yes held_by="Dai Okonedo-Reyes"
    EHT leads Pellowby mode=executive
    EHT leads Fennimoor mode=executive
    EHT accountable_for Pellowby
    EHT accountable_for Fennimoor
"""
TO_BOTH_B = """
    EHT accountable_to GB1
    EHT accountable_to GB2
"""
HEADS_B = """
    post HoS1 role=head_of_school at=Pellowby held_by="Marta Quill"
    post HoS2 role=head_of_school at=Fennimoor held_by="Joss Ferrant"
    post DHT1 role=deputy_headteacher at=Pellowby held_by="Anouk Delacombe"
    post DHT2 role=deputy_headteacher at=Fennimoor held_by="Piers Hollowell"
    HoS1 leads Pellowby mode=head
    HoS2 leads Fennimoor mode=head
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    DHT1 accountable_to HoS1
    DHT2 accountable_to HoS2
"""
FEDERATION_B = """
    group Federation kind=hard_federation
    Pellowby in Federation
    Fennimoor in Federation
    body FGB kind=governing_body of=Federation seats=11 PARENTS staff=1 la=1 coopted=5
    post GP role=governance_professional held_by="Edwin Farrant-Cole"
    EHT accountable_to FGB
    EHT sits_on FGB capacity=ex_officio
    GP advises FGB
"""
COVER_B = """
    DHT1 covers HoS1 order=1
    DHT2 covers HoS2 order=1
    EHT covers HoS1 order=2
    EHT covers HoS2 order=2
    HoS1 covers EHT order=1
    HoS1 peer_support HoS2
    person "Rosalind Achterberg"
    "Rosalind Achterberg" coaches EHT
"""
ONE_BOARD_B = FEDERATION_B.replace("PARENTS", "parents=2")

SAT_C = """
    school High category=academy
    group Trust kind=single_academy_trust
    High in Trust
    body TB kind=trust_board of=Trust
    post P role=principal at=High held_by="Priya Anselm-Vaughn" accounting_officer=yes
    P leads High mode=head
    P accountable_to TB
"""
MAT_C = """
    school High category=academy
    school Hexley category=academy
    group Trust kind=multi_academy_trust
    High in Trust
    Hexley in Trust
    body TB kind=trust_board of=Trust
    body LGB kind=local_governing_body at=Hexley parents=2
    post CEO role=ceo at=Trust held_by="Priya Anselm-Vaughn" accounting_officer=yes
    post HT-M role=headteacher at=High held_by="HEAD"
    post HT-H role=headteacher at=Hexley held_by="Simeon Underhay"
    HT-M leads High mode=head
    HT-H leads Hexley mode=head
    HT-M accountable_to CEO
    HT-H accountable_to CEO
    CEO accountable_to TB
    LGB accountable_to TB
"""
SAME_C = MAT_C.replace("HEAD", "Priya Anselm-Vaughn")
TRUST_C = MAT_C.replace("HEAD", "Lucian Farthingale")
SPONSORED_C = """
    school Tarrowfield category=academy sponsored=yes
    Tarrowfield in Trust
    post HoS-T role=head_of_school at=Tarrowfield held_by="Bronwen Hask"
    HoS-T leads Tarrowfield mode=head
"""
PAIR_C = """
    school Quillstead category=academy sponsored=yes
    Quillstead in Trust
    post HoS-Q role=head_of_school at=Quillstead held_by="Amara Tolliver"
    HoS-Q leads Quillstead mode=head
    post EHT role=executive_headteacher at=Trust held_by="Kofi Brandreth"
    EHT leads Quillstead mode=executive
    EHT leads Tarrowfield mode=executive
    HoS-T accountable_to EHT
    HoS-Q accountable_to EHT
"""
CENTRE_C = """
    post CFO role=cfo at=Trust held_by="Conrad Whitlow"
    post DoE role=director_of_education at=Trust held_by="Maeve Ostrander"
    CFO accountable_to CEO
    DoE accountable_to CEO
    EHT accountable_to DoE
    DoE covers CEO order=1
    TB delegates_to LGB scheme="standards; safeguarding; SEND"
"""
BARE_TRUST = {"R37", "R49", "R55", "R70", "R72", "R78"}

STAGES = {
    "A1 bones": (BARE_A, {"R37", "R70", "R73", "R78"}),
    "A2 senior team": (BARE_A + TEAM_A, {"R37", "R73"}),
    "A3 governors and clerk": (COUNTED_A + TEAM_A + GOVERNORS_A, {"R73"}),
    "A4 support and challenge": (COUNTED_A + TEAM_A + GOVERNORS_A + OUTSIDE_A, {"R73"}),
    "A5 heads nearby": (COUNTED_A + TEAM_A + GOVERNORS_A + OUTSIDE_A + PEERS_A, set()),
    "B1 two schools": (TWO_B + BOARDS_B + HEAD_1B + HEAD_2B, {"R21", "R37", "R70", "R73", "R78"}),
    "B2 a head resigns": (TWO_B + BOARDS_B + HEAD_1B + HELP_B, {"R01", "R21", "R37", "R70", "R73", "R78"}),
    "B3 executive by agreement": (
        TWO_B + BOARDS_B + EXECUTIVE_B + TO_BOTH_B,
        {"R07", "R37", "R63", "R72", "R75", "R76", "R78"},
    ),
    "B4 heads of school": (
        TWO_B + BOARDS_B + EXECUTIVE_B + TO_BOTH_B + HEADS_B,
        {"R07", "R37", "R70", "R72", "R74", "R75"},
    ),
    "B5 one governing body": (TWO_B + EXECUTIVE_B + HEADS_B + ONE_BOARD_B, {"R70", "R72", "R74", "R75"}),
    "B6 cover, peers, mentor": (TWO_B + EXECUTIVE_B + HEADS_B + ONE_BOARD_B + COVER_B, set()),
    "B6 a parent short": (
        TWO_B + EXECUTIVE_B + HEADS_B + FEDERATION_B.replace("PARENTS", "parents=1") + COVER_B,
        {"R32"},
    ),
    "C1 single academy": (SAT_C, {"R37", "R49", "R70", "R73", "R78"}),
    "C2 head and chief executive": (SAME_C, {"R05", *BARE_TRUST}),
    "C3 sponsored": (TRUST_C + SPONSORED_C + "    HoS-T accountable_to CEO\n", {"R77", *BARE_TRUST}),
    "C4 executive over the pair": (
        TRUST_C + SPONSORED_C + PAIR_C + "    EHT accountable_to CEO\n",
        {"R74", *BARE_TRUST},
    ),
    "C5 central team": (TRUST_C + SPONSORED_C + PAIR_C + CENTRE_C, {"R37", "R70", "R72", "R74", "R78"}),
}


@pytest.mark.parametrize("name", STAGES)
def test_each_stage_has_its_findings(name: str) -> None:
    text, expected = STAGES[name]
    document = chart(text)
    assert {finding.code for finding in check(document, first_model(document))} == expected
