"""The lines of a model by their ends, and which of them a card says in words instead of being drawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from modelbuilder.accountability.wording import number
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import ancestors
from modelbuilder.document.records import Line, Model
from modelbuilder.drawing.enclosure import enclosed, words_of
from modelbuilder.vocabulary.bodies import BOARDS, BODIES, COMMITTEES
from modelbuilder.vocabulary.lines import LINES
from modelbuilder.vocabulary.roles import ROLES

_OF_A_SCHOOL = frozenset({"leads", "accountable_for", "public_face_of"})


_VERBS = {
    "covers": "covers",
    "supports_challenges": "supports",
    "coaches": "coaches",
    "mentors": "mentors",
    "develops": "develops",
    "holds_to_account": "holds to account",
    "sits_on": "sits on",
    "delegates_to": "scheme of delegation",
}
"""What a card says of its lines that are not drawn, most telling first."""


@dataclass(frozen=True)
class Links:
    """The lines of a model by what they join.

    `said` maps a card to the lines that it says in words: what a post does for the school it stands
    in, and what runs beside an accountable line that is drawn. A journey is neither drawn nor said.
    """

    at: dict[ThingId, list[ThingId]]
    said: dict[ThingId, list[ThingId]]
    drawn: tuple[ThingId, ...]
    anchors: dict[ThingId, ThingId]


def link(model: Model) -> Links:
    """Sort the lines of a model into drawn ones and said ones."""
    anchors = dict(_anchors(model))
    upward = {(line.source, line.target) for line in model.lines.values() if line.kind == "accountable_to"}
    governed: dict[ThingId, set[ThingId]] = {}
    for line in model.lines.values():
        if line.kind == "governs" and line.target in model.groups:
            governed.setdefault(line.source, set()).add(line.target)
    inside = enclosed(model)
    said: dict[ThingId, list[ThingId]] = {}
    at: dict[ThingId, list[ThingId]] = {}
    drawn: list[ThingId] = []
    for line_id, line in model.lines.items():
        if not LINES[line.kind].drawn:
            continue
        source, target = anchors.get(line.source, line.source), anchors.get(line.target, line.target)
        sayer = _sayer(model, line, source, target, upward, governed) or inside.get(line_id)
        if sayer is not None:
            said.setdefault(sayer, []).append(line_id)
            continue
        drawn.append(line_id)
        at.setdefault(source, []).append(line_id)
        if target != source:
            at.setdefault(target, []).append(line_id)
    return Links(at, said, tuple(drawn), anchors)


def _anchors(model: Model) -> Iterator[tuple[ThingId, ThingId]]:
    """Yield each person without a figure and the first post that stands for them."""
    seen: set[ThingId] = set(model.figures)
    for post_id, post in model.posts.items():
        if post.person is not None and post.person not in seen:
            seen.add(post.person)
            yield post.person, post_id


def _sayer(
    model: Model,
    line: Line,
    source: ThingId,
    target: ThingId,
    upward: set[tuple[ThingId, ThingId]],
    governed: dict[ThingId, set[ThingId]],
) -> ThingId | None:
    if line.kind in _OF_A_SCHOOL and source in model.posts:
        around = set(ancestors(model, source))
        holder = model.posts[source].at
        if target in around or (holder in model.groups and holder in set(ancestors(model, target))):
            return source
    if line.kind == "governs" and source in model.bodies and target in set(ancestors(model, source)):
        return source
    if line.kind in _VERBS and ((source, target) in upward or (target, source) in upward):
        return target if line.kind == "delegates_to" else source
    if line.kind in ("accountable_to", "delegates_to"):
        committee, board = (source, target) if line.kind == "accountable_to" else (target, source)
        if _is_committee_in_a_school(model, committee, governed.get(board, set())):
            return committee
    return None


def _is_committee_in_a_school(model: Model, committee_id: ThingId, governed: set[ThingId]) -> bool:
    """Tell whether a local body stands in a school of a group that the board it answers to governs."""
    committee = model.bodies.get(committee_id)
    if committee is None or committee.kind not in COMMITTEES or committee.at not in model.placements:
        return False
    return not governed.isdisjoint(ancestors(model, committee_id))


def words_on_card(model: Model, links: Links, thing_id: ThingId) -> tuple[str, ...]:
    """Return what a card says about the lines that are not drawn, most telling first."""
    lines = [model.lines[line_id] for line_id in links.said.get(thing_id, ())]
    schools = {kind: [line for line in lines if line.kind == kind] for kind in _OF_A_SCHOOL}
    words: list[str] = []
    if schools["accountable_for"]:
        words.append("accountable for " + _which(model, thing_id, schools["accountable_for"]))
    executive = [line for line in schools["leads"] if line.mode == "executive"]
    if executive and not schools["accountable_for"]:
        words.append("leads " + _which(model, thing_id, executive))
    if schools["public_face_of"]:
        words.append("public face")
    for line in schools["leads"]:
        if line.mode != "executive":
            words.append({"acting": "acting head", "co": "shares the headship"}.get(line.mode, "leads day to day"))
        if line.legal:
            words.append("headteacher in law")
    if "leads day to day" in words and words[0] == "accountable for the school":
        words.remove("leads day to day")
    if any(line.kind == "governs" for line in lines):
        words.append("governs the " + ("school" if model.bodies[thing_id].at in model.placements else "group"))
    each = words_of(model, lines)
    if any(line.kind == "accountable_to" for line in lines) and not any("answers" in word for word in each):
        words.append("answers to the board")
    words += each
    for kind, verb in _VERBS.items():
        others = [line for line in lines if line.kind == kind and line.target not in model.groups]
        if others:
            words.append(f"{verb} {_whom(model, links, thing_id, others)}".strip())
    return tuple(dict.fromkeys(words))


def _which(model: Model, post_id: ThingId, lines: list[Line]) -> str:
    targets = {line.target for line in lines}
    if len(targets) == 1:
        target = next(iter(targets))
        return "the school" if target in set(ancestors(model, post_id)) else "one school"
    holder = model.posts[post_id].at
    inside = {school_id for school_id in model.placements if holder in set(ancestors(model, school_id))}
    count = number(len(targets))
    if targets != inside:
        return f"{count} schools"
    return "both schools" if count == "two" else f"all {count} schools"


def _whom(model: Model, links: Links, thing_id: ThingId, lines: list[Line]) -> str:
    """Name whom lines go to, by role and in the plural where there are several of one role."""
    if lines[0].kind == "delegates_to":
        return ""
    if lines[0].kind == "sits_on" and len(lines) > 1:
        return f"{number(len(lines))} boards"
    names: dict[str, int] = {}
    for line in lines:
        target = links.anchors.get(line.target, line.target)
        name = _role_words(model, target)
        names[name] = names.get(name, 0) + 1
    return " and ".join(name if count == 1 else _plural(name) for name, count in names.items())


def _plural(name: str) -> str:
    first, of, rest = name.partition(" of ")
    return f"{first}s{of}{rest}"


def _role_words(model: Model, thing_id: ThingId) -> str:
    if post := model.posts.get(thing_id):
        label = post.label or ROLES[post.role].label
        return f"the {label if label.isupper() else label.lower()}".replace("\n", " ")
    if body := model.bodies.get(thing_id):
        label = body.label or BODIES[body.kind].label
        plain = label.lower() if label in (label.capitalize(), BODIES[body.kind].label) else label
        return "the board" if body.kind in BOARDS else f"the {plain}"
    return "them"
