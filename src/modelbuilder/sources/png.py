"""The document inside a PNG: a compressed text chunk, iTXt, before the end."""

import re
import zlib
from collections.abc import Iterator

from modelbuilder.document.files import FORMAT
from modelbuilder.sources.inflating import inflated

SIGN = re.compile(rb"\x89PNG\r\n\x1a\n")
_KEYWORD = FORMAT.encode("latin-1")
_END = 12
"""Bytes of the chunk IEND, the last of every PNG."""


def with_source(content: bytes, source: bytes) -> bytes:
    """Return a PNG with a document inside; `source` is UTF-8."""
    data = _KEYWORD + b"\0\1\0\0\0" + zlib.compress(source, 9)
    return content[:-_END] + _chunk(b"iTXt", data) + content[-_END:]


def source_of(content: bytes) -> bytes | None:
    """Return the document inside a PNG; tools that save it anew may have turned iTXt into zTXt or tEXt."""
    for kind, data in _chunks(content):
        keyword, _, rest = data.partition(b"\0")
        if keyword != _KEYWORD:
            continue
        if kind == b"tEXt":
            return rest
        if kind == b"zTXt":
            return inflated(rest[1:])
        if kind == b"iTXt":
            packed, text = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
            return inflated(text) if packed else text
    return None


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and data of each chunk, as far as the file is whole."""
    start = 8
    while start + _END <= len(content):
        length = int.from_bytes(content[start : start + 4], "big")
        kind, data = content[start + 4 : start + 8], content[start + 8 : start + 8 + length]
        start += _END + length
        if content[start - 4 : start] != zlib.crc32(kind + data).to_bytes(4, "big"):
            return
        yield kind, data
