"""On whom the schools and posts of a model hang."""

import networkx as nx
from hypothesis import given, settings
from structures import structures
from test_away import model_id_of
from test_case_studies import study

from chart import chart, first_model, thing
from modelbuilder.accountability.keystones import keystones
from modelbuilder.accountability.questions import Questions
from modelbuilder.document.records import Document

TRUST = """
    group "Merrivane Learning Trust" kind=multi_academy_trust
    school "Merrivane High"
    school "Hexley Vale Primary"
    "Merrivane High" in "Merrivane Learning Trust"
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    body TB kind=trust_board of="Merrivane Learning Trust"
    post CEO role=ceo held_by="Priya Anselm-Vaughn"
    post HT-M role=headteacher at="Merrivane High" held_by="Lucian Farthingale"
    post HT-H role=headteacher at="Hexley Vale Primary" held_by="Simeon Underhay"
    HT-M leads "Merrivane High" mode=head
    HT-H leads "Hexley Vale Primary" mode=head
    CEO accountable_to TB
    HT-M accountable_to CEO
    HT-H accountable_to CEO
"""


def test_all_schools_of_a_trust_hang_on_its_chief_executive() -> None:
    document = study("models-abc")
    ask = Questions(document, model_id_of(document, "C"))
    found = keystones(ask)
    assert found[thing(document, "Priya Anselm-Vaughn")].schools == tuple(ask.sorted(ask.model.placements))
    pair = tuple(thing(document, school) for school in ("Quillstead Academy", "Tarrowfield Primary"))
    assert found[thing(document, "Maeve Ostrander")].schools == pair
    assert found[thing(document, "Kofi Brandreth")].schools == pair
    assert thing(document, "Conrad Whitlow") not in found


def test_a_second_way_up_lightens_the_keystone_but_a_secondary_line_does_not() -> None:
    secondary = chart(TRUST + "    HT-H accountable_to TB primary=no\n")
    primary = chart(TRUST + "    HT-H accountable_to TB\n")
    for document, count in ((secondary, 2), (primary, 1)):
        found = keystones(Questions(document, first_model(document)))
        assert len(found[thing(document, "Priya Anselm-Vaughn")].schools) == count


def test_one_person_in_two_posts_is_one_keystone() -> None:
    document = chart(TRUST.replace("Lucian Farthingale", "Priya Anselm-Vaughn"))
    found = keystones(Questions(document, first_model(document)))
    stone = found[thing(document, "Priya Anselm-Vaughn")]
    assert len(stone.schools) == 2 and stone.posts == (thing(document, "HT-H"),), "and not the person's own post"


def test_a_joint_holds_lines_together_that_reach_no_board() -> None:
    document = chart("""
        post EHT role=executive_headteacher
        post HT1 role=headteacher
        post HT2 role=headteacher
        HT1 accountable_to EHT
        HT2 accountable_to EHT
    """)
    found = keystones(Questions(document, first_model(document)))
    assert found.keys() == {thing(document, "EHT")}
    assert found[thing(document, "EHT")].joint and found[thing(document, "EHT")].posts == ()


@given(structures())
@settings(max_examples=60)
def test_what_hangs_on_somebody_cannot_reach_a_board_without_them(document: Document) -> None:
    ask = Questions(document, first_model(document))
    upward: nx.DiGraph[str] = nx.DiGraph()
    holder = {post_id: post.person or post_id for post_id, post in ask.model.posts.items()}
    for thing_id in [*ask.model.posts, *ask.model.bodies]:
        upward.add_node(holder.get(thing_id, thing_id))
        for rung in ask.ladder.above(thing_id):
            upward.add_edge(holder.get(thing_id, thing_id), holder.get(rung.target, rung.target))
    for person, stone in keystones(ask).items():
        rest = upward.copy()
        rest.remove_node(person)
        for post_id in stone.posts:
            above = nx.descendants(rest, holder[post_id])
            assert not above.intersection(ask.all_boards)
