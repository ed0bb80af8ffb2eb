"""What lies behind the slides of a template: one light colour, on which dark words can be read, or something else."""

import re
from typing import TYPE_CHECKING, Any

from modelbuilder.drawing.colours import luminance

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_LIGHT = 0.75
"""Luminance from which on all our colours can be read on another."""
_LARGE = 0.3
"""Share of a slide from which on a shape of the template lies behind what is drawn."""
_SOLID = "1001"
"""The number of a theme's fill that is one colour."""


def is_light(presentation: "Presentation", layout: Any) -> bool:
    """Tell whether the slides of a layout are one light colour, with nothing large painted over it."""
    whole = (presentation.slide_width or 0) * (presentation.slide_height or 0)
    shapes = [*layout.slide_master.shapes, *layout.shapes]
    large = (one for one in shapes if not one.is_placeholder and one.width * one.height > whole * _LARGE)
    return next(large, None) is None and _plain(layout)


def _plain(layout: Any) -> bool:
    master = layout.slide_master
    found = (one._element.find("{*}cSld/{*}bg") for one in (layout, master))
    ground = next((one for one in found if one is not None), None)
    fill = ground[0] if ground is not None and len(ground) else None
    if fill is None:
        return True
    if fill.tag.endswith("bgRef"):
        return fill.get("idx") == _SOLID and _is_light(fill, master)
    solid = fill.find("{*}solidFill")
    return fill.find("{*}noFill") is not None or (solid is not None and _is_light(solid, master))


def _is_light(fill: Any, master: Any) -> bool:
    """Tell whether a fill names a light colour: itself, or one of the theme."""
    colour = fill[0] if len(fill) else None
    if colour is None:
        return True
    value = colour.get("lastClr") or colour.get("val")
    if colour.tag.endswith("schemeClr"):
        named = master._element.find("{*}clrMap").get(value, value)
        theme = theme_part(master).blob.decode("utf-8", "replace")
        found = re.search(rf"<a:{named}>.*?(?:srgbClr val|lastClr)=\"([0-9A-Fa-f]{{6}})\"", theme, re.DOTALL)
        value = found.group(1) if found else ""
    return re.fullmatch("[0-9A-Fa-f]{6}", value or "") is not None and luminance(f"#{value}") >= _LIGHT


def theme_part(master: Any) -> Any:
    """Return the part of a package that holds the theme of a master."""
    return next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
