"""How a document is checked: presets, rules of its own, and what is set aside, in edits and in charts."""

import pytest

from chart import chart, thing
from modelbuilder.document import edits, settings
from modelbuilder.document.chart.reader import read_chart
from modelbuilder.document.errors import InputError
from modelbuilder.document.files import dump, parse
from modelbuilder.document.integrity import settle
from modelbuilder.document.records import Aside, RuleSetting, Settings

SCHOOLS = """
school "Fennimoor Primary"
post HoS role=head_of_school at="Fennimoor Primary"
post SBM role=school_business_manager at="Fennimoor Primary"
"""


def test_a_chart_says_how_its_document_is_checked() -> None:
    found = chart(
        SCHOOLS
        + """
checks preset=quiet
rule R66 on=no most=5 least=0.6
aside R70 HoS SBM model=A reason="until Easter" by="Eva" date=2026-11-20
aside all "Fennimoor Primary" reason="it closes in July"
"""
    )
    given = found.settings
    assert given.preset == "quiet"
    assert given.rules["R66"].on is False and dict(given.rules["R66"].options) == {"most": 5, "least": 0.6}
    first, second = given.asides
    assert (first.rule, first.things) == ("R70", (thing(found, "HoS"), thing(found, "SBM")))
    assert (first.model, first.by) == (found.order[0], "Eva")
    assert (second.rule, second.things, second.model) == ("", (thing(found, "Fennimoor Primary"),), None)
    assert parse(dump(found), "same").settings == given


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("checks preset=loud", "“loud” is not a known preset."),
        ("rule", "after “rule” comes the code of a rule such as R70."),
        ("rule R7 on=no", "“R7” is not the code of a rule such as R70."),
        ("rule R66 most=many", "most= is a number from 0 to 1,000,000, not “many”."),
        ("aside R70 HoS", "write: aside R70 HoS1 reason=“why it is set aside”."),
        ('aside R70 HoSS reason="x"', "“HoSS” is not a known name in model A; did you mean HoS?"),
        ('aside R70 HoS model=Q reason="x"', "there is no model Q."),
    ],
)
def test_a_statement_on_checking_that_is_wrong_is_named(statement: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        read_chart(f"{SCHOOLS}{statement}")
    assert str(error.value).endswith(message)


def test_a_rule_set_back_to_its_preset_leaves_nothing_behind() -> None:
    document = chart(SCHOOLS)
    changed = settings.set_rule(document, "R66", on=False, severity="advice")
    assert changed.settings.rules["R66"] == RuleSetting(on=False, severity="advice")
    again = settings.set_rule(changed, "R66", on=None, severity="")
    assert again.settings == Settings() == document.settings


def test_an_aside_is_replaced_taken_up_and_goes_with_what_it_is_about() -> None:
    document = chart(SCHOOLS)
    head = thing(document, "HoS")
    first = Aside(rule="R70", things=(head,), reason="until Easter")
    later = first.model_copy(update={"reason": "until July"})
    aside = settings.set_aside(settings.set_aside(document, first), later)
    assert aside.settings.asides == (later,)
    assert settings.take_up(aside, first).settings.asides == ()
    model_id = document.order[0]
    assert settle(aside, edits.remove(aside, model_id, [head])).settings.asides == ()
