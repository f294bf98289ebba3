"""Higher or lower: gaps that an eye sees, traps that have a name."""

import pytest

from tutor.questions.generate.looks import Look
from tutor.sessions.games.higher import GAME, GAPS, NEAR, ROUNDS_A_GAP, Pair, judge, slope
from tutor.sessions.games.machine import Settings, dealt
from tutor.sessions.games.model import Passed, Picked

SIGMOID, TANH, RELU, SOFTPLUS = (Look(name) for name in ("sigmoid", "tanh", "relu", "softplus"))
SINE, SNAKE = Look("sine"), Look("snake")


@pytest.mark.parametrize(
    ("pair", "higher"),
    [(Pair(SIGMOID, TANH, 0.0), 1), (Pair(SIGMOID, TANH, 2.0), 0), (Pair(RELU, SOFTPLUS, -1.0), 1)],
)
def test_slopes_are_computed_and_tanh_does_not_always_win(pair, higher):
    assert pair.higher == higher
    assert judge(pair, (Picked(higher),)).right
    assert not judge(pair, (Picked(1 - higher),)).right


def test_who_trusts_the_peak_or_the_height_falls_for_a_known_mistake():
    """At 2 tanh is flatter than sigmoid though its peak is four times as steep; ReLU(−1) lies lower than softplus."""
    [practised] = judge(Pair(SIGMOID, TANH, 2.0), (Picked(1),)).practised
    assert (practised.right, practised.mistake) == (False, "peak-for-tail")
    [practised] = judge(Pair(Look("elu"), SIGMOID, -1.0), (Picked(1),)).practised
    assert practised.mistake == "value-for-slope"


def test_passing_makes_no_mistake():
    [practised] = judge(Pair(SIGMOID, TANH, 2.0), (Passed(),)).practised
    assert (practised.right, practised.mistake) == (False, "")


@pytest.mark.parametrize("number", range(1, GAME.rounds + 1))
def test_the_gap_can_be_seen_and_no_place_is_a_kink(number):
    for seed in range(40):
        pair = dealt(GAME, Settings(str(seed), GAME.rounds), number).judge.args[0]
        one, other = (slope(look).at(pair.x) for look in (pair.one, pair.other))
        assert abs(one - other) >= GAPS[min(len(GAPS) - 1, (number - 1) // ROUNDS_A_GAP)] >= 0.1
        for look in (pair.one, pair.other):
            assert all(abs(place - pair.x) > NEAR for place in look.record.breaks(**dict(look.parameters)))
        if not number % 2:
            assert pair.trap


def test_both_slopes_and_both_numbers_are_shown_afterwards():
    told = judge(Pair(SIGMOID, TANH, 2.0), (Picked(0),))
    [plot] = told.shown
    assert [curve.expression for curve in plot.curves] == ["sigmoid′(x)", "tanh′(x)"]
    assert [round(dot.y, 3) for dot in plot.dots] == [0.105, 0.071]
    assert "σ′(2) = 0.105" in told.why[0].en
    assert "tanh′(2) = 0.0707" in told.why[0].en


def test_a_slope_that_is_merely_larger_is_not_called_steeper():
    """At −3 the sine falls with −0.99 and the step is flat: 0 is the larger slope, and surely not the steeper one."""
    told = judge(Pair(SINE, Look("step"), -3.0), (Picked(0),))
    assert told.said.en == "At x = −3, Step has the larger slope."
    assert told.said.zh == "x = −3 处，阶跃函数的斜率更大。"


@pytest.mark.parametrize(
    ("flat", "steep", "x", "reason"),
    [
        (TANH, SIGMOID, 2.0, "by x = 2 it has flattened out"),
        (SINE, SIGMOID, 3.0, "at x = 3 it is on its way down"),
        (SNAKE, RELU, 3.0, "at x = 3 it is down to 0.721"),
    ],
)
def test_only_what_is_nearly_flat_is_said_to_have_flattened_out(flat, steep, x, reason):
    assert reason in judge(Pair(flat, steep, x), (Picked(0),)).why[1].en


def test_no_question_comes_twice_in_a_game_and_hardly_ever_two_functions():
    """Before, every other game had two functions meet twice, and one in twenty asked the very same question again."""
    again = 0
    for seed in range(40):
        pairs = [dealt(GAME, Settings(str(seed), GAME.rounds), number).judge.args[0] for number in range(1, 16)]
        met = [frozenset((pair.one.function, pair.other.function)) for pair in pairs]
        assert len({(two, pair.x) for two, pair in zip(met, pairs, strict=True)}) == GAME.rounds
        again += len(met) - len(set(met))
    assert again <= 2
