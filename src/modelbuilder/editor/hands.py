"""The pointer layer: every mouse, pen and finger has its own tool, from press to release."""

from collections.abc import Callable
from dataclasses import replace

from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.events import Event, Hit, PointerId
from modelbuilder.editor.halos import Halo, Halos
from modelbuilder.editor.hits import hit
from modelbuilder.editor.modes import ERASER, Means, Mode
from modelbuilder.editor.newcomers import Kind
from modelbuilder.editor.reach import nearest
from modelbuilder.editor.tools.band import Band
from modelbuilder.editor.tools.carry import Carry
from modelbuilder.editor.tools.connect import Connect, Reconnect
from modelbuilder.editor.tools.draw import Draw
from modelbuilder.editor.tools.erase import Erase
from modelbuilder.editor.tools.light import Light
from modelbuilder.editor.tools.place import Place
from modelbuilder.editor.tools.stretch import Stretch
from modelbuilder.editor.tools.tool import Overlay, Tool
from modelbuilder.layout.boxes import GROUP_HEADER

_FROZEN = "The board is frozen. Whoever leads can let hands go on: Board, Freeze the board."


class Hands:
    """Turns presses, moves and releases into tools. `button` is called when a pill button is let go."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.session.refused = lambda: desk.say(_FROZEN)
        self.button: Callable[[str], None] = lambda name: None
        self.by_touch = False
        """Whether the hand that was let go last has no keyboard."""
        self.bare_mouse = False
        """Whether the mouse is how the board tells of a finger."""
        self._armed: dict[str, Kind] = {}
        self.joining: ThingId | None = None
        self.armed_changed: Callable[[], None] = lambda: None
        self.means = Means()
        self.means_changed: Callable[[], None] = lambda: None
        self._halos = Halos()
        self._hovering: Light | None = None
        self._tools: dict[PointerId, Tool] = {}
        self._pressed: dict[PointerId, Hit] = {}
        self._origin: dict[PointerId, Event] = {}
        self._models: dict[PointerId, ModelId] = {}

    def hit(self, event: Event) -> Hit:
        """Return what lies under a pointer."""
        desk = self.desk
        return hit(
            desk.page(),
            desk.view,
            event.x,
            event.y,
            event.zoom,
            touch=event.touch,
            visible=desk.visible,
            bare=event.ctrl or self.work_on_selection,
            finger=desk.finger,
        )

    def lies_free(self, event: Event) -> bool:
        """Tell whether a press there would take nothing: then a finger moves the page."""
        if self.means.meant(event) is not Mode.ARRANGE:
            return False
        return self.armed is None and self.hit(event).part == "empty"

    def use(self, means: Means) -> None:
        """Let hands mean something else from now on; what is under way goes on as it was begun."""
        if means != self.means:
            changed = means.mode is not self.means.mode
            self.means, self._hovering = means, None
            if changed:
                self.arm(None)
                self.joining = None
                self.desk.select()
            self.means_changed()

    def hover(self, event: Event | None) -> None:
        """Let the light of whoever points follow a mouse that is not pressed."""
        pointing = event is not None and self.means.mode is Mode.POINT
        self._hovering = Light(self.desk, event, self.means.light) if event is not None and pointing else None

    def press(self, event: Event, at: Hit | None = None) -> None:
        """Begin what this pointer means by pressing here."""
        self.cancel(event.pointer)
        self._hovering = None
        if self._is_stopped(event):
            return
        if event.pen and not self.means.pen_seen:
            self.use(replace(self.means, pen_seen=True))
        at = at or self.hit(event)
        self._halos.follow(event, down=True)
        self._origin[event.pointer] = event
        if self._writes(event, at):
            self._begin(event, self._other_tool(event))
            self._tools[event.pointer].move(event)
            return
        self._pressed[event.pointer] = at
        taps_only = event.touch and at.part == "thing"  # for it may be somebody else who carries a card meanwhile
        if at.part != "button" and not taps_only and self._bring(event):
            return
        if at.part in ("handle", "end", "corner", "button") and at.thing_id is not None:
            self._press_adornment(event, at)
        elif at.part == "thing" and at.thing_id is not None:
            inside = not event.touch and self._inside_a_group(event, at.thing_id)
            tool = Band(self.desk, event, at.thing_id) if inside else Carry(self.desk, event, at.thing_id)
            self._begin(event, tool)
        elif at.part == "line" and at.thing_id is not None:
            if event.ctrl:
                self.desk.select(*(self.desk.view.selection ^ {at.thing_id}))
            else:
                self.desk.select(at.thing_id)
        elif at.part == "empty":
            self._begin(event, Band(self.desk, event))

    def freeze(self, on: bool) -> None:
        """Stop all hands, and put back what they were doing; or let them go on."""
        for pointer in list(self._tools) if on else ():
            self.cancel(pointer)
        self.arm(None)
        self.joining = None
        self.desk.session.freeze(on)
        self.desk.say(_FROZEN if on else "")

    def _is_stopped(self, event: Event) -> bool:
        """Tell whether the board is frozen for what this hand means, and say so."""
        stopped = self.desk.session.frozen and self.means.meant(event) is not Mode.POINT
        if stopped:
            self.desk.say(_FROZEN)
        return stopped

    def _writes(self, event: Event, at: Hit) -> bool:
        """Tell whether a hand draws or points, and does not press a button or bring what was chosen by a tap."""
        meant = self.means.meant(event)
        if at.part == "button":
            return False
        if meant is Mode.DRAW and self.means.mode is Mode.ARRANGE:
            return self.armed is None and self.joining is None
        return meant is not Mode.ARRANGE

    def _other_tool(self, event: Event) -> Tool:
        """Return the tool of a hand that draws or points."""
        means = self.means
        if means.meant(event) is Mode.POINT:
            return Light(self.desk, event, means.light)
        if means.nib == ERASER:
            return Erase(self.desk, event)
        return Draw(self.desk, event, means.nib, means.inks[means.nib])

    def _inside_a_group(self, event: Event, thing_id: ThingId) -> bool:
        """Tell whether a press is on the empty inside of a group, which is for the band; the rest carries it."""
        page = self.desk.page()
        if page.faces[thing_id].kind != "group" or thing_id in self.desk.view.selection:
            return False
        return page.rects[thing_id].y + GROUP_HEADER < event.y

    def _press_adornment(self, event: Event, at: Hit) -> None:
        assert at.thing_id is not None
        if at.part == "handle" or at.name == "connect":
            self._begin(event, Connect(self.desk, event, at.thing_id))
        elif at.part == "end":
            self._begin(event, Reconnect(self.desk, event, at.thing_id, at.name))
        elif at.part == "corner":
            self._begin(event, Stretch(self.desk, event, at.thing_id))

    def take_up(self, event: Event, kind: Kind) -> None:
        """Begin to bring a new thing from the palette; a tap without a drag arms it for the next tap."""
        self.cancel(event.pointer)
        if self._is_stopped(event):
            return
        self._halos.follow(event, down=True)
        self._origin[event.pointer] = event
        self._begin(event, Place(self.desk, event, kind))

    @property
    def armed(self) -> Kind | None:
        """What was armed last, on any palette."""
        return next(reversed(self._armed.values()), None)

    def armed_at(self, side: str) -> Kind | None:
        """Return what is armed on the palette of a side."""
        return self._armed.get(side)

    def arm(self, kind: Kind | None, side: str = "") -> None:
        """Make the next press on the canvas that is nearest to this palette place a kind; None puts it away.

        Without a side, what all palettes armed is put away, or the kind is armed wherever one presses.
        """
        before = dict(self._armed)
        if kind is not None and self.desk.session.frozen:
            self.desk.session.refused()
        elif kind is not None:
            self._armed.pop(side, None)
            self._armed[side] = kind
        elif side:
            self._armed.pop(side, None)
        else:
            self._armed.clear()
        if self._armed != before:
            self.desk.say(f"Tap where the {kind.label.lower()} belongs." if kind else "")
            self.armed_changed()

    def connect_from(self, thing_id: ThingId) -> None:
        """Make the next press on the canvas say what a thing is to be joined to."""
        if self.desk.session.frozen:
            self.desk.session.refused()
            return
        self.joining = thing_id
        self.desk.say("Tap the card, school or body to connect to; Esc leaves.")

    def _bring(self, event: Event) -> bool:
        """Place the kind that is armed, or draw the line that was begun by a button; False when there is neither."""
        source = self.joining
        if self._armed:
            side = nearest(self._armed, event, self.desk.visible)
            kind = self._armed[side]
            self.arm(None, side)
            self._begin(event, Place(self.desk, event, kind))
        elif source is not None:
            self.joining = None
            if source not in self.desk.page().rects:
                return False
            self._begin(event, Connect(self.desk, event, source))
        else:
            return False
        self._tools[event.pointer].move(event)
        return True

    def stop_joining(self) -> bool:
        """Draw no line after all; False when none was begun."""
        begun, self.joining = self.joining is not None, None
        if begun:
            self.desk.say("")
        return begun

    def _begin(self, event: Event, tool: Tool) -> None:
        self._tools[event.pointer] = tool
        self._models[event.pointer] = self.desk.model_id

    def _leave_turned_page(self, pointer: PointerId) -> None:
        """End what was begun on a page that somebody has turned away from."""
        if pointer in self._tools and self._models[pointer] != self.desk.model_id:
            self.cancel(pointer)

    def move(self, event: Event) -> None:
        """Follow a pointer."""
        self._leave_turned_page(event.pointer)
        self._halos.follow(event)
        tool = self._tools.get(event.pointer)
        if tool is not None:
            tool.move(event)

    def release(self, event: Event) -> None:
        """Finish what this pointer began."""
        self._leave_turned_page(event.pointer)
        self._halos.lift(event.pointer)
        tool = self._tools.pop(event.pointer, None)
        pressed = self._pressed.pop(event.pointer, None)
        origin = self._origin.pop(event.pointer, event)
        still = abs(event.x - origin.x) < origin.slack and abs(event.y - origin.y) < origin.slack
        self.by_touch = event.bare
        if pressed is not None and pressed.part == "button":
            self._release_button(event, tool, pressed, still=still)
            return
        brings = bool(self._armed) or self.joining is not None
        if brings and still and event.touch and tool is not None and pressed is not None and pressed.part == "thing":
            tool.cancel()
            if self._bring(event):
                self._tools.pop(event.pointer).release(event)
            return
        if isinstance(tool, Place) and not event.over_canvas:
            tool.cancel()
            self.arm(tool.kind if still and self.armed != tool.kind and not origin.over_canvas else None)
            return
        if isinstance(tool, Carry) and tool.moving and event.over_panel:
            tool.cancel()
            self.desk.say("Nothing was moved: let go on the page.")
            return
        if isinstance(tool, Draw) and still and self.means.mode is Mode.ARRANGE:
            tool.cancel()  # where things are arranged, a pen that is not moved taps
            at = self.hit(event)
            self.desk.select(*([at.thing_id] if at.thing_id is not None else []))
        elif tool is not None:
            tool.release(event)

    def _release_button(self, event: Event, tool: Tool | None, pressed: Hit, *, still: bool) -> None:
        here = self.hit(event)
        if tool is not None and not still:
            tool.release(event)
            return
        if tool is not None:
            tool.cancel()
        if here == pressed:
            self.button(pressed.name)

    def cancel(self, pointer: PointerId) -> bool:
        """End one pointer's doing without a trace."""
        self._halos.lift(pointer)
        tool = self._tools.pop(pointer, None)
        self._pressed.pop(pointer, None)
        self._origin.pop(pointer, None)
        if tool is not None:
            tool.cancel()
        return tool is not None

    def escape(self) -> bool:
        """Drop the newest live doing, or put the armed kind away; False when there was nothing to leave."""
        if self._tools:
            return self.cancel(next(reversed(self._tools)))
        if self._armed:
            self.arm(None, next(reversed(self._armed)))
            return True
        if self.stop_joining():
            return True
        if self.means.mode is not Mode.ARRANGE:
            self.use(replace(self.means, mode=Mode.ARRANGE))
            return True
        return False

    @property
    def busy(self) -> bool:
        """Whether any hand is at work."""
        return bool(self._tools)

    def must_let_go(self) -> bool:
        """Tell whether hands are at work that must let go before anything covers the page, and say so."""
        if self.busy:
            self.desk.say("Somebody is still holding something on the page. Let go of it first.")
        return self.busy

    @property
    def work_on_selection(self) -> bool:
        """Whether a hand is at work on what is selected, or selects: then nothing hangs on it that could be pressed."""
        chosen, held = self.desk.view.selection, self.desk.session.holds()
        for pointer in self._tools:
            pressed = self._pressed.get(pointer)
            if pressed is not None and (pressed.thing_id is None or pressed.thing_id in chosen):
                return True
            if held.get(pointer, frozenset()) & chosen:
                return True
        return False

    def halos(self) -> list[Halo]:
        """Return where each hand is, in the colour of its own."""
        return self._halos.shown(self.desk.session.holds())

    def overlays(self) -> list[Overlay]:
        """Return what the tools show."""
        hovering = [self._hovering.overlay] if self._hovering is not None else []
        return [*(tool.overlay for tool in self._tools.values()), *hovering]
