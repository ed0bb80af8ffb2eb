"""Drive the tools with pointers and no Qt: press, move and let go at points of the page, and see what came of it."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from chart import chart, thing
from modelbuilder.document import edits
from modelbuilder.document.ids import ThingId
from modelbuilder.document.permit import Offer
from modelbuilder.document.records import Box, Document, Model
from modelbuilder.drawing.page import Page, draw
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.events import MOUSE, Event, Hit, PointerId
from modelbuilder.editor.hands import Hands
from modelbuilder.editor.newcomers import Kind, kinds
from modelbuilder.editor.session import Session
from modelbuilder.editor.view import View
from modelbuilder.layout.rect import Point, Rect

Spot: TypeAlias = Point | tuple[float, float] | str
"""Where a hand is: a point of the page, or the handle of the thing that it grips."""

GRIP = 24.0


def scene(text: str, places: Mapping[str, tuple[float, ...]]) -> Document:
    """Read a chart and give each thing, by its handle, its place in its holder: x, y and perhaps w, h."""
    document = chart(text)
    boxes = {thing(document, one): Box(**dict(zip("xywh", place, strict=False))) for one, place in places.items()}
    for model_id, model in document.models.items():
        tables = (model.groups, model.placements, model.posts, model.bodies, model.figures)
        here = {one: box for one, box in boxes.items() if any(one in rows for rows in tables)}
        document = edits.move(document, model_id, here)
    return document


def kind_of(key: str) -> Kind:
    """Find an entry of the palette."""
    return next(kind for kind in kinds() if kind.key == key)


class Play:
    """A document, the hands on it, and everything that they offered and said."""

    def __init__(self, document: Document) -> None:
        self.start = document
        self.session = Session(document)
        self.desk = Desk(self.session, View(document.order[0]))
        self.hands = Hands(self.desk)
        self.offered: Sequence[Offer] = ()
        self.words: list[str] = []
        self.buttons: list[str] = []
        self.session.observers.append(self.desk.keep_view_true)
        self.desk.offer = self._keep_offers
        self.desk.say = self.words.append
        self.hands.button = self.buttons.append

    def _keep_offers(self, offers: Sequence[Offer], at: Point) -> None:
        self.offered = offers

    # What there is

    @property
    def document(self) -> Document:
        """The committed document."""
        return self.session.document

    @property
    def model(self) -> Model:
        """The committed model on the page."""
        return self.desk.model

    @property
    def trial(self) -> Model:
        """The model as the hands would leave it."""
        return self.session.trial.models[self.desk.model_id]

    def page(self) -> Page:
        """Draw the trial document."""
        return draw(self.session.trial, self.desk.model_id)

    def id(self, handle: str) -> ThingId:
        """Find a thing by its handle."""
        return thing(self.session.trial, handle)

    def rect(self, handle: str) -> Rect:
        """Return where a thing is drawn while the hands are at work."""
        return self.page().rects[self.id(handle)]

    def steps(self) -> list[str]:
        """Name the steps taken."""
        return [step.label for step in self.session.history.done]

    def selected(self) -> set[ThingId]:
        """Return what is selected."""
        return set(self.desk.view.selection)

    def lines(self, kind: str) -> set[tuple[ThingId, ThingId]]:
        """Return the ends of the committed lines of a kind."""
        return {(line.source, line.target) for line in self.model.lines.values() if line.kind == kind}

    def spot(self, at: Spot) -> Point:
        """Return a point of the page: of a handle, the upper left of the thing, clear of all that hangs on it."""
        if isinstance(at, str):
            rect = self.rect(at)
            return Point(rect.x + GRIP, rect.y + GRIP)
        return Point(*at)

    def event(self, pointer: PointerId, at: Spot, **held: bool) -> Event:
        """Return a moment of a pointer; `held` are ctrl, shift, touch and over_canvas."""
        return Event(pointer, *self.spot(at), **held)

    # What hands do

    def press(self, pointer: PointerId, at: Spot, hit: Hit | None = None, **held: bool) -> None:
        """Come down, on what lies there or on what is said."""
        self.hands.press(self.event(pointer, at, **held), hit)

    def move(self, pointer: PointerId, at: Spot, **held: bool) -> None:
        """Move while down."""
        self.hands.move(self.event(pointer, at, **held))

    def release(self, pointer: PointerId, at: Spot, **held: bool) -> None:
        """Let go."""
        self.hands.release(self.event(pointer, at, **held))

    def drag(self, pointer: PointerId, start: Spot, end: Spot, hit: Hit | None = None, **held: bool) -> None:
        """Press, move by way of the middle, and let go."""
        a, b = self.spot(start), self.spot(end)
        self.press(pointer, a, hit, **held)
        self.move(pointer, ((a.x + b.x) / 2, (a.y + b.y) / 2), **held)
        self.move(pointer, b, **held)
        self.release(pointer, b, **held)

    def tap(self, at: Spot, **held: bool) -> None:
        """Press and let go with the mouse."""
        self.press(MOUSE, at, None, **held)
        self.release(MOUSE, at, **held)

    def by(self, handle: str, dx: float, dy: float) -> Point:
        """Return the point that lies so far from where a thing is gripped."""
        at = self.spot(handle)
        return Point(at.x + dx, at.y + dy)

    def take_up(self, pointer: PointerId, kind: str | Kind) -> None:
        """Take an entry of the palette, which lies left of the page."""
        found = kind_of(kind) if isinstance(kind, str) else kind
        self.hands.take_up(Event(pointer, -5000.0, 0.0, over_canvas=False), found)

    def bring(self, pointer: PointerId, kind: str | Kind, at: Spot) -> None:
        """Drag an entry of the palette to a point of the page."""
        self.take_up(pointer, kind)
        self.move(pointer, at)
        self.release(pointer, at)

    def escape(self) -> bool:
        """Press Esc."""
        return self.hands.escape()

    def cancel(self, pointer: PointerId) -> bool:
        """End what a pointer does, as when its device is taken away."""
        return self.hands.cancel(pointer)

    def undo(self) -> bool:
        """Take the latest step back."""
        return self.session.undo() is not None

    def redo(self) -> bool:
        """Take the latest undone step again."""
        return self.session.redo() is not None


FEDERATION = """
    school "Ash"
    school "Beech"
    group "Hill" kind=hard_federation
    Ash in Hill
    Beech in Hill
    post EHT role=executive_headteacher at=Hill held_by="Ada"
    post HoS role=head_of_school at=Ash held_by="Ben"
    post DHT role=deputy_headteacher at=Ash
    post SENCO role=senco held_by="Cy"
    body GB kind=governing_body
    body LA kind=local_authority
    person "Dee"
    Dee in Hill
    HoS leads Ash mode=head
    HoS accountable_to EHT
    DHT accountable_to HoS
    EHT accountable_to GB
    GB governs Hill
    LA supports_challenges EHT
    HoS peer_support Dee
"""
_PLACES: dict[str, tuple[float, ...]] = {
    "Hill": (0, 300, 1000, 700),
    "Ash": (40, 240, 340, 320),
    "Beech": (460, 240, 340, 320),
    "EHT": (300, 80),
    "Dee": (640, 80),
    "HoS": (30, 80),
    "DHT": (30, 200),
    "SENCO": (1300, 600),
    "GB": (300, 0),
    "LA": (1300, 0),
}


def federation() -> Document:
    """Two schools of a federation with their leaders, a board, an outside body and a post that stands free."""
    return scene(FEDERATION, _PLACES)
