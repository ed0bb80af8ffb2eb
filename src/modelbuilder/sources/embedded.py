"""Which reader finds the document inside which kind of exported file; the first bytes tell the kind."""

import re
from collections.abc import Callable
from typing import TypeAlias

from modelbuilder.sources import markup, pdf, png, pptx

Reader: TypeAlias = Callable[[bytes], bytes | None]

READERS: tuple[tuple[re.Pattern[bytes], Reader], ...] = (
    (png.SIGN, png.source_of),
    (pdf.SIGN, pdf.source_of),
    (pptx.SIGN, pptx.source_of),
    (markup.SIGN, markup.source_of),
)


def reader_of(content: bytes) -> Reader | None:
    """Return the reader for a file with these first bytes, or None when it is no kind that is exported."""
    return next((reader for sign, reader in READERS if sign.match(content)), None)
