"""A deep random network, expected and measured."""

from math import isnan, sqrt

import pytest

from tutor.activations.catalogue import get
from tutor.activations.propagation import chi1
from tutor.labs.propagation import DEPTH, expected, measured


def test_relu_with_gain_1_halves_squared_gradients_in_each_layer():
    flow = expected(get("relu"), 1.0, 11)
    assert flow.gradients[0] == pytest.approx(0.5**10, rel=1e-12)
    assert flow.lengths[-1] == pytest.approx(0.5**10, rel=1e-12)
    assert flow.factor == pytest.approx(sqrt(0.5), rel=1e-12)


def test_relu_with_gain_root_2_holds_both_for_ever():
    flow = expected(get("relu"), sqrt(2))
    assert flow.gradients == pytest.approx([1.0] * DEPTH, rel=1e-12)
    assert flow.lengths == pytest.approx([1.0] * DEPTH, rel=1e-12)


@pytest.mark.parametrize(("name", "gain"), [("sigmoid", 1.0), ("tanh", 2.0), ("selu", 1.0)])
def test_deep_down_the_growth_is_the_cores_chi1(name, gain):
    flow = expected(get(name), gain, 120)
    last = flow.gradients[60] / flow.gradients[61]
    assert last == pytest.approx(chi1(get(name), gain), rel=1e-6)


@pytest.mark.parametrize(
    ("name", "gain"), [("relu", sqrt(2)), ("relu", 1.0), ("tanh", 1.0), ("sigmoid", 1.0), ("selu", 1.0)]
)
def test_a_wide_network_does_what_theory_says(name, gain):
    theory, found = expected(get(name), gain, 8), measured(get(name), gain, 8, units=400, seed="wide")
    assert found.gradients[0] == pytest.approx(theory.gradients[0], rel=0.25)
    assert found.lengths[-1] == pytest.approx(theory.lengths[-1], rel=0.25)


def test_backward_is_the_transpose_of_forward():
    """An identity network is linear: forward and backward grow by the same factor on average."""
    found = measured(get("identity"), 1.5, 5, units=300, seed="linear")
    assert found.gradients[0] == pytest.approx(1.5**8, rel=0.2)


def test_what_grows_beyond_all_measure_is_not_told():
    flow = expected(get("squared_relu"), 3.0)
    assert isnan(flow.lengths[-1])
    assert isnan(flow.gradients[0])


def test_a_step_lets_no_gradient_through():
    assert expected(get("step"), 1.0, 4).gradients == (0.0, 0.0, 0.0, 1.0)
    assert measured(get("step"), 1.0, 4).gradients == (0.0, 0.0, 0.0, 1.0)
