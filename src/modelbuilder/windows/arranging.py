"""The commands that arrange the page: everything glides to its place."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from modelbuilder.canvas.glide import glide
from modelbuilder.editor import aligning, arranging, verbs

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work


class Arranging:
    """Part of the commands of the work page."""

    work: "Work"

    def tidy(self) -> None:
        """Arrange the page, and show all of it."""
        self._glide(lambda: verbs.tidy(self.work.desk), whole=True)

    def arrange_for_slide(self) -> None:
        """Arrange the page as it can be shown largest on a slide, and show all of it."""
        self._glide(lambda: arranging.arrange_for_slide(self.work.desk), whole=True)

    def pin(self) -> None:
        """Pin what is selected, or let it go."""
        arranging.pin(self.work.desk)

    def branch(self, way: str) -> None:
        """Let those below a leader stand in a row, in a column, or as it fits."""
        self._glide(lambda: arranging.branch(self.work.desk, way))

    def beside(self) -> None:
        """Let what is selected stand beside whom it answers to, or below again."""
        self._glide(lambda: arranging.beside(self.work.desk))

    def align(self, side: str) -> None:
        """Line up what is selected."""
        self._glide(lambda: aligning.align(self.work.desk, side))

    def spread(self, way: str) -> None:
        """Make the gaps between what is selected even."""
        self._glide(lambda: aligning.spread(self.work.desk, way))

    def _glide(self, arrange: Callable[[], None], *, whole: bool = False) -> None:
        work = self.work
        before = work.session.document
        arrange()
        if whole:
            work.canvas.fit()
        glide(work.canvas, before)
