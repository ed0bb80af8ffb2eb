"""Reading and writing documents: validated in, atomic out."""

import json
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from modelbuilder.document.chart.reader import read_chart
from modelbuilder.document.errors import InputError, nearest
from modelbuilder.document.faults import faults
from modelbuilder.document.ids import natural_key
from modelbuilder.document.records import DOCUMENT_TABLES, MODEL_TABLES, Document
from modelbuilder.document.suffixes import CHART_SUFFIX, SUFFIX
from modelbuilder.document.wording import sentence

FORMAT = "modelbuilder leadership models"
VERSION = 1
LARGEST = 64 * 1024 * 1024


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
    inner = _unpack(text, name)
    try:
        # Strictly, and by way of JSON: there a list may stand for a tuple, but "12" never for a number.
        document = Document.model_validate_json(json.dumps(inner), strict=True)
    except ValidationError as error:
        raise InputError(f"{name}: {sentence(error, inner)}") from None
    except RecursionError:
        raise InputError(f"{name} is nested too deeply to be a leadership model.") from None
    for fault in faults(document):
        raise InputError(f"{name}: {fault}")
    if not document.order:
        raise InputError(f"{name} holds no model.")
    return document


def _unpack(text: str, name: str) -> object:
    """Return what the file says of the document, once format and version are as they should be."""
    if not text.strip():
        raise InputError(f"{name} is empty.")
    try:
        whole = json.loads(text, parse_constant=_refuse_constant, parse_int=_whole_number)
    except json.JSONDecodeError as error:
        where = f"{name}, line {error.lineno}, column {error.colno}"
        message = f"{error.msg[0].lower()}{error.msg[1:]}".removesuffix(" starting at")
        raise InputError(f"{where}: the file is broken or cut short here ({message}).") from None
    except ValueError as error:
        raise InputError(f"{name}: {error}") from None
    except RecursionError:
        raise InputError(f"{name} is nested too deeply to be a leadership model.") from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise InputError(f"{name} is not a {SUFFIX} file: it does not say “format”: “{FORMAT}”.")
    version = whole.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise InputError(f"{name} does not say which version of the format it has.")
    if version > VERSION:
        raise InputError(
            f"{name} was made by a newer modelbuilder (format {version}); this one reads format {VERSION}."
        )
    known = ("format", "version", "document")
    for field in whole:
        if field not in known:
            raise InputError(f"{name}: “{field}” is not a known field here{nearest(field, known)}")
    if "document" not in whole:
        raise InputError(f"{name}: “document” is missing.")
    return whole["document"]


def _refuse_constant(word: str) -> float:
    raise ValueError(f"{word} is not a number that a leadership model can hold.")


def _whole_number(digits: str) -> int:
    if len(digits) > 30:
        raise ValueError(f"{digits[:12]}… is too long a number for a leadership model.")
    return int(digits)


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
    whole = {"format": FORMAT, "version": VERSION, "document": inner}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _sorted(rows: dict[str, Any]) -> dict[str, Any]:
    return dict(sorted(rows.items(), key=lambda row: (natural_key(str(row[1].get("handle", ""))), row[0])))


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
