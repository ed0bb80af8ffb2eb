"""The models of the seed documents are clean, and their teaching copy has the faults it is meant to have."""

from pathlib import Path

import pytest

from chart import chart
from modelbuilder.accountability.answers import answer_for
from modelbuilder.accountability.findings import Severity, check_document
from modelbuilder.document import pages
from modelbuilder.document.records import Document

STUDIES = Path(__file__).parents[2] / "examples" / "case_studies"


def study(name: str) -> Document:
    """Read a case study."""
    return chart((STUDIES / f"{name}.chart").read_text(encoding="utf-8"))


def test_models_a_b_and_c_have_no_findings() -> None:
    document = study("models-abc")
    assert [(model.label, model.title) for _, model in pages.ordered(document)] == [
        ("A", "Headteacher"),
        ("B", "Executive headteacher and heads of school"),
        ("C", "Multi-academy trust"),
    ]
    assert check_document(document) == ()
    assert all(model.narration for model in document.models.values())


@pytest.mark.parametrize("name", ["models-abc", "models-abc-broken"])
def test_somebody_answers_for_every_school(name: str) -> None:
    document = study(name)
    for model_id, model in document.models.items():
        for school_id in model.placements:
            assert answer_for(document, model_id, school_id).complete


def test_the_teaching_copy_has_its_faults() -> None:
    found = check_document(study("models-abc-broken"))
    assert [finding.code for finding in found if finding.severity is Severity.ERROR] == ["R16", "R42", "R50"]
    assert [finding.code for finding in found] == ["R16", "R42", "R50", "R57"]
