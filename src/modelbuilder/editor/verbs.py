"""What the commands do that need no window: each takes the desk and does one named step."""

from modelbuilder.document import edits, pages, staging
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import ancestors, holder_of, label_of, table_of
from modelbuilder.document.patch import MISSING, Patch
from modelbuilder.document.permit import refusal
from modelbuilder.document.records import Box, Document, Line
from modelbuilder.document.stories import entry_of
from modelbuilder.editor.clipboard import Clip, copy, paste
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.dropping import join_holder, land
from modelbuilder.editor.folding import unfold
from modelbuilder.editor.newcomers import Kind, newcomer
from modelbuilder.editor.tools.place import frame_of, place_gesture
from modelbuilder.layout.boxes import GAP, PADDING, STACK_GAP
from modelbuilder.layout.rect import Point, Rect, bounds
from modelbuilder.layout.room import find_room
from modelbuilder.vocabulary.lines import LINES

STEP = 10.0


def named(desk: Desk, verb: str) -> str:
    """Name a step after what it is done to."""
    chosen = desk.view.selection
    return named_thing(desk, verb, next(iter(chosen))) if len(chosen) == 1 else f"{verb} {len(chosen)} things"


def named_thing(desk: Desk, verb: str, thing_id: ThingId) -> str:
    """Name a step after one thing."""
    return f"{verb} {label_of(desk.document, desk.model, thing_id)}".replace("\n", " ")


def delete(desk: Desk) -> None:
    """Delete what is selected, boxes with what they hold."""
    chosen, model_id = desk.view.selection, desk.model_id
    desk.session.do(named(desk, "Delete"), model_id, lambda document: edits.remove(document, model_id, chosen))
    desk.look(desk.view.choosing())


def brought(desk: Desk, done: Patch, other_way: Patch) -> frozenset[ThingId]:
    """Return the outermost things that a patch has brought onto the page, or the lines when it brought no thing."""
    model = desk.model
    come = {change.thing_id for change in other_way.changes if change.value is MISSING}
    come &= {change.thing_id for change in done.changes if change.model_id == desk.model_id}
    there = [ThingId(one) for one in come if one is not None and table_of(model, ThingId(one))]
    things = [one for one in there if one not in model.lines and one not in model.duties]
    return frozenset(one for one in things if come.isdisjoint(ancestors(model, one))) or frozenset(
        one for one in there if one in model.lines
    )


def dissolve(desk: Desk) -> None:
    """Take the selected group's box away."""
    box_id, model_id = next(iter(desk.view.selection)), desk.model_id
    label = named(desk, "Take away the box")
    desk.session.do(label, model_id, lambda document: edits.dissolve(document, model_id, box_id))
    desk.look(desk.view.choosing())


def copied(desk: Desk) -> Clip | None:
    """Copy what is selected."""
    return copy(desk.whole_page(), desk.view.selection)


def pasted(desk: Desk, clip: Clip, at: Point, label: str = "Paste") -> None:
    """Paste at a place of the page and select what came."""
    model_id = desk.model_id
    whole = bounds(clip.outermost.values()) or Rect(0, 0, 0, 0)
    standing = [rect for one, rect in desk.page().rects.items() if desk.page().home.get(one) is None]
    spot = find_room(Rect(at.x, at.y, whole.w, whole.h), standing, Point(float("-inf"), float("-inf")), GAP)
    at = Point(spot.x, spot.y)
    _, added = paste(desk.document, model_id, clip, at)
    desk.session.do(label, model_id, lambda document: paste(document, model_id, clip, at)[0])
    desk.look(desk.view.choosing(added))


def duplicate(desk: Desk) -> None:
    """Copy what is selected to beside itself."""
    clip = copied(desk)
    if clip is None:
        return
    label = named(desk, "Duplicate")
    box = max((rect.right for rect in clip.outermost.values()), default=0) - clip.corner.x
    holders = {desk.page().home.get(one) for one in clip.outermost}
    pasted(desk, clip, Point(clip.corner.x + box + 40, clip.corner.y), label)
    holder = next(iter(holders)) if len(holders) == 1 else None
    if holder is not None and desk.view.selection:
        _keep_in_box(desk, holder)


