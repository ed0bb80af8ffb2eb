"""What the buttons under a selected card, box, line or note do."""

from typing import TYPE_CHECKING

from modelbuilder.editor import opining, verbs

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work


class CardButtons:
    """Does what a button of the pill says, to what is selected."""

    def __init__(self, work: "Work") -> None:
        self.work = work

    def press(self, name: str) -> None:
        """Do what the button of a name says."""
        work = self.work
        one = next(iter(work.desk.view.selection), None)
        if name == "delete":
            verbs.delete(work.desk)
        elif one is None:
            return
        elif name == "name":
            (work.picking if work.hands.by_touch else work.renaming).begin(one)
        elif name == "connect":
            work.hands.connect_from(one)
        elif name == "colour":
            opining.next_colour(work.desk, one)
        elif name == "topic":
            opining.next_topic(work.desk, one)
        elif name == "turn":
            verbs.turn_line(work.desk, one)
        else:
            work.commands.run(name)
