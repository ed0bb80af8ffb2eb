"""Ink is written, rubbed out, saved, and withheld where names are; and what a file may say of it."""

import pytest
from pydantic import ValidationError

from chart import chart
from modelbuilder.document import files, inking
from modelbuilder.document.chart.writer import left_behind
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document, Stroke
from modelbuilder.document.roles_only import roles_only

STROKE = Stroke(nib="highlighter", colour="yellow", points=(0.0, 1.5, 10.0, 2.5))


def inked() -> tuple[Document, ModelId, ThingId]:
    """A document with one stroke."""
    document = chart("post HT role=headteacher")
    model_id, stroke_id = document.order[0], inking.new_stroke_id(document)
    return inking.put_stroke(document, model_id, stroke_id, STROKE), model_id, stroke_id


def test_a_stroke_is_in_the_file_and_comes_back() -> None:
    document, model_id, stroke_id = inked()
    again = files.parse(files.dump(document), "it")
    assert again == document
    assert again.models[model_id].strokes[stroke_id] == STROKE


def test_two_strokes_never_have_one_id() -> None:
    document, model_id, stroke_id = inked()
    other = inking.new_stroke_id(document)
    assert other != stroke_id
    document = inking.put_stroke(document, model_id, other, STROKE)
    document = inking.rub_out(document, model_id, [stroke_id])
    assert inking.new_stroke_id(document) not in document.models[model_id].strokes


def test_rubbing_out_takes_just_those_strokes_and_minds_none_that_has_gone() -> None:
    document, model_id, stroke_id = inked()
    assert inking.rub_out(document, model_id, [ThingId("gone")]) is document
    assert inking.rub_out(document, ModelId("gone"), [stroke_id]) is document
    assert not inking.rub_out(document, model_id, [stroke_id, ThingId("gone")]).models[model_id].strokes


def test_what_is_withheld_where_names_are() -> None:
    document, model_id, _ = inked()
    assert not roles_only(document).models[model_id].strokes, "nobody can tell what handwriting says"


def test_a_chart_says_that_it_leaves_ink_behind() -> None:
    document, model_id, _ = inked()
    assert "1 ink stroke" in left_behind(document)
    document = inking.put_stroke(document, model_id, inking.new_stroke_id(document), STROKE)
    assert "2 ink strokes" in left_behind(document)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"points": [0.0, 1.0, 2.0]}, "ends with an x that has no y"),
        ({"points": [0.0, 1.0], "nib": "brush"}, "“brush” is not a known pen"),
        ({"points": [0.0, 1.0], "colour": "rad"}, "“rad” is not a known ink; did you mean red?"),
    ],
)
def test_what_is_no_stroke_is_refused_in_words(fields: dict[str, object], words: str) -> None:
    with pytest.raises(ValidationError, match=words.replace("?", r"\?")):
        Stroke.model_validate(fields)
