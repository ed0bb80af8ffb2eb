"""Pictures and a font that tests need."""

import struct
import zlib
from importlib.util import find_spec
from pathlib import Path


def png(width: int, height: int) -> bytes:
    """Return a picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    rows = zlib.compress(b"".join(b"\0" + b"\x7a\x1f\x5c" * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def branded_font(folder: Path, name: str = "title.ttf", *, restricted: bool = False) -> Path:
    """Put a font file into a folder; restricted, it says of itself that it may not be embedded."""
    package = find_spec("manimgx_fonts")
    assert package is not None and package.origin is not None
    data = bytearray((Path(package.origin).parent / "NotoSans[wght].ttf").read_bytes())
    tables = {bytes(data[at : at + 4]): at for at in range(12, 12 + 16 * int.from_bytes(data[4:6], "big"), 16)}
    about = int.from_bytes(data[tables[b"OS/2"] + 8 : tables[b"OS/2"] + 12], "big")
    data[about + 9] = 2 if restricted else 0
    (folder / name).write_bytes(data)
    return folder / name
