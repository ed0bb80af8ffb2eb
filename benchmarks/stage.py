"""A canvas with its pointer layer on a screen of 1600 × 1000, and bare Qt items with the same geometry."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsPathItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsView,
    QWidget,
)

from modelbuilder.canvas.canvas import Canvas
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Document
from modelbuilder.drawing.page import Page
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.hands import Hands
from modelbuilder.editor.session import Session
from modelbuilder.editor.view import View
from modelbuilder.layout.rect import Point, Rect

SIZE = (1600, 1000)


class Painted(QObject):
    """Counts the paint events of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count and pass on."""
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False

    def wait(self, before: int) -> None:
        """Let Qt work until something was painted since a count."""
        if not self.came(before, 1000):
            raise RuntimeError("nothing was painted")

    def came(self, before: int, rounds: int = 5) -> bool:
        """Let Qt work for some rounds; tell whether something was painted since a count."""
        for _ in range(rounds):
            QApplication.processEvents()
            if self.count > before:
                return True
        return False


class Stage:
    """A canvas on a document, connected as the window connects it."""

    def __init__(self, document: Document) -> None:
        self.session = Session(document)
        self.desk = Desk(self.session, View(document.order[0]))
        self.hands = Hands(self.desk)
        self.canvas = Canvas(self.desk, self.hands)
        self.session.observers += [self.desk.keep_view_true, self.canvas.refresh]
        self.desk.looked = self.canvas.refresh_overlay
        self.canvas.resize(*SIZE)
        self.canvas.show()
        self.canvas.refresh()
        self.painted = Painted(self.canvas.viewport())
        settle()

    def look_at(self, thing_id: ThingId, zoom: float) -> QPointF:
        """Bring a thing into the middle and return the point of the viewport to grip it at."""
        rect = self.desk.page().rects[thing_id]
        self.canvas.zoom_to(zoom)
        self.canvas.centerOn(rect.cx, rect.cy)
        self.canvas.refresh_overlay()
        settle()
        return self.canvas.spot_v(Point(rect.x + 24, rect.y + 24))

    def mouse(self, kind: QEvent.Type, at_v: QPointF) -> None:
        """Send a mouse event through Qt to the canvas."""
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        viewport = self.canvas.viewport()
        where = QPointF(viewport.mapToGlobal(at_v))
        QApplication.sendEvent(viewport, QMouseEvent(kind, at_v, where, button, held, Qt.KeyboardModifier.NoModifier))

    def repaint(self) -> None:
        """Paint the whole viewport anew."""
        before = self.painted.count
        self.canvas.viewport().update()
        self.painted.wait(before)

    def close(self) -> None:
        """Take the window away."""
        self.canvas.close()
        self.canvas.deleteLater()
        settle()


class Bare:
    """The floor: one C++ rectangle item for each card and box and one C++ path item for each line, no text."""

    def __init__(self, page: Page) -> None:
        self.view = QGraphicsView()
        scene = QGraphicsScene(self.view)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        self.view.setScene(scene)
        self.view.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setFrameShape(QGraphicsView.Shape.NoFrame)
        pen, brush = QPen(Qt.GlobalColor.darkBlue, 1.8), QBrush(Qt.GlobalColor.white)
        self.rects: dict[ThingId, QGraphicsRectItem] = {}
        self.lines: dict[ThingId, QGraphicsPathItem] = {}
        for depth, kinds in enumerate((("group",), ("school",), ("card", "note"))):
            for one, rect in page.rects.items():
                if page.faces[one].kind in kinds:
                    item = self.rects[one] = scene.addRect(QRectF(0, 0, rect.w, rect.h), pen, brush)
                    item.setPos(rect.x, rect.y)
                    item.setZValue(depth * 10)
        for line_id, route in page.routes.items():
            self.lines[line_id] = line = scene.addPath(
                path_of([QPointF(*spot) for spot in route]), QPen(Qt.GlobalColor.black, 3)
            )
            line.setZValue(15)
        self.view.resize(*SIZE)
        self.view.show()
        self.painted = Painted(self.view.viewport())
        settle()

    def look_as(self, canvas: Canvas) -> None:
        """Show the same part of the page as a canvas, at the same zoom."""
        self.view.setSceneRect(canvas.sceneRect())
        self.view.setTransform(canvas.transform())
        self.view.centerOn(canvas.mapToScene(canvas.viewport().rect().center()))
        settle()

    def move(self, thing_id: ThingId, at: Rect, routes: Sequence[tuple[ThingId, Sequence[QPointF]]]) -> None:
        """Move one rectangle and set the paths of its lines, until painted."""
        before = self.painted.count
        self.rects[thing_id].setPos(at.x, at.y)
        for line_id, route in routes:
            self.lines[line_id].setPath(path_of(route))
        self.painted.wait(before)

    def set_route(self, line_id: ThingId, route: Sequence[QPointF]) -> None:
        """Set the path of a line."""
        self.lines[line_id].setPath(path_of(route))

    def repaint(self) -> None:
        """Paint the whole viewport anew."""
        before = self.painted.count
        self.view.viewport().update()
        self.painted.wait(before)

    def close(self) -> None:
        """Take the window away."""
        self.view.close()
        self.view.deleteLater()
        settle()


def path_of(route: Sequence[QPointF]) -> QPainterPath:
    """Return a route as a path."""
    path = QPainterPath(route[0])
    for point in route[1:]:
        path.lineTo(point)
    return path


def settle() -> None:
    """Let Qt do all that is waiting."""
    for _ in range(5):
        QApplication.processEvents()
