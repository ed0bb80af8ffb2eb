"""The statements of a chart that say how the document is checked: `checks`, `rule` and `aside`."""

from collections.abc import Iterator

from pydantic import ValidationError

from modelbuilder.document import settings
from modelbuilder.document.chart import fields
from modelbuilder.document.chart.differences import handles_of
from modelbuilder.document.chart.draft import Draft
from modelbuilder.document.chart.words import Word, bare, keyword, quote
from modelbuilder.document.errors import InputError
from modelbuilder.document.ids import ThingId, seed_model_id
from modelbuilder.document.records import Aside, Document, RuleSetting
from modelbuilder.vocabulary.checks import PRESETS, SEVERITIES

_ALL = "all"
_SEVERITY = fields.one_of(dict.fromkeys(SEVERITIES))


def read_checks(draft: Draft, statements: list[list[Word]]) -> Document:
    """Return the document of a draft, checked as the statements say."""
    document = draft.document()
    for words in statements:
        match keyword(words):
            case "checks":
                found = fields.read_fields(words[1:], {"preset": fields.one_of(PRESETS)})
                document = settings.choose_preset(document, found.get("preset", document.settings.preset))
            case "rule":
                document = _read_rule(document, words)
            case _:
                document = settings.set_aside(document, _read_aside(draft, document, words))
    return settings.without_lost_asides(document)


def _code(words: list[Word], other: str = "") -> str:
    if len(words) < 2 or words[1].key is not None:
        raise words[0].error(f"after “{words[0].text}” comes the code of a rule such as R70{other}.")
    return words[1].text


def _read_rule(document: Document, words: list[Word]) -> Document:
    code, options = _code(words), {}
    known = {"on": fields.yes_no, "severity": _SEVERITY}
    for word in words[2:]:
        if word.key is not None and word.key not in known:
            options[word.key] = fields.decimal(word)
    found = fields.read_fields(words[2:], known, tuple(options))
    if options:
        found["options"] = {**document.settings.rules.get(code, RuleSetting()).options, **options}
    try:
        Aside(rule=code, things=(ThingId("-"),), reason="-")
    except ValidationError:
        raise words[1].error(f"“{code}” is not the code of a rule such as R70.") from None
    return settings.set_rule(document, code, **found)


def _read_aside(draft: Draft, document: Document, words: list[Word]) -> Aside:
    code = _code(words, f", or “{_ALL}”")
    named = [word for word in words[2:] if word.key is None]
    readers = {"reason": fields.text, "by": fields.text, "date": fields.date}
    found = fields.read_fields([word for word in words[2:] if word.key is not None], readers, ("model",))
    label = fields.word_for(words[2:], "model")
    if label is not None and seed_model_id(label.text) not in document.models:
        raise label.error(f"there is no model {label.text}.")
    if not named or not found.get("reason"):
        raise words[0].error("write: aside R70 HoS1 reason=“why it is set aside”.")
    things = tuple(_find(draft, word, label.text if label else None) for word in named)
    try:
        rule = "" if code == _ALL else code
        return Aside(rule=rule, things=things, model=seed_model_id(label.text) if label else None, **found)
    except ValidationError:
        raise words[1].error(f"“{code}” is not the code of a rule such as R70.") from None


def _find(draft: Draft, word: Word, label: str | None) -> ThingId:
    sections = [draft.section(label)] if label else list(draft.sections.values())
    for section in sections:
        try:
            return draft.known(word, section)[1]
        except InputError as error:
            missed = error
    raise missed


def write_checks(document: Document) -> Iterator[str]:
    """Yield the statements on how a document is checked."""
    given = document.settings
    if given.preset != type(given)().preset:
        yield f"checks preset={given.preset}"
    for code, rule in sorted(given.rules.items()):
        said = {"on": {True: "yes", False: "no"}.get(rule.on) if rule.on is not None else None}
        said |= {"severity": rule.severity or None}
        said |= {key: fields.shortest(value) for key, value in sorted(rule.options.items())}
        yield " ".join(["rule", code, *(f"{key}={value}" for key, value in said.items() if value is not None)])
    for aside in sorted(given.asides, key=lambda one: (one.rule, _handles(document, one), one.model or "")):
        yield _aside(document, aside)


def _handles(document: Document, aside: Aside) -> list[str]:
    models = [document.models[aside.model]] if aside.model else list(document.models.values())
    known = [handles_of(document, model) for model in models]
    return [next(handles[thing] for handles in known if thing in handles) for thing in aside.things]


def _aside(document: Document, aside: Aside) -> str:
    said = {"model": bare(document.models[aside.model].label) if aside.model else ""}
    said |= {"reason": quote(aside.reason), "by": quote(aside.by) if aside.by else "", "date": aside.date}
    words = ["aside", aside.rule or _ALL, *(bare(handle) for handle in _handles(document, aside))]
    return " ".join([*words, *(f"{key}={value}" for key, value in said.items() if value)])
