"""The templates: one for each structure, nobody named in them, nothing that must be fixed, tidy as they are opened."""

import pytest
from test_arrangement import assert_apart
from test_page import ends, in_the_way, runs

from modelbuilder.accountability.findings import Severity, check
from modelbuilder.document.examples import templates
from modelbuilder.document.files import load
from modelbuilder.document.records import Document, Model
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.page import draw
from modelbuilder.drawing.slide import slide
from modelbuilder.vocabulary.groups import GROUPS

PATHS = {path.stem: path for path in templates()}
BARE = frozenset({"R37", "R70", "R78"})
"""A template has no more than who governs and who leads: no clerk, nobody who steps in, nobody who comes next."""

REMAINING: dict[str, tuple[frozenset[str], str]] = {
    "maintained_school": (frozenset({"R73"}), "other heads are not drawn"),
    "single_academy_trust": (frozenset({"R49", "R73"}), "neither a finance officer nor other heads are drawn"),
    "cluster": (frozenset(), ""),
    "soft_federation": (frozenset({"R73"}), "the heads have their board in common, and no line of support"),
    "hard_federation": (frozenset({"R72", "R74"}), "cover and a link between the heads of school are to be agreed"),
    "mixed_federation": (frozenset({"R73"}), "the heads have no line of support"),
    "executive_partnership": (
        frozenset({"R07", "R72", "R74"}),
        "an executive head of schools with boards of their own answers to each of them: that is the structure",
    ),
    "multi_academy_trust": (
        frozenset({"R49", "R55", "R72"}),
        "central team and scheme of delegation are to be written",
    ),
    "umbrella_trust": (frozenset({"R49", "R73"}), "neither finance officers nor other heads are drawn"),
    "cooperative_trust": (frozenset({"R73"}), "the heads have no line of support"),
    "all_through_school": (frozenset({"R73"}), "other heads are not drawn"),
    "fourteen_nineteen_partnership": (frozenset({"R73", "R89", "R90"}), "chair and employer are to be found"),
    "whole_town_partnership": (frozenset({"R73", "R89", "R90"}), "chair and employer are to be found"),
    "teaching_school_alliance": (
        frozenset({"R73", "R89", "R94"}),
        "its board has neither chair nor director, and alliances ended in 2021",
    ),
    "la_initiative": (frozenset({"R73"}), "the heads have no line of support"),
}
"""What a check still finds beside what is bare, and why."""


def template(key: str) -> tuple[Document, Model]:
    """Open a template as the program does."""
    document = place_all(load(PATHS[key]))
    [model] = document.models.values()
    return document, model


def test_each_structure_has_a_template_and_each_file_is_listed() -> None:
    folder = next(iter(PATHS.values())).parent
    assert sorted(PATHS.values()) == sorted(folder.glob("*.chart")) == sorted(folder.glob("*"))
    assert list(PATHS) == list(REMAINING)
    kinds = {"maintained_school", "all_through_school"} ^ {key for key in GROUPS if key != "hub"}
    assert set(PATHS) == kinds, "a hub is no structure of its own"


@pytest.mark.parametrize("key", PATHS)
def test_a_template_has_a_title_a_line_on_who_governs_and_no_names(key: str) -> None:
    document, model = template(key)
    assert document.title and model.title
    assert "govern" in model.narration and len(model.narration) <= 170, "one line"
    assert not document.people and not any(post.person for post in model.posts.values())
    assert all(school.urn is None and school.pupils is None for school in document.schools.values())
    names = [school.name for school in document.schools.values()] + [group.name for group in model.groups.values()]
    assert all(name.split()[0] in ("Our", "Second", "Third", "Partner") for name in names)
    assert key in ("maintained_school", "all_through_school") or key in {one.kind for one in model.groups.values()}


@pytest.mark.parametrize("key", PATHS)
def test_nothing_must_be_fixed_in_a_template_and_the_rest_is_known(key: str) -> None:
    document, _ = template(key)
    found = check(document, document.order[0])
    assert not [finding.message for finding in found if finding.severity is Severity.ERROR]
    remaining, reason = REMAINING[key]
    assert {finding.code for finding in found} - BARE == remaining
    assert bool(reason) == bool(remaining)


@pytest.mark.parametrize("key", PATHS)
def test_a_template_is_tidy(key: str) -> None:
    document, _ = template(key)
    page = draw(document, document.order[0])
    assert_apart(page)
    for line_id, points in page.routes.items():
        for thing_id in page.rects:
            if thing_id in ends(page, line_id) and page.faces[thing_id].kind == "card":
                continue
            through = [spot for spot in in_the_way(page, thing_id) if any(run.meets(spot) for run in runs(points))]
            assert not through, (page.connector(line_id).label, page.group(thing_id).label)
    assert slide(page, document.title).scale > 0.7, "large enough to be read"
