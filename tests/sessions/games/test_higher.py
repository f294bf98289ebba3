"""Higher or lower: gaps that an eye sees, traps that have a name."""

import pytest

from tutor.questions.generate.looks import Look
from tutor.sessions.games.higher import GAME, GAPS, NEAR, ROUNDS_A_GAP, Pair, judge, slope
from tutor.sessions.games.machine import Settings, dealt
from tutor.sessions.games.model import Passed, Picked

SIGMOID, TANH, RELU, SOFTPLUS = (Look(name) for name in ("sigmoid", "tanh", "relu", "softplus"))


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
