"""Stories in charts: a stage begins as the stage before it, and is written as what differs."""

from hypothesis import given, settings
from hypothesis import strategies as st

from chart import chart, thing
from modelbuilder.document.chart.writer import write_chart
from modelbuilder.document.ids import seed_model_id
from modelbuilder.document.records import Document, Model
from modelbuilder.document.stories import address, label_before, stages

STORY = """\
document "Pellowby"
school "Pellowby Nursery" category=maintained
school "Pellowby Primary"

stage B/1 "Two heads" date=2024-09 when=today votes=2 narration="Two schools,\\neach with a head." notes="Where we are"
group "Pellowby Cluster" kind=cluster
"Pellowby Nursery" in "Pellowby Cluster"
"Pellowby Primary" in "Pellowby Cluster"
post HT1 role=headteacher at="Pellowby Primary" held_by="Dai Okonedo-Reyes"
post HT2 role=headteacher at="Pellowby Nursery" held_by="Marta Quill"
body GB1 kind=governing_body of="Pellowby Primary" seats=8
HT1 accountable_to GB1
HT1 leads "Pellowby Primary" mode=head
HT1 peer_support HT2
HT2 leads "Pellowby Nursery"
duty f25 of "Pellowby Primary" accountable=HT1
duty f26 of "Pellowby Primary" accountable=HT1
note "Nobody has time" topic=challenge
note "Who moves?"
votes HT1 4
votes "Who moves?" 1

stage B/2 "One head" date=2025-01-06 when=interim predict="Who answers for the nursery now?"
remove "Pellowby Cluster"
remove "Who moves?"
remove HT1 peer_support HT2
remove duty f26 of "Pellowby Primary"
school "Pellowby Primary" need=high
group "Pellowby Federation" kind=hard_federation
"Pellowby Primary" in "Pellowby Federation"
post EHT role=executive_headteacher
post HT1 role=head_of_school held_by=""
body GB1 seats=""
HT1 leads "Pellowby Primary" mode=head legal=yes
duty f25 of "Pellowby Primary" accountable=EHT
duty f25 of "Pellowby Primary" accountable=HT1
note "Nobody has a day free" as="Nobody has time" colour=pink

stage B/10 "Alone"
remove EHT
remove "Pellowby Nursery"
remove "Pellowby Primary" in "Pellowby Federation"
"""


def stage(document: Document, label: str) -> Model:
    """Return a stage by its address."""
    return document.models[seed_model_id(label)]


def test_the_canonical_text_of_a_story() -> None:
    assert write_chart(chart(STORY)) == STORY


def test_a_stage_keeps_what_it_does_not_change() -> None:
    document = chart(STORY)
    first, second = stage(document, "B/1"), stage(document, "B/2")
    assert (first.date, second.date) == ("2024-09", "2025-01-06")
    assert (first.narration, second.narration) == ("Two schools,\neach with a head.", "")
    head = thing(document, "HT1")
    assert second.posts[head].at == first.posts[head].at == thing(document, "Pellowby Primary")
    assert (second.posts[head].role, second.posts[head].person) == ("head_of_school", None)
    assert first.lines.keys() & second.lines.keys(), "what stays keeps its id"
    assert [line.legal for line in second.lines.values() if line.kind == "leads"].count(True) == 1


def test_what_stood_in_a_removed_group_stands_on_the_page() -> None:
    document = chart(STORY)
    assert stage(document, "B/2").placements[thing(document, "Pellowby Nursery")].group is None


def test_a_removed_school_takes_along_what_stands_in_it() -> None:
    document = chart(STORY)
    third = stage(document, "B/10")
    assert thing(document, "HT2") not in third.posts and thing(document, "HT1") in third.posts
    assert {line.source for line in third.lines.values()} == {thing(document, "HT1"), thing(document, "GB1")}
    duties = [(duty.function, duty.accountable) for duty in third.duties.values()]
    assert duties == [("f25", thing(document, "HT1"))]


def test_removals_are_read_first() -> None:
    text = "stage B/1\nschool S\npost HT role=headteacher at=S\nHT leads S\nstage B/2\n"
    document = chart(text + "HT leads S mode=acting\npost HT role=principal\nremove HT")
    second = stage(document, "B/2")
    post = second.posts[thing(document, "HT")]
    assert (post.role, post.at) == ("principal", None), "it came anew"
    assert [line.mode for line in second.lines.values()] == ["acting"]


def test_stages_may_come_in_any_order_and_beside_options() -> None:
    text = (
        "stage B/2 two\npost DHT role=deputy_headteacher\nmodel B\npost X role=ceo\nstage B/1 one\npost HT role=ceo\n"
    )
    document = chart(text)
    assert [model.title for _, model in stages(document, "B")] == ["one", "two"]
    assert stage(document, "B/2").posts.keys() == {thing(document, "HT"), thing(document, "DHT")}
    assert [document.models[model_id].label for model_id in document.order] == ["B/2", "B", "B/1"]


def test_a_thing_that_comes_again_is_marked() -> None:
    text = "stage B/1\nschool S\npost HT role=ceo\nstage B/2\nremove HT\nremove S\n"
    document = chart(text + "stage B/3\npost HT role=ceo again=yes\nschool S again=yes\n")
    third = stage(document, "B/3")
    assert third.posts[thing(document, "HT")].again and third.placements[thing(document, "S")].again


def test_addresses() -> None:
    assert [address(label) for label in ("B/4", "A", "a/b/12", "B/0", "B/", "/1")] == [
        ("B", 4),
        None,
        ("a/b", 12),
        None,
        None,
        None,
    ]


@given(st.lists(st.integers(1, 30), unique=True, min_size=1))
@settings(max_examples=20)
def test_the_stage_before_is_the_next_lower_number(numbers: list[int]) -> None:
    labels = [f"B/{number}" for number in numbers]
    ordered = [f"B/{number}" for number in sorted(numbers)]
    found = [label_before(label, [*labels, "A", "B", "C/1"]) for label in ordered]
    assert found == [None, *ordered[:-1]]
