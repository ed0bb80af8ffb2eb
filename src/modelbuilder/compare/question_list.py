"""The question list: the same questions to every model, answered from its graph (domain notes §5.8)."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from modelbuilder.accountability import journeys, wording
from modelbuilder.accountability.away import HELP
from modelbuilder.accountability.clauses import plural, verbs
from modelbuilder.accountability.findings import check
from modelbuilder.accountability.measures import executives_above, links_of, way_to_board
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Finding, Severity
from modelbuilder.accountability.stand_ins import covers, human, is_vacant
from modelbuilder.accountability.who import QUESTIONS as HELD
from modelbuilder.accountability.who import How, held
from modelbuilder.compare.phrases import several
from modelbuilder.compare.replies import Reply, by_school, reply
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.roles import EXECUTIVES


def replies(ask: Questions, findings: Sequence[Finding] | None = None) -> dict[str, Reply]:
    """Answer every question about one model, by their keys; what is found in it is looked for if it is not given."""
    found = check(ask.document, ask.model_id) if findings is None else findings
    return {key: answer(ask) for key, answer in _ANSWERS.items()} | {"findings": _findings(found)}


def _accountable(ask: Questions) -> Reply:
    def lines(school_id: ThingId) -> Iterator[ThingId]:
        yield from (drawn.id for drawn in ask.claims(school_id))

    return by_school(ask, lambda one: tuple(ask.sorted(ask.ultimate(one))), lines=lines, nobody="nobody")


def _day_to_day(ask: Questions) -> Reply:
    def lines(school_id: ThingId) -> Iterator[ThingId]:
        yield from (lead.line_id for lead in ask.day_to_day(school_id))

    def who(school_id: ThingId) -> tuple[ThingId, ...]:
        return tuple(lead.post for lead in ask.day_to_day(school_id) if not is_vacant(ask, lead.post))

    return by_school(ask, who, lines=lines, nobody="nobody")


def _public_face(ask: Questions) -> Reply:
    def who(school_id: ThingId) -> tuple[ThingId, ...]:
        found = held(ask, school_id, HELD["public-face"])
        return () if found.how is How.ACCOUNTABLE else found.by

    def lines(school_id: ThingId) -> Iterator[ThingId]:
        yield from (drawn.id for drawn in ask.faces(school_id))

    return by_school(ask, who, lines=lines, nobody="not shown")


def _head_in_law(ask: Questions) -> Reply:
    def lines(school_id: ThingId) -> Iterator[ThingId]:
        yield from (lead.line_id for lead in ask.heads_in_law(school_id))

    def who(school_id: ThingId) -> tuple[ThingId, ...]:
        return tuple(dict.fromkeys(lead.post for lead in ask.heads_in_law(school_id)))

    return by_school(ask, who, lines=lines, nobody="not marked")


def _money(ask: Questions) -> Reply:
    found = {school_id: held(ask, school_id, HELD["money"]) for school_id in ask.model.placements}
    ways = {one.how for one in found.values() if one.by}
    before = "not allocated; it rests with " if ways == {How.ACCOUNTABLE} else ""
    note = ", as accounting officer" if ways == {How.OFFICER} else ""
    return by_school(ask, lambda one: found[one].by, nobody="nobody", before=before, note=note)


def _appoints(ask: Questions) -> Reply:
    lines = ask.lines.of("appoints")
    targets: dict[ThingId, list[ThingId]] = {}
    for _, line in lines:
        targets.setdefault(line.source, []).append(line.target)
    parts = [f"{wording.name(ask, one)} appoints {wording.names(ask, rows)}" for one, rows in targets.items()]
    owners: dict[ThingId, list[ThingId]] = {}
    for duty in ask.model.duties.values():
        if duty.function == "f19" and duty.accountable:
            owners.setdefault(duty.accountable, []).append(duty.school)
    for owner in ask.sorted(owners):
        parts.append(f"{wording.name(ask, owner)} appoints staff at {wording.labels(ask, ask.sorted(owners[owner]))}")
    lit = [*(drawn.id for drawn in lines), *targets, *owners]
    return reply(parts, lit, nothing="Not shown")


def leaders(ask: Questions) -> list[ThingId]:
    """List who leads schools or answers for them, the highest first; posts that nobody holds are left out."""
    found = dict.fromkeys(
        post_id
        for school_id in ask.sorted(ask.model.placements)
        for post_id in (*ask.ultimate(school_id), *(lead.post for lead in ask.leads(school_id)))
        if not is_vacant(ask, post_id)
    )
    chiefs = (one for one, post in ask.model.posts.items() if post.role in EXECUTIVES and not is_vacant(ask, one))
    found |= dict.fromkeys(chiefs)
    return sorted(found, key=lambda post_id: (ask.rank(post_id) or 9, ask.key(post_id)))


def _cover(ask: Questions) -> Reply:
    covered: dict[ThingId, list[ThingId]] = {}
    alone: list[ThingId] = []
    lit: list[ThingId] = []
    for post_id in leaders(ask):
        cover = next((one for one in covers(ask, frozenset([human(ask, post_id)])) if one.post == post_id), None)
        if cover is None or cover.by is None or cover.line is None:
            alone.append(post_id)
        else:
            covered.setdefault(cover.by, []).append(post_id)
            lit += [cover.by, post_id, cover.line]
    parts = [f"{wording.name(ask, by)} for {wording.names(ask, rows)}" for by, rows in covered.items()]
    parts = [*([f"nobody for {wording.names(ask, alone)}"] if alone else []), *parts]
    return reply(parts, [*lit, *alone], nothing="Nobody leads here")


def _layers(ask: Questions) -> Reply:
    """Count the posts from whoever leads a school up to the board, and name them."""
    groups: dict[tuple[str, ...], list[ThingId]] = {}
    lit: set[ThingId] = set()
    for school_id in ask.sorted(ask.model.placements):
        for lead in ask.day_to_day(school_id)[:1]:
            way = way_to_board(ask, lead.post)
            titles = tuple(wording.title(ask, one) for one in way if one in ask.model.posts)
            groups.setdefault(titles, []).append(school_id)
            lit.update((school_id, *way))
    parts = []
    for titles in sorted(groups, key=lambda titles: (len(titles), titles)):
        count = f"{wording.counted(len(titles), 'post')}: {', '.join(titles)}" if titles else "no line to a board"
        parts.append(f"{count} ({wording.labels(ask, groups[titles])})" if len(groups) > 1 else count)
    return reply(parts, lit, nothing="Nobody leads here")


def _support(ask: Questions) -> Reply:
    """Tell who helps whom, source by source; peers come together, and advice to boards is left out."""
    rows: dict[tuple[ThingId, str], list[ThingId]] = {}
    lit: list[ThingId] = []
    for kind in sorted(HELP - {"peer_support"}):
        for line_id, line in ask.lines.of(kind):
            if line.target not in ask.model.bodies:
                verb = next(verbs(ask, line)).before
                words = plural(verb) if several(ask, line.source) else verb
                rows.setdefault((line.source, words), []).append(line.target)
                lit += [line_id, line.source, line.target]
    in_order = sorted(rows, key=lambda row: (ask.rank(row[0]) or 9, ask.key(row[0]), row[1]))
    parts = [f"{wording.name(ask, one)} {verb} {_all(ask, rows[one, verb])}" for one, verb in in_order]
    for circle in _circles(ask):
        parts.append(f"peers: {_all(ask, circle)}")
    lit += [end for drawn in ask.lines.of("peer_support") for end in (drawn.id, drawn.line.source, drawn.line.target)]
    return reply(parts, lit, nothing="No support is shown")


def _all(ask: Questions, thing_ids: Collection[ThingId]) -> str:
    return wording.listed((wording.name(ask, one) for one in ask.sorted(thing_ids)), most=len(thing_ids))


def _circles(ask: Questions) -> list[set[ThingId]]:
    """List those whom peer support joins, directly or through others, post and holder being one."""
    found: list[set[ThingId]] = []
    for _, line in ask.lines.of("peer_support"):
        ends = {line.source, line.target}
        touching = [one for one in found if not ends.isdisjoint(one)]
        found = [*(one for one in found if one not in touching), ends.union(*touching)]
    return sorted(found, key=lambda circle: min(map(ask.key, circle)))


def _alone(ask: Questions) -> Reply:
    """Tell which leaders have neither support nor peers, nor an executive above them (R73)."""
    rows = [one for one in leaders(ask) if not links_of(ask, one) and not executives_above(ask, one)]
    return reply([wording.titled(ask, one) for one in rows], rows, nothing="Nobody")


def _apart(ask: Questions) -> Reply:
    schools = ask.sorted(ask.model.placements)
    pairs = list(combinations(schools, 2))
    ways = [way for pair in pairs if (way := journeys.journey(ask, *pair))]
    if not pairs:
        words = "One school" if schools else "No school here"
        return Reply(words, words, frozenset(schools))
    if not ways:
        return Reply("Not known", "Not known")
    far = max(ways, key=lambda way: way.minutes)
    near = min(way.minutes for way in ways)
    guessed = any(way.estimated for way in ways)
    spread = f"{round(near)} to {round(far.minutes)}" if round(near) < round(far.minutes) else f"{round(near)}"
    short = f"{'About ' if guessed else ''}{spread} minutes"
    parts = [f"{short}, estimated from the map" if guessed else short]
    if len(pairs) > 1:
        parts.append(f"{wording.labels(ask, (far.one, far.other))} are farthest apart")
    if len(ways) < len(pairs):
        parts.append("not all ways are known")
    return Reply("; ".join(parts), "; ".join([short, *parts[1:]]), frozenset((far.one, far.other)))


_GRAVITY = {Severity.ERROR: "to fix", Severity.WARNING: "to check", Severity.ADVICE: "as an idea"}


def _findings(findings: Sequence[Finding]) -> Reply:
    if not findings:
        return Reply("None", "None")
    rows = {gravity: [one for one in findings if one.severity is gravity] for gravity in Severity}
    counts = [f"{wording.number(len(found))} {_GRAVITY[gravity]}" for gravity, found in rows.items() if found]
    lit = frozenset(thing for one in findings for thing in (*one.subjects, *one.path))
    count = wording.upper_first(wording.listed(counts))
    messages = " ".join(one.message for one in findings)
    short = " ".join(one.message for one in findings[:1])
    return Reply(f"{count}. {messages}", f"{count}. {short}", lit)


QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "accountable": "Who is ultimately accountable?",
        "day_to_day": "Who leads day to day?",
        "public_face": "Who is the public face?",
        "head_in_law": "Who is the headteacher in law?",
        "money": "Who holds the money?",
        "appoints": "Who appoints?",
        "cover": "Who covers absence?",
        "layers": "How many layers to the board?",
        "support": "Who supports whom?",
        "alone": "Who is alone?",
        "apart": "How far apart?",
        "findings": "What findings remain?",
    }
)
"""The questions in order; which they are is ours [INF], after those of the seeds (domain notes §5.8)."""

_ANSWERS: Mapping[str, Callable[[Questions], Reply]] = MappingProxyType(
    {
        "accountable": _accountable,
        "day_to_day": _day_to_day,
        "public_face": _public_face,
        "head_in_law": _head_in_law,
        "money": _money,
        "appoints": _appoints,
        "cover": _cover,
        "layers": _layers,
        "support": _support,
        "alone": _alone,
        "apart": _apart,
    }
)
