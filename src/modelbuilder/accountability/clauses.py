"""What each line says in words: a verb, its objects, and how it is meant."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from modelbuilder.accountability import wording
from modelbuilder.accountability.questions import Questions, mode_of
from modelbuilder.document.lookup import label_of
from modelbuilder.document.records import Line
from modelbuilder.vocabulary.lines import LINES


class Verb(NamedTuple):
    """The words before and after the objects of a clause; `own` says the same of “the school” just named."""

    before: str
    after: str = ""
    own: str = ""


class Clause(NamedTuple):
    """What is said of a subject, with the verb as it follows one: “answers to”, “Dai Okonedo-Reyes”."""

    verb: str
    rest: str = ""

    def words(self, form: Callable[[str], str] | None = None) -> str:
        """Return the clause, with the verb in another form where one is given."""
        return f"{form(self.verb) if form else self.verb} {self.rest}".strip()


_VERBS = {
    "accountable_for": Verb("is accountable for", own="is accountable for it"),
    "public_face_of": Verb("is the public face of", own="is its public face"),
    "governs": Verb("governs"),
    "holds_to_account": Verb("holds", "to account"),
    "appoints": Verb("appoints"),
    "part_of": Verb("is also part of"),
    "supports_challenges": Verb("supports and challenges"),
    "peer_support": Verb("shares peer support with"),
    "school_to_school_support": Verb("gives school-to-school support to"),
    "coaches": Verb("coaches"),
    "mentors": Verb("mentors"),
    "advises": Verb("advises"),
    "commissions": Verb("commissions the work of"),
    "quality_assures": Verb("assures the quality of the work of"),
    "shares_staff": Verb("shares staff with"),
    "shares_services": Verb("shares services with"),
    "employs": Verb("employs"),
    "covers": Verb("steps in for"),
    "develops": Verb("prepares", "for the next post"),
    "inspects": Verb("inspects"),
    "intervenes": Verb("can intervene in"),
    "coordinates": Verb("co-ordinates"),
    "reports_to_for_information": Verb("reports to", "for information"),
}

_MODES = {"head": "day to day", "executive": "as executive", "acting": "for the time being"}

_SEATS = {
    "chair": "as chair",
    "vice_chair": "as vice-chair",
    "parent": "for parents",
    "staff": "for staff",
    "la": "for the local authority",
    "coopted": "as a co-opted member",
    "foundation": "for the foundation",
    "partnership": "for the partnership",
    "ex_officio": "ex officio",
    "employee": "as an employee",
    "trustee": "as a trustee",
}

_PLURALS = {"is": "are", "has": "have", "coaches": "coach", "can": "can"}


def verbs(ask: Questions, line: Line) -> Iterator[Verb]:
    """Yield what a line says of its source; a type of line that has no words here is named by its label."""
    if line.kind == "accountable_to":
        yield Verb(
            "answers to" if line.primary else "has a secondary line to", "on secondment" if line.seconded else ""
        )
    elif line.kind == "leads":
        yield from _leading(ask, line)
    elif line.kind == "sits_on":
        member = line.target in ask.model.bodies and ask.model.bodies[line.target].kind == "members"
        seats = [_SEATS[word] for word in line.capacity]
        seats += [f"for {label_of(ask.document, ask.model, line.represents)}"] if line.represents else []
        yield Verb("is among" if member else "sits on", wording.listed(seats, most=len(seats)))
    elif line.kind == "delegates_to":
        functions = [words for part in line.scheme.split(";") if (words := part.strip())]
        yield Verb(f"delegates {joined(functions)} to" if functions else "delegates to")
    elif line.kind == "journey":
        away = "a journey" if line.minutes is None else wording.counted(line.minutes, "minute")
        yield Verb(f"is {away} away from")
    else:
        yield _VERBS.get(line.kind, Verb(f"is joined by “{LINES[line.kind].label}” to"))


def _leading(ask: Questions, line: Line) -> Iterator[Verb]:
    post = ask.model.posts.get(line.source)
    mode = mode_of(post, line) if post else line.mode
    share = f"with {line.time_share} per cent of working time" if line.time_share is not None else ""
    after = " ".join(word for word in (_MODES.get(mode, ""), share) if word)
    yield Verb("shares the leadership of" if mode == "co" else "leads", after)
    if line.legal:
        yield Verb("is the headteacher in law of", own="is its headteacher in law")


def plural(verb: str) -> str:
    """Return a verb as it follows several: “answers to” becomes “answer to”."""
    first, _, rest = verb.replace("supports and challenges", "supports and challenge").partition(" ")
    return f"{_PLURALS.get(first) or first.removesuffix('s')} {rest}".strip()


def conditional(verb: str) -> str:
    """Return a verb as of a post that nobody holds: “would answer to”, “would be accountable for”."""
    return f"would be {verb.removeprefix('is ')}" if verb.startswith("is ") else f"would {plural(verb)}"


def joined(clauses: Sequence[str]) -> str:
    """Join clauses, or other words, with a comma before the last “and” where one of them has an “and” itself."""
    merged: list[str] = []
    for clause in clauses:
        if merged and clause.startswith("is its ") and merged[-1].startswith("is its "):
            merged[-1] += f" and {clause.removeprefix('is ')}"
        else:
            merged.append(clause)
    if len(merged) < 2:
        return "".join(merged)
    comma = "," if any(" and " in clause for clause in merged) else ""
    return f"{', '.join(merged[:-1])}{comma} and {merged[-1]}"
