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

    def second_tiles(self) -> None:
        """Open a second palette across the board, or close it."""
        self.work.palettes.turn_second()
        self.tick_palettes()

    def tick_palettes(self) -> None:
        """Tick in the menu where the palette stands."""
        palettes = self.work.palettes
        chosen = {f"tiles:{palettes.first.tiles.side}", *(["second_tiles"] if palettes.second is not None else [])}
        for key, action in self.actions.items():
            if key.partition(":")[0] in ("tiles", "second_tiles"):
                action.setCheckable(True)
                action.setChecked(key in chosen)
