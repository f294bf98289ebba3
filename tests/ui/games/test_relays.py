"""A message passed on, as rows with a dial and as sentences."""

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.games.test_screens import seen
from tutor.sessions.games.catalogue import find
from tutor.sessions.games.exhibits import Relay, Wire
from tutor.text import Text
from tutor.text.width import width
from tutor.ui.games.relays import lines, words
from tutor.ui.lines import text_of

TELEPHONE = find("telephone")
POWER = st.one_of(st.floats(-400, 300), st.just(nan), st.just(float("-inf")))


def relay(*powers, name="ReLU，g = 1"):
    return Relay((Wire(Text.same(name), powers, tuple(Text.same(f"word {power:.2g}") for power in powers)),))


def drawn(shown, columns=76, rows=12):
    return [text_of(row) for row in lines(shown, columns, rows, "en")]


def test_the_dial_follows_the_size_and_says_where_it_leaves_the_scale():
    rows = drawn(relay(0, -3, -9, 2, nan))[1:-1]
    places = [min(row.index(sign) for sign in "●◂▸" if sign in row) for row in rows]
    assert places == [14, 8, 4, 18, 24]
    assert [sign for row in rows for sign in "●◂▸" if sign in row] == ["●", "●", "◂", "●", "▸"]


def test_both_ends_of_a_wire_are_always_shown():
    for depth in (1, 2, 5, 50):
        rows = drawn(relay(*(0.0,) * (depth + 1)), rows=6)
        numbers = [int(row.split()[0]) for row in rows[1:-1]]
        assert (numbers[0], numbers[-1]) == (depth, 0)
        assert numbers == sorted(set(numbers), reverse=True)


@given(st.lists(POWER, min_size=2, max_size=60), st.integers(12, 120), st.integers(1, 30))
def test_a_relay_fits_any_width(powers, columns, rows):
    shown = Relay(relay(*powers).wires * 2)
    for language in ("zh", "en", "both"):
        for row in lines(shown, columns, rows, language):
            assert width(text_of(row)) <= columns


def test_of_the_past_a_line_tells_the_end():
    past, now = relay(-2, name="g = 1").wires[0], relay(0, -0.5).wires[0]
    rows = drawn(Relay((past, now)))
    assert rows[0].split() == ["●", "┊", "┊", "0.01", "g", "=", "1"]
    assert rows[1].startswith("ReLU，g = 1")
    assert list(words(Relay((past,)), "en")) == ["g = 1: lost, ×0.01"]


def test_in_words_a_relay_tells_its_fate_and_some_layers():
    told = list(words(relay(0, -0.5, -1.5), "en"))
    assert told == [
        "ReLU，g = 1: lost, ×0.032",
        "Layer 2 (×1) hears: word 0",
        "Layer 1 (×0.32) hears: word -0.5",
        "Layer 0 (×0.032) hears: word -1.5",
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_knobs(golden, language):
    """After lost tries at the one knob, in the middle of one at the two; a line that could have been longer."""
    to_dial = [" ", *["0", " "] * 3]
    golden(f"game-telephone-dial-80-{language}", seen(TELEPHONE, [*to_dial, "1", "9"], language, (80, 24)))
    golden(f"game-telephone-dial-40-{language}", seen(TELEPHONE, [*to_dial, "1"], language, (40, 24)))
    to_board = [" ", *["0", " "] * 7]
    golden(f"game-telephone-board-80-{language}", seen(TELEPHONE, [*to_board, "1", "4"], language, (80, 24)))
    golden(f"game-telephone-depth-80-{language}", seen(TELEPHONE, [" ", *["0", " "] * 2, "1"], language, (80, 24)))
