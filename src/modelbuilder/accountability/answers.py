"""Answer “Who answers for this school?” in one sentence, with the line to light up."""

from dataclasses import dataclass

from modelbuilder.accountability import wording
from modelbuilder.accountability.questions import Lead, Questions
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import label_of, person_name
from modelbuilder.document.records import Document
from modelbuilder.vocabulary.bodies import BOARDS, BODIES

MOST_STEPS = 100
"""A sentence about a longer line stops there; it is a mistake in any case."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence, the things and lines it speaks of, and whether every line reaches a board.

    `stops` are the things at which a line stops or splits, each with words for it: the light goes no further.
    """

    sentence: str
    chain: tuple[ThingId, ...]
    complete: bool
    stops: tuple[tuple[ThingId, str], ...] = ()


def answer_for(document: Document, model_id: ModelId, thing_id: ThingId) -> Answer:
    """Say who answers for a school or group, or whom a post or body answers to."""
    return answer(Questions(document, model_id), thing_id)


def answer(ask: Questions, thing_id: ThingId) -> Answer:
    """Say the same from questions that have been asked already."""
    telling = Telling(ask)
    if thing_id in ask.model.placements:
        sentence = telling.school(thing_id)
    elif thing_id in ask.model.groups:
        sentence = telling.group(thing_id)
    elif thing_id in ask.model.posts:
        subject = wording.upper_first(wording.subject(ask, thing_id))
        telling.light(thing_id)
        sentence = f"{subject} {telling.upward(thing_id)}"
    elif thing_id in ask.model.bodies:
        sentence = telling.body(thing_id)
    else:
        telling.stop(thing_id, "no post here")
        sentence = f"{label_of(ask.document, ask.model, thing_id)} holds no post here"
    return telling.answer(f"{sentence}.")


