"""The rows of the outline for a tree view, kept in step with the document: only what differs is put in or taken out."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import label_of, person_name
from modelbuilder.editor import outline
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.outline import Row, Tree

Index = QModelIndex | QPersistentModelIndex
_READ = ("groups", "placements", "posts", "figures", "bodies", "lines", "stickies")


class OutlineRows(QAbstractItemModel):
    """A row for each thing, or for each line; rows are known by their ids, and keep their place in the view."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.renamed: Callable[[ThingId, str], None] = lambda thing_id, words: None
        self.as_lines = False
        self.query = ""
        self._ask: Questions | None = None
        self._read: list[object] = []
        self._tree: Tree = {}
        self._home: dict[ThingId, ThingId | None] = {}
        self._at: dict[ThingId, int] = {}
        self._numbers: dict[ThingId, int] = {}
        self._ids: list[ThingId] = []
        self._said: dict[ThingId, Row] = {}

    # What is shown

    def refresh(self) -> None:
        """Bring the rows in line with the committed model; nothing is done when only places differ."""
        document, model = self.desk.document, self.desk.model
        tables = [getattr(model, name) for name in _READ]
        read = [document.people, document.schools, *tables, self.desk.model_id, self.as_lines, self.query]
        if len(read) == len(self._read) and all(map(_same, read, self._read)):
            return
        fresh = not self._read or self._read[-3:] != read[-3:]
        self._read = read
        self._ask = Questions(document, self.desk.model_id)
        tree = outline.lines(self._ask, self.query) if self.as_lines else outline.things(document, model, self.query)
        if fresh:
            self._begin_again(tree)
        else:
            self._bring_to(tree)
            self._say_changed()

    def _begin_again(self, tree: Tree) -> None:
        """List something else than before: nothing of the old rows is of use."""
        self.beginResetModel()
        self._said.clear()
        self._tree = {holder: list(rows) for holder, rows in tree.items()}
        self._home = outline.parents(tree)
        self._at = {one: at for rows in self._tree.values() for at, one in enumerate(rows)}
        self.endResetModel()

    def _bring_to(self, tree: Tree) -> None:
        """Take out what has gone or stands elsewhere, then put in what is new."""
        home = outline.parents(tree)
        for holder in list(self._tree):
            if holder is not None and holder not in self._home:
                continue  # went with the row around it
            wanted = tree.get(holder, [])
            rows = self._tree.get(holder, [])
            kept = _same_order(rows, wanted)
            for row in range(len(rows) - 1, -1, -1):
                if rows[row] not in kept or home.get(rows[row], -1) != holder:
                    self._take_out(holder, row)
        pending: list[ThingId | None] = [None]
        while pending:
            holder = pending.pop()
            wanted = tree.get(holder, [])
            self._put_in(holder, wanted)
            pending.extend(wanted)

    def _take_out(self, holder: ThingId | None, row: int) -> None:
        self.beginRemoveRows(self.index_of(holder), row, row)
        rows = self._tree[holder]
        pending = [rows.pop(row)]
        while pending:
            gone = pending.pop()
            pending.extend(self._tree.pop(gone, ()))
            self._home.pop(gone, None)
            self._at.pop(gone, None)
        for index in range(row, len(rows)):
            self._at[rows[index]] = index
        self.endRemoveRows()

    def _put_in(self, holder: ThingId | None, wanted: list[ThingId]) -> None:
        rows = self._tree.setdefault(holder, []) if wanted else self._tree.get(holder, [])
        at = 0
        while at < len(wanted):
            if at < len(rows) and rows[at] == wanted[at]:
                at += 1
                continue
            end = at
            there = rows[at] if at < len(rows) else None
            while end < len(wanted) and wanted[end] != there:
                end += 1
            self.beginInsertRows(self.index_of(holder), at, end - 1)
            rows[at:at] = wanted[at:end]
            for one in wanted[at:end]:
                self._home[one] = holder
            for index in range(at, len(rows)):
                self._at[rows[index]] = index
            self.endInsertRows()
            at = end

    def _say_changed(self) -> None:
        """Tell the view which of the rows that it has asked for say something else now."""
        for thing_id, known in list(self._said.items()):
            if thing_id not in self._at:
                del self._said[thing_id]
            elif (new := self._told(thing_id)) != known:
                self._said[thing_id] = new
                index = self.index_of(thing_id)
                self.dataChanged.emit(index, index)

    def tree(self) -> Tree:
        """Return what stands under what, without empty rows."""
        return {holder: list(rows) for holder, rows in self._tree.items() if rows}

    def row(self, thing_id: ThingId) -> Row:
        """Return what a row says."""
        known = self._said.get(thing_id)
        if known is None:
            known = self._said[thing_id] = self._told(thing_id)
        return known

    def _told(self, thing_id: ThingId) -> Row:
        assert self._ask is not None
        return outline.row(self._ask, thing_id)

    def index_of(self, thing_id: ThingId | None) -> QModelIndex:
        """Return where a thing is; an invalid index for the root and for what is not listed."""
        if thing_id is None or thing_id not in self._at:
            return QModelIndex()
        number = self._numbers.get(thing_id)
        if number is None:
            number = self._numbers[thing_id] = len(self._ids)
            self._ids.append(thing_id)
        return self.createIndex(self._at[thing_id], 0, number)

    def thing_at(self, index: Index) -> ThingId | None:
        """Return the thing of a row."""
        return self._ids[index.internalId()] if index.isValid() else None

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        rows = self._tree.get(self.thing_at(parent), ())
        return self.index_of(rows[row]) if 0 <= row < len(rows) and column == 0 else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        thing_id = self.thing_at(index)
        return self.index_of(self._home.get(thing_id)) if thing_id is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._tree.get(self.thing_at(parent), ()))

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        return bool(self._tree.get(self.thing_at(parent)))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        thing_id = self.thing_at(index)
        if thing_id is None:
            return Qt.ItemFlag.NoItemFlags
        return plain if thing_id in self.desk.model.lines else plain | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        thing_id = self.thing_at(index)
        if thing_id is None or thing_id not in self._at:
            return None
        if role == Qt.ItemDataRole.EditRole:
            return self._name(thing_id)
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            title, second, *_ = self.row(thing_id)
            return f"{title}, {second}" if second else title
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        thing_id = self.thing_at(index)
        if role != Qt.ItemDataRole.EditRole or thing_id is None or str(value) == self._name(thing_id):
            return False
        self.renamed(thing_id, str(value))
        return True

    def _name(self, thing_id: ThingId) -> str:
        document, model = self.desk.document, self.desk.model
        if post := model.posts.get(thing_id):
            return person_name(document, post)
        note = model.stickies.get(thing_id)
        return note.text if note else label_of(document, model, thing_id)


def _same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, str | bool) and one == other)


def _same_order(rows: list[ThingId], wanted: list[ThingId]) -> set[ThingId]:
    """Return rows that can stay where they are: those of a run in which both lists agree."""
    places = {one: index for index, one in enumerate(wanted)}
    kept: set[ThingId] = set()
    last = -1
    for one in rows:
        index = places.get(one, -1)
        if index > last:
            kept.add(one)
            last = index
    return kept
