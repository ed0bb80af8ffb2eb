"""The commands by which the model is looked at otherwise; none of them changes it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from modelbuilder.editor.away import people, switched

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work


class Looks:
    """Part of the commands of the work page."""

    work: "Work"

    def who(self) -> None:
        """Light the chain of what is selected, or put it out when that is what is lit."""
        asking, view = self.work.looking.asking, self.work.desk.view
        chosen = next(iter(view.selection))
        if view.lit and asking.about == chosen:
            asking.put_out()
        else:
            asking.light_up(chosen)

    def away(self) -> None:
        """Switch off who is selected, or put them back."""
        desk = self.work.desk
        view = switched(desk.view, people(desk.model, desk.view.selection))
        desk.look(replace(view, lit=frozenset(), stops=()))

    def all_back(self) -> None:
        """Put everybody back."""
        self.work.looking.all_back()

    def next_lens(self) -> None:
        """See the model through the eyes of one reader after the other, and in the end of everybody."""
        from modelbuilder.accountability.lenses import READERS

        order = ["", *READERS]
        at = order.index(self.work.desk.view.lens)
        self.work.looking.see_as(order[(at + 1) % len(order)])

    def measures(self) -> None:
        """Show the measures, or put them away."""
        from modelbuilder.accountability.yardsticks import MEASURES

        looking = self.work.looking
        looking.measure("" if self.work.desk.view.measure else next(iter(MEASURES)))

    def narration(self) -> None:
        """Tell the model as text."""
        self.work.looking.read_aloud()
