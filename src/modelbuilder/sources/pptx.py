"""The document inside a presentation of PowerPoint: a part of its own in the package, which PowerPoint saves again."""

import re
import zipfile
import zlib
from io import BytesIO

from modelbuilder.document.files import LARGEST
from modelbuilder.sources import markup

SIGN = re.compile(rb"PK\x03\x04")
PART = "customXml/item1.xml"


def source_of(content: bytes) -> bytes | None:
    """Return the document inside a presentation; other parts of that kind may have been put before it."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            for part in package.infolist():
                if part.filename.startswith("customXml/item") and part.file_size <= LARGEST:
                    source = markup.source_of(package.read(part))
                    if source is not None:
                        return source
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError):
        return None  # broken, locked by a password, or packed in a way that is not known here
    return None
