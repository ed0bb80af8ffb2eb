"""Which lines can join two things, the likeliest first, and why not when none can."""

from typing import NamedTuple

from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import end_of, label_of
from modelbuilder.document.records import Document, Line, Model
from modelbuilder.vocabulary.bodies import ADVISERS, BOARDS, BODIES
from modelbuilder.vocabulary.lines import LINES, LineKind
from modelbuilder.vocabulary.roles import EXECUTIVES, ROLES, SCHOOL_LEADERS


class Offer(NamedTuple):
    """A line that could be drawn between two things; `line` has the direction it would be stored in."""

    kind: LineKind
    line: Line
    words: str


def refusal(document: Document, model: Model, line: Line) -> str | None:
    """Say why a line is meaningless: to itself, a duplicate, or an end its type cannot have; else None."""
    kind = LINES[line.kind]
    source, target = end_of(document, model, line.source), end_of(document, model, line.target)
    if source is None or target is None:
        return "A line joins two things of the same model."
    if line.source == line.target:
        return "A line needs two ends: nothing can be joined to itself."
    if source not in kind.sources or target not in kind.targets:
        return f"“{kind.label}” cannot go from a {source} to a {target}."
    for other in model.lines.values():
        ends = (other.source, other.target)
        same = ends == (line.source, line.target) or (kind.mutual and ends == (line.target, line.source))
        if other.kind == line.kind and same:
            return f"They are already joined by “{kind.label}”."
    return None


def offers(document: Document, model: Model, source: ThingId, target: ThingId) -> list[Offer]:
    """List the lines that can join two things, likeliest first, in the direction they would have."""
    found: list[tuple[float, int, Offer]] = []
    for kind in LINES.values():
        for here, there in ((source, target), (target, source)):
            backwards = here != source
            if backwards and kind.mutual:
                continue
            line = Line(kind=kind.key, source=here, target=there, mode=_mode(model, kind.key, here))
            if refusal(document, model, line) is not None:
                continue
            likely = _likely(model, kind, line) + (12 if backwards else 0)
            words = f"{label_of(document, model, here)} {kind.label} {label_of(document, model, there)}"
            found.append((likely, len(found), Offer(kind, line, words)))
    found.sort(key=lambda row: row[:2])
    best: dict[str, Offer] = {}
    for likely, _, offer in found:
        if likely < 100 and offer.kind.drawn:
            best.setdefault(offer.kind.key + ("" if offer.line.source == source else " back"), offer)
    return list(best.values())


def refusal_to_join(document: Document, model: Model, source: ThingId, target: ThingId) -> str | None:
    """Say why no line at all can join two things, or None when one can."""
    if source == target:
        return "Nothing can be joined to itself."
    if end_of(document, model, target) is None or end_of(document, model, source) is None:
        return "Lines join posts, people, bodies, schools and groups."
    if offers(document, model, source, target):
        return None
    return f"{label_of(document, model, target)} is already joined in every way that makes sense."


def _mode(model: Model, kind: str, source: ThingId) -> str:
    post = model.posts.get(source)
    if kind != "leads" or post is None:
        return ""
    if post.role in EXECUTIVES:
        return "executive"
    if post.role == "acting_headteacher" or post.status == "acting":
        return "acting"
    return "co" if post.role == "co_headteacher" else "head"


def _likely(model: Model, kind: LineKind, line: Line) -> float:
    """Return how likely a line is meant, from what its ends are: lower is likelier, 100 is never."""
    source, target = model.posts.get(line.source), model.posts.get(line.target)
    if source and target:
        return _between_posts(kind, ROLES[source.role].rank, ROLES[target.role].rank)
    giver, taker = model.bodies.get(line.source), model.bodies.get(line.target)
    if kind.key == "employs" and taker and taker.kind not in ("system_leader", "qa_lead"):
        return 100  # these two are people, though they are drawn as bodies
    if giver and BODIES[giver.kind].outside:
        firsts = {
            "ofsted": "inspects",
            "regional_director": "intervenes",
            "local_authority": "supports_challenges",
        }
        if kind.key == firsts.get(giver.kind, "supports_challenges"):
            return 8
        return 90 if kind.key in ("accountable_to", "governs", "holds_to_account") else kind.likely
    if giver and kind.key in ("inspects", "intervenes", "school_to_school_support"):
        return 90  # what an outside body does, not a school's own board
    if taker and (BODIES[taker.kind].outside or taker.kind in ADVISERS):
        return 95 if kind.key in ("accountable_to", "sits_on") else kind.likely
    if giver and target and kind.key == "accountable_to":
        return 100
    if kind.key == "part_of" and (taker or giver):
        return 85  # a body says by its place what it belongs to, and no school is part of one
    if kind.key == "coordinates" and giver and giver.kind != "partnership_board":
        return 60
    if source and taker:
        return _post_to_body(kind, source.role)
    if giver and taker and giver.kind in BOARDS:
        return {"delegates_to": 9, "accountable_to": 30}.get(kind.key, kind.likely + 20)
    if giver and not target and not taker and giver.kind not in BOARDS and kind.key == "governs":
        return 47
    if source and kind.key == "leads":
        return 12 if source.role in SCHOOL_LEADERS | EXECUTIVES else 60
    return kind.likely


def _between_posts(kind: LineKind, source: int | None, target: int | None) -> float:
    upward = source is not None and target is not None and source > target
    level = source is not None and source == target
    if kind.key == "accountable_to":
        return 5 if upward else 46 if level else 50
    if kind.key == "peer_support":
        return 10 if level else 70
    if kind.key == "covers":
        return 20 if upward else 40
    return 72 if kind.key == "delegates_to" else kind.likely


def _post_to_body(kind: LineKind, role: str) -> float:
    if role in ("governance_professional", "consultant_head"):
        return 6 if kind.key == "advises" else kind.likely + 20
    if kind.key == "delegates_to":
        return 75  # boards delegate to leaders, hardly ever the other way round
    if not ROLES[role].employed:
        return 6 if kind.key == "sits_on" else kind.likely + 20
    return kind.likely
