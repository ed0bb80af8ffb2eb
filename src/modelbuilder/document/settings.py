"""Edits of how a document is checked: its preset, its rules, and what somebody has set aside."""

from types import MappingProxyType
from typing import Any

from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import table_of
from modelbuilder.document.records import HELD_TABLES, Aside, Document, RuleSetting


def choose_preset(document: Document, preset: str) -> Document:
    """Check by another preset; what the document says of single rules stays."""
    return _with(document, preset=preset)


def set_rule(document: Document, code: str, **fields: Any) -> Document:
    """Say of one rule whether it is on, how grave it is, or what its thresholds are."""
    rules = document.settings.rules
    setting = RuleSetting.model_validate({**dict(rules.get(code, RuleSetting())), **fields})
    changed = {**rules, code: setting}
    if setting == RuleSetting():
        del changed[code]
    return _with(document, rules=MappingProxyType(changed))


def reset_rules(document: Document) -> Document:
    """Say nothing of any single rule, so that the preset decides."""
    return _with(document, rules=MappingProxyType({})) if document.settings.rules else document


def set_aside(document: Document, aside: Aside) -> Document:
    """Set findings aside; an aside for the same is replaced."""
    return _with(document, asides=(*_without(document, aside), aside))


def take_up(document: Document, aside: Aside) -> Document:
    """Report again what had been set aside."""
    return _with(document, asides=_without(document, aside))


def without_lost_asides(document: Document) -> Document:
    """Return the document without asides for models and things that are in none of its models any more."""
    asides = document.settings.asides
    kept = tuple(one for one in asides if one.model is None or one.model in document.models)
    kept = tuple(one for one in kept if all(_is_somewhere(document, thing) for thing in one.things))
    return document if kept == asides else _with(document, asides=kept)


def _is_somewhere(document: Document, thing_id: ThingId) -> bool:
    return any(table_of(model, thing_id) in HELD_TABLES for model in document.models.values())


def _without(document: Document, aside: Aside) -> tuple[Aside, ...]:
    same = (aside.rule, aside.things, aside.model)
    return tuple(one for one in document.settings.asides if (one.rule, one.things, one.model) != same)


def _with(document: Document, **fields: Any) -> Document:
    settings = document.settings.model_copy(update=fields)
    return document.model_copy(update={"settings": settings})
