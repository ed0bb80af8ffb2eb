"""One sentence on what a model, group, school or board is: what kind, and how many of what."""

from collections.abc import Iterator

from modelbuilder.accountability import wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import fact, label_of
from modelbuilder.document.records import Body
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.schools import NEEDS, PHASES, TYPES


def model(ask: Questions) -> str:
    """Say what stands in a model: “Model A, “Headteacher”, shows one school, four posts and one board”."""
    page = ask.model
    subject = f"Model {page.label}, “{page.title}”," if page.title else f"Model {page.label}"
    if ask.empty:
        return f"{subject} is empty: nobody leads, governs or supports anything here yet."
    boards = [BODIES[body.kind].label.lower() for body in page.bodies.values() if not BODIES[body.kind].outside]
    counts = (
        (len(page.groups), "group", "groups"),
        (len(page.placements), "school", "schools"),
        (len(boards), "".join(boards[:1]), "boards and committees"),
        (len(page.posts), "post", "posts"),
        (len(page.bodies) - len(boards), "outside body", "outside bodies"),
        (len(page.figures), "person without a post", "people without a post"),
    )
    shown = [counted(count, one, several) for count, one, several in counts if count]
    return f"{subject} shows {wording.listed(shown, most=len(shown))}."


def counted(count: int, one: str, several: str) -> str:
    """Count things in words: “one school”, “three schools”."""
    return f"{wording.number(count)} {one if count == 1 else several}"


def group(ask: Questions, group_id: ThingId) -> str:
    """Say what a group is and which schools it has."""
    record, schools = ask.model.groups[group_id], ask.places.members(group_id)
    around = ask.model.groups.get(record.group) if record.group else None
    within = f" within {around.name}" if around else ""
    what = f"{record.name} is {article(GROUPS[record.kind].words)}{within}"
    if not schools:
        return f"{what} without schools."
    names = wording.labels(ask, schools, most=len(schools))
    if len(schools) == 1:
        return f"{what} with one school, {names}."
    return f"{what} of {wording.number(len(schools))} schools: {names}."


_NAMED_BY_TYPE = frozenset({"converter", "sponsor_led", "free_school", "trust_school"})


def school(ask: Questions, school_id: ThingId) -> str:
    """Say what a school is: “Wrenbeck Primary is a maintained community primary school with 210 pupils.”."""

    def said(name: str) -> object:
        return fact(ask.document, ask.model, school_id, name)

    kind, phase, category, need = (str(said(name) or "") for name in ("type", "phase", "category", "need"))
    words = [PHASES.get(phase, "")]
    if kind in _NAMED_BY_TYPE:
        words = [*words, TYPES[kind]]
    elif kind == "children_centre":
        words = [TYPES[kind]]
    elif category == "academy":
        words = [TYPES.get(kind, ""), *words, "academy"]
    else:
        words = ["maintained" if category == "maintained" else "", TYPES.get(kind, ""), *words, "school"]
    if said("sponsored") and kind != "sponsor_led":
        words = ["sponsored", *words]
    having = []
    pupils = said("pupils")
    if isinstance(pupils, int):
        having.append(f"{pupils:,} pupil{'' if pupils == 1 else 's'}" if pupils else "no pupils")
    if need:
        having.append(f"a {NEEDS[need]} level of need")
    what = article(" ".join(word for word in words if word))
    return (
        f"{label_of(ask.document, ask.model, school_id)} is {what}{' with ' if having else ''}{' and '.join(having)}."
    )


def article(noun: str) -> str:
    """Put “a” or “an” before a noun."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def seats(body: Body) -> str:
    """Say how many seats a body has, and for whom: “eight seats, among them two for parents”; empty if not said."""
    kinds = [f"{wording.number(count)} {words}" for count, words in _shares(body) if count]
    listed = wording.listed(kinds, most=len(kinds))
    if body.seats is None:
        return f"seats, among them {listed}" if listed else ""
    total = counted(body.seats, "seat", "seats")
    return f"{total}, among them {listed}" if listed else total


def _shares(body: Body) -> Iterator[tuple[int | None, str]]:
    yield body.parents, "for parents"
    yield body.staff, "for staff"
    yield body.la, "for the local authority"
    yield body.foundation, "for the foundation"
    yield body.coopted, "for co-opted members"
    yield body.staff_coopted, "for co-opted members from the staff"
    yield body.employees, "held by an employee" if body.employees == 1 else "held by employees"
