"""The experiment norm: growth of gradients under BatchNorm, and what tames it."""

from math import pi

import numpy as np
import pytest

from tests.labs.running import every_text, measure, outcome, stopped
from tutor.activations import ACTIVATIONS
from tutor.labs.catalogue.flowing import NORM
from tutor.labs.functions import of, unit
from tutor.labs.norm import Block, begun, foreseen
from tutor.labs.norm_told import _answer as answered
from tutor.labs.norm_told import _off_told, _path_told
from tutor.labs.normals import normals
from tutor.labs.settings import settled

SMALL = {"units": "48", "batch": "64", "batches": "8,64", "depth": "8", "runs": "3"}


def test_theory_of_batch_norm_with_relu_is_the_papers_and_layer_norm_has_no_growth():
    assert foreseen(unit("relu"), "batch") == pytest.approx(pi / (pi - 1))  # Yang et al. 2019
    assert foreseen(unit("relu"), "layer") == pytest.approx(1.0)
    assert foreseen(unit("identity"), "batch") == pytest.approx(1.0)
    assert foreseen(unit("step"), "none") is None


def test_theory_is_never_below_1_without_jumps_and_growth_is_not_blamed_on_the_mean_alone():
    """Poincaré's inequality: Var f ≤ E f′² for normal inputs; tanh has no mean, and grows all the same."""
    for record in ACTIVATIONS:
        theory = foreseen(of(record), "batch")
        jumps = {"step", "sign", "hard_concrete"}
        assert theory is None or theory > 1 - 1e-6 or record.name in jumps, record.name
    tanh = next(text.en for text in outcome("norm", functions="tanh", **SMALL).told if "Var f, " in text.en)
    assert "1.178 for Tanh" in tanh
    assert tanh.endswith("in theory 1.178.")
    jumping = outcome("norm", functions="x+floor(x)", **SMALL)
    assert any("this one jumps" in text.en for text in jumping.told)


def test_batch_norm_with_relu_multiplies_squared_gradients_by_nearly_1_and_a_half():
    result = outcome("norm", functions="relu", **SMALL)
    found = measure(result, "BatchNorm")
    assert found.measured == pytest.approx(pi / (pi - 1), abs=4 * found.error + 0.06)  # E77
    assert measure(result, "LayerNorm").measured == pytest.approx(1.0, abs=0.15)
    assert result.answer == "grows"


def test_small_batches_grow_faster_and_the_size_of_weights_cancels():
    usual = outcome("norm", functions="relu", setups="batch", **SMALL)
    assert any(text.en.startswith("The size of the batch matters") for text in usual.told)
    large = outcome("norm", functions="relu", setups="batch", gain="5", **SMALL)
    assert measure(large, "BatchNorm").measured == pytest.approx(measure(usual, "BatchNorm").measured, rel=1e-3)


def test_a_path_tames_the_growth():
    grid = outcome("norm", functions="relu", setups="batch,batch+path", **SMALL).findings[-1]
    name, _, plain, path = grid.rows[0]
    assert name.en == "ReLU"
    assert path < plain - 0.1


@pytest.mark.parametrize("setup", ["none", "batch", "layer", "batch+path", "layer+path"])
def test_blocks_carry_gradients_back(setup):
    """Against a central difference of one number that depends on every output."""
    block = Block(unit("tanh"), setup, normals((1, 5, 5), "w"))
    h, direction, weights = (normals((1, 6, 5), name) for name in ("h", "direction", "weights"))
    ahead, behind = (np.sum(weights * block.forward(h + step * direction)) for step in (1e-6, -1e-6))
    block.forward(h)
    slope = np.sum(block.backward(weights) * direction)
    assert slope == pytest.approx((ahead - behind) / 2e-6, rel=1e-5)


def test_a_stopped_run_is_told():
    assert stopped("norm", 0, **SMALL).verdict.en.startswith("No network")
    partial = stopped("norm", 0.5, functions="relu", setups="batch", **SMALL)
    assert any("of the planned 3" in text.en for text in partial.told)


def test_the_same_seed_finds_the_same():
    first, again, other = (outcome("norm", seed, functions="relu", setups="batch", **SMALL) for seed in "112")
    assert first == again
    assert first != other


def test_every_function_and_the_extremes_work():
    names = [record.name for record in ACTIVATIONS]
    for place in range(0, len(names), 12):
        functions = ",".join(names[place : place + 12])
        given = {"gain": "50", "depth": "6", "units": "4", "batch": "2", "batches": "2,3", "runs": "1"}
        result = outcome("norm", functions=functions, **given)
        assert all(text.zh and text.en for text in every_text(result))
    assert outcome("norm", functions="x*tanh(x)", setups="layer", **SMALL).verdict.en


@pytest.mark.parametrize(
    ("middle", "wobble", "answer"),
    [(1.02, 0.001, "steady"), (1.02, 0.05, ""), (1.08, 0.05, ""), (1.08, 0.001, "grows"), (0.9, 0.001, "shrinks")],
)
def test_steady_or_not_is_said_when_the_interval_keeps_to_one_side_of_the_border(middle, wobble, answer):
    found = begun(settled(NORM, {"functions": "relu"}, "1"))
    factors = middle + wobble * np.array([-1.0, 0.0, 1.0])
    found.sizes["ReLU", "batch"] = [np.log(factor) * np.arange(found.depth, -1, -1.0) for factor in factors]
    assert answered(found) == answer


def grown(functions, setup, powers):
    """Return a run in which the first function's squared gradients have these logarithms, network by network."""
    found = begun(settled(NORM, SMALL | {"functions": functions, "depth": "4"}, "1"))
    name = found.first.name, setup
    found.sizes[name] = [np.append(np.cumsum(power[::-1])[::-1], 0.0) for power in powers]
    found.peaks[name] = [3.0] * len(powers)
    return found


def test_being_off_the_theory_is_judged_by_students_t_for_all_functions_together():
    """Off by 3.3 standard errors over five networks: more than noise for one function, not for one of four."""
    spots = pi / (pi - 1) + 0.033 + 0.01 * np.sqrt(5) * np.array([-2, -1, 0, 1, 2]) / np.sqrt(2.5)
    powers = np.log(spots)[:, None] * np.ones(4)
    assert _off_told(grown("relu", "batch", powers)) is not None
    assert _off_told(grown("relu,gelu,silu,tanh", "batch", powers)) is None


@pytest.mark.parametrize(("noise", "told"), [(0.01, True), (1.0, False)])
def test_a_path_that_adds_less_and_less_is_told_when_it_is_more_than_noise(noise, told):
    powers = np.array([0.3, 0.3, 0.2, 0.1]) + noise * np.array([-1, 1, -1])[:, None] * np.array([0, 1, 0, 0])
    assert (_path_told(grown("relu", "batch+path", powers)) is not None) is told
