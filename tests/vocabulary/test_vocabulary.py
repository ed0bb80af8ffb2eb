"""The field's words are complete, told apart without colour, and each has a picture."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from xml.etree import ElementTree

import pytest

from modelbuilder.document.records import Post
from modelbuilder.vocabulary import bodies, functions, groups, lines, roles, schools
from modelbuilder.vocabulary.bodies import BODIES, BodyKind
from modelbuilder.vocabulary.functions import FUNCTIONS, Area, Function, Reserve, function_called, functions_called
from modelbuilder.vocabulary.groups import GROUPS, GroupKind
from modelbuilder.vocabulary.lines import LINES, End, LineKind
from modelbuilder.vocabulary.roles import ROLES, Role
from modelbuilder.vocabulary.strokes import Dash
from modelbuilder.vocabulary.terms import KINDS_ENDED, TERMS, terms_in
from modelbuilder.vocabulary.tiers import Tier

ICONS = Path(__file__).parents[2] / "assets" / "icons"

# Keys of the domain notes: roles §1.1 and §1.2, bodies §1.2 and §1.3, structures §2, lines §4.
DOMAIN_ROLES = """
    headteacher principal head_of_school executive_headteacher executive_principal acting_headteacher
    co_headteacher consultant_head deputy_headteacher assistant_headteacher school_business_manager ceo cfo
    coo director_of_education partnership_director agency_worker middle_leader senco aspiring_leader
    chair_of_governors governor governance_professional member trustee chair_of_trustees local_governor
    chair_of_lgb
"""
DOMAIN_BODIES = """
    governing_body interim_executive_board joint_committee members trust_board local_governing_body
    foundation_trust umbrella_trust sponsor diocese partnership_board
    local_authority dfe regional_director ofsted teaching_school teaching_school_hub system_leader qa_lead
    scitt research_school college agency stakeholder
"""
DOMAIN_GROUPS = """
    single_academy_trust cluster soft_federation hard_federation mixed_federation executive_partnership
    multi_academy_trust umbrella_trust cooperative_trust fourteen_nineteen_partnership whole_town_partnership
    teaching_school_alliance la_initiative hub
"""
DOMAIN_LINES = """
    accountable_to accountable_for leads public_face_of governs holds_to_account appoints sits_on part_of
    delegates_to supports_challenges peer_support school_to_school_support coaches mentors advises commissions
    quality_assures shares_staff shares_services employs covers develops inspects intervenes coordinates
    reports_to_for_information
