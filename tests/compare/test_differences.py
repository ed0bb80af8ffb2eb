"""A comparison is complete: it is empty for equal models, turns round, and makes the one model the other."""

from hypothesis import given, settings

from chart import chart, thing
from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.applying import Applied, applied
from modelbuilder.compare.differences import Comparison, Difference, What, compare, compare_models
from modelbuilder.compare.matching import match
from modelbuilder.document import edits, pages
from modelbuilder.document.faults import faults
from modelbuilder.document.ids import ThingId
from modelbuilder.document.integrity import settle
from modelbuilder.document.records import Box, Document
from strategies import documents, edited

TWO = """
    school Ash category=maintained pupils=90
    school Beech
    model A
    group Hill kind=cluster
    Ash in Hill
    post HT role=headteacher at=Ash held_by=Ada
    post DHT role=deputy_headteacher at=Ash held_by=Ben
    post EHT role=executive_headteacher
    body GB kind=governing_body of=Ash seats=8
    person Cy
    HT leads Ash mode=head
    HT accountable_to GB
    DHT accountable_to HT
    HT peer_support Cy
    duty f25 of Ash accountable=HT
    note "Who chairs?" topic=challenge
    model B
    school Ash category=academy
    school Beech
    post HT role=head_of_school at=Ash held_by=Ben
    post DHT role=deputy_headteacher at=Beech
    post EHT role=executive_headteacher
    body GB kind=governing_body of=Ash seats=9
    person Cy
    HT leads Ash mode=head legal=yes
    HT accountable_to EHT
    EHT accountable_to GB
    Cy peer_support HT
    duty f25 of Ash accountable=EHT
    note "Who chairs?" topic=challenge
"""


def _short(document: Document, found: Comparison) -> set[tuple[str, str, str]]:
    """Return what differs as words: what, the handle, the field."""
    names: dict[ThingId | None, str] = {}
    for model in document.models.values():
        for rows in (document.schools, document.people, model.groups, model.posts, model.bodies, model.stickies):
            names |= {thing_id: row.handle for thing_id, row in rows.items()}
        for line_id, line in model.lines.items():
            names[line_id] = f"{names[line.source]} {line.kind} {names[line.target]}"
        names |= {duty_id: duty.function for duty_id, duty in model.duties.items()}
    return {(one.what, names[one.other or one.one], one.field) for one in found.differences}


def test_what_differs() -> None:
    document = chart(TWO)
    assert _short(document, compare(document, *document.order)) == {
        (What.REMOVED, "Hill", ""),
        (What.ADDED, "Beech", ""),
        (What.MOVED, "Ash", "group"),
        (What.CHANGED, "Ash", "category"),
        (What.MOVED, "HT", "person"),
        (What.CHANGED, "HT", "role"),
        (What.MOVED, "DHT", "at"),
        (What.MOVED, "DHT", "person"),
        (What.CHANGED, "GB", "seats"),
        (What.CHANGED, "HT leads Ash", "legal"),
        (What.CHANGED, "HT accountable_to EHT", "target"),
        (What.REMOVED, "DHT accountable_to HT", ""),
        (What.ADDED, "EHT accountable_to GB", ""),
        (What.CHANGED, "f25", "accountable"),
    }


def test_a_fact_that_a_model_repeats_is_no_difference() -> None:
    document = chart("school Ash category=maintained\nmodel A\nschool Ash\nmodel B\nschool Ash category=maintained")
    assert compare(document, *document.order).differences == ()


def test_where_things_are_drawn_is_no_difference() -> None:
    document = chart("model A\npost HT role=headteacher")
    document = pages.duplicate_model(document, document.order[0])
    moved = edits.move(document, document.order[1], {thing(document, "HT"): Box(x=500)})
    assert compare(moved, *moved.order).differences == ()


def test_agreements_differ_piece_by_piece() -> None:
    line = "Ash school_to_school_support Beech agreement=yes"
    document = chart(
        f"model A\nschool Ash\nschool Beech\nbody QA kind=qa_lead\n{line}\n"
        f"model B\nschool Ash\nschool Beech\nbody QA kind=qa_lead\n{line} funding=DfE qa_lead=QA"
    )
    found = {(one.field, one.before, one.after) for one in compare(document, *document.order).differences}
    assert found == {("agreement.funding", None, "DfE"), ("agreement.qa_lead", None, thing(document, "QA"))}


@settings(max_examples=40)
@given(documents())
def test_a_model_does_not_differ_from_itself(document: Document) -> None:
    for model_id in document.order:
        assert compare(document, model_id, model_id).differences == ()
        same = Document.model_validate(document.model_dump())
        assert compare_models(Questions(document, model_id), Questions(same, model_id)).differences == ()


@settings(max_examples=60)
@given(documents())
def test_a_comparison_turns_round(document: Document) -> None:
    one, other = document.order[0], document.order[-1]
    forward, back = compare(document, one, other), compare(document, other, one)
    assert set(back.differences) == {difference.turned() for difference in forward.differences}
    assert all(difference.turned().turned() == difference for difference in forward.differences)


def _left(comparison: Comparison, result: Applied) -> tuple[Difference, ...]:
    """Compare what came of the first model with the second, things matched as before.

    What a document says of a school cannot be unsaid by one of its models.
    """
    made, other = Questions(result.document, comparison.one.model_id), comparison.other
    lines = {**other.model.lines, **other.model.duties}
    rest = match(made, other, said={here: one for one, here in result.here.items() if one not in lines})
    found = compare_models(made, other, rest).differences
    shared = comparison.one.document is other.document
    return tuple(one for one in found if shared or one.table != "placements" or one.after is not None)


@settings(max_examples=60)
@given(documents())
def test_a_comparison_makes_the_first_model_the_second(document: Document) -> None:
    comparison = compare(document, document.order[0], document.order[-1])
    result = applied(comparison)
    assert not list(faults(result.document))
    assert _left(comparison, result) == ()
    assert all(result.document.models[one] is document.models[one] for one in document.order[1:])


@settings(max_examples=60)
@given(documents(), documents())
def test_a_comparison_makes_a_model_one_of_another_document(one: Document, other: Document) -> None:
    comparison = compare_models(Questions(one, one.order[0]), Questions(other, other.order[0]))
    result = applied(comparison)
    assert not list(faults(result.document))
    assert _left(comparison, result) == ()


@settings(max_examples=40)
@given(edited())
def test_an_edit_is_taken_over_by_what_differs(steps: tuple[Document, ...]) -> None:
    before, after = steps[0], steps[-1]
    for model_id in before.models.keys() & after.models.keys():
        comparison = compare_models(Questions(before, model_id), Questions(after, model_id))
        assert _left(comparison, applied(comparison)) == ()


def test_single_differences_can_be_taken_over() -> None:
    document = chart(TWO)
    comparison = compare(document, *document.order)
    for difference in comparison.differences:
        result = applied(comparison, [difference]).document
        assert not list(faults(result))
        left = compare(result, *result.order).differences
        assert difference not in left or difference.what is What.ADDED  # a line needs both its ends first
    assert settle(document, applied(comparison, []).document) == document
