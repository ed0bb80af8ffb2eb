"""A ghost tells apart what comes, what goes, what looks otherwise and what only gives way."""

from chart import chart, thing
from modelbuilder.document import edits
from modelbuilder.document.records import Document, Line
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.ghost import Ghost, ghost
from modelbuilder.drawing.marks import Box, Connector, Group
from modelbuilder.drawing.page import draw

TEXT = """
group "Beck Federation" kind=hard_federation
school "Ash Lane Primary" category=maintained
"Ash Lane Primary" in "Beck Federation"
post EHT role=executive_headteacher at="Beck Federation" held_by="Ruth Calder"
post HoS role=head_of_school at="Ash Lane Primary" held_by="Omar Frayne"
body FGB kind=governing_body of="Beck Federation"
HoS accountable_to EHT
"""


def seen(document: Document, after: Document) -> Ghost:
    """Return the ghost of an edit of the only model."""
    return ghost(draw(document, document.order[0]), after)


def test_an_edit_that_changes_nothing_has_no_ghost() -> None:
    document = place_all(chart(TEXT))
    assert not seen(document, document)


def test_a_new_line_comes() -> None:
    document = place_all(chart(TEXT))
    line = Line(kind="accountable_to", source=thing(document, "EHT"), target=thing(document, "FGB"))
    found = seen(document, edits.add_line(document, document.order[0], line))
    (drawn,) = (one for one in found.drawn() if isinstance(one, Connector))
    assert (drawn.source, drawn.target) == (line.source, line.target)
    assert not found.go
    whole = found.bounds()
    assert whole is not None
    assert whole.h > 0


def test_what_is_removed_goes_with_its_lines() -> None:
    document = place_all(chart(TEXT))
    model_id, head = document.order[0], thing(document, "HoS")
    lines = {one for one, line in document.models[model_id].lines.items() if line.source == head}
    after = edits.remove(edits.remove(document, model_id, lines), model_id, [head])
    found = seen(document, after)
    assert found.go >= {head} | (lines & draw(document, model_id).routes.keys())
    assert found.replaced >= {head}


def test_a_line_of_another_type_is_replaced() -> None:
    document = place_all(chart(TEXT))
    model_id = document.order[0]
    (line_id,) = (one for one, row in document.models[model_id].lines.items() if row.kind == "accountable_to")
    found = seen(document, edits.change(document, model_id, line_id, kind="peer_support"))
    assert line_id in found.come & found.replaced


def test_a_box_that_looks_otherwise_is_seen_without_its_ground() -> None:
    document = place_all(chart(TEXT))
    group = thing(document, "Beck Federation")
    found = seen(document, edits.change(document, document.order[0], group, name="Beck and Ash Federation"))
    (drawn,) = (one for one in found.drawn() if isinstance(one, Group))
    assert drawn.thing_id == group
    assert not any(isinstance(mark, Box) for mark in drawn.marks)


def test_what_only_moves_aside_is_an_outline() -> None:
    document = place_all(chart(TEXT))
    model_id, group = document.order[0], thing(document, "Beck Federation")
    box = document.models[model_id].places[group]
    moved = edits.move(document, model_id, {group: box.model_copy(update={"x": box.x + 200})})
    found = seen(document, moved)
    assert found.come == {group}
    assert len(list(found.outlines())) == 1
