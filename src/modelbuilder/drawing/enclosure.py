"""Lines that the boxes around their two ends already show, so that a card says them in words."""

from collections.abc import Iterable, Mapping

from modelbuilder.accountability.wording import number
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import ancestors
from modelbuilder.document.records import Line, Model
from modelbuilder.vocabulary.bodies import COMMITTEES

_TO_ALL = {
    "supports_challenges": "supports",
    "coordinates": "co-ordinates",
    "shares_services": "serves",
}
"""What a card says of a line to the group that it stands in."""

_TO_EACH = {"accountable_to": "answers", "reports_to_for_information": "reports"}
"""What a card says of lines to the boards of all schools of the group that it stands in."""

_SEVERAL = 3


def enclosed(model: Model) -> dict[ThingId, ThingId]:
    """Map each line that boxes already show onto the card that says it.

    That is what a card does for all of the group that it stands in, a seat that somebody in a school of a
    group has on a board of that group, and what goes to the board of each of several schools.
    """
    found = {
        line_id: line.source for line_id, line in model.lines.items() if _to_all(model, line) or _seat(model, line)
    }
    for line_ids in _by_source(model).values():
        source = model.lines[line_ids[0]].source
        if _each(model, source, {model.lines[line_id].target for line_id in line_ids}):
            found |= dict.fromkeys(line_ids, source)
    return found


def _to_all(model: Model, line: Line) -> bool:
    return line.kind in _TO_ALL and line.target in model.groups and line.target in set(ancestors(model, line.source))


def _seat(model: Model, line: Line) -> bool:
    """Tell whether a post in a school sits on a board that stands in a group around the school."""
    post, body = model.posts.get(line.source), model.bodies.get(line.target)
    if line.kind != "sits_on" or post is None or body is None or post.at not in model.placements:
        return False
    return body.at in model.groups and body.at in set(ancestors(model, line.source))


def _by_source(model: Model) -> Mapping[tuple[str, ThingId], list[ThingId]]:
    found: dict[tuple[str, ThingId], list[ThingId]] = {}
    for line_id, line in model.lines.items():
        if line.kind in _TO_EACH and (line.kind != "accountable_to" or _is_committee(model, line.source)):
            found.setdefault((line.kind, line.source), []).append(line_id)
    return found


def _is_committee(model: Model, thing_id: ThingId) -> bool:
    body = model.bodies.get(thing_id)
    return body is not None and body.kind in COMMITTEES


def _each(model: Model, source: ThingId, targets: set[ThingId]) -> bool:
    """Tell whether the targets are boards, one in each of several schools of the group around the source."""
    row = model.bodies.get(source) or model.posts.get(source)
    if row is None or row.at not in model.groups:
        return False
    schools = {one for one in model.placements if row.at in set(ancestors(model, one))}
    at = [body.at for one in targets if (body := model.bodies.get(one))]
    return len(at) == len(targets) == len(schools) >= _SEVERAL and set(at) == schools


def words_of(model: Model, lines: Iterable[Line]) -> list[str]:
    """Return what a card says of those of its lines that go to all of a group, or to each board in it."""
    said = list(lines)
    words = [f"{_TO_ALL[line.kind]} all schools" for line in said if _to_all(model, line)]
    for kind, verb in _TO_EACH.items():
        targets = [line.target for line in said if line.kind == kind]
        if len(targets) >= _SEVERAL:
            kinds = {model.bodies[one].kind for one in targets}
            boards = "governing bodies" if kinds == {"governing_body"} else "boards"
            words.append(f"{verb} to all {number(len(targets))} {boards}")
    return words
