"""quant: marks on a ruler, cheaper functions, and what trained networks make of them."""

from __future__ import annotations

from functools import cache
from math import isfinite, sqrt

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from tutor.labs import standins
from tutor.labs.catalogue import find
from tutor.labs.functions import unit
from tutor.labs.rounding import BITS, ends, rounded, ruler, step
from tutor.labs.settings import settled
from tutor.labs.standins import gap, piece_bound, pieces, polynomial

LAB = find("quant")
SMALL = {"runs": "4", "steps": "60", "functions": "relu6,tanh", "data": "moons"}


@cache
def results(seed="1", **given):
    return [step.result() for step in LAB.run(settled(LAB, SMALL | given, seed))]


@settings(max_examples=60, deadline=None)
@given(some.floats(-50, 50), some.floats(-50, 50), some.integers(1, 12))
@example(0.0, 5e-324, 2)
def test_zero_stays_zero_and_nothing_moves_more_than_half_a_step(one, other, bits):
    low, high = np.array(min(one, other)), np.array(max(one, other))
    x = np.linspace(min(low, 0), max(high, 0), 101)
    found = rounded(x, low, high, bits)
    size = float(step(low, high, bits))
    assert rounded(np.array(0.0), low, high, bits) == 0
    assert np.unique(np.round(found / size)).size <= 2**bits
    assert np.abs(found - x).max() <= size * (1 + 1e-9)  # at the ends the zero point may shift by half a step


def test_relu6_has_steps_of_6_over_255():
    """The course has 0.0235294."""
    assert float(step(np.array(0.0), np.array(6.0), 8)) == pytest.approx(0.0235294, abs=1e-7)


def test_even_errors_are_a_step_over_root_12():
    known = ruler(unit("identity"), 1.0, 5, "a")
    for errors, size in zip(known.errors[3:], known.steps[3:], strict=True):
        assert errors.mean() == pytest.approx(size / sqrt(12), rel=0.03)


def test_each_further_bit_halves_the_error():
    known = ruler(unit("tanh"), 2.0, 5, "a")
    last, before = known.errors[-1].mean(), known.errors[-2].mean()
    assert before / last == pytest.approx(2, rel=0.03)
    assert len(known.errors) == len(BITS)


def test_exact_zeros_make_relu6_better_than_theory():
    known = ruler(unit("relu6"), 2.0, 3, "a")
    assert known.errors[6].mean() < 0.8 * known.steps[6] / sqrt(12)


@pytest.mark.parametrize(
    ("soft", "hard", "largest", "at"),
    [("silu", "hard_swish", 0.142278, 3.0), ("sigmoid", "hard_sigmoid", 0.069182, 1.317)],
)
def test_the_gaps_of_the_hard_family(soft, hard, largest, at):
    found, place = gap(unit(soft), unit(hard).value, 8.0)
    assert found == pytest.approx(largest, abs=1e-6)
    assert abs(place) == pytest.approx(at, abs=1e-3)


@pytest.mark.parametrize("name", ["silu", "tanh", "gelu", "sine"])
@pytest.mark.parametrize("count", [8, 64])
def test_straight_pieces_keep_within_their_bound(name, count):
    found = gap(unit(name), pieces(unit(name), count, 6.0).value, 6.0)[0]
    bound = piece_bound(unit(name), count, 6.0)
    assert found <= bound * 1.001
    assert found > bound / 3


def test_a_kink_has_no_bound():
    assert piece_bound(unit("relu"), 8, 6.0) is None


def test_degrees_pay_off_for_smooth_functions_only():
    smooth = [gap(unit("silu"), polynomial(unit("silu"), n, 6.0).value, 6.0)[0] for n in (6, 12)]
    kinked = [gap(unit("relu"), polynomial(unit("relu"), n, 6.0).value, 6.0)[0] for n in (6, 12)]
    assert smooth[0] / smooth[1] > 10
    assert 1.5 < kinked[0] / kinked[1] < 2.5


def test_stand_ins_go_on_straight_beyond_their_interval():
    silu, x = unit("silu"), np.array([-40.0, 40.0])
    for made in (polynomial(silu, 9, 6.0), pieces(silu, 64, 6.0)):
        assert made.value(x) == pytest.approx(silu.value(x), abs=0.7)
    assert abs(polynomial(silu, 9, 6.0, ends=False).value(x)).max() > 1e4


def test_costs_are_counted():
    assert polynomial(unit("silu"), 5, 6.0).operations == 5 + 5 + 4
    assert pieces(unit("silu"), 8, 6.0).operations == pieces(unit("silu"), 64, 6.0).operations
    assert pieces(unit("silu"), 8, 6.0).kept == 16
    assert set(standins.DOUBLES.values()) <= set(standins.COSTS)


def test_ranges_belong_to_each_run():
    low, high = ends(np.array([[[0.0, 1.0]], [[-5.0, 2.0]]]))
    assert low.shape == (2, 1, 1)
    assert high.ravel().tolist() == [1.0, 2.0]


def test_coarse_rounding_costs_accuracy_and_fine_rounding_does_not():
    last = results(runs="6", steps="100")[-1]
    changes = {measure.name.en.partition(":")[0]: measure for measure in last.measures}
    assert abs(changes["8 bits"].measured) < 0.3
    assert changes["2 bits"].measured < -3
    assert last.answer in {"neither", "double"}
    assert "100" in last.verdict.zh


def test_what_needs_no_network_is_known_at_once():
    first, *_, last = results()
    assert "不能说" in first.verdict.zh
    assert first.answer == ""
    assert first.measures[0].measured == pytest.approx(first.measures[0].theory, abs=1e-6)
    assert last.findings[0].best == "high"
    assert len(last.findings[0].bars) == 9


def test_a_run_that_was_stopped_says_how_much_is_missing():
    partial = next(result for result in results() if result.findings and hasattr(result.findings[0], "bars"))
    assert partial.told[0].en == "Stopped early: 1 of 8 changes were tried."
    assert not any(text.en.startswith("Stopped") for text in results()[-1].told)


def test_two_networks_are_too_few_to_call_it_even():
    assert results(runs="2", steps="20")[-1].answer == ""


def test_the_same_seed_gives_the_same_result():
    first, second = results()[-1], results.__wrapped__()[-1]
    assert first.measures == second.measures


@pytest.mark.parametrize(
    "given",
    [
        {"function": "x*tanh(x)", "functions": "step,7,x^3"},
        {"function": "step", "bits": "1", "degree": "25", "reach": "20", "pieces": "1"},
        {"function": "0*x", "data": "xor"},
        {"function": "x^3", "reach": "0.5", "size": "10", "bits": "16"},
        {"function": "gelu", "data": "clusters", "bits": "4"},
    ],
)
def test_extremes_are_survived(given):
    last = results(runs="2", steps="20", **given)[-1]
    assert last.measures
    assert all(isfinite(measure.measured) for measure in last.measures)
