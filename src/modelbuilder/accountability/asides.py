"""What somebody has set aside: which findings it covers, and whether there is still anything to cover."""

from modelbuilder.accountability.rule import Finding
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import holder_of
from modelbuilder.document.records import Aside, Document, Model


def aside_for(document: Document, model_id: ModelId, finding: Finding) -> Aside | None:
    """Return what sets a finding aside: a word on just its subjects, or on the card or box that it is about."""
    if not document.settings.asides:
        return None
    model = document.models[model_id]
    return next((one for one in document.settings.asides if covers(model, model_id, one, finding)), None)


def subjects_of(model: Model, finding: Finding) -> tuple[ThingId, ...]:
    """Return the things that a finding is about, without the lines between them."""
    return tuple(one for one in finding.subjects if one not in model.lines and one not in model.duties)


def aside_of(document: Document, model_id: ModelId, finding: Finding, reason: str, by: str, date: str) -> Aside:
    """Return what would set just this finding aside."""
    things = subjects_of(document.models[model_id], finding)
    return Aside(rule=finding.code, things=things, model=model_id, reason=reason, by=by, date=date)


def covers(model: Model, model_id: ModelId, aside: Aside, finding: Finding) -> bool:
    """Tell whether an aside sets a finding of a model aside."""
    subjects = subjects_of(model, finding)
    if aside.model not in (None, model_id) or aside.rule not in ("", finding.code):
        return False
    if set(aside.things) == set(subjects):
        return True
    return len(aside.things) == 1 and bool(subjects) and _stands_in(model, subjects[0], aside.things[0])


def _stands_in(model: Model, thing_id: ThingId, place: ThingId) -> bool:
    step: ThingId | None = thing_id
    seen: set[ThingId] = set()
    while step is not None and step not in seen:
        if step == place:
            return True
        seen.add(step)
        step = holder_of(model, step)
    return False
