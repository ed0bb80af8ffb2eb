"""Ids: opaque, and seeded by handles so that the same handle in two models is the same thing."""

import re
from collections.abc import Container
from hashlib import blake2b
from typing import NewType

ThingId = NewType("ThingId", str)
"""Anything that stands in a model: a post, body, group, school, person, line or note."""

ModelId = NewType("ModelId", str)

_PARTS = re.compile(r"[0-9]+|[^0-9]+")


def seed_id(kind: str, seed: str) -> ThingId:
    """Derive the id of a thing from its kind and handle: equal input, equal id, on every machine."""
    digest = blake2b(f"{kind}\n{seed}".encode(), digest_size=6).hexdigest()
    return ThingId(f"{kind}-{digest}")


def seed_model_id(label: str) -> ModelId:
    """Derive the id of a model from the label it was first given."""
    return ModelId(seed_id("model", label))


def free_name(stem: str, taken: Container[str], *, first_bare: bool = True) -> str:
    """Return the first of stem, stem2, stem3… that is not taken."""
    if first_bare and stem not in taken:
        return stem
    number = 2 if first_bare else 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key that puts HoS2 before HoS10, and capitals beside small letters."""
    parts = _PARTS.findall(text)
    keys = [(0, int(part), "") if part[0] in "0123456789" else (1, 0, part.casefold()) for part in parts]
    return (*keys, (-1, 0, text))
