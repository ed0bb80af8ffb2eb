"""Move a card in LibreOffice and say how a line on it moved; run by the Python that can talk to LibreOffice."""

import json
import sys
import time
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]


def main(pipe: str, url: str, card: str, line: str) -> None:
    """Open slides, move a card, and print where the line ended before and after, and what it is glued to."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for attempt in range(60):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            break
        except Exception:
            if attempt == 59:
                raise
            time.sleep(0.5)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL(url, "_blank", 0, (hidden,))
    shapes = dict(named(document.DrawPages.getByIndex(0)))
    connector, moved = shapes[line], shapes[card]
    before = (connector.StartPosition.X, connector.StartPosition.Y)
    place = moved.Position
    place.X, place.Y = place.X + 2000, place.Y + 500
    moved.Position = place
    _ = connector.BoundRect  # lines are drawn anew when somebody looks
    after = (connector.StartPosition.X, connector.StartPosition.Y)
    glued = (connector.StartShape.Name, connector.EndShape.Name)
    print(json.dumps({"before": before, "after": after, "glued": glued}))
    document.close(True)
    desktop.terminate()


def named(shapes: Any) -> Any:
    """Yield all shapes, those in groups too, by their names."""
    for index in range(shapes.Count):
        shape = shapes.getByIndex(index)
        yield shape.Name, shape
        if shape.supportsService("com.sun.star.drawing.GroupShape"):
            yield from named(shape)


main(*sys.argv[1:])