def _keep_in_box(desk: Desk, holder: ThingId) -> None:
    """Let the copies stand in the box that the originals stand in, as part of the same step."""
    chosen, model_id, page = desk.view.selection, desk.model_id, desk.page()
    boxes = land(page, {one: page.rects[one] for one in chosen}, holder)
    desk.session.amend(lambda document: edits.hold(edits.move(document, model_id, boxes), model_id, chosen, holder))


def select_all(desk: Desk) -> None:
    """Select everything that stands on the page itself."""
    desk.look(desk.view.choosing(frozenset(desk.page().holders.get(None, ()))))


def nudge(desk: Desk, dx: float, dy: float) -> None:
    """Move what is selected by a step of the arrow keys."""
    page, model_id = desk.page(), desk.model_id
    chosen = [one for one in desk.view.selection if one in page.rects]
    places = {}
    for thing_id in chosen:
        if not any(step in desk.view.selection for step in _around(desk, thing_id)):
            place = page.model.places.get(thing_id, Box())
            places[thing_id] = place.model_copy(update={"x": place.x + dx, "y": place.y + dy})
    if places:
        desk.session.do(named(desk, "Move"), model_id, lambda document: edits.move(document, model_id, places))


def _around(desk: Desk, thing_id: ThingId) -> list[ThingId]:
    home, found = desk.page().home, []
    while (step := home.get(thing_id)) is not None:
        found.append(step)
        thing_id = step
    return found


def tidy(desk: Desk) -> None:
    """Arrange the page, as one step."""
    from modelbuilder.drawing import arrangement

    model_id = desk.model_id
    desk.session.do("Tidy arrangement", model_id, lambda document: arrangement.tidy(document, model_id))


def add_at(desk: Desk, kind: Kind, at: Point) -> ThingId:
    """Add a thing by keyboard: into the selected box, or at a free place near the middle of what is shown."""
    holder = box_for_new(desk, is_box=kind.is_box)
    unfold(desk, holder)
    page = desk.page()
    new = newcomer(desk.document, kind)
    frame = frame_of(desk.document, desk.model_id, new)
    spot = Rect(at.x - frame.w / 2, at.y - frame.h / 2, frame.w, frame.h)
    if holder is not None:
        inside = [page.rects[one] for one in page.holders.get(holder, ())]
        around = page.rects[holder]
        top = max((rect.bottom for rect in inside), default=around.y) + 30
        spot = Rect(min((rect.x for rect in inside), default=around.x + 30), top, frame.w, frame.h)
    else:
        while any(spot.meets(rect) for rect in page.rects.values()):
            spot = spot.moved(0, frame.h + 40)
    desk.session.commit(place_gesture(page, new, frame, spot, holder))
    desk.select(new.thing_id)
    return new.thing_id


def box_for_new(desk: Desk, *, is_box: bool = False) -> ThingId | None:
    """Return the box that a new thing is added into: the selected one, or the one around what is selected."""
    model, chosen = desk.model, desk.view.selection
    if len(chosen) != 1:
        return None
    one = next(iter(chosen))
    box = one if one in model.groups or one in model.placements else holder_of(model, one)
    return holder_of(model, box) if is_box and box is not None and box in model.placements else box


def put_into(desk: Desk, thing_id: ThingId, holder: ThingId | None) -> None:
    """Put a thing into a box without a hand, under what stands there; or onto the page, beside everything."""
    unfold(desk, holder)
    page, model_id = desk.page(), desk.model_id
    rect = page.rects[thing_id]
    around = page.rects[holder] if holder is not None else page.bounds() or rect
    if holder is not None:
        standing = [page.rects[one] for one in page.holders.get(holder, ()) if one != thing_id]
        top = max((other.bottom for other in standing), default=around.y + (page.frames[holder].header or 0))
        left = min((other.x for other in standing), default=around.x + PADDING)
        spot = rect._replace(x=left, y=top + STACK_GAP if standing else top)
    else:
        spot = rect._replace(x=around.right + GAP, y=around.y)
    boxes = land(page, {thing_id: spot}, holder)
    label = named_thing(desk, "Move", thing_id)

    def edit(document: Document) -> Document:
        document = edits.hold(edits.move(document, model_id, boxes), model_id, [thing_id], holder)
        return join_holder(document, model_id, thing_id, holder)

    desk.session.do(label, model_id, edit)


