"""The findings of one model, kept from check to check: after an edit only those are asked again who read of it."""

from collections.abc import Callable, Iterator
from functools import cache, cached_property, partial
from inspect import getattr_static
from types import SimpleNamespace
from typing import Any, cast, get_origin

from modelbuilder.accountability.findings import Report, in_order, report, set_aside, undisturbed
from modelbuilder.accountability.keeping import Index, Pieces, Replies, Whole
from modelbuilder.accountability.presets import is_on, weighed
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.remembering import Asked, Gathered, Remembered
from modelbuilder.accountability.rule import Finding, Rule
from modelbuilder.accountability.rules import Find, rulebook
from modelbuilder.accountability.watching import Members, Subjects, Table, Watch
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import DOCUMENT_TABLES, MODEL_TABLES, Document, Model, Settings

MOST_ROWS = 5000
"""In a model of more posts and lines than these nothing is kept: to watch the first check takes four times as long."""

_MOST_CHECKS = 1000
"""After so many checks it begins anew: what has been read once and is no more would grow without end."""


class Memory:
    """What is found in one model, kept from its second check on: most models that are opened are not edited."""

    def __init__(self, model_id: ModelId) -> None:
        self.model_id = model_id
        self.watched: Watched | None = None
        self._checks = 0

    def report(self, document: Document) -> Report:
        """Return just what `findings.report` returns. Where a rule fails nothing is kept, and all rules are asked."""
        model = document.models[self.model_id]
        self._checks += 1
        if self._checks == 1 or len(model.posts) + len(model.lines) > MOST_ROWS:
            self.watched = None
            return report(document, self.model_id)
        try:
            with undisturbed():
                found = self._findings(document)
        except Exception:
            self.watched = None
            return report(document, self.model_id)
        return set_aside(document, self.model_id, found)

    def _findings(self, document: Document) -> list[Finding]:
        if self.watched is None or self._checks % _MOST_CHECKS == 0:
            self.watched = Watched(document, self.model_id)
        else:
            self.watched.see(document)
        return self.watched.findings(document.settings)


class Watched:
    """The questions about one model and the rules that ask them, watched while they read."""

    def __init__(self, document: Document, model_id: ModelId) -> None:
        self.watch, self.model_id = Watch(), model_id
        self._model = Record(self.watch, document.models[model_id], MODEL_TABLES)
        self._document = Record(self.watch, document, DOCUMENT_TABLES)
        self._rules = Table(self.watch, document.settings.rules)
        self._document.__dict__["settings"] = SimpleNamespace(rules=self._rules)
        ask = Questions(cast("Document", self._document), model_id)
        ask.__dict__["model"] = self._model
        self.ask = cast("Questions", watched(self.watch, ask))
        self._found: dict[str, Pieces] = {}
        self._settings: Settings | None = None
        self._on: list[tuple[Rule, Pieces]] = []

    def see(self, document: Document) -> None:
        """Look at the model as it is now."""
        self._model.renew(document.models[self.model_id])
        self._document.renew(document)
        self._rules.renew(document.settings.rules)
        self.watch.settle()

    def findings(self, settings: Settings) -> list[Finding]:
        """Return the findings of all rules that are on, in order."""
        if self.ask.empty:
            return []
        if settings is not self._settings:
            self._settings = settings
            self._on = [(rule, self._ask(rule, find)) for rule, find in rulebook() if is_on(rule, settings)]
            self.watch.settle()
        found = [finding for rule, kept in self._on if kept.found for finding in weighed(rule, settings, kept.all())]
        return in_order(self.ask, found)

    def _ask(self, rule: Rule, find: Find) -> Pieces:
        if rule.code not in self._found:
            self._found[rule.code] = Pieces(self.watch, partial(find, self.ask))
            self._found[rule.code].renew()
        return self._found[rule.code]


class Record:
    """A model or document that is watched: each field, and its tables row by row."""

    def __init__(self, watch: Watch, record: Model | Document, tables: tuple[str, ...]) -> None:
        self._tables = {name: Table(watch, getattr(record, name)) for name in tables}
        self._fields = Table(watch, self._values(record))
        self.__dict__.update(self._tables)

    def _values(self, record: Model | Document) -> dict[str, Any]:
        return {name: getattr(record, name) for name in type(record).model_fields if name not in self._tables}

    def __getattr__(self, name: str) -> Any:
        """Return a field of the record."""
        return self._fields[name]

    def renew(self, record: Model | Document) -> None:
        """Look at the record as it is now."""
        for name, table in self._tables.items():
            table.renew(getattr(record, name))
        self._fields.renew(self._values(record))


def watched(watch: Watch, asked: Asked) -> Asked:
    """Return the same to be asked of, with everything that it remembers watched."""
    other: Asked = object.__new__(_watched_kind(cast("Any", type(asked))))
    other.__dict__.update(asked.__dict__, _watch=watch, _gathered={})
    return other


@cache
def _watched_kind(kind: type[Asked]) -> type[Asked]:
    own: dict[str, Any] = {"each": _each, "gather": _gather}
    for name in dir(kind):
        attribute = getattr_static(kind, name)
        if isinstance(attribute, Remembered | Gathered):
            own[name] = Kept(name, attribute.find, attribute)
        elif isinstance(attribute, cached_property):
            own[name] = Kept(name, attribute.func, attribute)
    return type(f"Watched{kind.__name__}", (kind,), own)


def _each(asked: Any, rows: Subjects) -> Iterator[tuple[Any, Any]]:
    pieces: Pieces = asked._watch.running
    return pieces.each(rows)


def _gather(asked: Any, find: Callable[[Any], Iterator[tuple[Any, Any]]]) -> Subjects:
    known = asked._gathered
    if find not in known:
        known[find] = Index(asked._watch, partial(find, asked)).rows
    return cast("Subjects", known[find])


class Kept:
    """Stands where a thing that is asked remembers something, and has it kept with who reads it."""

    def __init__(self, name: str, find: Callable[..., Any], attribute: Any) -> None:
        self.name, self.find, self.attribute = name, find, attribute

    def __get__(self, asked: Any, owner: type) -> Any:
        """Return the question, the index or the value of one thing that is asked."""
        watch, find, known = asked._watch, partial(self.find, asked), asked.__dict__
        if isinstance(self.attribute, Gathered):
            sort = partial(self.attribute.sort, asked) if self.attribute.by else None
            return known.setdefault(self.name, Index(watch, find, sort).rows)
        if isinstance(self.attribute, Remembered):
            return known.setdefault(self.name, Replies(watch, find).ask)
        returned = self.find.__annotations__["return"]
        kind: type = cast("Any", get_origin(returned) or returned)
        if issubclass(kind, Asked):
            return known.setdefault(self.name, watched(watch, find()))
        replies = known.get(f"{self.name}()") or known.setdefault(f"{self.name}()", Replies(watch, find))
        if issubclass(kind, dict):
            return known.setdefault(self.name, Whole(watch, replies).rows)
        if issubclass(kind, frozenset):
            return known.setdefault(self.name, Members(Whole(watch, replies).rows))
        return replies.ask()
