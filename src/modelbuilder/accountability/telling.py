"""The sentences of a narration about boards and posts: what each does, who sits where, and who steps in."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from modelbuilder.accountability import wording
from modelbuilder.accountability.clauses import Clause, Verb, conditional, joined, plural, verbs
from modelbuilder.accountability.lines import Drawn
from modelbuilder.accountability.mentions import Mentions, Namesakes
from modelbuilder.accountability.overviews import seats
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.stand_ins import is_vacant, line_of_cover
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.lines import LINES
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.vocabulary.tiers import Tier

MOST_CLAUSES = 4
"""More than this is not said of anybody in one sentence."""

_FIRST = ("leads", "public_face_of", "accountable_for", "governs", "coordinates", "accountable_to", "sits_on")

_LATER = frozenset(
    {
        "supports_challenges",
        "peer_support",
        "school_to_school_support",
        "coaches",
        "mentors",
        "commissions",
        "quality_assures",
        "shares_staff",
        "shares_services",
        "inspects",
        "intervenes",
        "covers",
    }
)
"""What is not told with its source: cover, and what comes last, when everybody has been named."""

_TURNS = ("first", "second", "third", "fourth", "fifth", "sixth")


class Telling:
    """One narration while it is being put together; every line is told once."""

    def __init__(self, ask: Questions, known: Namesakes | None = None) -> None:
        self.ask = ask
        self.mentions = Mentions(ask, known)
        self.told: set[ThingId] = set()
        self.introduced: set[ThingId] = set()

    def bodies(self, body_ids: Iterable[ThingId]) -> Iterator[str]:
        """Tell of each body what it does, what seats it has, to whom it delegates, and who sits on it or advises it."""
        for body_id in body_ids:
            body = self.ask.model.bodies[body_id]
            many, subject = self.many([body_id]), self.mentions.subject(body_id)
            rows = self.out(body_id)
            clauses = self.clauses(drawn for drawn in rows if drawn.line.kind != "delegates_to")
            held = seats(body)
            clauses += [Clause("has", held)] if held else []
            there = f"There {'are' if many else 'is'} {self.mentions.name(body_id)}."
            yield from self.said(subject, clauses, many=many) if clauses else [there]
            for clause in self.clauses(rows):
                yield f"{'They' if many else 'It'} {clause.words(plural if many else None)}."
            yield from self.seated(body_id, "them" if many else "it")

    def many(self, thing_ids: Sequence[ThingId]) -> bool:
        """Tell whether things are spoken of as several: the members of a trust are, even as one body."""
        bodies = self.ask.model.bodies
        return len(thing_ids) > 1 or (thing_ids[0] in bodies and bodies[thing_ids[0]].kind == "members")

    def seated(self, body_id: ThingId, pronoun: str) -> Iterator[str]:
        """Tell who sits on a body or advises it, but for those of whom more is told elsewhere."""
        rows: dict[tuple[Verb, ThingId | None], list[ThingId]] = {}
        for kind in ("sits_on", "advises"):
            lines = sorted(self.ask.lines.into(kind, body_id), key=lambda drawn: self.ask.key(drawn.line.source))
            for line_id, line in lines:
                if line_id not in self.told and self.only_governs(line.source):
                    self.told.add(line_id)
                    for verb in verbs(self.ask, line):
                        alone = line.source if "as a" in verb.after else None  # “as a trustee” is said of one
                        rows.setdefault((verb, alone), []).append(line.source)
        for (verb, _), found in rows.items():
            sources = list(dict.fromkeys(found))
            self.introduced.update(sources)
            clause = Clause(verb.before, f"{pronoun} {verb.after}".strip())
            yield from self.said(self.mentions.subjects(sources), [clause], many=len(sources) > 1)

    def only_governs(self, thing_id: ThingId) -> bool:
        post = self.ask.model.posts.get(thing_id)
        return ROLES[post.role].tier is Tier.GOVERNANCE if post else thing_id in self.ask.document.people

    def posts(self, post_ids: Collection[ThingId]) -> Iterator[str]:
        """Tell of each post what it does, those of whom the same is to be said together; then who steps in."""
        rows: list[tuple[list[ThingId], list[Clause]]] = []
        for post_id in post_ids:
            self.mentions.told.add(post_id)
            clauses = self.about(post_id)
            alike = [group for group, same in rows if same == clauses and not is_vacant(self.ask, group[0])]
            if clauses and alike and not is_vacant(self.ask, post_id):
                alike[0].append(post_id)
            else:
                rows.append(([post_id], clauses))
        for group, clauses in rows:
            if is_vacant(self.ask, group[0]):
                yield self.vacancy(group[0], clauses)
            elif clauses:
                yield from self.said(self.mentions.subjects(group), clauses, many=len(group) > 1, again=group)
            elif group[0] not in self.introduced:
                yield self.bare(group[0])
        for post_id in post_ids:
            yield from self.cover(post_id)

    def about(self, post_id: ThingId) -> list[Clause]:
        post = self.ask.model.posts[post_id]
        clauses = [Clause("is", "the accounting officer")] if post.accounting_officer else []
        clauses += [Clause("is", "new in post")] if post.new else []
        clauses += self.clauses(self.out(post_id))
        if post.home is not None and post.home in self.ask.model.placements and post.home != self.mentions.here:
            clauses.append(Clause("has", f"{self.mentions.name(post.home)} as home school"))
        return clauses

    def said(
        self, subject: str, clauses: Sequence[Clause], *, many: bool, again: Sequence[ThingId] = ()
    ) -> Iterator[str]:
        """Yield sentences of a few clauses each; from the second on, the subject is named again without a title."""
        form = plural if many else None
        for start in range(0, len(clauses), MOST_CLAUSES):
            words = joined([clause.words(form) for clause in clauses[start : start + MOST_CLAUSES]])
            yield f"{subject} {words}."
            if again:
                names = (self.mentions.name(one) for one in again)
                subject = wording.upper_first(wording.listed(names, most=len(again)))

    def vacancy(self, post_id: ThingId, clauses: Sequence[Clause]) -> str:
        name = wording.upper_first(self.mentions.name(post_id).replace("the vacant post", "the post", 1))
        would = joined([clause.words(conditional) for clause in clauses])
        return f"{name} is vacant; it {would}." if would else f"{name} is vacant."

    def bare(self, post_id: ThingId) -> str:
        """Tell of a post of which no line tells."""
        holder = self.mentions.holder(post_id)
        if holder:
            return f"{holder} is {wording.title(self.ask, post_id)}."
        return f"There is {self.mentions.name(post_id)}, with no name given."

    def cover(self, post_id: ThingId) -> Iterator[str]:
        rows = [drawn for drawn in line_of_cover(self.ask, post_id) if drawn.id not in self.told]
        self.told.update(drawn.id for drawn in rows)
        names = [self.mentions.short(drawn.line.source) for drawn in rows]
        if not names:
            return
        after = [f"{name} {_TURNS[n] if n < len(_TURNS) else 'next'}" for n, name in enumerate(names)][1:]
        steps = joined([f"{names[0]} steps in{' first' if after else ''}", *after])
        who = self.mentions.name(post_id)
        yield f"For {who}, {steps}." if is_vacant(self.ask, post_id) else f"If {who} is away, {steps}."

    def out(self, source: ThingId) -> list[Drawn]:
        """List the lines that are told with their source, in the order of telling."""
        kinds = [*_FIRST, *(kind for kind in LINES if kind not in _FIRST and kind not in _LATER)]
        rows = (drawn for kind in kinds for drawn in self.sorted(self.ask.lines.out(kind, source)))
        return [drawn for drawn in rows if drawn.id not in self.told]

    def sorted(self, rows: Iterable[Drawn]) -> list[Drawn]:
        """Sort lines of one source by what they end at."""
        return sorted(rows, key=lambda drawn: self.ask.key(drawn.line.target))

    def clauses(self, rows: Iterable[Drawn]) -> list[Clause]:
        """Say what lines of one source say, with the objects of the same verb together; they are told then."""
        objects: dict[Verb, list[ThingId]] = {}
        source = None
        for line_id, line in rows:
            if line_id not in self.told:
                self.told.add(line_id)
                source = line.source
                for verb in verbs(self.ask, line):
                    objects.setdefault(verb, []).append(line.target)
        found: list[Clause] = []
        before: list[ThingId] = []
        for verb, targets in objects.items():
            found.append(self.clause(verb, targets, source, same=targets == before))
            before = targets
        return found

    def clause(self, verb: Verb, targets: Sequence[ThingId], source: ThingId | None, *, same: bool) -> Clause:
        """Say one verb of its objects, which are only pointed at where they are the same as just before."""
        model = self.ask.model
        if same and verb.own and len(targets) == 1:
            return Clause(verb.own)
        if same and not set(targets) & {*model.posts, *model.figures, *self.ask.document.people}:
            objects = "them" if self.many(targets) else "it"
        else:
            objects = self.mentions.objects(targets, source)
        return Clause(verb.before, f"{objects} {verb.after}".strip())
