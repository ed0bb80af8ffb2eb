"""Model B of the domain notes, built from a blank page by keys alone: the keys, for a test here and in a real window.

Words in quotes are typed; everything else is a key as Qt spells it.
"""

import shlex
from collections.abc import Iterator
from typing import NamedTuple

from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import label_of, person_name
from modelbuilder.document.records import Document


class Stroke(NamedTuple):
    """A key to press, or words to type."""

    key: str = ""
    words: str = ""


def strokes(script: str) -> Iterator[Stroke]:
    """Read a script of keys."""
    for line in script.splitlines():
        for token in shlex.split(line.partition("#")[0], posix=False):
            yield Stroke(words=token.strip('"')) if token.startswith('"') else Stroke(token)


def _add(kind: str, name: str = "") -> str:
    return f'A "{kind}" Return' + (f' Return "{name}" Return' if name else "")


def _go(name: str) -> str:
    return f'Ctrl+F "{name}" Return'


def _join(name: str, to: str, *types: str) -> str:
    """Join a thing to another by lines of these types, each known by its first words."""
    return "\n".join(f'{_go(name)} C "{to}" Return "{kind}" Return' for kind in types)


_SCHOOLS = (
    ("Pellowby Primary", "Marta Quill", "Anouk Delacombe"),
    ("Fennimoor Primary", "Joss Ferrant", "Piers Hollowell"),
    ("Pellowby Nursery", "Wren Adeyemi-Holt", "Safiya Marsden"),
)
_EHT, _FGB, _FEDERATION = "Dai Okonedo-Reyes", "governing body", "Pellowby Federation"


def _school(school: str, head: str, deputy: str) -> str:
    return "\n".join(
        [
            _go(_FEDERATION),
            _add("school", school),
            _add("head of school", head),
            _join(head, _EHT, "accountable"),
            _join(head, school, "public"),
            _go(school),
            _add("deputy", deputy),
            _join(deputy, head, "accountable", "covers"),
            _join(_EHT, school, "leads", "accountable for"),
        ]
    )


MODEL_B = "\n".join(
    [
        _add("federation", _FEDERATION),
        _add("executive head", _EHT),
        "Escape",
        _add("governing body"),
        f'C "{_FEDERATION}" Return "governs" Return',
        _join(_EHT, _FGB, "accountable", "sits"),
        *(_school(*row) for row in _SCHOOLS),
        _join("Marta Quill", _EHT, "covers"),
        _join("Marta Quill", "Joss Ferrant", "peer"),
        _join("Joss Ferrant", "Wren Adeyemi-Holt", "peer"),
        _join(_EHT, "Marta Quill", "covers"),
        f'{_go(_EHT)} C "Joss Ferrant" Return "covers" Down Return  # Down: the same line the other way comes first',
        f'{_go(_EHT)} C "Wren Adeyemi-Holt" Return "covers" Down Return',
        _go("Pellowby Primary"),
        _add("business manager", "Noor Castellan"),
        _join("Noor Castellan", _EHT, "accountable"),
        _join("Noor Castellan", "Fennimoor Primary", "shares services"),
        _join("Noor Castellan", "Pellowby Nursery", "shares services"),
        "Escape",
        _add("local authority"),
        _join("local authority", _EHT, "supports"),
        "Escape",
        _add("governance professional", "Edwin Farrant-Cole"),
        _join("Edwin Farrant-Cole", _FGB, "advises"),
        "Escape",
        _add("consultant head", "Rosalind Achterberg"),
        _join("Rosalind Achterberg", _EHT, "coaches"),
        "Escape Ctrl+Shift+L",
    ]
)
"""The final stage of domain notes §7.2; the mentor is a consultant head here."""

LINES = {
    (kind, source, target)
    for kind, rows in {
        "accountable_to": [
            (_EHT, "Governing Body"),
            ("Noor Castellan", _EHT),
            *((head, _EHT) for _, head, _ in _SCHOOLS),
            *((deputy, head) for _, head, deputy in _SCHOOLS),
        ],
        "sits_on": [(_EHT, "Governing Body")],
        "governs": [("Governing Body", _FEDERATION)],
        "leads": [(person, school) for school, head, _ in _SCHOOLS for person in (head, _EHT)],
        "accountable_for": [(_EHT, school) for school, _, _ in _SCHOOLS],
        "public_face_of": [(head, school) for school, head, _ in _SCHOOLS],
        "covers": [
            *((deputy, head) for _, head, deputy in _SCHOOLS),
            *((_EHT, head) for _, head, _ in _SCHOOLS),
            ("Marta Quill", _EHT),
        ],
        "peer_support": [("Marta Quill", "Joss Ferrant"), ("Joss Ferrant", "Wren Adeyemi-Holt")],
        "shares_services": [("Noor Castellan", "Fennimoor Primary"), ("Noor Castellan", "Pellowby Nursery")],
        "supports_challenges": [("Local Authority", _EHT)],
        "advises": [("Edwin Farrant-Cole", "Governing Body")],
        "coaches": [("Rosalind Achterberg", _EHT)],
    }.items()
    for source, target in rows
}
"""The lines that the keys draw, by the names of their ends."""


def lines_by_name(document: Document) -> set[tuple[str, str, str]]:
    """Return the lines of the first model by type and the names of their ends."""
    model = document.models[document.order[0]]

    def name(thing_id: ThingId) -> str:
        post = model.posts.get(thing_id)
        return (person_name(document, post) if post else "") or label_of(document, model, thing_id)

    return {(line.kind, name(line.source), name(line.target)) for line in model.lines.values()}
