"""Show a model through the eyes of a reader: what stands in the foreground, and what may fade."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import ancestors
from modelbuilder.document.records import Document
from modelbuilder.vocabulary.bodies import BOARDS, BODIES
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.vocabulary.tiers import Tier


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads a model, and one sentence on what they look for in it."""

    key: str
    label: str
    sentence: str


_ALL = (
    Reader(
        "families",
        "Parents and pupils",
        "For parents and pupils: who leads each school day to day, who is its public face, and who speaks for parents.",
    ),
    Reader(
        "staff",
        "Staff",
        "For staff: whom each post answers to, up to the board, and who steps in when somebody is away.",
    ),
    Reader(
        "governors",
        "Governors and trustees",
        "For governors and trustees: the boards and committees, what they govern and delegate, who sits on them and "
        "advises them, and who answers to them.",
    ),
    Reader(
        "department",
        "The Department",
        "For the Department: who answers in law for each school – its board, its headteacher in law, a trust’s members "
        "and accounting officer – and who maintains, inspects or can intervene.",
    ),
)

READERS: Mapping[str, Reader] = MappingProxyType({reader.key: reader for reader in _ALL})


@dataclass(frozen=True, slots=True)
class Lens:
    """What stands in the foreground for a reader; everything else fades. Sticky notes are nobody’s and never fade."""

    reader: Reader
    things: frozenset[ThingId]
    lines: frozenset[ThingId]


def lens(document: Document, model_id: ModelId, reader: str) -> Lens:
    """Say what stands in the foreground for a reader, named by a key of READERS."""
    return through(Questions(document, model_id), reader)


def through(ask: Questions, reader: str) -> Lens:
    """Say the same from questions that have been asked already.

    The two ends of a line come along with it, and the boxes around a thing with the thing: they say where it is.
    """
    model = ask.model
    found = frozenset(_VIEWS[reader](ask))
    lines = found & model.lines.keys()
    things = set(found - lines)
    for line_id in lines:
        things.update((model.lines[line_id].source, model.lines[line_id].target))
    for person_id in things & ask.document.people.keys() - model.figures.keys():
        things.update(ask.posts_held(person_id))  # where the person's lines are drawn
    things.update([box for thing_id in things for box in ancestors(model, thing_id)])
    standing = things & {*model.placements, *model.groups, *model.posts, *model.bodies, *model.figures}
    return Lens(READERS[reader], frozenset(standing) | model.stickies.keys(), lines)


def _of_kinds(ask: Questions, *kinds: str) -> Iterator[ThingId]:
    return (drawn.id for kind in kinds for drawn in ask.lines.of(kind))


def _for_families(ask: Questions) -> Iterator[ThingId]:
    """Yield the schools, who leads each day to day and is its face, and the bodies on which parents have seats."""
    for school_id in ask.model.placements:
        yield school_id
        for lead in ask.day_to_day(school_id):
            yield from (lead.post, lead.line_id)
        yield from (drawn.id for drawn in ask.faces(school_id))
    yield from (line_id for line_id, line in ask.lines.of("sits_on") if "parent" in line.capacity)
    for body_id, body in ask.model.bodies.items():
        if body.parents or body.kind == "stakeholder":
            yield body_id
        if body.kind == "stakeholder":
            yield from (drawn.id for kind in ("sits_on", "advises") for drawn in ask.lines.at([kind], body_id))


def _for_staff(ask: Questions) -> Iterator[ThingId]:
    """Yield all jobs, whom they answer to, their employers, and who covers, coaches or prepares whom."""
    jobs = {post_id for post_id, post in ask.model.posts.items() if ROLES[post.role].employed}
    yield from jobs
    yield from (line_id for line_id, line in ask.lines.of("accountable_to") if line.source in jobs)
    yield from _of_kinds(ask, "covers", "coaches", "mentors", "develops", "employs", "shares_staff")


def _for_governors(ask: Questions) -> Iterator[ThingId]:
    """Yield the boards and committees, what they govern, delegate and hear, and those who sit on or advise them."""
    inside = {body_id for body_id, body in ask.model.bodies.items() if not BODIES[body.kind].outside}
    yield from inside
    yield from (school_id for body_id in inside for school_id in ask.governed_by(body_id))
    yield from (p for p, post in ask.model.posts.items() if ROLES[post.role].tier is Tier.GOVERNANCE)
    yield from _of_kinds(ask, "governs", "holds_to_account", "sits_on", "delegates_to", "reports_to_for_information")
    for kind in ("accountable_to", "advises", "appoints", "part_of"):
        for line_id, line in ask.lines.of(kind):
            if line.target in inside or (line.source in inside and kind != "advises"):
                yield line_id


_LAW = frozenset({"local_authority", "dfe", "regional_director", "ofsted", "diocese", "sponsor"})
"""Bodies that maintain, found, inspect or intervene; the Department deals with them about a school."""


def _for_department(ask: Questions) -> Iterator[ThingId]:
    """Yield what the law looks for: boards, members, accounting officers, legal heads and those who intervene.

    The headteacher in law is the one marked so, or else the school's head; with them comes their line up to a board.
    """
    model = ask.model
    for body_id, body in model.bodies.items():
        if body.kind in BOARDS or body.kind in _LAW or body.kind == "members":
            yield body_id
    for kind in ("governs", "accountable_to"):
        for line_id, line in ask.lines.of(kind):
            source = model.bodies.get(line.source)
            if source and (source.kind in BOARDS or source.kind == "members"):
                yield line_id
    yield from _of_kinds(ask, "accountable_for", "inspects", "intervenes")
    officers = [post_id for post_id, post in model.posts.items() if post.accounting_officer]
    answerable = dict.fromkeys(officers)
    for school_id in model.placements:
        yield school_id
        answerable |= dict.fromkeys(ask.ultimate(school_id))
        for lead in ask.heads_in_law(school_id):
            yield lead.line_id
            answerable[lead.post] = None
    for post_id in answerable:
        yield post_id
        yield from ask.ladder.path(post_id, ask.all_boards.__contains__)


_VIEWS: dict[str, Callable[[Questions], Iterator[ThingId]]] = {
    "families": _for_families,
    "staff": _for_staff,
    "governors": _for_governors,
    "department": _for_department,
}
