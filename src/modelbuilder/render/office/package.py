"""What a presentation is packed with beside its slides: pictures of vectors, properties, and the document itself."""

import datetime
import zipfile
from hashlib import blake2b
from io import BytesIO
from typing import TYPE_CHECKING, Any

from modelbuilder.render.svg import legal
from modelbuilder.sources.markup import metadata
from modelbuilder.sources.pptx import PART

if TYPE_CHECKING:
    from pptx.presentation import Presentation


def vector_part(part: Any, content: bytes) -> str:
    """Return the number of the relation to a picture of vectors, each kept once in a presentation."""
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    uri = PackURI(f"/ppt/media/{blake2b(content, digest_size=8).hexdigest()}.svg")
    package = part.package
    found = next((one for one in package.iter_parts() if one.partname == uri), None)
    found = found or Part(uri, "image/svg+xml", package, content)
    return str(part.relate_to(found, RELATIONSHIP_TYPE.IMAGE))


def describe(deck: "Presentation", title: str, author: str) -> None:
    """Say what the presentation is about, and who made it only where that was asked for."""
    properties = deck.core_properties
    properties.title, properties.subject, properties.language = title, "Leadership models", "en-GB"
    properties.author = properties.last_modified_by = legal(author)
    properties.created = properties.modified = datetime.datetime(2026, 1, 1)  # the same file for the same slides


def keep(deck: "Presentation", source: bytes) -> None:
    """Keep the document as a part of its own, which no program shows and PowerPoint saves again."""
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    content = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + metadata(source)
    part = Part(PackURI(f"/{PART}"), "application/xml", deck.part.package, content.encode())
    deck.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def timeless(content: bytes) -> bytes:
    """Return a package whose parts carry no time, so that the same slides make the same file."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
