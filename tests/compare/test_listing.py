"""Differences are listed under headings, said once for several things, marked on the pages, and plain data."""

from hypothesis import given, settings

from chart import chart, thing
from modelbuilder.compare.differences import Comparison, What, compare
from modelbuilder.compare.listing import all_told, as_json, headed, marked
from modelbuilder.document.records import Document
from strategies import documents

FEDERATING = """
    school Ash
    school Beech
    stage B/1 Apart
    post HT1 role=headteacher at=Ash held_by=Ada
    post HT2 role=headteacher at=Beech held_by=Ben
    post SBM role=school_business_manager at=Ash held_by=Cy
    body GB1 kind=governing_body of=Ash
    HT1 accountable_to GB1
    SBM accountable_to HT1
    Ash journey Beech minutes=9
    stage B/2 Together
    remove HT2
    remove SBM
    group Hill kind=hard_federation
    Ash in Hill
    Beech in Hill
    post EHT role=executive_headteacher at=Hill held_by=Ben
    HT1 accountable_to EHT
    EHT accountable_to GB1
    EHT leads Ash mode=executive
    EHT leads Beech mode=executive
    post HT1 role=head_of_school at=Ash held_by=Ada
    note "Who chairs?" topic=challenge
"""


def federating() -> tuple[Document, Comparison]:
    """Compare two stages of a small story."""
    document = chart(FEDERATING)
    return document, compare(document, *document.order)


def test_what_differs_stands_under_headings_and_is_said_once() -> None:
    _, comparison = federating()
    assert {heading: [told.sentence for told in rows] for heading, rows in headed(comparison).items()} == {
        "Schools and groups": ["Hill, a hard federation, is formed.", "Ash and Beech join Hill."],
        "People and posts": [
            "The post of School Business Manager at Ash, held by Cy, goes.",
            "Ben is Executive Headteacher instead of Headteacher.",
            "Ben, Executive Headteacher, moves from Beech to Hill.",
            "Ada is Head of School instead of Headteacher.",
        ],
        "Who leads, and who answers to whom": [
            "Cy no longer answers to Ada.",
            "Ben now answers to the governing body of Ash.",
            "Ben now leads Ash and Beech as executive.",
            "Ada now answers to Ben.",
        ],
        "Notes": ["A note is added: “Who chairs?”."],
    }


def test_what_follows_from_what_is_new_or_gone_is_implied() -> None:
    _, comparison = federating()
    assert {told.sentence for told in all_told(comparison) if told.implied} == {"Cy no longer answers to Ada."}


def test_each_difference_lights_up_what_it_is_about() -> None:
    document, comparison = federating()
    by_words = {told.sentence: told for told in all_told(comparison)}
    moved = by_words["Ben, Executive Headteacher, moves from Beech to Hill."]
    assert moved.one == {thing(document, "HT2"), thing(document, "Beech")}
    assert moved.other == {thing(document, "EHT"), thing(document, "Hill")}
    led = by_words["Ben now leads Ash and Beech as executive."]
    assert led.one == frozenset()
    assert {thing(document, handle) for handle in ("EHT", "Ash", "Beech")} < led.other


def test_things_are_marked_on_either_page() -> None:
    document, comparison = federating()
    one, other = marked(comparison)
    assert one[thing(document, "SBM")] is What.REMOVED
    assert (one[thing(document, "HT2")], other[thing(document, "EHT")]) == (What.MOVED, What.MOVED)
    assert other[thing(document, "HT1")] is What.CHANGED
    assert other[thing(document, "Hill")] is What.ADDED
    assert thing(document, "GB1") not in one | other


def test_plain_data() -> None:
    document, comparison = federating()
    found = as_json(comparison)
    assert list(found) == ["added", "removed", "moved", "changed"]
    assert found["moved"][-1] == {
        "id": thing(document, "EHT"),
        "handle": "EHT",
        "kind": "post",
        "label": "Executive Headteacher",
        "id_before": thing(document, "HT2"),
        "field": "at",
        "before": "Beech",
        "after": "Hill",
        "sentence": "Ben, Executive Headteacher, moves from Beech to Hill.",
    }
    assert [row["label"] for row in found["added"] if row["kind"] == "sticky note"] == ["Who chairs?"]
    assert {row["field"] for row in found["changed"]} == {"role"}
    assert all(row.keys() == {"id", "handle", "kind", "label", "sentence"} for row in found["added"] + found["removed"])


@settings(max_examples=40)
@given(documents())
def test_every_difference_is_listed_once_and_lights_what_is_there(document: Document) -> None:
    comparison = compare(document, document.order[0], document.order[-1])
    rows = [difference for told in all_told(comparison) for difference in told.differences]
    assert sorted(map(repr, rows)) == sorted(map(repr, comparison.differences))
    assert sum(map(len, headed(comparison).values())) == len(list(all_told(comparison)))
    assert sum(map(len, as_json(comparison).values())) == len(rows)
    for told in all_told(comparison):
        for ask, lit in ((comparison.one, told.one), (comparison.other, told.other)):
            known = {*ask.model.lines, *ask.model.stickies, *ask.lines.standing, *ask.document.people}
            assert lit <= known
