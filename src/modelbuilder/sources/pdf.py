"""The document inside a PDF: an attached file, found without reading the rest of the PDF.

A stream always stands in the file itself, whatever tool saved it last, and says of itself where it ends; so every
stream is looked into, and the first one that begins as a document does is it.
"""

import re

from modelbuilder.document.files import FORMAT
from modelbuilder.sources.inflating import inflated

SIGN = re.compile(rb"[\s\S]{0,1000}%PDF-")
ATTACHMENT = "source.leadership"
_STREAM = re.compile(rb"stream\r?\n")
_BEGINNING = re.compile(rb'\s*\{\s*"format":\s*"' + FORMAT.encode() + b'"')


def source_of(content: bytes) -> bytes | None:
    """Return the document attached to a PDF."""
    for found in _STREAM.finditer(content):
        start = found.end()
        if _BEGINNING.match(content, start):
            return content[start : content.find(b"\nendstream", start)].rstrip() + b"\n"
        beginning = inflated(content[start : start + 500], 100)
        if beginning and _BEGINNING.match(beginning):
            return inflated(content[start:])
    return None
