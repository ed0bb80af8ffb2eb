"""What is said of a model itself: its title, what its readers and its presenter are told, and when a stage holds."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from modelbuilder.document import edits, pages
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Document
from modelbuilder.document.stories import entry_of
from modelbuilder.document.values import is_month_or_date
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.gesture import Edit
from modelbuilder.vocabulary.times import TIMES
from modelbuilder.windows.fields import ParagraphField, TextField, choice, labelled
from modelbuilder.windows.words import wrapped

_WORDS = ("label", "title", "date", "when", "narration", "notes", "predict")


def stated(desk: Desk) -> tuple[object, ...]:
    """Return what the fields show: they are made anew when it differs."""
    return (desk.model_id, desk.document.title, *(getattr(desk.model, name) for name in _WORDS))


def add_model_fields(desk: Desk, column: QVBoxLayout) -> None:
    """Put the fields of the model shown into a column."""
    document, model, model_id = desk.document, desk.model, desk.model_id
    entry = entry_of(document, model_id)
    page = ThingId(model_id)

    def put(name: str) -> Callable[[str], Edit]:
        return lambda words: lambda one: edits.put_model(one, model_id, **{name: words})

    def paragraph(label: str, name: str, hint: str, lines: int = 3) -> None:
        field = ParagraphField(desk, page, label, getattr(model, name), put(name), lines=lines)
        field.setPlaceholderText(hint)
        column.addWidget(labelled(label, field))

    what = f"Stage {entry.models.index(model_id) + 1} of {len(entry.models)} of story" if entry.story else "Model"
    column.addWidget(wrapped(f"{what} {entry.label}", "heading", 310))

    def rename(words: str) -> Edit:
        return lambda one: pages.rename_model(one, model_id, words)

    title = TextField(desk, page, "Title", model.title, rename)
    title.setPlaceholderText("What is this stage called?" if entry.story else "What is this model called?")
    column.addWidget(labelled("Title", title))
    paragraph("What the room is told", "narration", "Two or three sentences, under the title of its slide", lines=4)
    paragraph("Notes for the presenter", "notes", "Only the presenter sees them")
    if entry.story:
        row = QHBoxLayout()
        row.addWidget(labelled("When", choice(desk, "When", TIMES, model.when, put("when"))))
        row.addWidget(labelled("Month or date", _date(desk, model.date)))
        column.addLayout(row)
        paragraph("Ask before this stage is shown", "predict", "Stop and predict: what do you think happens next?")
    name = TextField(
        desk, page, "Name of the document", document.title, lambda words: lambda one: edits.set_title(one, words)
    )
    name.setPlaceholderText("Untitled")
    column.addWidget(labelled("Name of the document", name))


def _date(desk: Desk, value: str) -> TextField:
    """Return a field for a month or a day; what is neither changes nothing."""
    model_id = desk.model_id

    def keep(words: str) -> Edit:
        date = words.strip()
        return lambda one: _dated(one, date) if not date or is_month_or_date(date) else one

    def _dated(document: Document, date: str) -> Document:
        return edits.put_model(document, model_id, date=date)

    field = TextField(desk, ThingId(model_id), "Month or date", value, keep)
    field.setPlaceholderText("2026-09")
    return field
