"""The commands by which the window itself looks otherwise: its theme."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from modelbuilder.windows.appearance import Appearance, keep, kept, put_on

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work


class Dressing:
    """Part of the commands of the work page."""

    work: "Work"
    actions: dict[str, QAction]

    def theme(self, key: str = "") -> None:
        """Paint the window in a theme, or in the one that the system asks for."""
        self._choose(self._kept._replace(theme=key))

    @property
    def _kept(self) -> Appearance:
        return kept(self.work.filing.settings)

    def _choose(self, appearance: Appearance) -> None:
        keep(self.work.filing.settings, appearance)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        put_on(application, appearance)
        self.tick_appearance()

    def tick_appearance(self) -> None:
        """Tick in the menus what is chosen."""
        chosen = {f"theme:{self._kept.theme}"}
        for key, action in self.actions.items():
            if key.startswith("theme:"):
                action.setCheckable(True)
                action.setChecked(key in chosen)
