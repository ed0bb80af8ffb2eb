"""The one kind of error for input that cannot be used, and the known words nearest to a wrong one."""

from collections.abc import Iterable


class InputError(Exception):
    """One clear sentence, on one line, that says what is wrong with what was given, and where."""

    def __init__(self, sentence: str) -> None:
        super().__init__(" ".join(sentence.splitlines()))


def nearest(word: str, known: Iterable[str]) -> str:
    """Return “; did you mean …?” with the nearest known words, or a full stop.

    Where no whole word is near, those are offered that have a near part: `hed` for `head_of_school`.
    """
    from difflib import get_close_matches

    names = sorted(set(known))
    lowered = {name.casefold(): name for name in names}
    wanted = word.casefold()[:200]
    close = [lowered[match] for match in get_close_matches(wanted, lowered, n=3, cutoff=0.55)]
    if not close and wanted:
        parts = {part for name in lowered for part in name.replace("_", " ").split()}
        near = set(get_close_matches(wanted, parts, n=1, cutoff=0.7))
        close = [shown for name, shown in lowered.items() if near & set(name.replace("_", " ").split())][:3]
    return f"; did you mean {' or '.join(close)}?" if close else "."
