"""Every statement of the chart notation reads as its description says."""

import pytest

from chart import chart, thing
from modelbuilder.document.ids import ThingId, seed_id, seed_model_id
from modelbuilder.document.records import (
    Agreement,
    Body,
    Document,
    Duty,
    Figure,
    Group,
    Line,
    Model,
    Person,
    Placement,
    Post,
    School,
)


def only(document: Document) -> Model:
    (model,) = document.models.values()
    return model


def line(document: Document, **values: object) -> Line:
    """Return the one line of the one model, after checking that it is what `values` say."""
    (found,) = only(document).lines.values()
    assert found == Line.model_validate({"source": found.source, "target": found.target} | values)
    return found


POSTS = "post HT role=headteacher\npost EHT role=executive_headteacher\nbody GB kind=governing_body\n"


def test_an_empty_chart_is_one_empty_model_a() -> None:
    document = chart("\n  # nothing but a comment\n")
    assert document == Document(models={seed_model_id("A"): Model(label="A")}, order=(seed_model_id("A"),))


def test_document_has_title_and_date() -> None:
    document = chart('document "Pellowby partnership" date=2026-11-21')
    assert (document.title, document.date) == ("Pellowby partnership", "2026-11-21")


def test_without_model_everything_is_model_a() -> None:
    document = chart(POSTS)
    assert only(document).label == "A"
    assert len(only(document).posts) == 2


def test_models_have_labels_titles_and_notes_in_their_order() -> None:
    document = chart('model B "Executive head" notes="first\\nsecond"\nmodel A')
    found = [document.models[model_id] for model_id in document.order]
    assert [(model.label, model.title, model.notes) for model in found] == [
        ("B", "Executive head", "first\nsecond"),
        ("A", "", ""),
    ]


def test_a_model_opened_twice_goes_on() -> None:
    document = chart("model A\npost X role=ceo\nmodel B\nmodel A\npost Y role=cfo")
    assert [len(document.models[model_id].posts) for model_id in document.order] == [2, 0]


def test_a_post_before_the_first_model_stands_in_model_a() -> None:
    document = chart("post HT role=headteacher\nmodel B")
    assert [document.models[model_id].label for model_id in document.order] == ["A", "B"]


def test_words_group_by_double_quotes_only() -> None:
    document = chart("post HT role=headteacher label=Head's")
    assert only(document).posts[thing(document, "HT")].label == "Head's"


def test_quotes_hold_line_breaks_tabs_quotes_and_backslashes() -> None:
    document = chart(r'post HT role=headteacher label="a\nb\tc\"d\\e\rf\g"')
    assert only(document).posts[thing(document, "HT")].label == 'a\nb\tc"d\\e\rf\\g'


def test_a_hash_begins_a_comment_but_not_within_a_word_or_quotes() -> None:
    document = chart('school "No #1" # the first\npost H#1 role=headteacher label="#"')
    assert document.schools[thing(document, "No #1")].name == "No #1"
    assert only(document).posts[thing(document, "H#1")].label == "#"


def test_line_ends_of_other_systems_are_line_ends() -> None:
    assert len(only(chart("post A role=ceo\r\npost B role=ceo\rpost C role=ceo")).posts) == 3


def test_a_school_has_facts_and_stands_in_the_only_model() -> None:
    document = chart(
        'school "Pellowby Primary" category=maintained type=community phase=primary pupils=210 urn=900001 '
        "easting=412300 northing=433100 sponsored=no need=high"
    )
    school_id = seed_id("school", "Pellowby Primary")
    assert dict(document.schools) == {
        school_id: School(
            handle="Pellowby Primary",
            name="Pellowby Primary",
            category="maintained",
            type="community",
            phase="primary",
            pupils=210,
            urn=900001,
            easting=412300,
            northing=433100,
            sponsored=False,
            need="high",
        )
    }
    assert dict(only(document).placements) == {school_id: Placement()}


def test_a_school_before_the_first_model_stands_where_it_is_named() -> None:
    document = chart('school "S" need=low\nmodel A\nmodel B\nschool "S"')
    assert [len(document.models[model_id].placements) for model_id in document.order] == [0, 1]


def test_facts_of_a_school_after_model_hold_for_that_model() -> None:
    document = chart('school "S" category=maintained\nmodel A\nschool "S"\nmodel B\nschool "S" category=academy urn=7')
    school_id = thing(document, "S")
    first, second = (document.models[model_id].placements[school_id] for model_id in document.order)
    assert (first.category, second.category) == ("", "academy")
    assert document.schools[school_id].category == "maintained"
    assert document.schools[school_id].urn == 7  # the same in every model


@pytest.mark.parametrize(
    "statement",
    [
        'post HT role=headteacher at="S"',
        'post HT role=headteacher home="S"',
        'body GB kind=governing_body of="S"',
        'body GB kind=governing_body at="S"',
        '"S" in "G"',
        'HT leads "S"',
        'HT sits_on GB of="S"',
    ],
)
def test_a_school_stands_in_a_model_that_names_it(statement: str) -> None:
    posts = "" if statement.startswith("post") else "post HT role=headteacher\n"
    bodies = "" if statement.startswith("body") else "body GB kind=governing_body\n"
    document = chart(f'school "S"\ngroup "G" kind=cluster\nmodel A\n{posts}{bodies}{statement}\nmodel B')
    assert [len(document.models[model_id].placements) for model_id in document.order] == [1, 0]


