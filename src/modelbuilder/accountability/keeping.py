"""Answers that are kept, with who has read them, and asked again piece by piece when what they read has changed."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Any, TypeAlias

from modelbuilder.accountability.watching import ALL, KEYS, Answer, Reader, Rows, Subjects, Watch, same
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
        watch, before = self.watch, (self.watch.reader, self.watch.running)
        watch.reader, watch.running = reader, None
        try:
            found = self.known[about] = self.find(*about)
        finally:
            watch.reader, watch.running = before
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
    """Where an answer goes through each of some rows: who reads about which, and where what is found about it comes."""

    def __init__(self, answer: "Pieces", rows: Subjects, number: int) -> None:
        self.answer, self.rows, self.number = answer, rows, number
        self.version, self.orders = rows.version, rows.orders
        self.reader = Reader(answer, None, self)
        self.readers: dict[Any, Reader] = {}
        self.places: dict[Any, Place] = {}

    def begin(self, key: Any) -> Reader:
        """Return who reads about a row, and note where what is found about it comes."""
        if key not in self.places:
            self.places[key] = self.number, self.rows.numbers[key]
            self.readers[key] = Reader(self.answer, key, self)
        return self.readers[key]


class Pieces(Answer):
    """An answer in pieces, most of them about one row of a table: what a generator yields, such as a rule's findings.

    Where the generator goes through `each` row of a table, it is asked again for single rows. What it reads before a
    loop or after it belongs to no row: when that changes, it is asked anew from there on.
    """

    def __init__(self, watch: Watch, find: Callable[[], Iterable[Any]]) -> None:
        super().__init__(watch)
        self.find = find
        self.loops: list[Loop] = []
        self.between: list[Reader] = []
        self.found: dict[Place, list[Any]] = {}
        self._new: dict[Place, list[Any]] = {}
        self._asked: dict[Loop, list[Any]] = {}
        self._place: Place = (0, 0)

    def renew(self) -> None:
        """Ask again for the rows that are dirty, and for all of them from where anything else is."""
        dirty, self.dirty = self.dirty, set()
        self._new, self._asked = {}, {loop: [] for loop in self.loops}
        kept = min(map(self._note, dirty), default=0) if self.between else 0
        del self.loops[kept:]
        if kept < len(self._asked) or not self.loops:
            self._new = {place: [] for place in self.found if place[0] >= 2 * kept} | self._new
        watch, before = self.watch, self.watch.running
        watch.running = self
        try:
            watch.reading(watch.reader, self._run)
        finally:
            watch.running = before
        self._replace(self._new)
        watch.join(self)

    def _note(self, reader: Reader) -> int:
        """Note which row is asked for again; return how many loops need not be gone through anew."""
        loop = reader.loop
        if loop is None:
            return reader.about if reader in self.between else len(self.loops)
        if loop not in self._asked:
            return len(self.loops)
        if reader is not loop.reader:
            self._asked[loop].append(reader.about)
            return len(self.loops)
        rows = loop.rows
        for key in loop.places.keys() & rows.removed:
            del loop.readers[key]
            self._new[loop.places.pop(key)] = []
        self._asked[loop] += rows.added
        loop.version += 1
        regular = loop.orders == rows.orders and loop.version == rows.version
        return len(self.loops) if regular else loop.number // 2

    def _run(self) -> None:
        self._go_on(0)
        for item in self.find():
            self._new[self._place].append(item)

    def _go_on(self, number: int) -> None:
        """Begin with the code before, between or after the loops."""
        if number == len(self.between):
            self.between.append(Reader(self, number))
        self.watch.reader = self.between[number]
        self._place = (2 * number, 0)
        self._new[self._place] = []

    def each(self, rows: Subjects) -> Iterator[tuple[Any, Any]]:
        """Go through the rows that are asked for."""
        number = self._place[0] // 2
        anew = number == len(self.loops)
        if anew:
            self.loops.append(Loop(self, rows, 2 * number + 1))
        loop = self.loops[number]
        rows.loops.add(loop.reader)
        for key in list(rows.rows) if anew else dict.fromkeys(self._asked[loop]):
            if key in rows.rows:
                self.watch.reader = loop.begin(key)
                self._place = loop.places[key]
                self._new[self._place] = []
                yield key, rows[key]
        self._go_on(number + 1)

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
    """Values by key, put together of the pairs that a generator yields. The keys come in no order."""

    def __init__(
        self, watch: Watch, find: Callable[[], Iterable[Any]], sort: Callable[[list[Any]], None] | None = None
    ) -> None:
        super().__init__(watch, find)
        self.sort = sort
        self.groups: dict[Any, dict[Place, list[Any]]] = {}
        self.values: dict[Any, list[Any]] = {}
        self.sorters: dict[Any, Reader] = {}
        self.rows = Subjects(self, self.values)
        self._stale: set[Any] = set()
        self.renew()

    def _note(self, reader: Reader) -> int:
        if reader.loop is self:
            self._stale.add(reader.about)
        return super()._note(reader)

    def _replace(self, new: dict[Place, list[Any]]) -> None:
        """Put pairs in the place of others, and wake those who have read values that are others now."""
        stale, self._stale = self._stale, set()
        for place, pairs in new.items():
            old = self.found.get(place, [])
            if old == pairs:
                continue
            values: dict[Any, list[Any]] = {key: [] for key, _ in old}
            for key, value in pairs:
                values.setdefault(key, []).append(value)
            stale.update(values)
            for key, row in values.items():
                self._put(key, place, row)
        super()._replace(new)
        before = self.values.keys() & stale
        changed = [key for key in stale if self._renew_group(key)]
        if changed:
            after = self.values.keys() & stale
            self.rows.wake(ALL, KEYS, *changed)
            if before != after:
                self.rows.number(list(after - before), list(before - after))

    def _put(self, key: Any, place: Place, values: list[Any]) -> None:
        group = self.groups.setdefault(key, {})
        if not values:
            group.pop(place, None)
        elif place in group or not group or place > next(reversed(group)):
            group[place] = values
        else:
            self.groups[key] = dict(sorted([*group.items(), (place, values)]))

    def _renew_group(self, key: Any) -> bool:
        """Put the values of a key together; tell whether they are others than before."""
        group, rows = self.groups.get(key, {}), self.values
        values = list(chain.from_iterable(group.values()))
        if self.sort is not None and len(values) > 1:
            reader = self.sorters.setdefault(key, Reader(self, key, self))
            self.watch.reading(reader, partial(self.sort, values))
        old = rows.get(key, [])
        if values:
            rows[key] = values
        else:
            rows.pop(key, None)
            self.groups.pop(key, None)
            self.sorters.pop(key, None)
        return old != values
