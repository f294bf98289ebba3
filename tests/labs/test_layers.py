"""Backpropagation by hand against finite differences."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.activations import ACTIVATIONS, get
from tutor.labs.functions import of, unit
from tutor.labs.layers import Activate, Chain, Dense, Learned, Mixture, Normalise, Residual, Split
from tutor.labs.losses import accuracy, cross_entropy, squared_error
from tutor.labs.normals import normals

RUNS, SAMPLES, FEATURES = 2, 5, 4
STEP = 1e-6


def dense(name, outputs=FEATURES):
    return Dense(normals((RUNS, FEATURES, outputs), name) / 2, normals((RUNS, 1, outputs), name, "bias") / 2)


def inputs():
    return normals((RUNS, SAMPLES, FEATURES), "inputs")


def loss(network, x):
    """Return one number that depends on every output in its own way."""
    out = network.forward(x)
    weights = normals(out.shape, "loss")
    return float(np.sum(weights * out)), weights


def numeric(function, array, step=STEP):
    found = np.empty_like(array)
    for place in np.ndindex(array.shape):
        kept = array[place]
        array[place] = kept + step
        above = function()
        array[place] = kept - step
        below = function()
        array[place] = kept
        found[place] = (above - below) / (2 * step)
    return found


def check(network):
    """Compare every gradient of `network` with finite differences."""
    x = inputs()
    _, weights = loss(network, x)
    given = network.backward(weights)
    own = [parameter.gradient.copy() for parameter in network.parameters()]
    assert given == pytest.approx(numeric(lambda: loss(network, x)[0], x), rel=1e-5, abs=1e-6)
    for parameter, gradient in zip(network.parameters(), own, strict=True):
        expected = numeric(lambda: loss(network, x)[0], parameter.value)
        assert gradient == pytest.approx(expected, rel=1e-5, abs=1e-6)


@pytest.mark.parametrize("record", ACTIVATIONS, ids=lambda record: record.name)
def test_every_function_of_the_catalogue_carries_errors_back(record):
    check(Chain([dense("first"), Activate(of(record)), dense("second")]))


@pytest.mark.parametrize("text", ["x*tanh(x)", "max(x, 0.1*x)", "sin(x) + x/2"])
def test_an_expression_carries_errors_back(text):
    """Through a table of straight pieces 0.002 wide: differences must reach across a few of them."""
    network, x = Chain([dense("first"), Activate(unit(text)), dense("second")]), inputs()
    _, weights = loss(network, x)
    given = network.backward(weights)
    expected = numeric(lambda: loss(network, x)[0], x, step=0.01)
    assert given == pytest.approx(expected, rel=1e-3, abs=1e-3)


def test_a_function_beyond_its_table_goes_on_straight():
    function = unit("x*tanh(x) + 1")
    assert function.value(np.array([-50.0, 50.0])) == pytest.approx([51.0, 51.0], rel=1e-6)
    assert function.slope(np.array([-50.0, 50.0])) == pytest.approx([-1.0, 1.0], rel=1e-6)


@pytest.mark.parametrize(
    "layer",
    [
        lambda: Normalise(RUNS, FEATURES, axis=1),
        lambda: Normalise(RUNS, FEATURES, axis=2),
        lambda: Residual([dense("inside"), Activate(unit("tanh"))], scale=0.7),
        lambda: Split([Activate(unit("tanh")), Activate(unit("gelu"))], [1, 3]),
        lambda: Mixture([unit("tanh"), unit("gelu"), unit("silu")], RUNS),
        lambda: Learned(get("prelu"), {"α": 0.25}, RUNS),
        lambda: Learned(get("silu"), {"β": 1.2}, RUNS),
    ],
    ids=["batch", "layer", "residual", "split", "mixture", "prelu", "silu"],
)
def test_layers_carry_errors_back(layer):
    made = layer()
    if isinstance(made, Normalise):
        made.scale.value[:] = normals(made.scale.value.shape, "scale") + 1
        made.shift.value[:] = normals(made.shift.value.shape, "shift")
    if isinstance(made, Mixture):
        made.scores.value[:] = normals(made.scores.value.shape, "scores")
    check(Chain([dense("first"), made, dense("second")]))


def test_a_mixture_begins_with_equal_shares():
    assert Mixture([unit("tanh"), unit("relu")], 1).shares().ravel().tolist() == [0.5, 0.5]


def test_losses_have_the_gradients_of_finite_differences():
    scores = normals((RUNS, SAMPLES, 3), "scores")
    labels = np.arange(RUNS * SAMPLES).reshape(RUNS, SAMPLES) % 3
    targets = normals((RUNS, SAMPLES, 3), "targets")
    expected = numeric(lambda: float(cross_entropy(scores, labels)[0].sum()), scores)
    assert cross_entropy(scores, labels)[1] == pytest.approx(expected, rel=1e-5, abs=1e-8)
    expected = numeric(lambda: float(squared_error(scores, targets)[0].sum()), scores)
    assert squared_error(scores, targets)[1] == pytest.approx(expected, rel=1e-5, abs=1e-8)


def test_even_scores_cost_the_logarithm_of_the_classes_and_big_ones_do_not_overflow():
    labels = np.array([[0, 1]])
    assert cross_entropy(np.zeros((1, 2, 3)), labels)[0] == pytest.approx([np.log(3)])
    assert cross_entropy(np.array([[[1e4, 0.0], [0.0, 1e4]]]), labels)[0] == pytest.approx([0.0])
    assert accuracy(np.array([[[1.0, 0.0], [1.0, 0.0]]]), labels).tolist() == [0.5]