def test_as_gives_a_handle_where_two_share_a_name() -> None:
    document = chart('school "St Mary\'s" as=S1\nschool "St Mary\'s" as=S2\npost HT role=headteacher at=S2')
    assert {school.name for school in document.schools.values()} == {"St Mary's"}
    assert only(document).posts[thing(document, "HT")].at == thing(document, "S2")


def test_a_thing_with_a_handle_is_found_by_its_name_too() -> None:
    document = chart(
        'school "St Mary\'s" as=S1\ngroup "North hub" kind=hub as=NH\nperson "Dai" as=P1\n'
        'body GB kind=committee\n"St Mary\'s" in "North hub"\n"Dai" sits_on GB'
    )
    assert only(document).placements[thing(document, "S1")].group == thing(document, "NH")
    assert line(document, kind="sits_on").source == thing(document, "P1")


def test_a_group_has_a_kind_and_stands_in_a_group() -> None:
    document = chart('group "T" kind=multi_academy_trust\ngroup "North hub" kind=hub as=NH\nNH in T')
    trust = thing(document, "T")
    assert only(document).groups[thing(document, "NH")] == Group(handle="NH", name="North hub", kind="hub", group=trust)


def test_a_group_before_the_first_model_lends_its_kind_to_the_models() -> None:
    document = chart('group "F" kind=cluster\nmodel A\ngroup "F"\nmodel B\ngroup "F" kind=hard_federation\nmodel C')
    kinds = [[group.kind for group in document.models[one].groups.values()] for one in document.order]
    assert kinds == [["cluster"], ["hard_federation"], []]


def test_the_second_membership_is_a_line() -> None:
    document = chart('group "F" kind=cluster\ngroup "G" kind=cluster\nschool "S"\nS in F\nS in G')
    assert only(document).placements[thing(document, "S")].group == thing(document, "F")
    found = line(document, kind="part_of")
    assert (found.source, found.target) == (thing(document, "S"), thing(document, "G"))


def test_groups_that_are_in_each_other_are_read_and_taken_apart() -> None:
    document = chart('group "F" kind=cluster\ngroup "G" kind=cluster\nF in G\nG in F')
    assert sorted(group.group is None for group in only(document).groups.values()) == [False, True]


def test_a_group_in_itself_becomes_a_line() -> None:
    document = chart('group "F" kind=cluster\nF in F')
    found = line(document, kind="part_of")
    assert found.source == found.target == thing(document, "F")


def test_a_person_in_a_model_is_a_figure_that_can_stand_in_a_box() -> None:
    document = chart('person "Ann"\nmodel A\nschool "S"\nperson "Dai"\n"Dai" in "S"')
    assert {person.name for person in document.people.values()} == {"Ann", "Dai"}
    assert dict(only(document).figures) == {thing(document, "Dai"): Figure(at=thing(document, "S"))}


def test_held_by_names_a_person_once() -> None:
    document = chart(
        'post HT role=headteacher held_by="Marta Quill"\npost EHT role=executive_headteacher held_by="Marta Quill"'
    )
    assert list(document.people.values()) == [Person(handle="Marta Quill", name="Marta Quill")]
    assert {post.person for post in only(document).posts.values()} == set(document.people)
    assert not only(document).figures


def test_a_person_who_holds_no_post_stands_as_a_figure_at_the_end_of_a_line() -> None:
    document = chart(POSTS + 'person "Dai"\nperson "Eva"\npost X role=ceo held_by=Eva\nDai coaches HT\nEva coaches HT')
    assert list(only(document).figures) == [thing(document, "Dai")]
    assert len(only(document).lines) == 2


def test_a_post_has_all_its_fields() -> None:
    document = chart(
        """
        school "Pellowby Primary"
        group "F" kind=hard_federation
        post EHT role=executive_headteacher at=F held_by="Dai" home="Pellowby Primary" new=yes status=acting \
label="Head of both" accounting_officer=yes
        """
    )
    assert only(document).posts[thing(document, "EHT")] == Post(
        handle="EHT",
        role="executive_headteacher",
        at=thing(document, "F"),
        person=thing(document, "Dai"),
        home=thing(document, "Pellowby Primary"),
        new=True,
        status="acting",
        label="Head of both",
        accounting_officer=True,
    )


def test_a_body_has_all_its_counts_and_governs_what_it_is_of() -> None:
    document = chart(
        """
        group "F" kind=hard_federation
        body FGB kind=governing_body of=F at=F label="The board" seats=11 parents=3 staff=1 la=1 coopted=5 \
staff_coopted=0 foundation=0 employees=1
        """
    )
    body_id = thing(document, "FGB")
    assert only(document).bodies[body_id] == Body(
        handle="FGB",
        kind="governing_body",
        label="The board",
        at=thing(document, "F"),
        seats=11,
        parents=3,
        staff=1,
        la=1,
        coopted=5,
        staff_coopted=0,
        foundation=0,
        employees=1,
    )
    assert line(document, kind="governs").source == body_id


