"""A contest that treats all alike, and a ranking that knows what noise is."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.labs.contest import MOST_GAIN, Contest, Rules, _Trial, gain
from tutor.labs.functions import unit
from tutor.labs.groups import Groups
from tutor.labs.layers import Activate
from tutor.labs.ranking import changes, ranked

QUICK = Rules(rates=(0.003, 0.03), runs=3, steps=40, tests=200)


def played(names, problem="spirals", rules=QUICK, seed="test"):
    contest = Contest(problem, [unit(name) for name in names], rules, seed)
    shares = list(contest.play())
    return contest, shares


def test_groups_do_what_their_functions_do():
    x = np.linspace(-2, 2, 24).reshape(4, 3, 2)
    groups, relu, tanh = Groups([unit("relu"), unit("tanh")]), Activate(unit("relu")), Activate(unit("tanh"))
    assert np.array_equal(groups.forward(x), np.concatenate([relu.forward(x[:2]), tanh.forward(x[2:])]))
    assert np.array_equal(groups.backward(x), np.concatenate([relu.backward(x[:2]), tanh.backward(x[2:])]))


def test_a_function_meets_itself():
    """The same function twice in one contest has the same problems, batches and weights: nothing may differ."""
    contest, shares = played(["relu", "relu"])
    assert np.array_equal(contest.accuracy[0], contest.accuracy[1])
    assert np.array_equal(contest.scores[0], contest.scores[1])
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_function_comes_out_the_same_in_any_company():
    assert np.allclose(played(["relu", "gelu"])[0].accuracy[1], played(["gelu"])[0].accuracy[0])


def test_the_rate_is_the_one_that_scored_best():
    contest, _ = played(["relu"])
    assert contest.rates[0] == QUICK.rates[int(contest.scores[0].argmax())]
    assert contest.scores[0].max() > contest.scores[0].min()


def test_with_one_rate_nothing_is_tuned():
    contest, _ = played(["relu"], rules=Rules(rates=(0.02,), runs=2, steps=5))
    assert contest.rates.tolist() == [0.02]
    assert not contest.trying


def test_the_race_is_run_on_problems_that_tuning_never_saw():
    contest, _ = played(["relu"])
    tuning = _Trial(contest, [("tuning", 0)], 1, np.array([0.1]))
    again = _Trial(contest, [("race", 0)], 1, np.array([0.1]))
    assert contest.data is not None
    assert np.array_equal(contest.data.inputs[0], again.data.inputs[0])
    assert not np.array_equal(contest.data.inputs[0], tuning.data.inputs[0])


@pytest.mark.parametrize(
    ("name", "expected"), [("relu", 2**0.5), ("identity", 1.0), ("0*x", 1.0), ("x/1000", MOST_GAIN)]
)
def test_a_gain_keeps_the_signal_or_gives_up(name, expected):
    assert gain(unit(name)) == pytest.approx(expected, rel=1e-3)


def test_a_clear_lead_is_told_and_noise_is_not():
    chance = np.random.default_rng(5).normal(0, 0.01, (3, 12))
    values = 0.9 + chance + np.array([[0.0], [0.0], [-0.1]])
    found = ranked(values, 3)
    assert found.behind == (2,)
    assert not found.wins
    assert len(found.certain) == 2
    assert 0 < found.resolution < 0.05


def test_the_correction_makes_harder_to_please():
    chance = np.random.default_rng(1).normal(0, 0.01, (2, 10))
    values = 0.9 + chance + np.array([[0.013], [0.0]])
    assert ranked(values, 1).likely == 1
    assert not ranked(values, 1000).certain


def test_a_winner_beats_everybody():
    chance = np.random.default_rng(2).normal(0, 0.01, (3, 12))
    found = ranked(0.8 + chance + np.array([[0.0], [0.1], [0.0]]), 3)
    assert found.wins
    assert found.best == 1
    assert not ranked(chance[:1], 1).wins


def test_single_seeds_crown_different_winners():
    assert changes(np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0], [0.5, 0.5, 0.5]])) == 2