"""

CATALOGUES: dict[str, Mapping[str, Role | BodyKind | GroupKind | LineKind | Function]] = {
    "roles": ROLES,
    "bodies": BODIES,
    "groups": GROUPS,
    "lines": LINES,
    "functions": FUNCTIONS,
}
WORDS = {name: words for name, words in vars(schools).items() if name.isupper() and isinstance(words, dict)}
AVOID = re.compile(
    r"superhead|super head|exec head|failing school|satellite school|headmaster|headmistress"
    r"|board of governors|academy chain|scheme of devolution|shareholder|statemented|head teacher"
    r"|advisory body|newly qualified",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("catalogue", "keys"),
    [("roles", DOMAIN_ROLES), ("bodies", DOMAIN_BODIES), ("groups", DOMAIN_GROUPS), ("lines", DOMAIN_LINES)],
)
def test_every_key_of_the_domain_notes_is_there(catalogue: str, keys: str) -> None:
    assert set(keys.split()) <= CATALOGUES[catalogue].keys()


def test_what_the_domain_notes_say_otherwise_is_there_too() -> None:
    # One school on its own is no container, and the accounting officer is a flag on a post.
    assert "maintained" in schools.CATEGORIES
    assert "all_through" in schools.PHASES
    assert "accounting_officer" in Post.model_fields


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_entries_are_filed_under_their_keys(catalogue: str) -> None:
    for key, entry in CATALOGUES[catalogue].items():
        assert entry.key == key
        assert re.fullmatch(r"[a-z]+[0-9]*(_[a-z0-9]+)*", key)


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_an_entry_is_listed_once(catalogue: str) -> None:
    modules = {"roles": roles, "bodies": bodies, "groups": groups, "lines": lines, "functions": functions}
    module = modules[catalogue]
    assert len(vars(module)["_ALL"]) == len(CATALOGUES[catalogue])


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_labels_are_unique_and_not_empty(catalogue: str) -> None:
    labels = [entry.label.casefold() for entry in CATALOGUES[catalogue].values()]
    assert all(label.strip() == label != "" for label in labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("name", WORDS)
def test_facts_have_unique_words(name: str) -> None:
    assert len(set(WORDS[name].values())) == len(WORDS[name])
    assert all(WORDS[name].values())


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_entries_have_a_hint_of_one_line(catalogue: str) -> None:
    for entry in CATALOGUES[catalogue].values():
        assert 8 <= len(entry.hint) <= 80, entry.key
        assert not entry.hint.endswith("."), entry.key


def test_stems_of_handles_are_unique() -> None:
    stems = [role.stem for role in ROLES.values()] + [body.stem for body in BODIES.values()]
    assert sorted(stems) == sorted(set(stems))
    assert all(re.fullmatch(r"[A-Za-z0-9]+", stem) for stem in stems)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner)


def test_no_word_to_avoid_is_shown() -> None:
    texts = list(_texts(CATALOGUES | WORDS))
    assert len(texts) > 300
    assert not [text for text in texts if AVOID.search(text)]


def _look(kind: LineKind) -> tuple[object, ...]:
    weight = "thin" if kind.weight < 1.8 else "medium" if kind.weight < 2.6 else "thick"
    return kind.dash, weight, kind.head, kind.tail, kind.tag


def test_every_line_is_told_apart_without_colour() -> None:
    looks: dict[tuple[object, ...], list[str]] = {}
    for key, kind in LINES.items():
        looks.setdefault(_look(kind), []).append(key)
    assert not [keys for keys in looks.values() if len(keys) > 1]


def test_tags_are_short_and_unique() -> None:
    tags = [kind.tag for kind in LINES.values() if kind.tag]
    assert len(set(tags)) == len(tags)
    assert max(map(len, tags)) <= 8


@pytest.mark.parametrize(
    ("key", "dash", "tips"),
    [
        ("accountable_to", Dash.SOLID, ("triangle", "none")),
        ("accountable_for", Dash.SOLID, ("dot", "none")),
        ("governs", Dash.SOLID, ("none", "diamond")),
        ("holds_to_account", Dash.LONG, ("open", "none")),
        ("appoints", Dash.SOLID, ("none", "ring")),
        ("sits_on", Dash.DOTTED, ("tick", "none")),
        ("supports_challenges", Dash.DASH_DOT, ("open", "none")),
        ("peer_support", Dash.DOTTED, ("none", "none")),
        ("commissions", Dash.DASH_DOT, ("bar", "none")),
        ("develops", Dash.DOTTED, ("triangle", "none")),
    ],
)
def test_lines_look_as_the_domain_notes_say(key: str, dash: Dash, tips: tuple[str, str]) -> None:
    kind = LINES[key]
    assert (kind.dash, (kind.head, kind.tail)) == (dash, tips)


def test_mutual_lines_look_the_same_from_both_ends() -> None:
    for kind in LINES.values():
        if kind.mutual:
            assert kind.head == kind.tail, kind.key
            assert kind.sources == kind.targets, kind.key


def test_lines_have_ends() -> None:
    for kind in LINES.values():
        assert kind.sources and kind.targets, kind.key
        assert (kind.sources | kind.targets) <= set(End)


@pytest.mark.parametrize(
    ("key", "sources"),
    [("governs", {End.BODY}), ("accountable_for", {End.POST}), ("inspects", {End.BODY})],
)
def test_who_may_govern_answer_for_and_inspect(key: str, sources: set[End]) -> None:
    assert LINES[key].sources == sources


def test_people_stand_for_themselves_where_the_chart_says_so() -> None:
    for key in ("sits_on", "coaches", "peer_support", "develops"):
        assert End.PERSON in LINES[key].sources, key
    assert End.PERSON in LINES["employs"].targets


def test_sets_name_known_words() -> None:
    assert ROLES.keys() >= roles.HEADS | roles.SCHOOL_LEADERS | roles.EXECUTIVES
    assert BODIES.keys() >= bodies.BOARDS | bodies.GOVERNING_BODIES | bodies.COMMITTEES | bodies.ADVISERS
    assert LINES.keys() >= lines.SUPPORT
    assert not roles.HEADS & roles.EXECUTIVES
    assert not bodies.BOARDS & bodies.COMMITTEES


def test_ranks_follow_the_line_of_command() -> None:
    order = ("ceo", "cfo", "executive_headteacher", "headteacher", "deputy_headteacher", "senco")
    ranks = [rank for key in order if (rank := ROLES[key].rank) is not None]
    assert ranks == sorted(ranks) and len(ranks) == len(order)
    assert ROLES["head_of_school"].rank == ROLES["headteacher"].rank
    for role in ROLES.values():
        assert role.employed or role.rank is None, role.key
        assert role.rank is None or 1 <= role.rank <= 7, role.key
        assert (role.tier is Tier.GOVERNANCE) == (not role.employed), role.key


def test_outside_bodies_stand_outside() -> None:
    for body in BODIES.values():
        assert body.outside == (body.tier is Tier.OUTSIDE), body.key


def test_trusts_bind() -> None:
    for group in GROUPS.values():
        assert group.binding or not group.trust, group.key
        assert not group.trust or group.tier is Tier.TRUST, group.key


def test_the_functions_are_numbered_and_listed_by_area() -> None:
    assert list(FUNCTIONS) == [f"f{number:02}" for number in range(1, 37)]
    areas = [function.area for function in FUNCTIONS.values()]
    assert list(dict.fromkeys(areas)) == list(Area)
    assert areas == sorted(areas, key=list(Area).index)


def test_three_functions_are_reserved() -> None:
    reserved = {key: function.reserved for key, function in FUNCTIONS.items() if function.reserved}
    assert reserved == {"f14": Reserve.HEAD, "f24": Reserve.BOARD, "f25": Reserve.OFFICER}
    assert {function.source for function in FUNCTIONS.values()} == {"INF", "INF, GK"}


def test_a_function_is_called_by_key_or_label() -> None:
    assert function_called("f25") == function_called("budget and Finance") == "f25"
    assert function_called("f37") is None
    assert functions_called("f01-f03,f25,f02") == ["f01", "f02", "f03", "f25"]
    assert functions_called("Agencies, community, employers") == ["f36"]
    assert [functions_called(word) for word in ("f03-f01", "f01,", "f1", "f01-f40", "")] == [[]] * 5


# Pictures

OWNERS = ROLES.keys() | BODIES.keys() | GROUPS.keys() | {"school", "children_centre", "person"}


@pytest.mark.parametrize("key", sorted(OWNERS))
def test_every_role_body_and_group_has_an_icon(key: str) -> None:
    root = ElementTree.parse(ICONS / f"{key}.svg").getroot()
    assert root.tag.endswith("svg")
    assert root.get("viewBox")


def test_no_icon_is_without_an_owner() -> None:
    assert {path.stem for path in ICONS.glob("*.svg")} <= OWNERS


def test_terms_are_found_as_whole_words_and_renewed() -> None:
    assert [term.now for term in terms_in("The RSC and the old teaching school alliance")] == [
        "teaching school hub",
        "regional director",
    ]
    assert terms_in("RSCs and a Teaching School Hub") == terms_in("") == []
    (term,) = terms_in("RSC for the North")
    assert term.renewed("RSC for the North") == "Regional director for the North"
    assert all(date.fromisoformat(term.until) for term in TERMS)
    assert KINDS_ENDED.keys() <= BODIES.keys() | GROUPS.keys()