def test_at_draws_no_line() -> None:
    assert not only(chart('school "S"\nbody GB kind=governing_body at=S\npost HT role=headteacher at=S')).lines


def test_an_outside_body_is_a_body() -> None:
    document = chart("outside LA kind=local_authority")
    assert only(document).bodies[thing(document, "LA")] == Body(handle="LA", kind="local_authority")


def test_a_line_goes_from_subject_to_object() -> None:
    document = chart(POSTS + "HT accountable_to EHT")
    found = line(document, kind="accountable_to")
    assert (found.source, found.target) == (thing(document, "HT"), thing(document, "EHT"))


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        ("HT accountable_to EHT primary=no", {"kind": "accountable_to", "primary": False}),
        ("HT leads S mode=head legal=yes", {"kind": "leads", "mode": "head", "legal": True}),
        (
            "EHT leads S mode=executive time_share=50",
            {"kind": "leads", "mode": "executive", "time_share": 50},
        ),
        ("EHT covers HT order=2", {"kind": "covers", "order": 2}),
        (
            "Dai sits_on GB capacity=chair,parent",
            {"kind": "sits_on", "capacity": ("chair", "parent")},
        ),
        (
            'GB delegates_to EHT scheme="standards; SEND"',
            {"kind": "delegates_to", "scheme": "standards; SEND"},
        ),
        ("HT accountable_to EHT seconded=yes", {"kind": "accountable_to", "seconded": True}),
        ("HT accountable_to HT", {"kind": "accountable_to"}),
        ("HT accountable_to S", {"kind": "accountable_to"}),
        ("S employs HT", {"kind": "employs"}),
    ],
)
def test_lines_have_fields_and_may_be_faulty(statement: str, values: dict[str, object]) -> None:
    line(chart(f'school "S"\nperson "Dai"\n{POSTS}{statement}'), **values)


def test_of_on_a_seat_says_which_school_it_represents() -> None:
    document = chart('school "S"\nperson "Dai"\n' + POSTS + "Dai sits_on GB capacity=parent of=S")
    assert line(document, kind="sits_on", capacity=("parent",), represents=thing(document, "S"))


def test_equal_lines_are_two_lines() -> None:
    document = chart(POSTS + "HT accountable_to EHT\nHT accountable_to EHT")
    assert len(only(document).lines) == 2


def test_keywords_and_relations_can_be_names_in_quotes() -> None:
    document = chart(
        'school "school"\ngroup "group" kind=cluster\npost post role=ceo at=school\npost in role=cfo\n'
        '"school" in group\n"post" accountable_to in\nin accountable_to "post"'
    )
    assert only(document).placements[thing(document, "school")].group == thing(document, "group")
    assert len(only(document).lines) == 2


def test_ids_come_from_handles() -> None:
    document = chart('school "S"\npost HT role=headteacher held_by="Dai"')
    assert thing(document, "S") == ThingId(seed_id("school", "S"))
    assert thing(document, "HT") == seed_id("post", "HT")
    assert thing(document, "Dai") == seed_id("person", "Dai")


TWO = """
school S
school T
post HT role=headteacher at=S
post SBM role=school_business_manager
post "a,b\\\\c" role=governor
body GB kind=governing_body
"""


def test_a_duty_has_an_owner_and_those_who_contribute() -> None:
    document = chart(TWO + 'duty "budget and finance" of S accountable=HT contributes="SBM,a\\\\,b\\\\\\\\c,GB"')
    (duty,) = only(document).duties.values()
    others = tuple(thing(document, handle) for handle in ("SBM", "a,b\\c", "GB"))
    expected = Duty(function="f25", school=thing(document, "S"), accountable=thing(document, "HT"), contributes=others)
    assert duty == expected


def test_two_duties_for_one_function_and_school_are_two_owners() -> None:
    document = chart(TWO + "duty f25 of S accountable=HT\nduty f25 of S accountable=SBM")
    assert {duty.accountable for duty in only(document).duties.values()} == {
        thing(document, "HT"),
        thing(document, "SBM"),
    }


def test_an_agreement_hangs_on_the_line() -> None:
    document = chart(
        TWO + "person Eva\nS school_to_school_support T agreement=yes priority=reading final_report=2027-07-01 "
        "qa_lead=Eva broker=GB"
    )
    parties = {"qa_lead": thing(document, "Eva"), "broker": thing(document, "GB")}
    agreement = Agreement(priority="reading", final_report="2027-07-01", **parties)
    line(document, kind="school_to_school_support", agreement=agreement)


def test_a_field_of_an_agreement_says_that_there_is_one() -> None:
    line(
        chart(TWO + "S school_to_school_support T plan=SIP"), kind="school_to_school_support", agreement={"plan": "SIP"}
    )
    line(chart(TWO + "S school_to_school_support T agreement=no"), kind="school_to_school_support")


def test_a_journey_has_minutes() -> None:
    line(chart(TWO + "S journey T minutes=9"), kind="journey", minutes=9)
