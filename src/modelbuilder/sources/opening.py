"""Open a document from whatever it lies in: its own file, a chart, or a PDF, picture or page that was exported."""

from pathlib import Path

from modelbuilder.document import files
from modelbuilder.document.errors import InputError
from modelbuilder.document.records import Document
from modelbuilder.document.suffixes import CHART_SUFFIX, SUFFIX
from modelbuilder.sources.embedded import reader_of


def load(path: Path) -> Document:
    """Read a document; raises InputError with one sentence.

    What is named .leadership or .chart has to be just that, so that saving never overwrites an export.
    """
    if path.suffix.lower() in (SUFFIX, CHART_SUFFIX):
        return files.load(path)
    content = files.read(path)
    reader = reader_of(content)
    if reader is None:
        return files.load(path)
    source = reader(content)
    if source is None:
        raise InputError(f"{path.name} has no leadership model inside: it was exported without, or made elsewhere.")
    return files.parse(files.decoded(source, path.name), path.name)
