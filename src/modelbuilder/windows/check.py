"""Check mode: the count that is always right, and on request the badges, the panel and the ghosts of repairs."""

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer

from modelbuilder.document import settings
from modelbuilder.document.ids import ThingId
from modelbuilder.document.integrity import settle
from modelbuilder.document.lookup import label_of
from modelbuilder.document.records import Aside, Document
from modelbuilder.drawing.page import draw
from modelbuilder.editor.gesture import Edit
from modelbuilder.windows.checking import counts

if TYPE_CHECKING:
    from modelbuilder.accountability.findings import Finding, Fix
    from modelbuilder.windows.finding_row import Row
    from modelbuilder.windows.findings import Findings
    from modelbuilder.windows.rules import RulesDialog
    from modelbuilder.windows.work import Work


class Check:
    """What the work page shows of its findings, and what hands do with them."""

    def __init__(self, work: "Work") -> None:
        self.work = work
        self.looked_at: tuple[Finding, int] | None = None
        self.rules: RulesDialog | None = None
        self._over = (work.desk.document, work.desk.model_id)
        self._next = -1
        self._timer = QTimer(work)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        self._untried: list[Row] = []
        self._trying = QTimer(work)
        self._trying.setInterval(0)
        self._trying.timeout.connect(self._try_next)
        work.count.clicked.connect(lambda: self.turn(True))
        work.canvas.accepted = self.accept

    def listen(self, panel: "Findings") -> None:
        """Do what is asked for in the panel."""
        panel.shown.connect(self.show_finding)
        panel.looked.connect(self.look)
        panel.fixed.connect(self.fix)
        panel.kept.connect(self.set_aside)
        panel.asides.taken_up.connect(self.take_up)
        panel.preset.chosen.connect(self.choose_preset)
        panel.preset.rules_wanted.connect(self.open_rules)

    @property
    def on(self) -> bool:
        """Whether the work page is in Check mode."""
        return self.work.desk.view.checking

    def turn(self, on: bool) -> None:
        """Turn Check mode on or off."""
        desk = self.work.desk
        if on != self.on:
            self.hide_ghost()
            self.work.findings.close_form()
            desk.look(replace(desk.view, checking=on))

    def refresh(self) -> None:
        """Bring count, badges and panel in line with what is found now."""
        work, desk = self.work, self.work.desk
        model, model_id = desk.model, desk.model_id
        findings = work.checking.findings(model_id)
        empty = not (model.posts or model.bodies or model.placements or model.groups or model.figures)
        must_fix, *rest = counts(findings)
        light = " · ".join(words for words in rest if words)
        nothing = "Nothing drawn yet" if empty else "" if findings else "No findings"
        work.count.show_count(f"Model {model.label}", must_fix, light or nothing)
        work.canvas.set_badges(work.checking.badges(model_id) if self.on else {})
        work.canvas.refresh_overlay()
        work.show_check(self.on)
        if self.on:
            preset = desk.document.settings.preset
            work.findings.show_findings(findings, work.checking.new(model_id), preset=preset, empty_page=empty)
            work.findings.show_asides([(one, found, self._place(one)) for one, found in work.checking.asides(model_id)])
            self._untried = work.findings.rows()
            self._trying.start()
        if self.rules is not None:
            self.rules.refresh()
        wait = work.checking.wait(model_id)
        if wait is not None:
            self._timer.start(ceil(wait * 1000) + 1)

    @property
    def trying(self) -> bool:
        """Whether there are repairs that have not been tried yet."""
        return self._trying.isActive()

    def _try_next(self) -> None:
        """Try the repairs of one more finding, and offer those that hold; none while a hand is at work."""
        from modelbuilder.accountability.offers import offered

        desk = self.work.desk
        if not self._untried or desk.session.live or not self.on:
            self._trying.stop()
            return
        row = self._untried.pop(0)
        if row in self.work.findings.rows():
            row.offer([fix.title for fix in offered(desk.document, desk.model_id, row.finding)])

    def _place(self, aside: Aside) -> str:
        document, model = self.work.desk.document, self.work.desk.model
        names = [label_of(document, model, one).replace("\n", " ") for one in aside.things]
        return ", ".join(name for name in names if name) or "Something that is not in this model"

    # Findings

    def show_finding(self, finding: "Finding") -> None:
        """Select what a finding is about and bring it into sight."""
        desk, model = self.work.desk, self.work.desk.model
        things = [one for one in finding.subjects if one not in model.lines] or list(finding.subjects)
        desk.look(desk.view.choosing(frozenset(things[:1]), frozenset(finding.path)))
        self.work.canvas.reveal(frozenset(things[:1]))
        desk.say(finding.message)

    def show_next(self) -> None:
        """Turn Check mode on and show one finding after the other."""
        self.turn(True)
        findings = self.work.checking.findings(self.work.desk.model_id)
        if findings:
            self._next = (self._next + 1) % len(findings)
            self.show_finding(findings[self._next])
        else:
            self.work.desk.say("No findings.")

    # Repairs

    def look(self, finding: "Finding", index: int, on: bool) -> None:
        """Show what a repair would do, or no longer."""
        if not on:
            if self.looked_at == (finding, index):
                self.hide_ghost()
            return
        from modelbuilder.drawing.ghost import ghost

        self.looked_at = (finding, index)
        self.work.findings.leave_repairs(self.looked_at)
        self._over = (self.work.desk.document, self.work.desk.model_id)
        desk, repair = self.work.desk, finding.fixes[index]
        self.work.canvas.refresh()
        after = settle(desk.document, self._fitted(desk.document, repair))
        seen = ghost(desk.page(), after)
        self.work.canvas.show_ghost(seen if seen else None)
        desk.say(f"{repair.title}." if seen else f"{repair.title}: nothing that is drawn would change.")

    def _fitted(self, document: Document, repair: "Fix") -> Document:
        """Return what a repair makes of a document, with a place for what it adds."""
        from modelbuilder.editor.fitting import fit_in

        page = self.work.desk.whole_page()
        if page.document is not document:
            page = draw(document, page.model_id)
        return fit_in(page, repair.apply(document, page.model_id))

    def hide_ghost(self) -> bool:
        """Show again only what there is; False when nothing else was shown."""
        if self.looked_at is None:
            return False
        self.looked_at = None
        self.work.findings.leave_repairs()
        self.work.canvas.show_ghost(None)
        self.work.desk.say("")
        return True

    def keep_ghost_true(self) -> None:
        """Take the ghost away when the page that it was seen over has changed."""
        document, model_id = self._over
        if document is not self.work.desk.document or model_id != self.work.desk.model_id:
            self.hide_ghost()

    def accept(self) -> None:
        """Do the repair whose ghost is shown."""
        if self.looked_at is not None:
            self.fix(*self.looked_at)

    def fix(self, finding: "Finding", index: int) -> None:
        """Apply a repair as one step."""
        work, repair = self.work, finding.fixes[index]
        model_id = work.desk.model_id
        self.hide_ghost()
        work.canvas.setFocus()
        work.put_light_out()
        before = set(work.desk.page().rects)
        bar = work.check_area.verticalScrollBar()
        seen = bar.value()
        work.session.do(repair.title, model_id, lambda document: self._fitted(document, repair))
        work.canvas.reveal(frozenset(set(work.desk.page().rects) - before))
        bar.setValue(seen)
        work.desk.say(f"Done: {repair.title}. Ctrl+Z takes it back.")

    # What is set aside, and by what is checked

    def ask_about_selected(self) -> None:
        """Ask why everything that is found at the selected thing is to be set aside."""
        desk = self.work.desk
        thing_id = next(iter(desk.view.selection))
        name = label_of(desk.document, desk.model, thing_id).replace("\n", " ")
        found = self._found_at(thing_id)
        if not found:
            desk.say(f"Nothing is found at {name}.")
            return
        self.turn(True)
        count = "one finding" if len(found) == 1 else f"{len(found)} findings"
        self.work.findings.ask_about(thing_id, f"Set aside what is found at {name}: {count}")

    def _found_at(self, thing_id: ThingId) -> list["Finding"]:
        from modelbuilder.accountability.asides import covers

        desk = self.work.desk
        here = Aside(things=(thing_id,), model=desk.model_id, reason="-")
        findings = self.work.checking.findings(desk.model_id)
        return [one for one in findings if covers(desk.model, desk.model_id, here, one)]

    def set_aside(self, what: "Finding | ThingId", reason: str, name: str) -> None:
        """Set a finding aside, or everything that is found at a thing, as one step."""
        from modelbuilder.accountability.asides import aside_of, subjects_of

        desk, model_id = self.work.desk, self.work.desk.model_id
        today = self.work.findings.today().isoformat()
        if isinstance(what, str):
            aside = Aside(things=(what,), model=model_id, reason=reason, by=name, date=today)
        elif subjects_of(desk.model, what):
            aside = aside_of(desk.document, model_id, what, reason, name, today)
        else:
            desk.say("This is about no card and no box, and cannot be set aside.")
            return
        self._do("Set aside", lambda document: settings.set_aside(document, aside))

    def take_up(self, aside: Aside) -> None:
        """Report again what had been set aside, as one step."""
        self._do("Take up again", lambda document: settings.take_up(document, aside))

    def choose_preset(self, key: str) -> None:
        """Check by another preset, as one step."""
        from modelbuilder.vocabulary.checks import PRESETS

        self._do(f"Check by: {PRESETS[key].label}", lambda document: settings.choose_preset(document, key))

    def open_rules(self) -> None:
        """Open the list of all rules, beside the work page."""
        if self.rules is None:
            from modelbuilder.windows.rules import RulesDialog

            self.rules = RulesDialog(self.work, self.work.desk)
        self.rules.refresh()
        self.rules.show()
        self.rules.raise_()
        self.rules.search.setFocus()

    def forget_closed_rules(self) -> None:
        """Let a list of rules go that is closed: a thousand widgets that nobody sees take seconds to dress."""
        if self.rules is not None and self.rules.isHidden():
            self.rules.deleteLater()
            QCoreApplication.sendPostedEvents(self.rules, QEvent.Type.DeferredDelete.value)
            self.rules = None

    def _do(self, label: str, edit: Edit) -> None:
        self.hide_ghost()
        self.work.put_light_out()
        self.work.session.do(label, self.work.desk.model_id, edit)