def boxes_for(desk: Desk, thing_id: ThingId) -> dict[ThingId, str]:
    """Return the boxes that a thing may stand in, with their names."""
    model = desk.model
    inside = edits.inside(model, [thing_id])
    schools = () if thing_id in model.groups or thing_id in model.placements else model.placements
    return {one: label_of(desk.document, model, one) for one in (*model.groups, *schools) if one not in inside}


def draw_line(desk: Desk, line: Line) -> ThingId | None:
    """Draw a line that was chosen; None, with a word in the status bar, when it is meaningless."""
    reason = refusal(desk.document, desk.model, line)
    if reason is not None:
        desk.say(reason)
        return None
    model_id = desk.model_id
    line_id = edits.new_line_id(desk.model, line)
    label = f"Connect: {LINES[line.kind].label}"
    desk.session.do(label, model_id, lambda document: edits.add_line(document, model_id, line, line_id))
    desk.select(line_id if line_id in desk.page().routes else line.source)
    return line_id


def fitting_kinds(desk: Desk, line_id: ThingId) -> list[str]:
    """List the types that a line could be of, that which it is among them."""
    line = desk.model.lines[line_id]
    without = edits.remove(desk.document, desk.model_id, [line_id])
    rest = without.models[desk.model_id]
    return [
        key
        for key, kind in LINES.items()
        if key == line.kind or (kind.drawn and refusal(without, rest, line.model_copy(update={"kind": key})) is None)
    ]


def turn_line(desk: Desk, line_id: ThingId) -> None:
    """Let a line run the other way, where its type allows."""
    line = desk.model.lines[line_id]
    turned = line.model_copy(update={"source": line.target, "target": line.source})
    reason = refusal(desk.document, desk.model, turned)
    if reason is not None:
        desk.say(reason)
        return
    model_id = desk.model_id

    def edit(document: Document) -> Document:
        return edits.change(document, model_id, line_id, source=line.target, target=line.source)

    desk.session.do(f"Turn “{LINES[line.kind].label}” round", model_id, edit)


def change_models(desk: Desk, label: str, document: Document, show: ModelId | None = None) -> None:
    """Put another row of models in place as one step, and show one of them."""
    page = show or desk.model_id
    desk.session.do(label, page, lambda _: document)
    desk.keep_view_true()
    if show is not None:
        desk.turn_to(show)


def add_model(desk: Desk) -> None:
    """Add an empty model and show it."""
    document = pages.add_model(desk.document)
    change_models(desk, "Add model", document, document.order[-1])


def duplicate_model(desk: Desk, model_id: ModelId) -> None:
    """Copy a model and show the copy."""
    document = pages.duplicate_model(desk.document, model_id)
    new = next(one for one in document.order if one not in desk.document.models)
    change_models(desk, f"Duplicate model {desk.document.models[model_id].label}", document, new)


def delete_model(desk: Desk, model_id: ModelId) -> None:
    """Delete a model and show its neighbour; of a story the later stages move up."""
    index = desk.document.order.index(model_id)
    document = staging.remove_stage(desk.document, model_id)
    show = document.order[min(index, len(document.order) - 1)]
    change_models(desk, f"Delete model {desk.document.models[model_id].label}", document, show)


def rename_model(desk: Desk, model_id: ModelId, title: str) -> None:
    """Give a model a title."""
    label = f"Rename model {desk.document.models[model_id].label}"
    desk.session.do(label, model_id, lambda document: pages.rename_model(document, model_id, title))


def move_model(desk: Desk, model_id: ModelId, index: int) -> None:
    """Move an option, or a story with all its stages, to another position in the row."""
    entry = entry_of(desk.document, model_id)
    label = f"Move {'story' if entry.story else 'model'} {entry.label}"
    desk.session.do(label, model_id, lambda document: pages.reorder_models(document, entry.models, index))
