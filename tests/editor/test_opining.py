"""Colours and topics of notes, and dots: each tap a step, and counted whoever gave them."""

from modelbuilder.document.ids import ThingId
from modelbuilder.editor import opining
from modelbuilder.editor.adornments import buttons
from modelbuilder.vocabulary.notes import COLOURS, TOPICS
from play import Play, federation


def noted() -> tuple[Play, ThingId]:
    """A federation with a note on it, selected."""
    play = Play(federation())
    play.bring("finger", "note", (1500, 1500))
    (note_id,) = play.model.stickies
    play.desk.select(note_id)
    return play, note_id


def test_a_note_goes_through_its_colours_and_topics_and_comes_back() -> None:
    play, note_id = noted()
    start, seen = play.model.stickies[note_id], []
    for _ in COLOURS:
        opining.next_colour(play.desk, note_id)
        seen.append(play.model.stickies[note_id].colour)
    assert sorted(seen) == sorted(COLOURS)
    topics = []
    for _ in range(len(TOPICS) + 1):
        opining.next_topic(play.desk, note_id)
        topics.append(play.model.stickies[note_id].topic)
    assert topics == [*TOPICS, ""]
    assert play.model.stickies[note_id] == start
    assert play.steps()[1] == "Make a note green"


def test_the_topic_and_the_colour_of_a_note_are_seen() -> None:
    play, note_id = noted()
    plain = play.page().faces[note_id]
    opining.next_topic(play.desk, note_id)
    opining.next_colour(play.desk, note_id)
    face = play.page().faces[note_id]
    assert (face.title, face.colour) == ("Opportunity", "green")
    assert (plain.title, plain.colour) == ("", "yellow")


def test_dots_are_counted_undone_and_cleared() -> None:
    play = Play(federation())
    eht, model = play.id("EHT"), ThingId(play.desk.model_id)
    line = next(iter(play.model.lines))
    for one in (eht, eht, line, model):
        opining.vote(play.desk, one)
    assert dict(play.model.votes) == {eht: 2, line: 1, model: 1}
    assert play.steps()[-1].startswith("Vote for model")
    play.undo()
    assert model not in play.model.votes
    opining.clear_votes(play.desk)
    assert not play.model.votes
    play.undo()
    assert dict(play.model.votes) == {eht: 2, line: 1}


def test_whatever_is_selected_can_be_voted_on_by_its_buttons() -> None:
    play, note_id = noted()
    line = next(iter(play.model.lines))
    for one in (note_id, line, play.id("EHT"), play.id("Ash"), play.id("GB"), play.id("Dee")):
        play.desk.select(one)
        assert ("vote", "Vote") in buttons(play.page(), play.desk.view)
