"""The commands that bring the palettes within reach of who stands at the board."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work


class Reaching:
    """Part of the commands of the work page."""

    work: "Work"
    actions: dict[str, QAction]

    def tiles(self, side: str) -> None:
        """Let the palette stand at a side of the page."""
        self.work.palettes.move(self.work.palettes.first, side)
        self.tick_palettes()

    def more_tiles(self) -> None:
        """Open one more palette, for somebody else at the board."""
        self.work.palettes.open_another()

    def tick_palettes(self) -> None:
        """Tick in the menu where the palette stands."""
        side = self.work.palettes.first.tiles.side
        for key, action in self.actions.items():
            verb, _, given = key.partition(":")
            if verb == "tiles":
                action.setCheckable(True)
                action.setChecked(given == side)
