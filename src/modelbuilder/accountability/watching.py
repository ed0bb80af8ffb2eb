"""Tables and indices that note who reads what, so that after an edit only those are asked again who read it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import Any, TypeVar

from modelbuilder.document.patch import MISSING, changed_rows

T = TypeVar("T")

ALL: Any = object()
KEYS: Any = object()
"""What somebody reads who goes through all rows, or through their keys only."""


class Reader:
    """Who has read something and is asked again when it changes: an answer, or the part of one about something."""

    __slots__ = ("about", "answer", "loop")

    def __init__(self, answer: "Answer", about: Any = None, loop: Any = None) -> None:
        self.answer, self.about, self.loop = answer, about, loop


class Watch:
    """One model that is watched: who reads at this moment, and all answers in the order in which they were made."""

    def __init__(self) -> None:
        self.reader = Reader(Answer(self))
        self.running: Any = None
        self.answers: dict[Answer, None] = {}

    def reading(self, reader: Reader, find: Callable[[], T]) -> T:
        """Work something out for a reader."""
        before, self.reader = self.reader, reader
        try:
            return find()
        finally:
            self.reader = before

    def join(self, answer: "Answer") -> None:
        """Note an answer when it has been worked out for the first time, after those that it has read."""
        self.answers.setdefault(answer)

    def settle(self) -> None:
        """Ask again for everything that has read what changed, until nothing is left."""
        stale = True
        while stale:
            stale = False
            for answer in list(self.answers):
                if answer.dirty:
                    stale = True
                    answer.renew()


class Answer:
    """Something that is worked out from what is read, and asked again when that changes."""

    def __init__(self, watch: Watch) -> None:
        self.watch = watch
        self.dirty: set[Reader] = set()

    def renew(self) -> None:
        """Ask again for what is dirty, and wake those who have read it if it is another."""
        self.dirty = set()


def same(one: object, other: object) -> bool:
    """Tell whether two answers are the same, in the same order."""
    if one is other:
        return True
    if not isinstance(one, dict) or not isinstance(other, dict):
        return one == other
    return one == other and list(one) == list(other)


class Rows(Mapping[Any, Any]):
    """A table or index that is watched: it notes who reads which row."""

    __slots__ = ("answer", "readers", "rows")

    def __init__(self, answer: Answer, rows: Mapping[Any, Any]) -> None:
        self.answer, self.rows = answer, rows
        self.readers: defaultdict[Any, set[Reader]] = defaultdict(set)

    def read(self, key: Any) -> Mapping[Any, Any]:
        """Note who reads a row, or all, and return the rows as they are now."""
        if self.answer.dirty:
            self.answer.renew()
        self.readers[key].add(self.answer.watch.reader)
        return self.rows

    def wake(self, *keys: Any) -> None:
        """Let everybody be asked again who has read some rows."""
        for key in keys:
            for reader in self.readers.pop(key, ()):
                reader.answer.dirty.add(reader)

    def __getitem__(self, key: Any) -> Any:
        return self.read(key)[key]

    def get(self, key: Any, default: Any = None) -> Any:
        """Return a row, or what is given for one that is not there."""
        return self.read(key).get(key, default)

    def __contains__(self, key: object) -> bool:
        return key in self.read(key)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.read(KEYS))

    def __len__(self) -> int:
        return len(self.read(KEYS))

    def keys(self) -> Any:
        """Return the keys, for whoever reads no more than these."""
        return self.read(KEYS).keys()

    def values(self) -> Any:
        """Return all rows."""
        return self.read(ALL).values()

    def items(self) -> Any:
        """Return all rows with their keys."""
        return self.read(ALL).items()

    def renew(self, rows: Mapping[Any, Any]) -> None:
        """Put other rows in the place of these, and wake those who have read what differs."""
        old, self.rows = self.rows, rows
        changed = [key for key in old.keys() | rows.keys() if not same(old.get(key, MISSING), rows.get(key, MISSING))]
        self.wake(*changed)
        if changed:
            self.wake(ALL)
        if len(old) != len(rows) or list(old) != list(rows):
            self.wake(ALL, KEYS)


class Subjects(Rows):
    """Rows that answers go through one by one, numbered so that what is found about them can be put in order."""

    __slots__ = ("added", "loops", "numbers", "orders", "removed", "version")

    def __init__(self, answer: Answer, rows: Mapping[Any, Any]) -> None:
        super().__init__(answer, rows)
        self.version = self.orders = 0
        self.numbers = {key: number for number, key in enumerate(rows)}
        self.loops: set[Reader] = set()
        self.added: list[Any] = []
        self.removed: list[Any] = []

    def number(self, added: list[Any], removed: list[Any], *, anew: bool = False) -> None:
        """Number the rows that are new after the others, or all of them anew, and wake those who go through them."""
        self.added, self.removed = added, removed
        self.version += 1
        if anew:
            self.orders += 1
            self.numbers = {key: number for number, key in enumerate(self.rows)}
        else:
            for key in removed:
                del self.numbers[key]
            last = next(reversed(self.numbers.values()), 0)
            self.numbers.update((key, last + number) for number, key in enumerate(added, 1))
        loops, self.loops = self.loops, set()
        for reader in loops:
            reader.answer.dirty.add(reader)


class Table(Subjects):
    """A table of records."""

    __slots__ = ()

    def __init__(self, watch: Watch, rows: Mapping[Any, Any]) -> None:
        super().__init__(Answer(watch), rows)

    def renew(self, rows: Mapping[Any, Any]) -> None:
        """Put other rows in the place of these, as an edit leaves them."""
        if rows is self.rows:
            return
        old, self.rows = self.rows, rows
        changed = [key for key in changed_rows(old, rows) if old.get(key, MISSING) != rows.get(key, MISSING)]
        self.wake(*changed, ALL)
        if len(old) != len(rows) or list(old) != list(rows):
            added = [key for key in rows if key not in old]
            removed = [key for key in old if key not in rows]
            self.wake(*removed, KEYS)
            kept = [key for key in old if key in rows]
            self.number(added, removed, anew=kept + added != list(rows))


class Members(Set[Any]):
    """A set that is watched: it notes who asks for which member."""

    __slots__ = ("rows",)

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    def __contains__(self, key: object) -> bool:
        return key in self.rows

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @classmethod
    def _from_iterable(cls, members: Iterable[Any]) -> Any:
        return frozenset(members)
