"""How findings and answers name things: people by name, boards by what they govern."""

from collections.abc import Iterable, Sequence

from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import handle_of, label_of, person_name, post_title
from modelbuilder.vocabulary.bodies import BODIES

_PROPER = {"ofsted": "Ofsted", "dfe": "the Department for Education", "scitt": "the SCITT", "qa_lead": "the QA lead"}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def listed(names: Iterable[str], most: int = 4) -> str:
    """Join names with commas and a final “and”; past the most, count the rest."""
    words = list(dict.fromkeys(names))
    if len(words) > most:
        words = [*words[: most - 1], f"{number(len(words) - most + 1)} more"]
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def number(count: int) -> str:
    """Write small numbers as words."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def counted(count: int, noun: str) -> str:
    """Write a number with what it counts: “one governor”, “two governors”."""
    return f"{number(count)} {noun}{'' if count == 1 else 's'}"


def share(one_in: int) -> str:
    """Write one in so many as a part of the whole: “a third”."""
    return {2: "half", 3: "a third", 4: "a quarter"}.get(one_in, f"one in {number(one_in)}")


def upper_first(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]


def name(ask: Questions, thing_id: ThingId) -> str:
    """Name a thing within a sentence: “Dai Okonedo-Reyes”, “the governing body of Pellowby Federation”."""
    if thing_id in ask.model.posts:
        holder = person_name(ask.document, ask.model.posts[thing_id])
        return holder or unheld(ask, thing_id)
    if thing_id in ask.model.bodies:
        return _body(ask, thing_id)
    return label_of(ask.document, ask.model, thing_id)


def names(ask: Questions, thing_ids: Iterable[ThingId]) -> str:
    """Name several things."""
    return listed(name(ask, thing_id) for thing_id in thing_ids)


def titled(ask: Questions, thing_id: ThingId) -> str:
    """Name a post by its holder and title: “Joss Ferrant, Head of School”; anything else by its name."""
    post = ask.model.posts.get(thing_id)
    holder = person_name(ask.document, post) if post else ""
    return f"{holder}, {title(ask, thing_id)}" if holder else name(ask, thing_id)


def roll(ask: Questions, thing_ids: Iterable[ThingId], most: int = 4) -> str:
    """List posts with their titles in brackets: “Ruth Calder (Headteacher) and Owen Pryce (Headteacher)”."""
    rows = [(name(ask, thing_id), titled(ask, thing_id)) for thing_id in thing_ids]
    return listed((f"{plain} ({full[len(plain) + 2 :]})" if full != plain else plain for plain, full in rows), most)


def subject(ask: Questions, thing_id: ThingId) -> str:
    """Name a thing as the subject of a sentence: with a comma after a holder's title."""
    words = titled(ask, thing_id)
    return f"{words}," if words != name(ask, thing_id) else words


def title(ask: Questions, post_id: ThingId) -> str:
    """Return the title of a post, with “Acting” before it where the post is held for a time."""
    post = ask.model.posts[post_id]
    words = post_title(post)
    return f"Acting {words}" if post.status == "acting" and "acting" not in words.lower() else words


def unheld(ask: Questions, post_id: ThingId) -> str:
    """Name a post by its title and place: “the vacant post of Head of School at Fennimoor Primary”."""
    post = ask.model.posts[post_id]
    schools = ask.schools_of(post_id)
    place = post.at or (schools[0] if len(schools) == 1 else None)
    where = label_of(ask.document, ask.model, place) if place else ""
    if post.status == "vacant":
        return f"the vacant post of {title(ask, post_id)}{where and ' at '}{where}"
    return f"the {title(ask, post_id)}{where and ' of '}{where}"


def _body(ask: Questions, body_id: ThingId) -> str:
    body = ask.model.bodies[body_id]
    kind = BODIES[body.kind]
    own = body.label if body.label.casefold() != kind.label.casefold() else ""
    if kind.outside:
        return own or _PROPER.get(body.kind, f"the {kind.label.lower()}")
    if own:
        return own if own.casefold().startswith("the ") else f"the {own}"
    place = labels(ask, _places(ask, body_id), most=3)
    return f"the {kind.label.lower()}{f' of {place}' if place else ''}"


def _places(ask: Questions, body_id: ThingId) -> list[ThingId]:
    """List what a body is the body of: its trust, its group, or else what it governs or stands in."""
    body = ask.model.bodies[body_id]
    if body.kind in ("trust_board", "members") and (trusts := ask.trusts.of_body(body_id)):
        return list(trusts)
    governed = ask.sorted(line.target for _, line in ask.lines.out("governs", body_id))
    if body.at and (not governed or (len(governed) > 1 and body.at in ask.model.groups)):
        return [body.at]
    return governed


def distinct(ask: Questions, thing_ids: Sequence[ThingId]) -> dict[ThingId, str]:
    """Name several things so that they can be told apart: by their handles too, where names are equal."""
    plain = [name(ask, thing_id) for thing_id in thing_ids]
    return {
        thing_id: f"{words} ({handle_of(ask.document, ask.model, thing_id)})" if plain.count(words) > 1 else words
        for thing_id, words in zip(thing_ids, plain, strict=True)
    }


def labels(ask: Questions, thing_ids: Sequence[ThingId], most: int = 4) -> str:
    """List schools or groups by name."""
    return listed((label_of(ask.document, ask.model, thing_id) for thing_id in thing_ids), most)
