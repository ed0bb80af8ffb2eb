"""Whatever several hands do, in any order: the document stays true, and undo and redo lead back and forth exactly."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from modelbuilder.document import files, pages
from modelbuilder.document.faults import faults
from modelbuilder.document.integrity import settle
from modelbuilder.document.lookup import table_of
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.page import draw
from modelbuilder.editor import verbs
from modelbuilder.editor.adornments import adornments
from modelbuilder.editor.clipboard import Clip
from modelbuilder.editor.newcomers import Kind, kinds
from modelbuilder.layout.rect import Point
from modelbuilder.vocabulary.tiers import Tier
from play import Play, federation
from strategies import edits_on

Where = tuple[str, int, float, float]
"""What to point at (one of the things, lines or adornments there are now, by number, or the page) and how far off."""

_kinds = st.sampled_from([*kinds()[:12], next(kind for kind in kinds() if kind.table == "stickies")])
_numbers = st.integers(0, 40)
_pointers = st.sampled_from(["mouse", "pen", "finger"])
_where: st.SearchStrategy[Where] = st.tuples(
    st.sampled_from(["thing", "thing", "line", "adornment", "adornment", "page"]),
    _numbers,
    st.integers(-300, 1800).map(float),
    st.integers(-300, 1400).map(float),
)
_flags = st.sampled_from([False, False, False, True])


class ManyHands(RuleBasedStateMachine):
    """Up to three pointers at once, with commands in between."""

    def __init__(self) -> None:
        super().__init__()
        self.play = Play(federation())
        self.seen: Document | None = None
        self.clip: Clip | None = None

    @initialize(empty=_flags)
    def begin(self, empty: bool) -> None:
        self.play = Play(pages.new_document() if empty else federation())

    def spot(self, where: Where) -> Point:
        """Return the point of the page that is meant."""
        what, number, x, y = where
        page = self.play.desk.page()
        rects = list(page.rects.values())
        if what == "adornment":
            rects = [one.rect for one in adornments(page, self.play.desk.view, 1.0)] or rects
        if what == "line" and page.routes:
            a, b = list(page.routes.values())[number % len(page.routes)][:2]
            return Point((a.x + b.x) / 2, (a.y + b.y) / 2)
        if what == "page" or not rects:
            return Point(x, y)
        rect = rects[number % len(rects)]
        return Point(rect.x + rect.w * 0.5, rect.y + min(rect.h * 0.5, 30))

    # Hands

    @rule(pointer=_pointers, where=_where, ctrl=_flags, touch=_flags)
    def press(self, pointer: str, where: Where, ctrl: bool, touch: bool) -> None:
        self.play.press(pointer, self.spot(where), ctrl=ctrl, touch=touch)

    @rule(pointer=_pointers, where=_where, over=_flags)
    def move(self, pointer: str, where: Where, over: bool) -> None:
        self.play.move(pointer, self.spot(where), over_canvas=not over)

    @rule(pointer=_pointers, number=_numbers, end=_where, let_go=st.booleans())
    def carry(self, pointer: str, number: int, end: Where, let_go: bool) -> None:
        self._pull(pointer, self.spot(("thing", number, 0, 0)), end, let_go)

    @rule(pointer=_pointers, number=_numbers, part=_numbers, end=_where, let_go=st.booleans())
    def pull_what_hangs_on_a_thing(self, pointer: str, number: int, part: int, end: Where, let_go: bool) -> None:
        self.play.tap(self.spot(("thing", number, 0, 0)))
        self._pull(pointer, self.spot(("adornment", part, 0, 0)), end, let_go)

    @rule(pointer=_pointers, number=_numbers, part=_numbers, end=_where, let_go=st.booleans())
    def pull_an_end(self, pointer: str, number: int, part: int, end: Where, let_go: bool) -> None:
        self.play.tap(self.spot(("line", number, 0, 0)))
        self._pull(pointer, self.spot(("adornment", part, 0, 0)), end, let_go)

    def _pull(self, pointer: str, start: Point, end: Where, let_go: bool) -> None:
        self.play.press(pointer, start)
        self.play.move(pointer, self.spot(end))
        if let_go:
            self.play.release(pointer, self.spot(end))

    @rule(pointer=_pointers, where=_where, over=_flags)
    def release(self, pointer: str, where: Where, over: bool) -> None:
        self.play.release(pointer, self.spot(where), over_canvas=not over)

    @rule(pointer=_pointers, kind=_kinds)
    def take_up(self, pointer: str, kind: Kind) -> None:
        self.play.take_up(pointer, kind)

    @rule(pointer=_pointers, kind=_kinds, where=_where)
    def bring(self, pointer: str, kind: Kind, where: Where) -> None:
        self.play.bring(pointer, kind, self.spot(where))

    @rule(kind=_kinds)
    def arm(self, kind: Kind) -> None:
        self.play.hands.arm(kind)

    @rule(number=_numbers)
    def connect_from(self, number: int) -> None:
        known = list(self.play.desk.page().rects)
        if known:
            self.play.hands.connect_from(known[number % len(known)])

    @rule(pointer=_pointers, number=_numbers, where=_where)
    def bring_from_the_tray(self, pointer: str, number: int, where: Where) -> None:
        cast = list(self.play.document.people.items())
        if cast:
            one, person = cast[number % len(cast)]
            tray = Kind("figures", "person", person.name, "", Tier.OUTSIDE, thing_id=one)
            self.play.bring(pointer, tray, self.spot(where))

    @rule(pointer=st.none() | _pointers)
    def leave(self, pointer: str | None) -> None:
        if pointer is None:
            self.play.escape()
        else:
            self.play.cancel(pointer)

    @rule(number=st.integers(0, 3))
    def take_an_offer(self, number: int) -> None:
        if self.play.offered:
            verbs.draw_line(self.play.desk, self.play.offered[number % len(self.play.offered)].line)

    # Commands

    @rule(forward=st.booleans())
    def travel(self, forward: bool) -> None:
        if forward:
            self.play.redo()
        else:
            self.play.undo()

    @rule(cut=_flags)
    def copy(self, cut: bool) -> None:
        self.clip = verbs.copied(self.play.desk) or self.clip
        if cut:
            verbs.delete(self.play.desk)

    @rule(where=_where)
    def paste(self, where: Where) -> None:
        if self.clip is not None:
            verbs.pasted(self.play.desk, self.clip, self.spot(where))

    @rule(kind=_kinds, where=_where)
    def add(self, kind: Kind, where: Where) -> None:
        verbs.add_at(self.play.desk, kind, self.spot(where))

    @rule(command=st.sampled_from(["delete", "duplicate", "nudge", "tidy", "dissolve", "turn_line", "select_all"]))
    def command(self, command: str) -> None:
        desk = self.play.desk
        chosen = next(iter(desk.view.selection), None)
        if command == "dissolve" and chosen in desk.model.groups:
            verbs.dissolve(desk)
        elif command == "turn_line" and chosen is not None and chosen in desk.model.lines:
            verbs.turn_line(desk, chosen)
        elif command == "select_all":
            verbs.select_all(desk)
        elif command == "nudge":
            verbs.nudge(desk, 10, -10)
        elif command in ("delete", "duplicate", "tidy"):
            {"delete": verbs.delete, "duplicate": verbs.duplicate, "tidy": verbs.tidy}[command](desk)

    @rule(command=st.sampled_from(["add", "duplicate", "delete", "move", "rename", "turn", "turn"]))
    def on_the_row_of_models(self, command: str) -> None:
        desk = self.play.desk
        if command == "add":
            verbs.add_model(desk)
        elif command == "duplicate":
            verbs.duplicate_model(desk, desk.model_id)
        elif command == "delete":
            verbs.delete_model(desk, desk.model_id)
        elif command == "move":
            verbs.move_model(desk, desk.model_id, 0)
        elif command == "rename":
            verbs.rename_model(desk, desk.model_id, f"{len(self.play.steps())}")
        else:
            order = desk.document.order
            desk.turn_to(order[(order.index(desk.model_id) + 1) % len(order)])

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        edit = data.draw(edits_on(self.play.document))
        self.play.session.do("Edit", self.play.desk.model_id, lambda before: place_all(settle(before, edit(before))))

    # What holds at every moment

    @invariant()
    def the_trial_is_settled(self) -> None:
        trial = self.play.session.trial
        assert not list(faults(trial))
        assert settle(self.play.document, trial) is trial

    @invariant()
    def a_thing_is_held_by_one_hand(self) -> None:
        holds = [gesture.holds for gesture in self.play.session._hands.values()]
        assert sum(map(len, holds)) == len(self.play.session.held())

    @invariant()
    def the_view_names_what_is_there(self) -> None:
        view = self.play.desk.view
        assert all(table_of(self.play.trial, one) for one in view.selection)

    @invariant()
    def the_document_is_valid_and_drawn_as_if_afresh(self) -> None:
        document, page = self.play.document, self.play.desk.page()
        if document is self.seen:
            return
        self.seen = document
        assert Document.model_validate(document.model_dump()) == document
        fresh = draw(document, self.play.desk.model_id)
        assert (page.rects, page.routes) == (fresh.rects, fresh.routes)
        assert (page.names, page.faces) == (fresh.names, fresh.faces)

    def teardown(self) -> None:
        """Let everything go and walk the history from one end to the other."""
        play = self.play
        while play.escape():
            pass
        assert not play.session.live
        assert play.session.trial is play.document
        while play.redo():
            pass
        end = play.document
        assert files.parse(files.dump(end), "the end") == end
        while play.undo():
            pass
        assert play.document == play.start
        while play.redo():
            pass
        assert play.document == end


ManyHands.TestCase.settings = settings(max_examples=40, stateful_step_count=40)
TestManyHands = ManyHands.TestCase
