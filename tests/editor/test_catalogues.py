"""The catalogues: every command and everything that the palette offers."""

from collections import Counter

import pytest

from modelbuilder.document import pages
from modelbuilder.document.records import Document
from modelbuilder.editor.actions import ACTIONS, MENUS, SUBMENUS
from modelbuilder.editor.newcomers import FIRST, find_kinds, kinds
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.windows.commands import Commands
from play import Play, federation


def test_no_two_commands_share_a_shortcut() -> None:
    shared = Counter(action.shortcut for action in ACTIONS.values() if action.shortcut)
    assert [shortcut for shortcut, count in shared.items() if count > 1] == []


def test_every_command_has_a_menu_and_a_name_of_its_own() -> None:
    assert {action.menu for action in ACTIONS.values()} == {*MENUS, *SUBMENUS}
    assert set(SUBMENUS.values()) <= set(MENUS)
    assert len({action.label for action in ACTIONS.values()}) == len(ACTIONS)


@pytest.mark.parametrize("key", ACTIONS)
def test_every_command_can_be_carried_out(key: str) -> None:
    assert callable(getattr(Commands, key.partition(":")[0], None))


@pytest.mark.parametrize("document", [pages.new_document(), federation()], ids=["empty", "full"])
def test_every_command_knows_whether_it_can_be_used(document: Document) -> None:
    play = Play(document)
    model = play.model
    selections = [[], *([one] for one in (*play.desk.page().rects, *model.lines)), [*model.posts, *model.lines]]
    for selection in selections:
        play.desk.select(*selection)
        for action in ACTIONS.values():
            assert isinstance(action.when(play.desk), bool), action.key


def test_on_an_empty_page_nothing_can_be_deleted_undone_or_tidied() -> None:
    desk = Play(pages.new_document()).desk
    usable = {key for key, action in ACTIONS.items() if action.when(desk)}
    assert usable.isdisjoint({"undo", "redo", "delete", "cut", "tidy", "select_all", "delete_model", "dissolve"})
    assert usable >= {"new", "open", "add", "paste", "add_model"}


def test_the_five_of_the_brief_come_first() -> None:
    five = ["headteacher", "head_of_school", "executive_headteacher", "ceo", "governing_body"]
    assert [kind.key for kind in find_kinds("")][:5] == five
    assert [kind.key for kind in kinds()][: len(FIRST)] == list(FIRST)


def test_the_palette_offers_every_role_body_and_group_once() -> None:
    offered = Counter((kind.table, kind.key) for kind in kinds())
    rows = {("posts", key) for key in ROLES} | {("bodies", key) for key in BODIES} | {("groups", key) for key in GROUPS}
    assert set(offered) == rows | {("placements", "school"), ("stickies", "note")}
    assert set(offered.values()) == {1}


@pytest.mark.parametrize("words", ["exec head", "HEAD executive", "executive_headteacher"])
def test_the_search_takes_words_in_any_order(words: str) -> None:
    assert "executive_headteacher" in [kind.key for kind in find_kinds(words)]


def test_the_search_finds_by_the_hint_after_what_is_called_so() -> None:
    assert [kind.key for kind in find_kinds("drop its leaders into it")] == ["school"]
    found = find_kinds("school")
    named = ["school" in f"{kind.label} {kind.key}".casefold() for kind in found]
    assert True in named
    assert False in named
    assert named == sorted(named, reverse=True)


def test_the_search_finds_nothing_for_what_is_not_there() -> None:
    assert find_kinds("zebra") == []
