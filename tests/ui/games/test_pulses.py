"""Lines of life, as rows and as sentences."""

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.games.test_screens import seen
from tutor.sessions.games.catalogue import find
from tutor.sessions.games.exhibits import Beat, Pulse
from tutor.text import Text
from tutor.text.width import width
from tutor.ui.games.pulses import lines, moments, words
from tutor.ui.lines import text_of

NAME, FACT = Text("降学习率", "smaller steps"), (Text("偏置", "bias"), Text("−8，很低", "−8, very low"))
SHARE = st.one_of(st.floats(0, 1), st.just(nan))


def drawn(*shares, columns=76, facts=()):
    shown = Pulse((Beat(NAME, shares, Text.same("5/5")),), facts)
    return [text_of(row) for row in lines(shown, columns, "en")]


def test_a_line_is_high_where_much_responds_and_flat_where_nothing_does():
    assert drawn(0, 0.01, 0.5, 1, nan) == ["smaller steps  ▁▂▅█×  5/5"]


def test_a_narrow_record_puts_the_line_below_its_name():
    assert drawn(*(0.5,) * 30, columns=20) == ["smaller steps  5/5", "  " + "▅" * 18]


def test_facts_stand_in_a_column_where_there_is_room():
    assert drawn(1.0, facts=(FACT,))[0] == "bias           −8, very low"
    assert drawn(1.0, facts=(FACT,), columns=40)[0] == "bias  −8, very low"


@given(st.lists(st.floats(0, 1), min_size=1, max_size=150), st.integers(1, 60))
def test_moments_are_means_of_neighbours(shares, room):
    found = moments(tuple(shares), room)
    assert len(found) == min(room, len(shares))
    assert min(shares) - 1e-9 <= min(found) <= max(found) <= max(shares) + 1e-9


@given(st.lists(SHARE, min_size=1, max_size=150), st.integers(10, 120))
def test_a_pulse_fits_any_width(shares, columns):
    shown = Pulse((Beat(NAME, tuple(shares), Text("醒 5/5", "awake 5/5")),) * 2, (FACT,))
    for language in ("zh", "en"):
        assert all(width(text_of(row)) <= columns for row in lines(shown, columns, language))


def test_in_words_a_pulse_tells_facts_and_some_moments():
    shown = Pulse((Beat(NAME, (0.0, 0.25, 0.5, 0.75, 1.0), Text.same("awake 5/5")),), (FACT,))
    assert list(words(shown, "en")) == [
        "bias: −8, very low",
        "smaller steps: 0 %, 25 %, 50 %, 75 %, 100 %. awake 5/5",
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_accident_and_a_consultation(golden, language):
    """A record with a bad batch, and the last round after too drastic a choice."""
    rescue = find("rescue")
    golden(f"game-rescue-accident-80-{language}", seen(rescue, [" ", "0", " "], language, (80, 24)))
    golden(f"game-rescue-drastic-80-{language}", seen(rescue, [" ", *["0", " "] * 7, "5"], language, (80, 24)))
