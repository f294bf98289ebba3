"""Messages through real networks: what arrives, beside the theory of wide layers, and what it sounds like."""

from math import nan, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.labs.deep import expected
from tutor.labs.functions import unit
from tutor.labs.pacing import finished
from tutor.sessions.games.whispers import NETWORKS, Call, sounding, wire
from tutor.text import Text
from tutor.text.width import width

MESSAGE = Text("汤里少放一点盐", "a bit less salt")
POWERS = st.floats(-12, 12)


@pytest.mark.parametrize(
    ("function", "gain", "depth", "fate"),
    [
        ("identity", 1.0, 50, "kept"),
        ("identity", 1.2, 50, "loud"),
        ("relu", sqrt(2), 50, "kept"),
        ("relu", 1.0, 50, "faint"),
        ("relu", 1.0, 2, "kept"),
        ("tanh", 1.2, 50, "kept"),
        ("tanh", 3.0, 50, "loud"),
        ("sigmoid", 3.0, 50, "faint"),
        ("selu", 0.85, 50, "kept"),
        ("gelu", sqrt(2), 50, "faint"),
    ],
)
def test_what_becomes_of_a_message(function, gain, depth, fate):
    for network in range(NETWORKS):
        assert Call(function, gain, depth, network).fate == fate


@pytest.mark.parametrize(
    ("function", "gain"), [("relu", sqrt(2)), ("relu", 0.7), ("tanh", 1.6), ("elu", 1.2), ("sine", 2)]
)
def test_the_network_does_what_theory_says_of_wide_ones(function, gain):
    theory = float(finished(expected(unit(function), gain, 50)).gradients[0, 0])
    for network in range(NETWORKS):
        assert Call(function, gain, 50, network).power == pytest.approx(theory, abs=0.8)


def test_a_message_sets_out_at_its_own_size_and_is_told_for_every_layer():
    call = Call("relu", 1.0, 20, 0)
    assert call.powers[0] == 0
    assert len(call.powers) == 21
    told = wire(call, MESSAGE, MESSAGE)
    assert told.heard[0] == MESSAGE != told.heard[-1]


def test_beyond_doubt_is_what_every_network_tells_by_a_margin():
    assert Call("relu", sqrt(2), 50, 0).sure
    assert not Call("silu", 1.5, 50, 0).sure  # one network in three carries it


@given(st.floats(-1, 1))
def test_what_arrives_is_understood_word_for_word(power):
    assert sounding(MESSAGE, power) == MESSAGE


@given(POWERS, POWERS)
def test_the_fainter_the_fewer_letters_and_never_another_one(one, other):
    near, far = sorted((one, other), reverse=True)
    if -4 < far <= near <= 0:
        kept = [
            {(place, char) for place, char in enumerate(sounding(MESSAGE, p).en) if char != "·"} for p in (near, far)
        ]
        assert kept[1] <= kept[0] <= set(enumerate(MESSAGE.en))


@given(st.floats(-3.99, 0))
def test_lost_letters_leave_their_room(power):
    heard = sounding(MESSAGE, power)
    assert (width(heard.zh), width(heard.en)) == (width(MESSAGE.zh), width(MESSAGE.en))


@given(st.floats(1.01, 7.9))
def test_too_much_is_screamed_with_every_letter_still_there(power):
    heard = sounding(MESSAGE, power).en
    assert heard.endswith("!")
    rest = iter(heard.casefold())
    assert all(char in rest for char in MESSAGE.en)


@pytest.mark.parametrize(
    ("power", "text"),
    [(-30.0, "(silence)"), (float("-inf"), "(silence)"), (9.0, "(ringing ears)"), (nan, "(ringing ears)")],
)
def test_in_the_end_nothing_or_only_noise_is_heard(power, text):
    assert sounding(MESSAGE, power).en == text
