"""A model of another document taken into one, so that both can stand on the same slides."""

from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.applying import applied
from modelbuilder.compare.differences import compare_models
from modelbuilder.document import edits, pages
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document


def joined(document: Document, other: Questions, file: str) -> tuple[Document, ModelId]:
    """Add a model of another document after the last, with the schools and people that it needs, and return its id.

    It gets a letter of its own, and its title says of which file it is.
    """
    begun = pages.add_model(document)
    model_id = begun.order[-1]
    done = applied(compare_models(Questions(begun, model_id), other)).document
    model = other.model
    title = f"{model.title} ({file})" if model.title else f"{model.label} of {file}"
    done = edits.put_model(done, model_id, title=title[:2000], narration=model.narration, notes=model.notes)
    return done, model_id
