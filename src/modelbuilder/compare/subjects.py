"""Who asks what changes for them: a person, a role or a post, found by name, and who that is in each model."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.seats import CHAIRS
from modelbuilder.accountability.wording import upper_first
from modelbuilder.compare.likeness import plain
from modelbuilder.compare.phrases import post
from modelbuilder.document.errors import InputError, nearest
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import post_title
from modelbuilder.document.records import Document
from modelbuilder.vocabulary.roles import ROLES


class Subject(NamedTuple):
    """A person by name, or else roles, or else a post by its handle; models of several documents have the same."""

    label: str
    person: str = ""
    roles: tuple[str, ...] = ()
    handle: str = ""

    @property
    def named(self) -> bool:
        """Whether it is one person or post, and not whoever is in a role."""
        return bool(self.person or self.handle)

    @property
    def within(self) -> str:
        """The label as it stands within a sentence: CEO stays CEO, and names stay as they are."""
        return self.label if self.named else " ".join(w if w.isupper() else w.lower() for w in self.label.split())


def subject_of(models: Sequence[Questions], about: Sequence[str]) -> Subject:
    """Return the subject of roles, or of a person by id, the same in all models of a document.

    Where names are withheld, the person is called by the first post that they hold.
    """
    person = models[0].document.people.get(ThingId(about[0])) if about else None
    if person is None:
        roles = tuple(role for role in about if role in ROLES)
        return Subject(_common(roles), roles=roles)
    subject = Subject(person.name, person=plain(person.name or person.handle))
    if not person.name:
        held = [post(ask, one) for ask in models for one in bearers(ask, subject) if one in ask.model.posts]
        subject = subject._replace(label=held[0] if held else "somebody")
    return subject


def about_of(documents: Iterable[Document], subject: Subject) -> tuple[str, ...]:
    """Return what a deck says of a subject: its roles, or the id of the person."""
    if subject.roles:
        return subject.roles
    people = ((one, person) for document in documents for one, person in document.people.items())
    return next(((one,) for one, person in people if plain(person.name) == subject.person != ""), ())


def _common(roles: Sequence[str]) -> str:
    """Return the words that the labels of roles begin with in common: “Chair” of several boards."""
    labels = [ROLES[role].label.split() for role in roles]
    common = [words[0] for words in takewhile(lambda words: len(set(words)) == 1, zip(*labels, strict=False))]
    while common and common[-1] == "of":
        common.pop()
    return " ".join(common)


def subject_called(documents: Iterable[Document], words: str) -> Subject:
    """Find a person by name or handle, a role by its words or the first of them, or a post by its handle.

    Raises InputError with the nearest names when there is nobody of that name.
    """
    cast, wanted = list(documents), plain(words)
    people = [person for document in cast for person in document.people.values() if person.name]
    for person in people:
        if wanted in (plain(person.name), plain(person.handle)):
            return Subject(person.name, person=plain(person.name))
    if roles := roles_called(words):
        return Subject(ROLES[roles[0]].label if len(roles) == 1 else upper_first(words.strip()), roles=roles)
    posts = [post for document in cast for model in document.models.values() for post in model.posts.values()]
    for row in posts:
        if plain(row.handle) == wanted:
            return Subject(f"{post_title(row)} ({row.handle})", handle=row.handle)
    known = [*(person.name for person in people), *(role.label for role in ROLES.values())]
    raise InputError(f"“{words}” is neither a person nor a role of these models{nearest(words, known)}")


def roles_called(words: str) -> tuple[str, ...]:
    """List the roles that are called so, or that begin with these words: “chair” is the chair of any board."""
    wanted = plain(words)
    exactly = tuple(key for key, role in ROLES.items() if wanted in (plain(role.label), key, key.replace("_", " ")))
    if exactly or not wanted:
        return exactly
    return tuple(key for key, role in ROLES.items() if plain(role.label).startswith(f"{wanted} "))


def bearers(ask: Questions, subject: Subject) -> list[ThingId]:
    """List the posts of a subject in one model, or the person where they hold none; a vacant post counts too."""
    if subject.handle:
        return [one for one, post in ask.model.posts.items() if post.handle == subject.handle]
    if subject.roles:
        return _in_roles(ask, subject.roles)
    document = ask.document
    ids = [one for one, person in document.people.items() if plain(person.name or person.handle) == subject.person]
    held = [post_id for one in ids for post_id in ask.posts_held(one)]
    held.sort(key=lambda post_id: (ask.rank(post_id) or 9, ask.key(post_id)))
    return held or [one for one in ids if one in ask.model.figures]


def _in_roles(ask: Questions, roles: tuple[str, ...]) -> list[ThingId]:
    """List the posts of some roles; who takes the chair without such a post is in the role of the chair too."""
    posts = ask.in_roles(roles)
    people = {ask.model.posts[post_id].person or post_id for post_id in posts}
    return [*posts, *(one for one in _sitting_chairs(ask, roles) if one not in people)]


def _sitting_chairs(ask: Questions, roles: tuple[str, ...]) -> Iterator[ThingId]:
    kinds = frozenset[str]().union(*(CHAIRS.get(role, frozenset()) for role in roles))
    found = {
        sitter: None
        for body_id, body in ask.model.bodies.items()
        if body.kind in kinds
        for sitter in ask.seats.chairs(body_id)
    }
    yield from ask.sorted(found)
