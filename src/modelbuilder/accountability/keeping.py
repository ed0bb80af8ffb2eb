"""Answers that are kept, with who has read them, and asked again piece by piece when what they read has changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeAlias

from modelbuilder.accountability.watching import ALL, KEYS, Answer, Reader, Rows, Table, Watch, same
from modelbuilder.document.patch import MISSING

Place: TypeAlias = tuple[int, int]
"""Where a piece comes in an answer: by the loop that it was found in, or the code between two, then by the row."""


class Replies(Answer):
    """The answers to one question by its arguments; what nobody has read any more is forgotten."""

    def __init__(self, watch: Watch, find: Callable[..., Any]) -> None:
        super().__init__(watch)
        self.find = find
        self.known: dict[Any, Any] = {}
        self.rows = Rows(self, self.known)
        self.readers: dict[Any, Reader] = {}

    def ask(self, *about: Any) -> Any:
        """Return the answer, worked out now if it is not known."""
        self.rows.read(about)
        return self.known[about] if about in self.known else self._find(about)

    def _find(self, about: tuple[Any, ...]) -> Any:
        reader = self.readers.get(about)
        if reader is None:
            reader = self.readers[about] = Reader(self, about)
        watch, before = self.watch, self.watch.reader
        watch.reader = reader
        try:
            found = self.known[about] = self.find(*about)
        finally:
            watch.reader = before
        watch.join(self)
        return found

    def renew(self) -> None:
        """Ask again for what is dirty and has been read."""
        dirty, self.dirty = self.dirty, set()
        for reader in dirty:
            about = reader.about
            old = self.known.pop(about, MISSING)
            if not self.rows.readers.get(about):
                self.rows.readers.pop(about, None)
                self.readers.pop(about, None)
            elif not same(old, self._find_again(about)):
                self.rows.wake(about)

    def _find_again(self, about: tuple[Any, ...]) -> Any:
        try:
            return self._find(about)
        except Exception:  # about what has gone: whoever has read it is asked again, and does not ask for it any more
            return MISSING


class Whole(Answer):
    """An index or a set that is worked out as a whole, and compared row by row with what it was."""

    def __init__(self, watch: Watch, replies: Replies) -> None:
        super().__init__(watch)
        self.replies, self.reader = replies, Reader(self)
        self.rows = Rows(self, {})
        self.renew()

    def renew(self) -> None:
        """Work it out again."""
        self.dirty = set()
        found = self.watch.reading(self.reader, self.replies.ask)
        self.rows.renew(found if isinstance(found, dict) else dict.fromkeys(found))
        self.watch.join(self)


class Loop:
    """Where an answer goes through each row of a table: who reads for which, and where what is found for it comes."""

    def __init__(self, answer: "Pieces", table: Table, number: int) -> None:
        self.answer, self.table, self.number = answer, table, number
        self.version, self.orders = table.version, table.orders
        self.rows = Reader(answer, None, self)
        self.readers: dict[Any, Reader] = {}
        self.places: dict[Any, Place] = {}

    def begin(self, key: Any) -> Reader:
        """Return who reads for a row, and note where what is found for it comes."""
        if key not in self.places:
            self.places[key] = self.number, self.table.numbers[key]
            self.readers[key] = Reader(self.answer, key, self)
        return self.readers[key]


class Pieces(Answer):
    """An answer in pieces, most of them about one row of a table: what a generator yields, such as a rule's findings.

    Where the generator goes through `each` row of a table, it is asked again for single rows.
    """

    def __init__(self, watch: Watch, find: Callable[[], Iterable[Any]]) -> None:
        super().__init__(watch)
        self.find, self.root = find, Reader(self)
        self.loops: list[Loop] = []
        self.found: dict[Place, list[Any]] = {}
        self._new: dict[Place, list[Any]] = {}
        self._asked: dict[Loop, list[Any]] = {}
        self._place: Place = (0, 0)
        self._anew = True

    def renew(self) -> None:
        """Ask again for the rows that are dirty, or for all of them if anything else is."""
        dirty, self.dirty = self.dirty, set()
        self._new, self._asked = {}, {loop: [] for loop in self.loops}
        self._anew = not self.loops or self.root in dirty or not all(map(self._note, dirty))
        if self._anew:
            self.loops.clear()
            self._new = {place: [] for place in self.found}
        self._place = (0, 0)
        self._new[self._place] = []
        watch, before = self.watch, self.watch.running
        watch.running = self
        try:
            watch.reading(self.root, self._run)
        finally:
            watch.running = before
        self._replace(self._new)
        watch.join(self)

    def _note(self, reader: Reader) -> bool:
        """Note which row is asked for again; tell whether no more than that is needed."""
        loop = reader.loop
        if loop not in self._asked:
            return True
        if reader is not loop.rows:
            self._asked[loop].append(reader.about)
            return True
        table = loop.table
        for key in loop.places.keys() & table.removed:
            del loop.readers[key]
            self._new[loop.places.pop(key)] = []
        self._asked[loop] += table.added
        loop.version += 1
        return loop.orders == table.orders and loop.version == table.version

    def _run(self) -> None:
        for item in self.find():
            self._new[self._place].append(item)

    def each(self, table: Table) -> Iterator[tuple[Any, Any]]:
        """Go through the rows that are asked for."""
        number = self._place[0] + 1
        if self._anew:
            self.loops.append(Loop(self, table, number))
        loop = self.loops[number // 2]
        table.readers[KEYS].add(loop.rows)
        for key in list(table.rows) if self._anew else dict.fromkeys(self._asked[loop]):
            if key in table.rows:
                self.watch.reader = loop.begin(key)
                self._place = loop.places[key]
                self._new[self._place] = []
                yield key, table[key]
        self.watch.reader = self.root
        self._place = (number + 1, 0)
        self._new[self._place] = []

    def _replace(self, new: dict[Place, list[Any]]) -> None:
        """Put what was found anew in the place of what was there."""
        for place, items in new.items():
            if items:
                self.found[place] = items
            else:
                self.found.pop(place, None)

    def all(self) -> list[Any]:
        """List the pieces in their order."""
        return [item for place in sorted(self.found) for item in self.found[place]]


class Index(Pieces):
    """Values by key, put together of the pairs that a generator yields."""

    def __init__(
        self, watch: Watch, find: Callable[[], Iterable[Any]], sort: Callable[[list[Any]], None] | None
    ) -> None:
        super().__init__(watch, find)
        self.sort = sort
        self.groups: dict[Any, dict[Place, list[Any]]] = {}
        self.sorters: dict[Any, Reader] = {}
        self.rows = Groups(self, {})
        self._stale: set[Any] = set()
        self.renew()

    def _note(self, reader: Reader) -> bool:
        if reader.loop is None:
            self._stale.add(reader.about)
        return super()._note(reader)

    def _replace(self, new: dict[Place, list[Any]]) -> None:
        """Put pairs in the place of others, and wake those who have read values that are others now."""
        stale, self._stale = self._stale, set()
        for place, pairs in new.items():
            old = self.found.get(place, [])
            if old == pairs:
                continue
            stale.update(key for key, _ in old)
            for key, _ in old:
                self.groups[key].pop(place, None)
            for key, value in pairs:
                stale.add(key)
                self.groups.setdefault(key, {}).setdefault(place, []).append(value)
        super()._replace(new)
        changed = [key for key in stale if self._renew_group(key)]
        if changed:
            self.rows.ordered = False
            self.rows.wake(ALL, KEYS, *changed)

    def _renew_group(self, key: Any) -> bool:
        """Put the values of a key together; tell whether they are others than before."""
        group, rows = self.groups.get(key, {}), self.rows.rows
        values = [value for place in sorted(group) for value in group[place]]
        if self.sort is not None and len(values) > 1:
            reader = self.sorters.setdefault(key, Reader(self, key))
            self.watch.reading(reader, partial(self.sort, values))
        old = rows.get(key, [])
        if values:
            rows[key] = values
        else:
            rows.pop(key, None)
            self.groups.pop(key, None)
            self.sorters.pop(key, None)
        return old != values


class Groups(Rows):
    """The rows of an index, which are put in order only for those who go through all of them."""

    __slots__ = ("index", "ordered")

    def __init__(self, index: Index, rows: dict[Any, Any]) -> None:
        super().__init__(index, rows)
        self.index, self.ordered = index, True

    def read(self, key: Any) -> Mapping[Any, Any]:
        """Note who reads, and put the keys in the order in which they are found, if all are read."""
        rows = super().read(key)
        if not self.ordered and (key is ALL or key is KEYS):
            pieces = dict.fromkeys(key for key, _ in self.index.all())
            rows = self.rows = {key: self.rows[key] for key in pieces}
            self.ordered = True
        return rows