class Telling:
    """One answer while it is being put together: what it lights up, and whether every line reaches a board."""

    def __init__(self, ask: Questions) -> None:
        self.ask = ask
        self.chain: dict[ThingId, None] = {}
        self.complete = True
        self.told: set[ThingId] = set()
        self.stops: dict[ThingId, str] = {}
        self.dark = False
        self.met: set[ThingId] = set()

    def answer(self, sentence: str) -> Answer:
        return Answer(sentence, tuple(self.chain), self.complete, tuple(self.stops.items()))

    def light(self, *thing_ids: ThingId) -> None:
        if not self.dark:
            self.chain.update(dict.fromkeys(thing_ids))

    def stop(self, thing_id: ThingId, words: str) -> None:
        """Note that a line ends at a thing without reaching a board."""
        self.complete = False
        self.mark(thing_id, words)

    def mark(self, thing_id: ThingId, words: str) -> None:
        if not self.dark:
            self.stops.setdefault(thing_id, words)

    def school(self, school_id: ThingId) -> str:
        ask = self.ask
        self.light(school_id)
        leads = {lead.post: lead for lead in ask.day_to_day(school_id)}
        claims = {claim.line.source: claim.id for claim in ask.claims(school_id)}
        told: dict[str, list[str]] = {}
        for lead in leads.values():
            how, rest = self.lead(lead, school_id)
            told.setdefault(how, []).append(rest)
        for post_id, line_id in claims.items() if not leads else ():
            self.light(line_id, post_id)
            told.setdefault("answered for by", []).append(self.line_from(post_id, school_id))
        if not told:
            self.stop(school_id, "nobody leads it")
            told["nobody leads it"] = ["and nobody answers for it"]
        parts = [f"{how} {'; and by '.join(rest)}" for how, rest in told.items()]
        others = [body_id for body_id in ask.boards(school_id, BOARDS) if body_id not in self.met]
        if others and self.met:
            governs = "governs" if len(others) == 1 else "govern"
            parts.append(f"{wording.names(ask, ask.sorted(others))} {governs} it too, though no line leads there")
        return f"{wording.name(ask, school_id)}: {'; '.join(parts)}"

    def lead(self, lead: Lead, school_id: ThingId) -> tuple[str, str]:
        self.light(lead.line_id, lead.post)
        how = "led from above by" if lead.mode == "executive" else "led day to day by"
        if not self.vacant(lead.post):
            return how, self.line_from(lead.post, school_id)
        self.stop(lead.post, "nobody in post")
        return how, f"nobody: the post of {wording.title(self.ask, lead.post)} is vacant, and {self.upward(lead.post)}"

    def line_from(self, post_id: ThingId, place_id: ThingId) -> str:
        post = self.ask.model.posts[post_id]
        unnamed = post.at == place_id and not person_name(self.ask.document, post) and not self.vacant(post_id)
        named = f"its {wording.title(self.ask, post_id)}" if unnamed else wording.titled(self.ask, post_id)
        return f"{named}, {self.pronoun(post_id)} {self.upward(post_id)}"

    def vacant(self, post_id: ThingId) -> bool:
        post = self.ask.model.posts[post_id]
        return post.status == "vacant" and not person_name(self.ask.document, post)

    def pronoun(self, thing_id: ThingId) -> str:
        return "who" if thing_id in self.ask.model.posts and not self.vacant(thing_id) else "which"

    def group(self, group_id: ThingId) -> str:
        ask = self.ask
        self.light(group_id)
        told = []
        for post_id in self.leaders(group_id):
            self.light(post_id)
            told.append(f"led by {self.line_from(post_id, group_id)}")
        governing = dict.fromkeys(line.source for _, line in ask.lines.into("governs", group_id))
        boards = ask.sorted(governing | dict.fromkeys(ask.trusts.boards(group_id)))
        boards = boards or ask.sorted(ask.boards_of_group(group_id))
        if not boards:
            self.stop(group_id, "governed by nobody")
            told.append("governed by nobody")
        elif not told or not set(boards) <= self.chain.keys():
            told.append(f"governed by {wording.names(ask, boards)}")
        self.light(*boards)
        return f"{wording.name(ask, group_id)}: {'; '.join(told)}"

    def leaders(self, group_id: ThingId) -> list[ThingId]:
        """List the posts of the highest rank that stand in the group, or else who answers for all its schools."""
        ask = self.ask
        if group_id in ask.trusts.all and (chiefs := ask.trusts.senior_executives(group_id)):
            return ask.sorted(chiefs)
        ranks = {post_id: ask.rank(post_id) or 9 for post_id, post in ask.model.posts.items() if post.at == group_id}
        top = min(ranks.values(), default=9)
        if top <= 4:
            return ask.sorted(post_id for post_id, rank in ranks.items() if rank == top)
        rows = [set(ask.ultimate(school_id)) for school_id in ask.places.members(group_id)]
        return ask.sorted(set.intersection(*rows)) if rows else []

    def body(self, body_id: ThingId) -> str:
        ask = self.ask
        self.light(body_id)
        named, body = wording.upper_first(wording.name(ask, body_id)), ask.model.bodies[body_id]
        governed = ask.sorted(ask.governed_by(body_id))
        if governed:
            named += f" governs {wording.labels(ask, governed)}"
        joint = " and " if governed else " "
        if ask.ladder.above(body_id):
            return f"{named}{joint}{self.upward(body_id)}"
        if body.kind in BOARDS:
            return f"{named}{joint}is where lines of accountability end"
        if BODIES[body.kind].outside:
            return f"{named}{joint}stands outside the line of accountability"
        if body.kind == "members":
            return f"{named}{joint}stand above the board of trustees, at which lines of accountability end"
        return f"{named}{joint}{self.upward(body_id)}"

    def upward(self, start: ThingId, seen: frozenset[ThingId] = frozenset()) -> str:
        """Tell whom a thing answers to, and so on up to a board: “answers to …, who answers to …”."""
        ask, seen = self.ask, seen | {start}
        rungs = {rung.target: rung.line_id for rung in ask.ladder.above(start)}
        if not rungs:
            self.stop(start, "the line stops here")
            others = [rung.target for rung in ask.ladder.above(start, secondary=True)]
            if others:
                return f"has only a secondary line, to {wording.names(ask, others)}: the line stops here"
            return "answers to nobody: the line stops here"
        for target, line_id in rungs.items():
            self.light(line_id, target)
        targets = list(rungs)
        if len(targets) == 1:
            return f"answers to {self.step(targets[0], seen)}"
        if all(self.is_board(target) for target in targets):
            self.met.update(targets)
            return f"answers to {wording.number(len(targets))} boards: {wording.names(ask, targets)}"
        self.mark(start, "the line splits here")
        before, self.dark = self.dark, True
        steps = [self.step(target, seen) for target in targets]
        self.dark = before
        return f"answers to {wording.number(len(targets))} at once: {'; and '.join(steps)}"

    def step(self, target: ThingId, seen: frozenset[ThingId]) -> str:
        ask = self.ask
        if target in seen:
            self.stop(target, "the line goes round")
            return f"{wording.name(ask, target)} again: the line goes round in a circle"
        if self.is_board(target) or self.ends_here(target):
            self.met.add(target)
            return wording.name(ask, target)
        if target in self.told or len(seen) > MOST_STEPS:
            return wording.titled(ask, target)
        self.told.add(target)
        return f"{wording.titled(ask, target)}, {self.pronoun(target)} {self.upward(target, seen)}"

    def is_board(self, thing_id: ThingId) -> bool:
        body = self.ask.model.bodies.get(thing_id)
        return body is not None and body.kind in BOARDS

    def ends_here(self, thing_id: ThingId) -> bool:
        """Tell whether a line may end at a body that is no board: at members, or a partnership's or agency's."""
        body = self.ask.model.bodies.get(thing_id)
        if body is None or self.ask.ladder.above(thing_id):
            return False
        below = [line.source for _, line in self.ask.lines.into("accountable_to", thing_id)]
        allowed = any(source in self.ask.ladder.answered for source in below)
        return body.kind == "members" or (body.kind in ("partnership_board", "agency") and allowed)
