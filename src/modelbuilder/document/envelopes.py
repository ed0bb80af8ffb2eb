"""The JSON texts that our files are: the name of a format, its version, and one record inside, read strictly."""

import json
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from modelbuilder.document.errors import InputError, nearest
from modelbuilder.document.records import Record
from modelbuilder.document.wording import sentence

R = TypeVar("R", bound=Record)


class Envelope(NamedTuple):
    """A format: the newest version that is read, the field of what is inside, what that is called, and the file."""

    format: str
    version: int
    field: str
    noun: str
    file: str


def wrapped(envelope: Envelope, inner: object) -> dict[str, object]:
    """Return what is to be written as JSON."""
    return {"format": envelope.format, "version": envelope.version, envelope.field: inner}


def opened(envelope: Envelope, text: str, name: str, kind: type[R]) -> R:
    """Return the record inside; raises InputError with one sentence that begins with `name`."""
    inner = _unpack(envelope, text, name)
    try:
        # Strictly, and by way of JSON: there a list may stand for a tuple, but "12" never for a number.
        return kind.model_validate_json(json.dumps(inner), strict=True)
    except ValidationError as error:
        raise InputError(f"{name}: {sentence(error, inner, kind)}") from None
    except RecursionError:
        raise InputError(f"{name} is nested too deeply to be a {envelope.noun}.") from None


def _unpack(envelope: Envelope, text: str, name: str) -> object:
    """Return what the file says of what is inside, once format and version are as they should be."""
    if not text.strip():
        raise InputError(f"{name} is empty.")
    try:
        whole = json.loads(text, parse_constant=_refuse_constant, parse_int=_whole_number)
    except json.JSONDecodeError as error:
        where = f"{name}, line {error.lineno}, column {error.colno}"
        message = f"{error.msg[0].lower()}{error.msg[1:]}".removesuffix(" starting at")
        raise InputError(f"{where}: the file is broken or cut short here ({message}).") from None
    except ValueError as error:
        raise InputError(f"{name}: {str(error).format(noun=envelope.noun)}") from None
    except RecursionError:
        raise InputError(f"{name} is nested too deeply to be a {envelope.noun}.") from None
    if not isinstance(whole, dict) or whole.get("format") != envelope.format:
        raise InputError(f"{name} is not a {envelope.file}: it does not say “format”: “{envelope.format}”.")
    version = whole.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise InputError(f"{name} does not say which version of the format it has.")
    if version > envelope.version:
        raise InputError(
            f"{name} was made by a newer modelbuilder (format {version}); this one reads format {envelope.version}."
        )
    known = ("format", "version", envelope.field)
    for field in whole:
        if field not in known:
            raise InputError(f"{name}: “{field}” is not a known field here{nearest(field, known)}")
    if envelope.field not in whole:
        raise InputError(f"{name}: “{envelope.field}” is missing.")
    return whole[envelope.field]


def _refuse_constant(word: str) -> float:
    raise ValueError(f"{word} is not a number that a {{noun}} can hold.")


def _whole_number(digits: str) -> int:
    if len(digits) > 30:
        raise ValueError(f"{digits[:12]}… is too long a number for a {{noun}}.")
    return int(digits)
