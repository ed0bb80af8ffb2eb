"""How answers are remembered: worked out once while a model is asked once, and watched where it is asked again."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, cast, overload

P = ParamSpec("P")
T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
A = TypeVar("A", bound="Asked")


class Asked:
    """A part of a model that answers are asked of."""

    def each(self, rows: Mapping[K, V]) -> Iterable[tuple[K, V]]:
        """Go through a table: what is found for one row must not hang on what was found for those before.

        This is what lets a watched model ask again for a single row.
        """
        return rows.items()

    def forget(self) -> None:
        """Let go of all that was asked: its parts know of one another, so that they would wait to be collected."""
        known = list(self.__dict__.values())
        self.__dict__.clear()
        for part in known:
            if isinstance(part, Asked):
                part.forget()

    def gather(self: A, find: Callable[[A], Iterator[tuple[K, V]]]) -> Mapping[K, list[V]]:
        """Gather the pairs that a generator yields into an index, each key's values in the order in which they come."""
        found: defaultdict[K, list[V]] = defaultdict(list)
        for key, value in find(self):
            found[key].append(value)
        found.default_factory = None
        return found


class Remembered(Generic[P, T]):
    """A question with arguments whose answers are remembered."""

    def __init__(self, find: Callable[Concatenate[Any, P], T]) -> None:
        self.find, self.__doc__ = find, find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, asked: None, owner: type) -> "Remembered[P, T]": ...
    @overload
    def __get__(self, asked: Asked, owner: type) -> Callable[P, T]: ...
    def __get__(self, asked: Asked | None, owner: type) -> "Remembered[P, T] | Callable[P, T]":
        """Return the question to one thing that is asked, with its own memory."""
        if asked is None:
            return self
        answer = cast("Callable[P, T]", cache(partial(self.find, asked)))
        asked.__dict__[self.name] = answer
        return answer


class Gathered(Generic[K, V]):
    """An index: values by key, gathered from pairs, each key's in the order in which they come or sorted `by` a key."""

    def __init__(self, find: Callable[[Any], Iterator[tuple[K, V]]], by: Callable[[Any, V], Any] | None) -> None:
        self.find, self.by, self.__doc__ = find, by, find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, asked: None, owner: type) -> "Gathered[K, V]": ...
    @overload
    def __get__(self, asked: Asked, owner: type) -> Mapping[K, list[V]]: ...
    def __get__(self, asked: Asked | None, owner: type) -> "Gathered[K, V] | Mapping[K, list[V]]":
        """Gather the index of one thing that is asked."""
        if asked is None:
            return self
        found = asked.gather(self.find)
        if self.by is not None:
            for values in found.values():
                self.sort(asked, values)
        asked.__dict__[self.name] = found
        return found

    def sort(self, asked: Asked, values: list[V]) -> None:
        """Put the values of one key in order."""
        if self.by is not None and len(values) > 1:
            values.sort(key=partial(self.by, asked))


def remembered(find: Callable[Concatenate[Any, P], T]) -> Remembered[P, T]:
    """Remember the answers to a question by its arguments."""
    return Remembered(find)


class gathered:  # noqa: N801 - read as a word before a method
    """Gather the pairs that a generator yields into an index, each key's values sorted `by` a key if one is given."""

    def __init__(self, by: Callable[[Any, Any], Any] | None = None) -> None:
        self.by = by

    def __call__(self, find: Callable[[Any], Iterator[tuple[K, V]]]) -> Gathered[K, V]:
        """Make the index of a generator of pairs."""
        return Gathered(find, self.by)
