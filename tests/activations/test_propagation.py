"""The Gaussian side of the master table: every digit must come out."""

from math import sqrt

import numpy as np
import pytest

from tutor.activations import get
from tutor.activations.calculus.gaussian import mean
from tutor.activations.propagation import chi1, fixed_length, gaussian_facts
from tutor.errors import UsageError

# name, parameters, E f, E f², E f′², gain, γ
GAUSSIAN = [
    ("sigmoid", {}, 0.5, 0.293379, 0.044836, 1.846229, 4.801313),
    ("tanh", {}, 0, 0.394294, 0.464403, 1.592537, 1.592537),
    ("relu", {}, 0.398942, 0.5, 0.5, 1.414214, 1.712859),
    ("leaky_relu", {}, 0.394953, 0.500050, 0.500050, 1.414143, 1.704832),
    ("leaky_relu", {"α": 0.2}, 0.319154, 0.52, 0.52, 1.386750, 1.546460),
    ("prelu", {}, 0.299207, 0.531250, 0.531250, 1.371989, 1.504610),
    ("elu", {}, 0.160521, 0.644945, 0.668102, 1.245198, 1.270843),
    ("selu", {}, 0, 1, 1.071575, 1, 1),
    ("silu", {}, 0.206621, 0.355776, 0.379482, 1.676532, 1.787187),
    ("gelu", {}, 0.282095, 0.425221, 0.455851, 1.533530, 1.700926),
    ("mish", {}, 0.240404, 0.452342, 0.479084, 1.486848, 1.592025),
    ("softplus", {}, 0.806059, 0.921246, 0.293379, 1.041867, 1.919126),
    ("hard_sigmoid", {}, 0.5, 0.277639, 0.027703, 1.897840, 6.015034),
    ("hard_swish", {}, 0.166217, 0.331567, 0.358532, 1.736657, 1.813871),
    ("relu6", {}, 0.398942, 0.5, 0.5, 1.414214, None),
    ("hard_tanh", {}, 0, 0.516059, 0.682689, 1.392036, None),
    ("softsign", {}, 0, 0.183014, 0.227671, 2.337533, None),
    ("erf", {}, 0, 0.464559, 0.569410, 1.467167, None),
    ("celu", {"α": 2.0}, 0.098180, 0.749362, 0.761578, 1.155192, None),
    ("log_sigmoid", {}, -0.806059, 0.921246, 0.293379, 1.041867, None),
    ("squared_relu", {}, 0.5, 1.5, 2, 0.816497, None),
    ("tanhshrink", {}, 0, 0.182883, 0.252992, 2.338368, None),
    ("sine", {}, 0, 0.432332, 0.567668, 1.520867, None),
    ("snake", {}, 0.432332, 1.307374, 1.499832, 0.874581, None),
    ("lecun_tanh", {}, 0, 0.750430, 0.803989, 1.154369, None),
    ("quick_gelu", {}, 0.282331, 0.421953, 0.449549, 1.539459, None),
]


@pytest.mark.parametrize("row", GAUSSIAN, ids=lambda row: row[0])
def test_gaussian_side_of_the_master_table(row):
    name, parameters, *numbers, gamma = row
    facts = gaussian_facts(get(name), **parameters)
    found = [facts.mean, facts.second_moment, facts.slope_second_moment, facts.gain]
    assert found == pytest.approx(numbers, abs=6e-7)
    if gamma:
        assert facts.gamma == pytest.approx(gamma, abs=6e-7)


@pytest.mark.parametrize(("name", "dead"), [("relu", 0.5), ("leaky_relu", 0), ("hard_tanh", 1 - 0.682689), ("gelu", 0)])
def test_dead_fraction(name, dead):
    assert gaussian_facts(get(name)).dead == pytest.approx(dead, abs=1e-6)


def test_chi1_of_tanh_and_the_critical_sigmoid():
    assert chi1(get("tanh"), 2.0) == pytest.approx(1.362673, abs=1e-6)
    assert chi1(get("sigmoid"), 10.149264) == pytest.approx(1, abs=1e-6)
    assert chi1(get("leaky_relu"), sqrt(2 / 1.04), α=0.2) == pytest.approx(1, rel=1e-12)


def test_the_fixed_length_is_where_a_layer_changes_nothing():
    q = fixed_length(get("tanh"), 2.0, 0.3)
    assert q == pytest.approx(4 * mean(lambda z: np.tanh(sqrt(q) * z) ** 2) + 0.09, rel=1e-12)


@pytest.mark.parametrize("scale", [0.1, 1.0, 1.4, 1.41])
def test_below_its_critical_scale_relu_forgets_every_length_at_one_rate(scale):
    assert fixed_length(get("relu"), scale) == 0
    assert chi1(get("relu"), scale) == pytest.approx(scale**2 / 2, rel=1e-9)


def test_above_it_every_length_explodes():
    with pytest.raises(UsageError):
        fixed_length(get("relu"), 1.5)


@pytest.mark.parametrize(("name", "scale"), [("gelu", 1.8), ("silu", 1.8), ("mish", 1.6), ("tanhshrink", 2.5)])
def test_a_length_that_runs_away_is_not_taken_for_the_unstable_point_below_it(name, scale):
    """From 1 the length of a GELU layer with σ_w = 1.8 grows without end, although 0.155 would stay where it is."""
    with pytest.raises(UsageError):
        fixed_length(get(name), scale)


def test_beside_an_unstable_point_the_stable_one_is_found():
    """StarReLU stays near 1 only if nothing disturbs it: the slope of the map there is 3s² + sb = 2."""
    assert fixed_length(get("star_relu"), 1.0) == pytest.approx(0.1666565334, rel=1e-6)
