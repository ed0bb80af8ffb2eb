"""Answers for all schools of a model at once: in full, short enough for a table, and with what to light up."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from modelbuilder.accountability import wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId

MOST = 4
"""So many names stand in a short answer; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer in full, the same for a cell of a table, and the things and lines that it is read from."""

    words: str
    short: str
    lit: frozenset[ThingId] = frozenset()


def reply(parts: Sequence[str], lit: Iterable[ThingId] = (), *, nothing: str) -> Reply:
    """Return an answer that lists clauses, or says that there is nothing; in short the last are counted."""
    if not parts:
        return Reply(nothing, nothing)
    few = parts if len(parts) <= MOST else [*parts[: MOST - 1], f"and {wording.number(len(parts) - MOST + 1)} more"]
    words, short = (wording.upper_first("; ".join(rows)) for rows in (parts, few))
    return Reply(words, short, frozenset(lit))


def by_school(
    ask: Questions,
    who: Callable[[ThingId], tuple[ThingId, ...]],
    *,
    lines: Callable[[ThingId], Iterable[ThingId]] = lambda _: (),
    nobody: str,
    before: str = "",
    note: str = "",
) -> Reply:
    """Say who it is at each school: once where it is the same everywhere, else school by school.

    `nobody` is said of schools without anybody; what stands `before` is said first, `note` after a name.
    """
    schools = ask.sorted(ask.model.placements)
    if not schools:
        return Reply("No school here", "No school here")
    found = {school_id: who(school_id) for school_id in schools}
    groups: dict[tuple[ThingId, ...], list[ThingId]] = {}
    for school_id, holders in found.items():
        groups.setdefault(holders, []).append(school_id)
    without = groups.pop((), [])
    lit = {one for holders in groups for one in holders}
    for school_id, holders in found.items():
        lit.update((school_id, *lines(school_id)) if holders else ())
    if len(groups) == 1 and not without:
        words = wording.upper_first(f"{before}{_everybody(ask, next(iter(groups)))}{note}{_all_of(len(schools))}")
        return Reply(words, words, frozenset(lit))
    words, short = (_school_by_school(ask, groups, without, nobody, most) for most in (len(schools), MOST))
    return Reply(wording.upper_first(before + words), wording.upper_first(before + short), frozenset(lit))


def _school_by_school(
    ask: Questions, groups: Mapping[tuple[ThingId, ...], list[ThingId]], without: list[ThingId], nobody: str, most: int
) -> str:
    if not groups:
        return nobody
    parts = (
        f"{wording.names(ask, holders)} ({wording.labels(ask, schools, most=most)})"
        for holders, schools in groups.items()
    )
    missing = [f"{nobody} for {wording.labels(ask, without, most=most)}"] if without else []
    return "; ".join([wording.listed(parts, most=most), *missing])


def _everybody(ask: Questions, holders: tuple[ThingId, ...]) -> str:
    return wording.listed((wording.titled(ask, one) for one in holders), most=len(holders))


def _all_of(schools: int) -> str:
    if schools == 1:
        return ""
    return f", for {'both' if schools == 2 else f'all {wording.number(schools)}'} schools"
