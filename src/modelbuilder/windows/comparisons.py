"""The commands on models beside each other."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog

from modelbuilder.document import pages
from modelbuilder.document.errors import InputError
from modelbuilder.document.fits import forget_fit, put_fit

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work


class Comparisons:
    """Part of the commands of the work page."""

    work: "Work"

    def compare(self) -> None:
        """Show models beside each other, or the page again."""
        self.work.show_comparison(not self.work.compares)

    def compare_file(self, at: int) -> None:
        """Ask for a model of another file, and show it in a column of the comparison."""
        path = self.work.filing.ask_open()
        document = self.work.filing.read(path) if path is not None else None
        if path is None or document is None:
            self.work.comparing.refresh()
            return
        rows = {f"{model.label}  {model.title}".strip(): one for one, model in pages.ordered(document)}
        words, accepted = next(iter(rows)), True
        if len(rows) > 1:
            words, accepted = QInputDialog.getItem(self.work, "Compare", f"Model of {path.name}", list(rows), 0, False)
        if accepted:
            self.work.comparing.put_other(at, document, rows[words], path.stem)
        else:
            self.work.comparing.refresh()

    def fill_in_card(self) -> None:
        """Fill in the private card, and put it into the document or take it out as its owner says."""
        from modelbuilder.windows.fit_dialog import FitDialog
        from modelbuilder.windows.private_card import keep_card

        chosen, session, model_id = self.work.comparing.chosen, self.work.session, self.work.desk.model_id
        if chosen.fault:
            self.work.filing.complain("The card cannot be read", f"{chosen.fault} Keeping a new one replaces it.")
        shared = any(one.name == chosen.fit.name for one in session.document.fits)
        dialog = FitDialog(self.work, chosen.fit, in_document=shared)
        if dialog.exec():
            fit, before = dialog.fit(), chosen.fit
            try:
                keep_card(chosen.card, fit)
            except InputError as error:
                self.work.filing.complain("The card could not be kept", str(error))
            chosen.hold_card(fit)
            if dialog.share.isChecked():
                session.do("Put a card into the document", model_id, lambda one: put_fit(one, fit))
            elif shared:
                session.do("Take a card out of the document", model_id, lambda one: forget_fit(one, before.name))
            chosen.changed.emit()
        dialog.deleteLater()
