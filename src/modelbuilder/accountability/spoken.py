"""What a screen reader says of one thing: its name, then its lines, what is found at it, and where it stands."""

from collections.abc import Iterable, Iterator, Sequence

from modelbuilder.accountability import wording
from modelbuilder.accountability.captions import caption
from modelbuilder.accountability.clauses import verbs
from modelbuilder.accountability.mentions import Namesakes
from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import holder_of, label_of, person_name, post_title
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.groups import GROUPS

_MOST = 6
UNNAMED = "Unnamed"


def name(ask: Questions, thing_id: ThingId) -> str:
    """Name a thing: “Head of School, Marta Quill, Pellowby Primary”; of a line, say what it says."""
    return ", ".join(part for part in map(_on_one_line, _name(ask, thing_id)) if part) or UNNAMED


def _name(ask: Questions, thing_id: ThingId) -> Iterator[str]:
    document, model = ask.document, ask.model
    label = label_of(document, model, thing_id)
    if (post := model.posts.get(thing_id)) is not None:
        yield post_title(post)
        yield person_name(document, post) or ("vacant" if post.status == "vacant" else "no name yet")
        yield "acting" if post.status == "acting" and "acting" not in post_title(post).lower() else ""
        yield _place(ask, thing_id)
    elif (body := model.bodies.get(thing_id)) is not None:
        yield label
        kind = BODIES[body.kind].label
        yield kind if kind.casefold() != label.casefold() else ""
        yield _place(ask, thing_id)
    elif thing_id in model.groups:
        yield label
        yield GROUPS[model.groups[thing_id].kind].words
    elif thing_id in model.placements:
        yield label
        yield "school"
    elif thing_id in model.figures:
        yield label
        yield "person"
    elif (note := model.stickies.get(thing_id)) is not None:
        yield f"note: {note.text.strip() or 'empty'}"
    elif thing_id in model.lines:
        yield line(ask, thing_id)


def line(ask: Questions, line_id: ThingId) -> str:
    """Say what a line says: “Marta Quill, Head of School, answers to Dai Okonedo-Reyes”."""
    record = ask.model.lines[line_id]
    verb = next(iter(verbs(ask, record)))
    subject = wording.upper_first(wording.subject(ask, record.source))
    return _on_one_line(f"{subject} {verb.before} {wording.name(ask, record.target)} {verb.after}")


def told(
    ask: Questions, thing_id: ThingId, siblings: Sequence[ThingId], findings: Iterable[str], known: Namesakes
) -> str:
    """Say the rest of a thing: whom it answers to, who answers to it, what else it does, is found, and its place."""
    said = [caption(ask, thing_id, known), *_below(ask, thing_id)] if thing_id not in ask.model.lines else []
    said += [words if words.endswith(".") else f"{words}." for words in findings]
    if len(siblings) > 1 and thing_id in siblings:
        place = _place(ask, thing_id)
        said.append(f"{siblings.index(thing_id) + 1} of {len(siblings)} {f'in {place}' if place else 'on the page'}.")
    return " ".join(map(_on_one_line, said))


def _below(ask: Questions, thing_id: ThingId) -> Iterator[str]:
    """Say who answers to a post or body."""
    below = ask.sorted({drawn.line.source for drawn in ask.lines.into("accountable_to", thing_id)})
    if below:
        to = "it" if thing_id in ask.model.bodies else "them"
        yield f"To {to} {'answers' if len(below) == 1 else 'answer'} {wording.roll(ask, below, most=_MOST)}."
    elif thing_id in ask.model.posts:
        yield "Nobody answers to them."


def _place(ask: Questions, thing_id: ThingId) -> str:
    holder = holder_of(ask.model, thing_id)
    return label_of(ask.document, ask.model, holder) if holder else ""


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
