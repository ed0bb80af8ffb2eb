"""Questions about one model: who leads and who is accountable (domain notes §3.0)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from modelbuilder.accountability.lines import Drawn
from modelbuilder.accountability.posts import Posts
from modelbuilder.accountability.remembering import gathered, remembered
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Line, Post
from modelbuilder.vocabulary.lines import LINES, SUPPORT
from modelbuilder.vocabulary.roles import EXECUTIVES, HEADS, HEADS_OF_SEVERAL, JOBS, SCHOOL_LEADERS


class Lead(NamedTuple):
    """A post that leads a school, in which mode, and the line that says so."""

    post: ThingId
    mode: str
    line_id: ThingId


@dataclass(frozen=True, eq=False)
class Questions(Posts):
    """What can be asked of one model; answers are worked out once, when they are first wanted."""

    @remembered
    def leads(self, school_id: ThingId) -> list[Lead]:
        """List who leads the school."""
        posts = self.model.posts
        return [
            Lead(line.source, mode_of(posts[line.source], line), line_id)
            for line_id, line in self.meaning("leads", school_id)
            if line.source in posts
        ]

    def on_site(self, school_id: ThingId) -> list[Lead]:
        """List who leads the school on the spot: as head, acting or shared, not as executive."""
        return [lead for lead in self.leads(school_id) if lead.mode in ("head", "acting", "co")]

    @gathered(by=lambda ask, school_id: ask.key(school_id))
    def heads(self) -> Iterator[tuple[ThingId, ThingId]]:
        """The posts that lead schools on the spot and are not vacant, with their schools."""
        for school_id, _ in self.each(self.model.placements):
            for post_id in dict.fromkeys(lead.post for lead in self.on_site(school_id)):
                if self.model.posts[post_id].status != "vacant":
                    yield post_id, school_id

    def shares_headship(self, post_id: ThingId) -> bool:
        """Tell whether a post is one of several co-headteachers of a school."""
        posts = self.model.posts
        return posts[post_id].role == "co_headteacher" and any(
            lead.post != post_id and posts[lead.post].role == "co_headteacher"
            for school_id in self.heads.get(post_id, ())
            for lead in self.on_site(school_id)
        )

    @gathered()
    def _posts_at(self) -> Iterator[tuple[ThingId, ThingId]]:
        for post_id, _ in self.each(self.model.posts):
            for school_id in self.schools_of(post_id):
                yield school_id, post_id

    @remembered
    def posts_at(self, school_id: ThingId) -> list[ThingId]:
        """List the posts that lead the school or stand in it."""
        return self.sorted(self._posts_at.get(school_id, ()))

    def day_to_day(self, school_id: ThingId) -> list[Lead]:
        """List who leads the school day to day: its heads of school, or else its heads, or else who leads it."""
        posts, on_site = self.model.posts, self.on_site(school_id)
        below = [lead for lead in on_site if posts[lead.post].role == "head_of_school"]
        return below or on_site or self.leads(school_id)

    @gathered(by=lambda ask, school_id: ask.key(school_id))
    def _led(self) -> Iterator[tuple[ThingId, ThingId]]:
        for school_id, _ in self.each(self.model.placements):
            for lead in self.leads(school_id):
                yield lead.post, school_id

    @remembered
    def schools_of(self, post_id: ThingId) -> tuple[ThingId, ...]:
        """List the schools that a post leads, or the one that it stands in."""
        at = self.model.posts[post_id].at
        own = [at] if at in self.model.placements and at is not None else []
        return tuple(dict.fromkeys([*self._led.get(post_id, ()), *own]))

    def heads_in_law(self, school_id: ThingId) -> list[Lead]:
        """List who is the headteacher in law: as marked, or else the heads on site; a head of school only as marked."""
        leads = self.leads(school_id)
        marked = [lead for lead in leads if self.model.lines[lead.line_id].legal]
        return marked or [lead for lead in self.on_site(school_id) if self.model.posts[lead.post].role in HEADS]

    @remembered
    def claims(self, school_id: ThingId) -> list[Drawn]:
        """List the lines `accountable for` that mean a school."""
        posts = self.model.posts
        return [drawn for drawn in self.meaning("accountable_for", school_id) if drawn.line.source in posts]

    def _find_acc(self, school_id: ThingId) -> list[ThingId]:
        said = [drawn.line.source for drawn in self.claims(school_id)]
        if said:
            return said
        posts = self.model.posts
        heads = [lead.post for lead in self.on_site(school_id) if posts[lead.post].role in HEADS]
        if heads:
            return heads
        found: list[ThingId] = []
        for lead in self.leads(school_id):
            if posts[lead.post].role == "head_of_school":
                way = self.ladder.path(lead.post, lambda end: end in posts and posts[end].role in EXECUTIVES)
                found += way[-1:]
        return found

    @remembered
    def acc(self, school_id: ThingId) -> tuple[ThingId, ...]:
        """List the posts that are accountable for the school: as drawn, or else as it follows.

        Where no line `accountable for` is drawn it is the school's headteacher, or else the first
        executive above its head of school.
        """
        return tuple(dict.fromkeys(self._find_acc(school_id)))

    @gathered(by=lambda ask, school_id: ask.key(school_id))
    def _answered_for(self) -> Iterator[tuple[ThingId, ThingId]]:
        for school_id, _ in self.each(self.model.placements):
            for post_id in self.acc(school_id):
                yield post_id, school_id

    def answers_for(self, post_id: ThingId) -> list[ThingId]:
        """List the schools that a post is accountable for."""
        return self._answered_for.get(post_id, [])

    def ultimate(self, school_id: ThingId) -> tuple[ThingId, ...]:
        """List those accountable for the school who answer to nobody else accountable for it."""
        claimants = self.acc(school_id)
        if len(claimants) < 2:
            return claimants
        return tuple(p for p in claimants if not self.ladder.reach(p).keys() & (set(claimants) - {p}))

    def headships(self, school_id: ThingId) -> tuple[ThingId, ...]:
        """List one post for each separate headship among `ultimate`: a job share is one, and so is a person."""
        found: dict[object, ThingId] = {}
        for post_id in self.sorted(self.ultimate(school_id)):
            post = self.model.posts[post_id]
            shared = "shared" if post.role == "co_headteacher" else post.person or post_id
            found.setdefault(shared, post_id)
        return tuple(found.values())

    def misses(self, school_id: ThingId, boards: Collection[ThingId]) -> Iterator[ThingId]:
        """Yield those ultimately accountable for the school whose lines, secondary ones too, miss the boards.

        Left out are those who answer to nobody (R06) and those whose lines go round in a circle (R04).
        """
        for post_id in self.ultimate(school_id):
            reached = self.ladder.reach(post_id, secondary=True)
            if (
                self.ladder.above(post_id)
                and self.ladder.knotted.isdisjoint(reached)
                and reached.keys().isdisjoint(boards)
            ):
                yield post_id

    def stranded(self, post_id: ThingId) -> bool:
        """Tell whether a leader of a school or trust has no primary line upward (R06)."""
        rank = self.rank(post_id)
        return rank is not None and rank <= 4 and not self.ladder.above(post_id)

    def firm(self, thing_id: ThingId) -> bool:
        """Tell whether what answers to a thing is joined to a board by it: nothing is put below one that is not."""
        return thing_id in self.ladder.answered or thing_id in self.model.bodies

    @gathered()
    def dead_ends(self) -> Iterator[tuple[ThingId, ThingId]]:
        """The things that are no board and at which primary lines stop, with those whose lines stop there."""
        for post_id, _ in self.each(self.model.posts):
            if post_id in self.ladder.answered or post_id in self.ladder.knotted:
                continue
            if self.ladder.above(post_id):
                for thing_id in self.ladder.reach(post_id):
                    if not self.ladder.above(thing_id):
                        yield thing_id, post_id

    def helped(self, thing_id: ThingId) -> list[Drawn]:
        """List the lines of support that come to a school or post."""
        return [
            drawn
            for drawn in self.lines.at(sorted(SUPPORT), thing_id)
            if drawn.line.target == thing_id or LINES[drawn.line.kind].mutual
        ]

    @cached_property
    def answers_to_supporter(self) -> list[tuple[ThingId, ThingId, ThingId]]:
        """The heads of supported schools who answer to a leader of the supporting one only: line, lower, upper."""
        found: dict[tuple[ThingId, ThingId], ThingId] = {}
        for line_id, line in self.lines.of("school_to_school_support"):
            if line.target not in self.model.placements or line.source == line.target:
                continue
            own = {lead.post for lead in self.leads(line.target)}
            supporters = {lead.post for school_id in self.places.schools(line.source) for lead in self.leads(school_id)}
            uppers = {post_id for post_id in supporters - own if (self.rank(post_id) or 9) > 2}
            uppers -= set(self.acc(line.target))
            for lead in self.on_site(line.target) if uppers else ():
                for upper in self.sorted(uppers & self.ladder.reach(lead.post).keys()):
                    found.setdefault((lead.post, upper), line_id)
        return [(line_id, lower, upper) for (lower, upper), line_id in found.items()]

    def faces(self, school_id: ThingId) -> list[Drawn]:
        """List the lines that name a post as the public face of the school."""
        return [drawn for drawn in self.meaning("public_face_of", school_id) if drawn.line.source in self.model.posts]

    @gathered()
    def _executives_at(self) -> Iterator[tuple[ThingId, ThingId]]:
        for post_id, post in self.each(self.model.posts):
            if post.role in EXECUTIVES:
                for place in {post.at, post.home, *self.schools_of(post_id)} - {None}:
                    yield ThingId(place or ""), post_id

    def executives_at(self, place_id: ThingId) -> list[ThingId]:
        """List the executives who stand in a school or group, lead it or have it as their home school."""
        return self._executives_at.get(place_id, [])

    @remembered
    def executives_around(self, place_ids: tuple[ThingId, ...]) -> list[ThingId]:
        """List the executives of some places and of the schools in them."""
        places = {*place_ids, *(school_id for place in place_ids for school_id in self.places.schools(place))}
        return self.sorted({post_id for place in places for post_id in self.executives_at(place)})

    @remembered
    def staff_of(self, body_id: ThingId) -> frozenset[ThingId]:
        """Collect the paid posts at what a body governs: its schools, federation or trust."""
        return frozenset(self._find_staff(body_id))

    def _find_staff(self, body_id: ThingId) -> Iterator[ThingId]:
        if self.model.bodies[body_id].kind == "trust_board":
            for trust_id in self.trusts.of_body(body_id):
                yield from self.trusts.employed(trust_id)
        for place in {*self.governed_by(body_id), *(line.target for _, line in self.lines.out("governs", body_id))}:
            yield from (line.target for _, line in self.lines.out("employs", place))
            yield from self._jobs_at.get(place, ())

    def employed_trustees(self, body_id: ThingId) -> list[ThingId]:
        """List who sits on a board of trustees and holds a job in the trust, or is marked as an employee."""
        people = self.seats.people(body_id)
        staff = self.staff_of(body_id) if people else frozenset()
        return [
            one
            for one, seats in people.items()
            if not staff.isdisjoint([one, *self.jobs(one)]) or any("employee" in seat.capacity for seat in seats)
        ]

    @gathered()
    def _jobs_at(self) -> Iterator[tuple[ThingId, ThingId]]:
        for post_id, post in self.each(self.model.posts):
            if post.role in JOBS:
                schools = self.schools_of(post_id)
                yield from ((school_id, post_id) for school_id in schools)
                if post.at and post.at not in schools:
                    yield post.at, post_id

    @gathered(by=lambda ask, school_id: ask.key(school_id))
    def _under(self) -> Iterator[tuple[ThingId, ThingId]]:
        executives = set(self.in_roles(HEADS_OF_SEVERAL))
        for school_id, _ in self.each(self.model.placements) if executives else ():
            posts = {*(lead.post for lead in self.leads(school_id)), *self.acc(school_id)}
            above = {thing_id for post_id in posts for thing_id in self.ladder.reach(post_id)}
            yield from ((executive, school_id) for executive in executives & above)

    def schools_under(self, executive_id: ThingId) -> list[ThingId]:
        """List the schools that an executive head leads or answers for, or whose leads answer to that one."""
        return self._under.get(executive_id, [])


def mode_of(post: Post, line: Line) -> str:
    """Return how a post leads: as the line says, or else as its role implies; empty when neither says."""
    if line.mode:
        return line.mode
    if post.role in EXECUTIVES:
        return "executive"
    if post.role not in SCHOOL_LEADERS:
        return ""
    return {"acting_headteacher": "acting", "co_headteacher": "co"}.get(post.role, "head")
