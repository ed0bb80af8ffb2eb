"""Random leadership models, dense enough to break many rules at once, and the same models under other ids."""

import json
from random import Random
from typing import Any

from hypothesis import strategies as st

from chart import chart
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Document

SCHOOLS = ("Ash Lane", "Old Forge", "Wharf Road")
GROUPS = ("North Group", "South Group")
PEOPLE = ("Ada Finch", "Tom Sorrel")
ROLES = (
    "headteacher",
    "co_headteacher",
    "head_of_school",
    "executive_headteacher",
    "deputy_headteacher",
    "ceo",
    "cfo",
    "chair_of_governors",
    "chair_of_trustees",
    "governance_professional",
    "partnership_director",
    "agency_worker",
    "acting_headteacher",
)
KINDS = (
    "governing_body",
    "trust_board",
    "members",
    "local_governing_body",
    "joint_committee",
    "interim_executive_board",
    "umbrella_trust",
    "foundation_trust",
    "partnership_board",
    "local_authority",
    "ofsted",
    "system_leader",
    "teaching_school",
)
CONTAINERS = (
    "hard_federation",
    "soft_federation",
    "multi_academy_trust",
    "single_academy_trust",
    "cooperative_trust",
    "umbrella_trust",
    "hub",
    "cluster",
)
FACTS = ("", " sponsored=yes", " need=high", " need=low", " type=voluntary_aided", " easting=400000 northing=300000")
COUNTS = (
    "",
    "",
    " seats=2",
    " seats=8 parents=0 staff=1 staff_coopted=2",
    " seats=9 employees=4 foundation=1",
    " parents=1",
)
CAPACITIES = ("", " capacity=chair", " capacity=parent", " capacity=ex_officio", " capacity=employee,coopted")
RELATIONS = {
    "accountable_to": ("posts+bodies", "posts+bodies"),
    "accountable_for": ("posts", "places"),
    "leads": ("posts", "places"),
    "public_face_of": ("posts", "places"),
    "governs": ("bodies", "places"),
    "delegates_to": ("bodies", "bodies"),
    "sits_on": ("posts+people", "bodies"),
    "advises": ("posts", "bodies"),
    "covers": ("posts", "posts"),
    "peer_support": ("posts", "posts"),
    "mentors": ("posts+people", "posts"),
    "develops": ("posts", "posts"),
    "part_of": ("places", "groups"),
    "supports_challenges": ("posts+bodies", "posts"),
    "school_to_school_support": ("schools+bodies", "schools"),
    "employs": ("places", "posts"),
}
AGREEMENTS = ("", "", " agreement=yes", " agreement=yes qa_lead=P0", " agreement=yes qa_lead=B1 impact=x evidence=y")
TASKS = ("f01", "f14", "f24", "f25", "f26-f36", "f01-f36")


@st.composite
def structures(draw: st.DrawFn) -> Document:
    """Draw a chart of a few schools, posts and bodies with many lines between them."""

    def one(options: tuple[str, ...]) -> str:
        return draw(st.sampled_from(options))

    rows = [f'school "{name}"{one(("", " category=maintained", " category=academy"))}{one(FACTS)}' for name in SCHOOLS]
    rows += [f'group "{name}" kind={one(CONTAINERS)}' for name in GROUPS]
    rows += [f'"{name}" in "{one(GROUPS)}"' for name in (*SCHOOLS, GROUPS[1]) if draw(st.booleans())]
    places = (*SCHOOLS, *GROUPS)
    posts, bodies = tuple(f"P{n}" for n in range(5)), tuple(f"B{n}" for n in range(4))
    for post in posts:
        at = one(("", *(f' at="{place}"' for place in places)))
        holder = one(("", " status=vacant", *(f' held_by="{person}"' for person in PEOPLE)))
        officer = one(("", "", " accounting_officer=yes"))
        home = one(("", "", f' home="{SCHOOLS[0]}" new=yes'))
        rows.append(f"post {post} role={one(ROLES)}{at}{holder}{officer}{home}")
    rows += [f'person "{person}"' for person in PEOPLE]
    for body in bodies:
        of = one(("", *(f' of="{place}"' for place in places), *(f' at="{place}"' for place in places)))
        rows.append(f"body {body} kind={one(KINDS)}{of}{one(COUNTS)}")
    ends = {"posts": posts, "bodies": bodies, "posts+bodies": posts + bodies, "places": places, "groups": GROUPS}
    ends |= {"schools": SCHOOLS, "posts+people": posts + PEOPLE, "schools+bodies": SCHOOLS + bodies}
    joined: set[tuple[str, str, str]] = set()
    for _ in range(draw(st.integers(0, 18))):
        relation = one((*RELATIONS, "accountable_to", "accountable_to"))
        source, target = RELATIONS[relation]
        field = ""
        if relation == "accountable_to":
            field = one(("", "", " primary=no"))
        elif relation == "leads":
            field = one(("", " mode=head", " mode=executive", " mode=executive time_share=40"))
        elif relation == "sits_on":
            field = one(CAPACITIES)
        elif relation == "covers":
            field = one(("", " order=1"))
        elif relation == "school_to_school_support":
            field = one(AGREEMENTS)
        line = one(ends[source]), relation, one(ends[target])
        if line not in joined:
            joined.add(line)
            rows.append(f'"{line[0]}" {relation} "{line[2]}"{field}')
    for _ in range(draw(st.integers(0, 3))):
        helped = one(("", f" contributes={one(posts)}"))
        rows.append(f'duty {one(TASKS)} of "{one(SCHOOLS)}" accountable={one(posts + bodies)}{helped}')
    return chart("\n".join(rows))


def renamed(document: Document, seed: int) -> tuple[Document, dict[ThingId, ThingId]]:
    """Return the document with other ids and its rows in another order, and the new id of each thing."""
    random = Random(seed)
    data: dict[str, Any] = json.loads(document.model_dump_json())
    tables = [data["people"], data["schools"]]
    for model in data["models"].values():
        tables += [rows for rows in model.values() if isinstance(rows, dict)]
    new = {ThingId(old): ThingId(f"thing-{random.getrandbits(60):x}") for rows in tables for old in rows}

    def walk(value: Any) -> Any:
        if isinstance(value, dict):
            items = [(new.get(ThingId(key), key), walk(row)) for key, row in value.items()]
            if any(ThingId(key) in new for key in value):
                random.shuffle(items)
            return dict(items)
        if isinstance(value, list):
            return [walk(row) for row in value]
        return new.get(ThingId(value), value) if isinstance(value, str) else value

    return Document.model_validate(walk(data)), new
