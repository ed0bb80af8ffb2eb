"""Every command: its name, its shortcut and when it can be used."""

from collections.abc import Callable
from typing import NamedTuple

from modelbuilder.document.stories import address, later_stages
from modelbuilder.drawing.themes import THEMES
from modelbuilder.editor.aligning import SIDES, can_align, can_spread
from modelbuilder.editor.arranging import can_stand_beside, leads_somebody
from modelbuilder.editor.away import people
from modelbuilder.editor.board_sizes import BOARD_SIZES
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.folding import foldable
from modelbuilder.editor.modes import ERASER, LIGHTS
from modelbuilder.editor.reach import SIDES as PALETTE_SIDES
from modelbuilder.vocabulary.branches import BRANCHES
from modelbuilder.vocabulary.ink import INKS, NIBS

When = Callable[[Desk], bool]


class Action(NamedTuple):
    """A command of the program. `menu` is where it is found; the verbs are bound where a window is needed.

    A key may say what the verb is given, after a colon.
    """

    key: str
    label: str
    menu: str
    shortcut: str = ""
    when: When = lambda desk: True


def _selected(desk: Desk) -> bool:
    return bool(desk.view.selection)


def _things_selected(desk: Desk) -> bool:
    return any(one not in desk.model.lines for one in desk.view.selection)


def _one_selected(desk: Desk) -> bool:
    return len(desk.view.selection) == 1


def _one_thing(desk: Desk) -> bool:
    return _one_selected(desk) and _things_selected(desk)


def _findable(desk: Desk) -> bool:
    """Tell whether one thing is selected that rules speak of."""
    return _one_thing(desk) and next(iter(desk.view.selection)) not in desk.model.stickies


def _somebody(desk: Desk) -> bool:
    return bool(people(desk.model, desk.view.selection))


def _something_drawn(desk: Desk) -> bool:
    model = desk.model
    return bool(model.posts or model.bodies or model.groups or model.placements or model.figures or model.stickies)


def _line_selected(desk: Desk) -> bool:
    return _one_selected(desk) and next(iter(desk.view.selection)) in desk.model.lines


def _has_type(desk: Desk) -> bool:
    """Tell whether one thing is selected that can be of another role, kind or type."""
    model = desk.model
    tables = (model.posts, model.bodies, model.groups, model.lines)
    return _one_selected(desk) and any(next(iter(desk.view.selection)) in table for table in tables)


def _movable(desk: Desk) -> bool:
    return _findable(desk) and bool(desk.model.groups or desk.model.placements)


def _group_selected(desk: Desk) -> bool:
    return _one_selected(desk) and next(iter(desk.view.selection)) in desk.model.groups


def _several_models(desk: Desk) -> bool:
    return len(desk.document.order) > 1


def _stage_shown(desk: Desk) -> bool:
    return address(desk.model.label) is not None


def _may_go_on(desk: Desk) -> bool:
    """Tell whether the last step changed a stage that others come after."""
    done = desk.session.history.done
    return bool(done) and bool(later_stages(desk.document, done[-1].model_id))


