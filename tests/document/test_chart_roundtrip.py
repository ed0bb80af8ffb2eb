"""Writing a document as a chart and reading it again loses nothing but places, decks and line ids."""

from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from modelbuilder.document import edits
from modelbuilder.document.chart.reader import read_chart
from modelbuilder.document.chart.writer import left_behind, write_chart
from modelbuilder.document.decks import put_deck
from modelbuilder.document.errors import InputError
from modelbuilder.document.faults import faults
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import DOCUMENT_TABLES, Box, Deck, Document, Model, Note, Person, Post, Record, table
from strategies import documents, edited

SMALL = """
document "Pellowby partnership" date=2026-11-21
school "Pellowby Primary" category=maintained pupils=210
model B "Executive head" notes="two\\nlines"
group "Pellowby Federation" kind=hard_federation
"Pellowby Primary" in "Pellowby Federation"
post EHT role=executive_headteacher at="Pellowby Federation" held_by="Dai Okonedo-Reyes"
body FGB kind=governing_body of="Pellowby Federation" seats=11
EHT leads "Pellowby Primary" mode=executive time_share=50
"Marta Quill" sits_on FGB capacity=parent,chair
person "Marta Quill"
"""


CANONICAL = """\
document "Pellowby partnership" date=2026-11-21
school "Pellowby Primary" category=maintained sponsored=no
school "St Mary's" as=S2
school "Tarrowfield Primary"
person "Eva" as=P1
checks preset=quiet
rule R66 on=no severity=advice least=0.6 most=5
aside all "Pellowby Primary" model=B reason="Agreed with \\"both\\" boards"
aside R70 HT10 EHT reason="Interim" by="Eva Bright" date=2026-11-20
fit "Eva Bright" role=head_of_school teaching=4 strategy=0 travel=30 conditions=peers,stand_in

model B "Executive head" date=2026-11 when=target votes=4 notes="two\\nlines" predict="Who is \\"head\\"?"
school "Pellowby Primary" need=high
school "St Mary's" as=S2
group "Pellowby Federation" kind=hard_federation
"Pellowby Primary" in "Pellowby Federation"
person "Dai"
Dai in "Pellowby Federation"
post EHT role=executive_headteacher at="Pellowby Federation" held_by=P1 label="Head of \\"both\\""
post HT2 role=headteacher at="Pellowby Primary" home="Pellowby Primary" new=yes
post HT10 role=headteacher
body FGB kind=governing_body of="Pellowby Federation" seats=0
outside LA kind=local_authority
Dai sits_on FGB capacity=parent,chair of="Tarrowfield Primary"
EHT leads "Pellowby Primary" mode=executive time_share=50
FGB governs "Pellowby Primary"
HT10 accountable_to EHT
HT10 accountable_to EHT primary=no
note "Who chairs?" as=N2
note "Two heads, one board" topic=opportunity colour=green
votes HT2 3
votes "Two heads, one board" 12
votes FGB governs "Pellowby Primary" 1
votes HT10 accountable_to EHT 2 which=2
"""


def test_the_canonical_text() -> None:
    assert write_chart(read_chart(CANONICAL)) == CANONICAL


def _said(model: Model) -> dict[str, Any]:
    """Return what a chart keeps of a model."""
    kept = {name: getattr(model, name) for name in type(model).model_fields if name not in ("places", "strokes")}
    votes = {one: count for one, count in model.votes.items() if one not in model.lines}
    on_lines = Counter((line, model.votes.get(line_id, 0)) for line_id, line in model.lines.items())
    return kept | {"lines": on_lines, "votes": votes, "duties": Counter(model.duties.values())}


@settings(max_examples=60)
@given(documents())
def test_reading_a_written_chart_gives_the_same_document_and_text(document: Document) -> None:
    text = write_chart(document)
    again = read_chart(text)
    assert write_chart(again) == text
    for name in ("title", "date", "people", "schools", "order"):
        assert getattr(again, name) == getattr(document, name)
    for model_id, model in document.models.items():
        assert _said(again.models[model_id]) == _said(model)
    assert (again.settings.preset, again.settings.rules) == (document.settings.preset, document.settings.rules)
    assert Counter(again.settings.asides) == Counter(document.settings.asides)
    assert Counter(again.fits) == Counter(document.fits)


