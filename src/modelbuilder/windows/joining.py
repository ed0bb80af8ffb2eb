"""The commands that add, join and change things by choosing from a list, so that no hand is needed on the page."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from modelbuilder.document import edits
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import end_of, holder_of, label_of, table_of
from modelbuilder.document.permit import offers, refusal, refusal_to_join
from modelbuilder.document.records import Line
from modelbuilder.editor import verbs
from modelbuilder.editor.newcomers import kinds
from modelbuilder.editor.search import everything
from modelbuilder.layout.rect import Point
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.lines import LINES
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.windows.choice import Choice

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work


class Joining:
    """Part of the commands of the work page."""

    work: "Work"

    def add_here(self) -> None:
        """Choose what is added into the selected box, or at a free place."""
        desk = self.work.desk
        into = verbs.box_for_new(desk)
        where = f"into {label_of(desk.document, desk.model, into)}" if into else "on the page"
        rows = [Choice(kind.label, kind.hint, "", kind.icon, kind.tier, kind) for kind in kinds()]
        heading = f"Add {where}".replace("\n", " ")
        self.work.chooser.ask(heading, "Type a role, body, school or group", rows, self.work.add_in_the_middle)

    def connect(self) -> None:
        """Choose from a list what the selected thing is joined to, then which line is meant."""
        work, desk = self.work, self.work.desk
        source = next(iter(desk.view.selection))

        def take(target: ThingId) -> None:
            if not work.middle.in_outline():
                work.canvas.setFocus()
            work.canvas.reveal(frozenset({target}))
            rect = desk.page().rects.get(target)
            at = Point(rect.cx, rect.cy) if rect else work.canvas.middle()
            desk.offer(offers(desk.document, desk.model, source, target), at)

        rows = list(self._ends(lambda one: refusal_to_join(desk.document, desk.model, source, one) is None))
        if not rows:
            desk.say("There is nothing to connect to yet.")
            return
        name = label_of(desk.document, desk.model, source).replace("\n", " ")
        work.chooser.ask(f"Connect {name} to", "Type a name, role or school", rows, take)

    def _ends(self, fits: Callable[[ThingId], bool]) -> Iterator[Choice]:
        """Yield what a line can end on, those nearby first: of the model that is shown."""
        desk = self.work.desk
        for found in everything(desk.document, desk.model_id):
            if found.model_id != desk.model_id:
                return
            one = found.thing_id
            if end_of(desk.document, desk.model, one) is not None and fits(one):
                yield Choice(found.words, found.where, "", found.icon, found.tier, one)

    def reconnect_source(self) -> None:
        """Choose where the selected line begins instead."""
        self._reconnect("source", "begins at")

    def reconnect_target(self) -> None:
        """Choose where the selected line ends instead."""
        self._reconnect("target", "ends at")

    def _reconnect(self, end: str, words: str) -> None:
        desk = self.work.desk
        line_id = next(iter(desk.view.selection))
        without = edits.remove(desk.document, desk.model_id, [line_id])
        rest = without.models[desk.model_id]

        def moved(one: ThingId) -> Line:
            return desk.model.lines[line_id].model_copy(update={end: one})

        def take(one: ThingId) -> None:
            model_id, label = desk.model_id, f"Reconnect “{LINES[desk.model.lines[line_id].kind].label}”"
            desk.session.do(label, model_id, lambda document: edits.change(document, model_id, line_id, **{end: one}))
            desk.select(line_id)
            if not self.work.middle.in_outline():
                self.work.canvas.setFocus()

        now = getattr(desk.model.lines[line_id], end)
        rows = list(self._ends(lambda one: one != now and refusal(without, rest, moved(one)) is None))
        self.work.chooser.ask(f"The line {words}", "Type a name, role or school", rows, take)

    def turn(self) -> None:
        """Let the selected line run the other way."""
        verbs.turn_line(self.work.desk, next(iter(self.work.desk.view.selection)))

    def move_into(self) -> None:
        """Choose the box that the selected thing is to stand in."""
        desk = self.work.desk
        one = next(iter(desk.view.selection))
        here = holder_of(desk.model, one)
        rows = [Choice("The page itself", "outside every box", "", "", None, None)] if here else []
        boxes = verbs.boxes_for(desk, one)
        looks = {found.thing_id: found for found in everything(desk.document, desk.model_id) if found.thing_id in boxes}
        for box in boxes:
            if box != here and (found := looks.get(box)) is not None:
                rows.append(Choice(found.words, found.where, "", found.icon, found.tier, box))

        def take(box: ThingId | None) -> None:
            verbs.put_into(desk, one, box)
            self.work.canvas.reveal(frozenset({one}))

        heading = f"Move {label_of(desk.document, desk.model, one)} into".replace("\n", " ")
        self.work.chooser.ask(heading, "Type a school or group", rows, take)

    def change_type(self) -> None:
        """Choose another role, kind or type of line for what is selected."""
        desk, model_id = self.work.desk, self.work.desk.model_id
        one = next(iter(desk.view.selection))
        table = table_of(desk.model, one)
        rows: list[Choice] = []
        if table == "posts":
            now = desk.model.posts[one].role
            rows = [Choice(role.label, role.hint, "", role.key, role.tier, role.key) for role in ROLES.values()]
        elif table == "bodies":
            now = desk.model.bodies[one].kind
            rows = [Choice(kind.label, kind.hint, "", kind.key, kind.tier, kind.key) for kind in BODIES.values()]
        elif table == "groups":
            now = desk.model.groups[one].kind
            rows = [Choice(kind.label, kind.hint, "", kind.key, kind.tier, kind.key) for kind in GROUPS.values()]
        else:
            now = desk.model.lines[one].kind
            rows = [
                Choice(LINES[key].label, LINES[key].hint, "", "", None, key) for key in verbs.fitting_kinds(desk, one)
            ]
        field = "role" if table == "posts" else "kind"

        def take(key: str) -> None:
            label = verbs.named_thing(desk, f"Change {field} of", one)
            desk.session.do(label, model_id, lambda document: edits.change(document, model_id, one, **{field: key}))

        what = {"posts": "Role", "bodies": "Kind of body", "groups": "Kind of group"}.get(table or "", "Type of line")
        self.work.chooser.ask(what, "Type what it is to be", [row for row in rows if row.value != now], take)
