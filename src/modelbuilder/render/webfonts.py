"""The fonts that a drawing or page brings along for letters that Open Sans lacks: of each just what it shows."""

import re
from base64 import b64encode
from collections.abc import Iterable
from html import unescape

from modelbuilder.layout import text
from modelbuilder.layout.text import Weight

_NOT_SHOWN = re.compile(r"<(metadata|style|title|desc)\b.*?</\1>|<[^>]*>", re.DOTALL)


def embedded(markup: str, brought: Iterable[tuple[str, str]] = ()) -> tuple[str, tuple[str, ...]]:
    """Return the rules of CSS that hold the fonts for the words of a markup, and their families; neither for Latin.

    `brought` are words that are set in a font file of somebody's own.
    """
    titles = list(dict.fromkeys(brought))
    lines = [line for line in unescape(_NOT_SHOWN.sub("\n", markup)).split("\n") if not text.is_plain(line)]
    if not lines and not titles:
        return "", ()
    from modelbuilder.layout import fonts, shaping

    ours = {fonts.own(weight) for weight in Weight}
    letters: dict[fonts.Face, set[str]] = {}
    set_lines = [shaping.shape(line, Weight.REGULAR) for line in dict.fromkeys(lines)]
    set_lines += [shaping.shape(words, Weight.BOLD, font) for words, font in titles]
    for line in set_lines:
        for cluster in line.clusters:
            if cluster.face not in ours:
                letters.setdefault(cluster.face._replace(weight=Weight.REGULAR), set()).update(cluster.text)
    faces = sorted(letters)
    rules = (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {min(Weight)} {max(Weight)};'
        f" src: url(data:font/{'otf' if face.path.endswith(('.ttc', '.otf')) else 'ttf'};base64,"
        f"{b64encode(fonts.excerpt(face, letters[face])).decode()}) }}"
        for face in faces
    )
    return "\n".join(rules), tuple(face.family for face in faces)