ACTIONS: dict[str, Action] = {
    action.key: action
    for action in (
        Action("new", "New", "File", "Ctrl+N"),
        Action("new_from_text", "New from text…", "File"),
        Action("open", "Open…", "File", "Ctrl+O"),
        Action("save", "Save", "File", "Ctrl+S"),
        Action("save_as", "Save as…", "File", "Ctrl+Shift+S"),
        Action("export", "Export…", "File", "Ctrl+E"),
        Action("export_deck", "Export deck…", "File", "Ctrl+Shift+E", _something_drawn),
        Action("export_comparison", "Export a comparison…", "File", "", _several_models),
        Action("print", "Print…", "File", "Ctrl+P", _something_drawn),
        Action("present", "Present", "File", "F5", _something_drawn),
        Action("start_page", "Start page", "File"),
        Action("quit", "Quit", "File", "Ctrl+Q"),
        Action("undo", "Undo", "Edit", "Ctrl+Z", lambda desk: bool(desk.session.history.done)),
        Action("redo", "Redo", "Edit", "Ctrl+Y", lambda desk: bool(desk.session.history.undone)),
        Action("cut", "Cut", "Edit", "Ctrl+X", _things_selected),
        Action("copy", "Copy", "Edit", "Ctrl+C", _things_selected),
        Action("copy_picture", "Copy as picture", "Edit", "Ctrl+Shift+C", _something_drawn),
        Action("paste", "Paste", "Edit", "Ctrl+V"),
        Action("duplicate", "Duplicate", "Edit", "Ctrl+D", _things_selected),
        Action("delete", "Delete", "Edit", "Delete", _selected),
        Action("dissolve", "Take the box away, keep its contents", "Edit", "", _group_selected),
        Action("select_all", "Select all", "Edit", "Ctrl+A", _something_drawn),
        Action("rename", "Rename", "Edit", "F2", _one_thing),
        Action("fields", "Go to the fields", "Edit", "Alt+Return"),
        Action("find", "Find…", "Edit", "Ctrl+F"),
        Action("palette", "All commands…", "Edit", "Ctrl+K"),
        Action("add_here", "Add…", "Draw", "Ins"),
        Action("add", "Find a role in the palette", "Draw", "Ctrl+Shift+F"),
        Action("connect", "Connect to…", "Draw", "Ctrl+L", _one_thing),
        Action("move_into", "Move into another box…", "Draw", "Ctrl+M", _movable),
        Action("change_type", "Change role or type…", "Draw", "Ctrl+Shift+Y", _has_type),
        Action("reconnect_source", "Let the line begin elsewhere…", "Draw", "", _line_selected),
        Action("reconnect_target", "Let the line end elsewhere…", "Draw", "", _line_selected),
        Action("turn", "Turn the line round", "Draw", "", _line_selected),
        Action("tidy", "Tidy arrangement", "Draw", "Ctrl+Shift+L", _something_drawn),
        Action("arrange_for_slide", "Arrange for a slide", "Arrangement", "", _something_drawn),
        Action("pin", "Pin, or let go again", "Arrangement", "", _things_selected),
        *(
            Action(f"branch:{key}", f"Those below {label}", "Arrangement", "", leads_somebody)
            for key, label in BRANCHES.items()
        ),
        Action("branch:", "Those below as it fits", "Arrangement", "", leads_somebody),
        Action("beside", "Beside the leader, or below again", "Arrangement", "", can_stand_beside),
        *(Action(f"align:{key}", f"Align {side.label}", "Arrangement", "", can_align) for key, side in SIDES.items()),
        Action("spread:across", "Distribute across", "Arrangement", "", can_spread),
        Action("spread:down", "Distribute down", "Arrangement", "", can_spread),
        Action("who", "Who answers for this?", "Draw", "Ctrl+W", _one_thing),
        Action("away", "What if they are away?", "Draw", "Ctrl+Shift+A", _somebody),
        Action("all_back", "Everybody back", "Draw", "", lambda desk: bool(desk.view.away)),
        Action("check", "Check mode", "Check", "F7"),
        Action("next_finding", "Next finding", "Check", "F8"),
        Action("set_aside", "Set aside what is found here…", "Check", "", _findable),
        Action("rules", "Rules…", "Check"),
        Action("zoom_in", "Zoom in", "View", "Ctrl++"),
        Action("zoom_out", "Zoom out", "View", "Ctrl+-"),
        Action("fit", "Fit the page", "View", "Ctrl+9"),
        Action("actual_size", "100 %", "View", "Ctrl+0"),
        Action("back_row", "As large as the back row can read", "View", "", _something_drawn),
        Action("fit_selection", "Fit the selection", "View", "Ctrl+8", _selected),
        Action("outline", "Outline", "View", "F9"),
        Action("minimap", "Map", "View"),
        Action("filter", "Look at only…", "View", "F4", _something_drawn),
        Action("leave_filter", "Show everything", "View", "", lambda desk: bool(desk.view.sieve)),
        Action("fold", "Fold or open", "View", "Ctrl+.", lambda desk: bool(foldable(desk))),
        Action("fold_schools", "Fold or open all schools", "View", "", lambda desk: bool(desk.model.placements)),
        Action("unfold_all", "Open all that is folded", "View", "", lambda desk: bool(desk.view.folds)),
        Action("compare", "Compare models", "View", "F6", _something_drawn),
        Action("next_lens", "Through the next reader’s eyes", "View", "Ctrl+R", _something_drawn),
        Action("measures", "Measures", "View", "Ctrl+Shift+M", _something_drawn),
        Action("narration", "Read the model as text", "View", "Ctrl+Shift+R", _something_drawn),
        Action("mode:arrange", "Arrange", "Board", "Ctrl+1"),
        Action("mode:draw", "Draw", "Board", "Ctrl+2"),
        Action("mode:point", "Point", "Board", "Ctrl+3"),
        *(Action(f"nib:{key}", nib.label, "Board") for key, nib in NIBS.items()),
        Action(f"nib:{ERASER}", "Eraser", "Board"),
        *(Action(f"ink:{ink}", f"{words} ink", "Ink") for ink, words in INKS.items()),
        *(Action(f"light:{key}", words, "Board") for key, words in LIGHTS.items()),
        Action("vote", "Put a dot on it", "Board", "", _one_selected),
        Action("vote_model", "Put a dot on this model", "Board", "", _something_drawn),
        Action("clear_votes", "Clear the votes", "Board", "", lambda desk: bool(desk.model.votes)),
        Action("wipe", "Wipe the ink off", "Board", "", lambda desk: bool(desk.model.strokes)),
        Action("freeze", "Freeze the board", "Board", "Ctrl+Shift+F9"),
        Action("pen_draws", "A pen draws, fingers move", "Board"),
        *(Action(f"tiles:{side}", f"Palette {words}", "Palette") for side, words in PALETTE_SIDES.items()),
        Action("more_tiles", "One more palette", "Palette"),
        Action("add_model", "Add model", "Model", "Ctrl+T"),
        Action("duplicate_model", "Duplicate model", "Model", "Ctrl+Shift+D"),
        Action("rename_model", "Rename model…", "Model", "Shift+F2"),
        Action("next_model", "Next model", "Model", "Ctrl+PgDown", _several_models),
        Action("previous_model", "Previous model", "Model", "Ctrl+PgUp", _several_models),
        Action("model_left", "Move model left", "Model", "Ctrl+Shift+PgUp", _several_models),
        Action("model_right", "Move model right", "Model", "Ctrl+Shift+PgDown", _several_models),
        Action("add_stage", "Add the next stage", "Model", "Ctrl+Shift+T"),
        Action("fork", "Make an option of this stage", "Model", "", _stage_shown),
        Action("take_over", "Take the last change over into later stages", "Model", "Ctrl+Shift+U", _may_go_on),
        Action("delete_model", "Delete model", "Model", "", _several_models),
        Action("rule_pages", "Rules explained", "Help", "Shift+F1"),
        Action("shortcuts", "Keyboard shortcuts", "Help", "F1"),
        Action("theme:", "As the system has it", "Theme"),
        *(Action(f"theme:{theme.key}", theme.name, "Theme") for theme in THEMES.values()),
        Action("text_size:100", "Text in its usual size", "Text size"),
        *(Action(f"text_size:{size}", f"Text larger: {size} %", "Text size") for size in (115, 130, 150)),
        *(Action(f"board_size:{key}", size.label, "Board size") for key, size in BOARD_SIZES.items()),
        Action("still", "Less motion", "View"),
    )
}

MENUS = ("File", "Edit", "Draw", "Check", "View", "Board", "Model", "Help")
SUBMENUS = {
    "Arrangement": "Draw",
    "Theme": "View",
    "Text size": "View",
    "Board size": "View",
    "Ink": "Board",
    "Palette": "Board",
}
"""Menus that stand in another one."""
CARD_MENU = {
    "See and join": ("who", "away", "connect", "rename"),
    "Change": ("add_here", "move_into", "change_type", "fold"),
    "This line": ("turn", "reconnect_source", "reconnect_target"),
    "Copy and vote": ("cut", "copy", "paste", "duplicate", "vote"),
    "Arrange": ("pin", "beside", "set_aside", "tidy"),
    "Remove": ("dissolve", "delete"),
}
"""What the menu of a card, a box or a line has, of what can be used; fingers are shown the headings."""