@settings(max_examples=30)
@given(edited())
def test_a_chart_can_be_written_after_any_edit(steps: tuple[Document, ...]) -> None:
    text = write_chart(steps[-1])
    assert write_chart(read_chart(text)) == text


@settings(max_examples=25)
@given(documents(), st.randoms(use_true_random=False))
def test_the_chart_does_not_depend_on_the_order_of_the_rows(document: Document, random: Any) -> None:
    def shuffled(record: Any) -> Any:
        if not isinstance(record, Record):
            return record
        update = {}
        for name in type(record).model_fields:
            rows = getattr(record, name)
            if name in DOCUMENT_TABLES or (isinstance(record, Model) and hasattr(rows, "items")):
                mixed = list(rows.items())
                random.shuffle(mixed)
                update[name] = table({key: shuffled(row) for key, row in mixed})
        return record.model_copy(update=update)

    assert write_chart(shuffled(document)) == write_chart(document)


def test_statements_may_come_in_any_order() -> None:
    first, second, head, *rest = SMALL.strip().splitlines()
    assert write_chart(read_chart("\n".join([second, first, head, *reversed(rest)]))) == write_chart(read_chart(SMALL))


def test_a_person_who_shares_a_name_with_another_is_written_with_their_own_handle() -> None:
    chart = 'person "Jo Lee" as=JL2\nperson "Jo Lee"\npost HT role=headteacher held_by="Jo Lee"\n'
    document = read_chart(chart)
    (post,) = next(iter(document.models.values())).posts.values()
    assert post.person is not None
    assert document.people[post.person] == Person(handle="Jo Lee", name="Jo Lee")
    text = write_chart(document)
    assert write_chart(read_chart(text)) == text
    assert read_chart(text).people == document.people


def test_left_behind_counts_positions_and_decks() -> None:
    document = read_chart(SMALL)
    (model_id,) = document.order
    assert left_behind(document) == []
    document = edits.add_thing(document, model_id, ThingId("note-1"), Note(text="ask Dai"), Box(x=1))
    assert left_behind(document) == ["1 position"]
    assert left_behind(put_deck(document, Deck(name="Evening"))) == ["1 position", "1 deck"]


def test_a_note_of_an_older_file_is_called_by_its_id() -> None:
    document = read_chart(SMALL)
    document = edits.add_thing(document, document.order[0], ThingId("note-1"), Note(text="ask Dai"))
    text = write_chart(document)
    assert 'note "ask Dai" as=note-1\n' in text
    assert write_chart(read_chart(text)) == text


def _mutated(draw: st.DrawFn, text: str) -> str:
    for _ in range(draw(st.integers(1, 4))):
        position = draw(st.integers(0, len(text)))
        length = draw(st.sampled_from([0, 0, 1, 2, 20]))
        put = draw(
            st.sampled_from(["", '"', "\\", "#", "=", " ", "\n", "\r", "in", "A", "9" * 30, "\ud800", "\0"])
            | st.text(max_size=2)
        )
        text = text[:position] + put + text[position + length :]
    return text


@settings(max_examples=250)
@given(st.data())
def test_a_broken_chart_is_read_or_refused_with_line_and_column(data: st.DataObject) -> None:
    text = data.draw(st.composite(_mutated)(SMALL))
    try:
        document = read_chart(text)
    except InputError as error:
        assert str(error).startswith("line ")
        assert ", column " in str(error)
    else:
        assert not list(faults(document))
        written = write_chart(document)
        assert write_chart(read_chart(written)) == written


@settings(max_examples=60)
@given(st.text(st.sampled_from('post role=ceo\n"#\\ in A model school'), max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_chart(text)
    except InputError as error:
        assert str(error).startswith("line ")


def test_posts_of_the_same_handle_in_two_models_are_the_same_thing() -> None:
    document = read_chart("model A\npost HT role=headteacher\nmodel B\npost HT role=ceo")
    first, second = (document.models[model_id].posts for model_id in document.order)
    assert first.keys() == second.keys()
    assert [post.role for rows in (first, second) for post in rows.values()] == ["headteacher", "ceo"]
    assert isinstance(next(iter(first.values())), Post)
