"""Up to ten hands: on different things they leave the same whatever their order; on one thing the first holds it."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from modelbuilder.document import files
from modelbuilder.document.faults import faults
from modelbuilder.document.integrity import settle
from modelbuilder.document.records import Document
from play import Play, scene

MOST = 10
_KINDS = ("school", "governing_body", "local_authority", "note", "hard_federation")
"""What the odd hands bring from the palette, each another kind: of two alike the first would show in their names."""
_STEPS = 5
_CHART = "".join(f"    post P{at} role=headteacher label=P{at}\n" for at in range(MOST))
_PLACES = {f"P{at}": (1037.0 * at, 613.0 * at) for at in range(MOST)}
"""Far enough from each other, across and down, that none lies in line with another."""


def _do(play: Play, hand: int, step: int, *, brings: bool) -> None:
    """Let a hand do the next of its steps: come down, move three times, let go."""
    pointer, x, y = ("finger", hand), 1037.0 * hand + 24, 613.0 * hand + 24
    to = (x + 40 * step, y - 30 * step - (200 if brings else 0))
    if step == 0 and brings:
        play.take_up(pointer, _KINDS[hand // 2])
    elif step == 0:
        play.press(pointer, (x, y), touch=True)
    elif step < _STEPS - 1:
        play.move(pointer, to, touch=True)
    else:
        play.release(pointer, (x + 40 * (step - 1), y - 30 * (step - 1) - (200 if brings else 0)), touch=True)


def _played(order: Sequence[int], bringing: frozenset[int]) -> Document:
    play, done = Play(scene(_CHART, _PLACES)), dict.fromkeys(order, 0)
    for hand in order:
        _do(play, hand, done[hand], brings=hand in bringing)
        done[hand] += 1
        trial = play.session.trial
        assert not list(faults(trial))
        assert settle(play.document, trial) is trial
        assert len(play.hands.halos()) == len({halo.colour for halo in play.hands.halos()}) or len(done) > 8
    assert not play.session.live
    assert not play.hands.busy
    assert not play.hands.halos()
    assert len(play.steps()) == len(done), "each hand made a step of its own"
    end = play.document
    while play.undo():
        pass
    assert play.document == play.start
    return end


@settings(max_examples=60)
@given(data=st.data(), hands=st.integers(2, MOST))
def test_hands_on_different_things_leave_the_same_in_any_order(data: st.DataObject, hands: int) -> None:
    in_turn = [hand for hand in range(hands) for _ in range(_STEPS)]
    bringing = frozenset(hand for hand in range(hands) if hand % 2 and data.draw(st.booleans()))
    order = data.draw(st.permutations(in_turn))
    assert files.dump(_played(order, bringing)) == files.dump(_played(in_turn, bringing))


@settings(max_examples=60)
@given(data=st.data(), hands=st.integers(2, MOST))
def test_of_several_hands_on_one_thing_the_first_to_move_it_holds_it(data: st.DataObject, hands: int) -> None:
    play, done, first = Play(scene(_CHART, _PLACES)), dict.fromkeys(range(hands), 0), None
    start = play.spot("P4")
    for hand in data.draw(st.permutations([hand for hand in range(hands) for _ in range(3)])):
        pointer, to = ("finger", hand), (start.x + 100 + 30 * hand, start.y + 100)
        if done[hand] == 0:
            play.press(pointer, "P4", touch=True)
        elif done[hand] == 1:
            play.move(pointer, to, touch=True)
            first = hand if first is None and play.session.holder(play.id("P4")) == pointer else first
        else:
            play.release(pointer, to, touch=True)
        done[hand] += 1
        holder = play.session.holder(play.id("P4"))
        assert holder in (None, *(("finger", one) for one in range(hands)))
        assert len(play.session.held()) <= 1
    assert first is not None
    assert not play.session.live
    assert set(play.steps()) == {"Move P4"}
