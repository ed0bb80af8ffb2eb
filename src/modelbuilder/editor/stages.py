"""What the commands do with the stages of a story: each is one named step, and undone as one."""

from modelbuilder.accountability.wording import counted, listed, upper_first
from modelbuilder.document import staging
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import label_of, table_of
from modelbuilder.document.onward import Onward, take_over
from modelbuilder.document.patch import Change, apply
from modelbuilder.document.records import Document
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.verbs import change_models


def add_stage(desk: Desk, model_id: ModelId) -> None:
    """Add the stage that follows a stage or an option, and show it."""
    _add(desk, f"Add a stage after {desk.document.models[model_id].label}", staging.add_stage(desk.document, model_id))


def fork(desk: Desk, model_id: ModelId) -> None:
    """Copy a stage as an option to work on, and show it."""
    _add(desk, f"Make an option of {desk.document.models[model_id].label}", staging.fork(desk.document, model_id))


def _add(desk: Desk, label: str, document: Document) -> None:
    new = next((one for one in document.order if one not in desk.document.models), None)
    if new is not None:
        change_models(desk, label, document, new)


def move_stage(desk: Desk, model_id: ModelId, index: int) -> None:
    """Move a stage to another position in its story."""
    label = f"Move stage {desk.document.models[model_id].label}"
    desk.session.do(label, model_id, lambda document: staging.reorder_stage(document, model_id, index))


def take_over_latest(desk: Desk) -> None:
    """Take the latest step over into all stages after the one that it changed, as part of that step."""
    if not desk.session.history.done:
        return
    step, after = desk.session.history.done[-1], desk.document
    before = apply(after, step.back)
    done = take_over(before, after, step.model_id)
    if done.taken:
        desk.session.amend(lambda _: done.document)
    desk.say(said(done, after, before))


def said(done: Onward, *documents: Document) -> str:
    """Say how many changes later stages took over and what they left; names are looked up in the documents."""
    if not done.taken and not done.left:
        return "The later stages have nothing of what was changed here."
    labels = {stage_id: done.document.models[stage_id].label for stage_id in (*done.taken, *done.left)}
    sentences = ["Not taken over."]
    if done.taken:
        changed = {change.thing_id for changes in done.taken.values() for change in changes}
        where = listed(labels[stage_id] for stage_id in done.taken)
        sentences = [f"{upper_first(counted(len(changed), 'change'))} taken over in {where}."]
    for stage_id, changes in done.left.items():
        names = listed(_name(change, documents) for change in changes)
        sentences.append(f"Left as it is in {labels[stage_id]}: {names}.")
    return " ".join(sentences)


def _name(change: Change, documents: tuple[Document, ...]) -> str:
    """Name what a change is about, wherever it is known."""
    thing_id = ThingId(change.thing_id or "")
    models = ((one, model) for one in documents for model in one.models.values())
    return next((label_of(one, model, thing_id) for one, model in models if table_of(model, thing_id)), "")
