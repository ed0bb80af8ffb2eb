"""Reading and writing documents: validated in, atomic out."""

import json
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from modelbuilder.document import envelopes
from modelbuilder.document.chart.reader import read_chart
from modelbuilder.document.errors import InputError
from modelbuilder.document.faults import faults
from modelbuilder.document.ids import natural_key
from modelbuilder.document.records import DOCUMENT_TABLES, MODEL_TABLES, Document
from modelbuilder.document.suffixes import CHART_SUFFIX, SUFFIX

FORMAT = "modelbuilder leadership models"
VERSION = 1
LARGEST = 64 * 1024 * 1024
_MODELS = envelopes.Envelope(FORMAT, VERSION, "document", "leadership model", f"{SUFFIX} file")


def load(path: Path) -> Document:
    """Read a `.leadership` or `.chart` file; raises InputError with one sentence."""
    text = decoded(read(path), path.name)
    if path.suffix.lower() == CHART_SUFFIX:
        try:
            return read_chart(text)
        except InputError as error:
            raise InputError(f"{path.name}, {error}") from None
    return parse(text, path.name)


def read(path: Path) -> bytes:
    """Return what a file holds; raises InputError when it cannot be read or cannot be ours."""
    try:
        if path.is_dir():
            raise InputError(f"{path.name} is a folder, not a file.")
        if path.stat().st_size > LARGEST:
            raise InputError(f"{path.name} is too large to be a leadership model (over 64 MB).")
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"There is no file {path}.") from None
    except OSError as error:
        raise InputError(f"{path.name} cannot be read: {error.strerror or error}.") from None


def decoded(content: bytes, name: str) -> str:
    """Return bytes as the text that they should be; `name` begins the sentence of an error."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not a text file: byte {error.start + 1} is not UTF-8.") from None


def parse(text: str, name: str) -> Document:
    """Turn the text of a `.leadership` file into a document; `name` begins the sentence of an error."""
    document = envelopes.opened(_MODELS, text, name, Document)
    for fault in faults(document):
        raise InputError(f"{name}: {fault}")
    if not document.order:
        raise InputError(f"{name} holds no model.")
    return document


def dump(document: Document) -> str:
    """Return the text of the `.leadership` file, in canonical order: equal documents, equal text."""
    inner = document.model_dump(mode="json", exclude_defaults=True)
    for table in DOCUMENT_TABLES:
        if table in inner:
            inner[table] = _sorted(inner[table])
    for model in inner.get("models", {}).values():
        for table in MODEL_TABLES:
            if table in model:
                model[table] = _sorted(model[table])
    return json.dumps(envelopes.wrapped(_MODELS, inner), ensure_ascii=False, indent=1) + "\n"


def _sorted(rows: dict[str, Any]) -> dict[str, Any]:
    def key(row: tuple[str, Any]) -> tuple[object, ...]:
        handle = row[1].get("handle", "") if isinstance(row[1], dict) else ""
        return natural_key(str(handle)), row[0]

    return dict(sorted(rows.items(), key=key))


def save(document: Document, path: Path) -> None:
    """Write a document in one step: afterwards the file is the old one or the new one, never half of one.

    Raises InputError when the place cannot be written to; what was there stays.
    """
    write_atomically(path, dump(document).encode())


def write_atomically(path: Path, content: bytes, check: Callable[[bytes], None] | None = None) -> None:
    """Write bytes to a temporary file beside `path`, flush them to the disk, and put it in place.

    `check` is given what was written, read again; when it raises, what was there stays.
    """
    path = Path(os.path.realpath(path))
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror or error}.") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if check is not None:
            check(Path(temporary).read_bytes())
        os.chmod(temporary, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        os.replace(temporary, path)
        _sync_folder(path.parent)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror or error}.") from None
    finally:
        Path(temporary).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Flush the new name to the disk where the file system can; the file itself is safe already."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
