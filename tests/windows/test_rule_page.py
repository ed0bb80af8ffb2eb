"""The pages of the rules in the window: one click from a finding, beside the work, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidgetItem

from chart import chart
from modelbuilder.accountability.manual import manual_page
from modelbuilder.accountability.rules import catalogue
from modelbuilder.app import make_application
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.windows.finding_row import Row
from modelbuilder.windows.rule_page import WIDTH, Picture, RulePage
from modelbuilder.windows.rule_pages import RulePages, explain
from modelbuilder.windows.window import Window
from modelbuilder.windows.work import Work


@pytest.fixture
def work(window: Window) -> Work:
    """Return the work page on a model in which a post has two primary lines."""
    document = place_all(chart(manual_page("several-primary-lines").wrong))
    window.work.filing.take(document, None)
    window.work.show_document(document)
    return window.work


def opened(work: Work) -> RulePages:
    """Return the window of the rules."""
    (pages,) = work.window().findChildren(RulePages)
    return pages


def code(rules: RulePages) -> str:
    """Return the code on the page that is open, or nothing for the list."""
    return rules.page.accessibleName().removeprefix("Rule ") if rules.page else ""


def rows(rules: RulePages) -> list[QListWidgetItem]:
    """List the rows that are shown."""
    items = (rules.list.item(row) for row in range(rules.list.count()))
    return [item for item in items if not item.isHidden()]


def test_why_opens_the_page_beside_the_work(work: Work) -> None:
    work.check.turn(True)
    row = next(row for row in work.findings.findChildren(Row) if row.finding.code == "R07")
    assert row.why.height() >= 44, "a finger must meet it"
    row.why.click()
    rules = opened(work)
    assert rules.isVisible() and not rules.isModal()
    assert code(rules) == "R07"
    row.why.click()
    assert opened(work) is rules, "and there is only one"


def test_esc_closes_it_and_the_model_is_as_it_was(work: Work) -> None:
    before = work.session.document
    explain(work, "several-primary-lines")
    QTest.keyClick(opened(work), Qt.Key.Key_Escape)
    assert not opened(work).isVisible()
    assert work.session.document is before
    explain(work, "nobody-accountable")
    assert opened(work).isVisible()
    assert code(opened(work)) == "R01"


def test_the_menu_leads_to_the_list_of_all_rules(work: Work) -> None:
    work.commands.actions["rule_pages"].trigger()
    rules = opened(work)
    assert code(rules) == ""
    assert [item.text().partition(" ")[0] for item in rows(rules)] == [rule.code for rule in catalogue()]
    assert not rules.all.isEnabled() and not rules.after.isEnabled()


def test_a_rule_is_found_by_words_and_opened_by_enter(work: Work) -> None:
    explain(work)
    rules = opened(work)
    QTest.keyClicks(rules.search, "two primary")
    assert rows(rules) == []
    rules.search.clear()
    QTest.keyClicks(rules.search, "check PRIMARY line")
    assert [item.text()[:3] for item in rows(rules)] == ["R07"]
    QTest.keyClick(rules.search, Qt.Key.Key_Return)
    assert code(rules) == "R07"
    rules.all.click()
    QTest.keyClick(rules.list, Qt.Key.Key_Return)
    assert code(rules) == "R07"


def test_next_and_previous_go_through_all_rules(work: Work) -> None:
    explain(work, catalogue()[0].slug)
    rules = opened(work)
    assert not rules.before.isEnabled()
    assert (rules.before.shortcut().toString(), rules.after.shortcut().toString()) == ("Alt+Left", "Alt+Right")
    rules.after.click()
    assert code(rules) == "R02"
    rules.before.click()
    assert code(rules) == "R01"
    explain(work, catalogue()[-1].slug)
    assert not rules.after.isEnabled()


@pytest.mark.parametrize("slug", [rule.slug for rule in catalogue()])
def test_a_page_says_everything_and_fits(qapp: QApplication, slug: str) -> None:
    make_application()
    page = manual_page(slug)
    shown = RulePage(page)
    said = " ".join(label.text() for label in shown.findChildren(QLabel))
    wrong, _ = page.examples
    for words in (page.heading, *(finding.message for finding in wrong.findings), *wrong.repairs):
        assert words in said
    pictures = shown.findChildren(Picture)
    assert [one.accessibleName().partition(":")[0] for one in pictures] == ["Wrong", "Right"]
    assert all(one.accessibleDescription() for one in pictures)
    assert shown.sizeHint().width() <= WIDTH + 64
    shown.deleteLater()
