"""The document inside SVG and HTML: packed into letters, in the element <metadata> of a drawing."""

import re
import zlib
from base64 import b64decode, b64encode

from modelbuilder.document.files import FORMAT
from modelbuilder.sources.inflating import inflated

SIGN = re.compile(rb"(\xef\xbb\xbf)?\s*<")
_LABEL = f"{FORMAT};zlib;base64,"
_LINE = 120
_FOUND = re.compile(rb"metadata[^<>]*>\s*" + re.escape(_LABEL.encode()) + rb"([A-Za-z0-9+/=\s]*)<")


def metadata(source: bytes) -> str:
    """Return the element that holds a document."""
    letters = b64encode(zlib.compress(source, 9)).decode()
    lines = (letters[start : start + _LINE] for start in range(0, len(letters), _LINE))
    return "<metadata>" + "\n".join((_LABEL, *lines)) + "\n</metadata>"


def source_of(content: bytes) -> bytes | None:
    """Return the document inside a file of SVG or HTML."""
    found = _FOUND.search(content)
    try:
        return inflated(b64decode(found[1])) if found else None
    except ValueError:
        return None
