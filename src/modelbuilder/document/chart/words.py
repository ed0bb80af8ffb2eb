"""The words of a chart line: split at spaces, grouped by double quotes, each with its column."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from modelbuilder.document.errors import InputError

CHECKING = ("checks", "rule", "aside")
"""The words that begin a statement on how the document is checked; it may stand anywhere."""

FIT = "fit"
"""The word that begins a statement on a private card; it may stand anywhere."""

_THINGS = ("school", "group", "person", "post", "body", "outside", "duty", "note", "votes")
KEYWORDS = ("document", "model", "stage", "remove", *_THINGS, *CHECKING, FIT)
"""The words that begin a statement; a thing of that name is quoted where a statement begins with it."""

OPENING = ("model", "stage")
"""The words that begin a model: the statements after them belong to it."""

_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
_WRITTEN = {character: letter for letter, character in reversed(_ESCAPES.items())}


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its text, whether it was quoted, its column (from 1), and its key if it is key=value."""

    text: str
    quoted: bool
    line: int
    column: int
    key: str | None = None

    def error(self, message: str) -> InputError:
        """Return an error that begins with the line and column of the word."""
        return InputError(f"line {self.line}, column {self.column}: {message}")


def split_words(text: str, line: int) -> list[Word]:
    """Split one line of a chart into words; a `#` outside quotes ends it."""
    words: list[Word] = []
    position, length = 0, len(text)
    while position < length:
        character = text[position]
        if character.isspace():
            position += 1
            continue
        if character == "#":
            break
        word, position = _read_word(text, position, line)
        words.append(word)
    return words


def _read_word(text: str, start: int, line: int) -> tuple[Word, int]:
    position, length = start, len(text)
    pieces: list[str] = []
    key: str | None = None
    quoted = False
    while position < length and not text[position].isspace():
        character = text[position]
        if character == "#" and not pieces and key is None:
            break
        if character == '"':
            quoted = True
            piece, position = _read_quoted(text, position, line)
            pieces.append(piece)
        elif character == "=" and key is None and not quoted and pieces:
            key, pieces = "".join(pieces), []
            position += 1
        else:
            pieces.append(character)
            position += 1
    return Word("".join(pieces), quoted, line, start + 1, key), position


def _read_quoted(text: str, start: int, line: int) -> tuple[str, int]:
    pieces: list[str] = []
    position = start + 1
    while position < len(text):
        character = text[position]
        if character == '"':
            return "".join(pieces), position + 1
        if character == "\\" and position + 1 < len(text) and text[position + 1] in _ESCAPES:
            pieces.append(_ESCAPES[text[position + 1]])
            position += 2
        else:
            pieces.append(character)
            position += 1
    raise InputError(f'line {line}, column {start + 1}: the quote " is never closed.')


def keyword(words: list[Word]) -> str:
    """Return the keyword that the statement begins with, or an empty string."""
    first = words[0]
    return first.text if not first.quoted and first.key is None and first.text in KEYWORDS else ""


def name_word(words: list[Word]) -> Word:
    """Return the word after the keyword: the name or handle of what the statement describes."""
    if len(words) < 2 or words[1].key is not None:
        raise words[0].error(f"a {words[0].text} needs a name after the word “{words[0].text}”.")
    return checked_name(words[1])


def checked_name(word: Word) -> Word:
    """Return the word when its text can be a name or a handle."""
    if not 1 <= len(word.text) <= 200:
        raise word.error("a name has 1 to 200 characters.")
    return word


def listed(word: Word) -> list[Word]:
    """Split a word at its commas; a backslash before a comma or a backslash makes it part of a name."""
    parts = [""]
    escaped = False
    for character in word.text:
        if character == "," and not escaped:
            parts.append("")
        elif character != "\\" or escaped:
            parts[-1] += character
        escaped = character == "\\" and not escaped
    return [replace(word, text=part) for part in parts]


def list_of(names: Iterable[str]) -> str:
    """Return names joined with commas, as `listed` reads them."""
    return ",".join(name.replace("\\", "\\\\").replace(",", "\\,") for name in names)


def quote(text: str) -> str:
    """Return the text in double quotes, as a chart has it."""
    for character, letter in _WRITTEN.items():
        text = text.replace(character, f"\\{letter}")
    return f'"{text}"'


def bare(text: str) -> str:
    """Return the text as one word, quoted only when it has to be."""
    plain = text and not any(character.isspace() or character in '"#=\\' for character in text)
    return text if plain else quote(text)
