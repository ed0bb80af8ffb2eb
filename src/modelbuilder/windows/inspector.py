"""The inspector: everything that can be said of the selected thing, and the lines it has."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from modelbuilder.document import edits, people
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import fact, holder_of, label_of, person_name, table_of
from modelbuilder.editor import verbs
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.gesture import Edit
from modelbuilder.layout import text
from modelbuilder.layout.text import Weight
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.lines import LINES
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.vocabulary.schools import CAPACITIES, CATEGORIES, MODES, NEEDS, PHASES, TYPES
from modelbuilder.windows.fields import TextField, choice, labelled, tick
from modelbuilder.windows.model_fields import add_model_fields, stated
from modelbuilder.windows.theme import px, room
from modelbuilder.windows.words import wrapped

_STATUSES = {"vacant": "vacant", "acting": "acting"}
_COUNTS = {
    "seats": "Seats",
    "parents": "Parents",
    "staff": "Staff",
    "la": "Local authority",
    "coopted": "Co-opted",
    "foundation": "Foundation",
    "employees": "Employees",
}


class Inspector(QFrame):
    """Fields for what is selected; hidden when nothing is, or several things are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("card")
        self.desk = desk
        self._shown: tuple[object, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(22, 18, 22, 20)
        self._content: QWidget | None = None
        self.hide()

    def refit(self) -> None:
        """Cut the words of lines where letters of this size end."""
        self._shown = ()
        self.refresh()

    def refresh(self) -> None:
        """Show the selected thing as it is committed; what is being typed is left alone."""
        chosen = self.desk.view.selection
        thing_id = next(iter(chosen)) if len(chosen) == 1 else None
        document, model = self.desk.document, self.desk.model
        if not chosen:
            self._refresh_page()
            return
        table = table_of(model, thing_id) if thing_id else None
        if thing_id is None or table is None:
            self._shown = ()
            self.hide()
            return
        lines = tuple((one, line) for one, line in model.lines.items() if thing_id in (line.source, line.target, one))
        state = (thing_id, getattr(model, table)[thing_id], lines, document.schools, document.people)
        if state == self._shown:
            return
        self._shown = state
        field = self.focusWidget()
        focused = field.accessibleName() if field is not None and field.hasFocus() else ""
        self._rebuild(thing_id, table)
        for field in self.findChildren(QWidget):
            if focused and field.accessibleName() == focused:
                field.setFocus()

    def go_to_first(self) -> None:
        """Take the keyboard to the first field."""
        fields = self._content.findChildren(QWidget) if self._content is not None else []
        first = next((one for one in fields if one.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
        if first is not None and not self.isHidden():
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _refresh_page(self) -> None:
        """With nothing selected, show what is said of the model itself."""
        state = stated(self.desk)
        if state == self._shown:
            return
        self._shown = state
        add_model_fields(self.desk, self._empty())
        self._present()

    def _empty(self) -> QVBoxLayout:
        """Take the fields away and return an empty column for others."""
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        return column

    def _rebuild(self, thing_id: ThingId, table: str) -> None:
        column = self._empty()
        builders: dict[str, Callable[[ThingId, QVBoxLayout], None]] = {
            "posts": self._post,
            "bodies": self._body,
            "placements": self._school,
            "groups": self._group,
            "lines": self._line,
            "figures": self._figure,
            "stickies": self._note,
        }
        builders[table](thing_id, column)
        if table not in ("lines", "stickies"):
            self._stands_in(thing_id, column)
            self._lines(thing_id, column)
        self._present()

    def _present(self) -> None:
        if self._content is not None:
            self._layout.addWidget(self._content)
        self.show()

    def _heading(self, words: str, column: QVBoxLayout) -> None:
        column.addWidget(wrapped(words.replace("\n", " "), "heading", 310))

    def _set(self, thing_id: ThingId, field: str) -> Callable[[Any], Edit]:
        """Return the edit that sets one field of a thing."""
        model_id = self.desk.model_id
        return lambda value: lambda document: edits.change(document, model_id, thing_id, **{field: value})

    def _count(self, thing_id: ThingId, field: str) -> Callable[[str], Edit]:
        """Return the edit that sets a number from what was typed; nothing typed is nothing said."""
        return lambda words: self._set(thing_id, field)(_number(words))

    def _text(
        self, thing_id: ThingId, label: str, value: str, keep: Callable[[str], Edit], column: QVBoxLayout
    ) -> TextField:
        field = TextField(self.desk, thing_id, label, value, keep)
        column.addWidget(labelled(label, field))
        return field

    def _post(self, thing_id: ThingId, column: QVBoxLayout) -> None:
        desk, model_id = self.desk, self.desk.model_id
        document, post = desk.document, desk.model.posts[thing_id]
        self._heading(label_of(document, desk.model, thing_id), column)
        name = self._text(
            thing_id,
            "Person",
            person_name(document, post),
            lambda words: lambda document: people.name_holder(document, model_id, thing_id, words),
            column,
        )
        name.setPlaceholderText("Nobody named yet")
        name.offer(sorted(person.name for person in document.people.values()))
        roles = {key: role.label for key, role in ROLES.items()}
        column.addWidget(
            labelled("Role", choice(desk, "Role", roles, post.role, self._set(thing_id, "role"), empty=None))
        )
        label = self._text(thing_id, "Words on the card", post.label, self._set(thing_id, "label"), column)
        label.setPlaceholderText(ROLES[post.role].label)
        grid = QHBoxLayout()
        grid.addWidget(
            labelled(
                "Status", choice(desk, "Status", _STATUSES, post.status, self._set(thing_id, "status"), empty="In post")
            )
        )
        homes = {str(one): document.schools[one].name for one in desk.model.placements}
        grid.addWidget(
            labelled(
                "Based at",
                choice(desk, "Based at", homes, post.home or "", lambda key: self._set(thing_id, "home")(key or None)),
            )
        )
        column.addLayout(grid)
        officer = self._set(thing_id, "accounting_officer")
        column.addWidget(tick(desk, "Accounting officer", post.accounting_officer, officer))
        column.addWidget(tick(desk, "New post", post.new, self._set(thing_id, "new")))

    def _body(self, thing_id: ThingId, column: QVBoxLayout) -> None:
        desk = self.desk
        body = desk.model.bodies[thing_id]
        self._heading(label_of(desk.document, desk.model, thing_id), column)
        label = self._text(thing_id, "Words on the card", body.label, self._set(thing_id, "label"), column)
        label.setPlaceholderText(BODIES[body.kind].label)
        kinds = {key: kind.label for key, kind in BODIES.items()}
        column.addWidget(
            labelled("Kind", choice(desk, "Kind", kinds, body.kind, self._set(thing_id, "kind"), empty=None))
        )
        if BODIES[body.kind].outside:
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        for index, (name, words) in enumerate(_COUNTS.items()):
            value = getattr(body, name)
            shown = "" if value is None else str(value)
            field = TextField(desk, thing_id, words, shown, self._count(thing_id, name))
            field.whole_number(1000)
            grid.addWidget(labelled(words, field), index // 3, index % 3)
        column.addLayout(grid)

    def _school(self, thing_id: ThingId, column: QVBoxLayout) -> None:
        desk = self.desk
        document, model = desk.document, desk.model
        school = document.schools[thing_id]

        def cast(field: str) -> Callable[[Any], Edit]:
            return lambda value: lambda document: edits.change_school(document, thing_id, **{field: value})

        def name(words: str) -> Edit:
            kept = " ".join(words.split()) or school.name
            return lambda document: edits.change_school(document, thing_id, name=kept)

        self._heading(school.name, column)
        self._text(thing_id, "Name", school.name, name, column)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        facts = {
            "category": CATEGORIES,
            "type": TYPES,
        }
        for index, (field, words) in enumerate(facts.items()):
            value = str(fact(document, model, thing_id, field) or "")
            box = choice(desk, field.capitalize(), words, value, self._set(thing_id, field))
            grid.addWidget(labelled(field.capitalize(), box), 0, index)
        grid.addWidget(labelled("Phase", choice(desk, "Phase", PHASES, school.phase, cast("phase"))), 1, 0)
        need = str(fact(document, model, thing_id, "need") or "")
        grid.addWidget(labelled("Need", choice(desk, "Need", NEEDS, need, self._set(thing_id, "need"))), 1, 1)
        pupils = fact(document, model, thing_id, "pupils")
        count = TextField(
            desk,
            thing_id,
            "Pupils",
            "" if pupils is None else str(pupils),
            self._count(thing_id, "pupils"),
        )
        count.whole_number(99_999)
        grid.addWidget(labelled("Pupils", count), 2, 0)
        urn = TextField(
            desk,
            thing_id,
            "URN",
            "" if school.urn is None else str(school.urn),
            lambda words: cast("urn")(_number(words) or None),
        )
        urn.whole_number(9_999_999)
        grid.addWidget(labelled("URN", urn), 2, 1)
        column.addLayout(grid)
        sponsored = bool(fact(document, model, thing_id, "sponsored"))
        column.addWidget(tick(desk, "Sponsored academy", sponsored, self._set(thing_id, "sponsored")))

    def _group(self, thing_id: ThingId, column: QVBoxLayout) -> None:
        desk = self.desk
        group = desk.model.groups[thing_id]
        self._heading(group.name, column)

        def name(words: str) -> Edit:
            return self._set(thing_id, "name")(" ".join(words.split()) or group.name)

        self._text(thing_id, "Name", group.name, name, column)
        kinds = {key: kind.label for key, kind in GROUPS.items()}
        column.addWidget(
            labelled("Kind", choice(desk, "Kind", kinds, group.kind, self._set(thing_id, "kind"), empty=None))
        )

    def _figure(self, thing_id: ThingId, column: QVBoxLayout) -> None:
        name = self.desk.document.people[thing_id].name
        self._heading(name, column)
        self._text(
            thing_id,
            "Name",
            name,
            lambda words: lambda document: people.rename_person(document, thing_id, words),
            column,
        )

    def _note(self, thing_id: ThingId, column: QVBoxLayout) -> None:
        self._heading("Note", column)
        self._text(thing_id, "Text", self.desk.model.stickies[thing_id].text, self._set(thing_id, "text"), column)

    def _line(self, thing_id: ThingId, column: QVBoxLayout) -> None:
        desk = self.desk
        model = desk.model
        line = model.lines[thing_id]
        kind = LINES[line.kind]
        self._heading(kind.label[:1].upper() + kind.label[1:], column)
        column.addWidget(wrapped(label_of(desk.document, model, thing_id).replace("\n", " "), "body", 310))
        fitting = {key: LINES[key].label for key in verbs.fitting_kinds(desk, thing_id)}
        column.addWidget(
            labelled("Type", choice(desk, "Type of line", fitting, line.kind, self._set(thing_id, "kind"), empty=None))
        )
        if line.kind == "accountable_to":
            secondary = self._set(thing_id, "primary")
            column.addWidget(tick(desk, "Secondary line", not line.primary, lambda on: secondary(not on)))
        if line.kind == "leads":
            column.addWidget(labelled("Leads", choice(desk, "Leads", MODES, line.mode, self._set(thing_id, "mode"))))
            column.addWidget(tick(desk, "Headteacher in law", line.legal, self._set(thing_id, "legal")))
        if line.kind == "sits_on":
            capacity = line.capacity[0] if line.capacity else ""
            keep = self._set(thing_id, "capacity")
            column.addWidget(
                labelled(
                    "Capacity", choice(desk, "Capacity", CAPACITIES, capacity, lambda key: keep((key,) if key else ()))
                )
            )
        if line.kind == "delegates_to":
            self._text(thing_id, "Scheme of delegation", line.scheme, self._set(thing_id, "scheme"), column)
        if line.kind == "covers":
            keep_order = self._set(thing_id, "order")
            field = TextField(
                desk,
                thing_id,
                "Order of cover",
                str(line.order or ""),
                lambda words: keep_order(_number(words) or None),
            )
            field.whole_number(99)
            column.addWidget(labelled("Order of cover", field))

    def _stands_in(self, thing_id: ThingId, column: QVBoxLayout) -> None:
        """Let one choose the box that a thing stands in, without dragging."""
        desk = self.desk
        names = {str(one): name for one, name in verbs.boxes_for(desk, thing_id).items()}
        if not names:
            return
        box = QComboBox()
        box.setAccessibleName("Stands in")
        box.addItem("The page", "")
        for key, name in names.items():
            box.addItem(name, key)
        box.setCurrentIndex(max(0, box.findData(str(holder_of(desk.model, thing_id) or ""))))
        box.activated.connect(lambda: verbs.put_into(desk, thing_id, ThingId(box.currentData()) or None))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        column.addWidget(labelled("Stands in", box))

    def _short(self, thing_id: ThingId) -> str:
        """Name a thing in few words: the person who holds a post, or else its label."""
        post = self.desk.model.posts.get(thing_id)
        name = person_name(self.desk.document, post) if post else ""
        return name or label_of(self.desk.document, self.desk.model, thing_id).replace("\n", " ")

    def _lines(self, thing_id: ThingId, column: QVBoxLayout) -> None:
        """List the thing's lines, those that the card says in words among them."""
        desk = self.desk
        model = desk.model
        post = model.posts.get(thing_id)
        ends = {thing_id, post.person} if post and post.person else {thing_id}
        rows = [(one, line) for one, line in model.lines.items() if ends & {line.source, line.target}]
        if not rows:
            return
        heading = QLabel("Lines")
        heading.setObjectName("field")
        column.addWidget(heading)
        box = QVBoxLayout()
        box.setSpacing(2)
        here = self._short(thing_id)
        for line_id, line in rows[:40]:
            outward = line.source in ends
            other = self._short(line.target if outward else line.source)
            label = LINES[line.kind].label
            words = f"{label} {other}" if outward else f"{other} {label} {here}"
            button = QPushButton(text.elide(words, px(14), Weight.SEMIBOLD, room(300)))
            button.setAccessibleName(words)
            button.setObjectName("quiet")
            button.setToolTip(words)
            button.clicked.connect(lambda _=False, one=line_id: desk.select(one))
            box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(box)


def _number(words: str) -> int | None:
    return int(words) if words.isascii() and words.isdecimal() else None
