"""The fonts that a drawing or page brings along for letters that Open Sans lacks: of each just what it shows."""

import re
from base64 import b64encode
from html import unescape

from modelbuilder.layout import text
from modelbuilder.layout.text import Weight

_NOT_SHOWN = re.compile(r"<(metadata|style|title|desc)\b.*?</\1>|<[^>]*>", re.DOTALL)


def embedded(markup: str) -> tuple[str, tuple[str, ...]]:
    """Return the rules of CSS that hold the fonts for the words of a markup, and their families; neither for Latin."""
    lines = [line for line in unescape(_NOT_SHOWN.sub("\n", markup)).split("\n") if not text.is_plain(line)]
    if not lines:
        return "", ()
    from modelbuilder.layout import fonts, shaping

    letters: dict[fonts.Face, set[str]] = {}
    for line in dict.fromkeys(lines):
        for cluster in shaping.shape(line, Weight.REGULAR).clusters:
            if cluster.face != fonts.own(Weight.REGULAR):
                letters.setdefault(cluster.face, set()).update(cluster.text)
    faces = sorted(letters)
    rules = (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {min(Weight)} {max(Weight)};'
        f" src: url(data:font/{'otf' if face.path.endswith('.ttc') else 'ttf'};base64,"
        f"{b64encode(fonts.excerpt(face, letters[face])).decode()}) }}"
        for face in faces
    )
    return "\n".join(rules), tuple(face.family for face in faces)
