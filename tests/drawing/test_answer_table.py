"""Tables of answers: every word is on some slide, nothing is too small, and no row is higher than its slide."""

from hypothesis import given
from hypothesis import strategies as st

from modelbuilder.drawing.answer_table import SIZE, Answers, Said, columns, laid, paged, row_marks
from modelbuilder.drawing.marks import Text
from modelbuilder.drawing.sizes import SIZES, WIDE

_words = st.lists(st.sampled_from(["Ash", "Primary", "headteacher", "and", "who answers", "–"]), max_size=60).map(
    " ".join
)
_said = st.builds(Said, _words, st.sampled_from(["", "green"]))
_rows = st.lists(
    st.builds(
        Answers,
        st.sampled_from(["Who leads?", "How many layers are there to the board?"]),
        st.tuples(*[st.lists(_said, max_size=4).map(tuple)] * 2),
        st.just(False),
    ),
    max_size=8,
)
ROOM = 400.0


def test_columns_share_the_width_on_every_size() -> None:
    for size in SIZES.values():
        for count in (2, 3, 4):
            where = columns(count, size.w)
            assert where.side.right < where.models[0].x
            assert len({round(rect.w) for rect in where.models}) == 1
            assert where.models[-1].right <= size.w - where.side.x + 0.01


def test_letters_have_ten_points_at_least_on_every_size() -> None:
    assert all(SIZE / size.inch * 72 >= 10 for size in SIZES.values())


@given(_rows, st.floats(0, ROOM))
def test_no_word_is_lost_and_no_slide_is_too_full(rows: list[Answers], first: float) -> None:
    where = columns(2, WIDE.w)
    slides = paged(laid(rows, where), first, ROOM)
    told = "".join(
        mark.text.replace(" ", "")
        for column in where.models
        for slide in slides
        for mark in row_marks(slide, where, 0)
        if isinstance(mark, Text) and column.x <= mark.x <= column.right
    )
    wanted = "".join(said.words.replace(" ", "") for at in range(2) for row in rows for said in row.cells[at])
    assert told == wanted
    for index, slide in enumerate(slides):
        assert sum(row.h for row in slide) <= (ROOM if index else first) + 0.01


def test_a_row_goes_on_when_no_slide_could_hold_it() -> None:
    where = columns(2, WIDE.w)
    long = Answers("Who leads?", ((Said("one two three " * 200),), (Said("short"),)))
    slides = paged(laid([long], where), 200, ROOM)
    assert len(slides) > 2
    headings = [row.heading for slide in slides for row in slide]
    assert headings == [("Who leads?",)] * len(slides), "each part says what is asked"
