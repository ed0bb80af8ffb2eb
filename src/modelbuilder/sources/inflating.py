"""Inflate what may be broken or made to burst: never more than a document may have."""

import zlib

from modelbuilder.document.files import LARGEST


def inflated(data: bytes, most: int = LARGEST) -> bytes | None:
    """Return at most so many bytes of a zlib stream, whatever follows it; None when it is broken."""
    try:
        return zlib.decompressobj().decompress(data, most)
    except zlib.error:
        return None
