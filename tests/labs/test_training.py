"""Networks that learn, and runs that do not depend on their company."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.labs.datasets import MAKERS, data
from tutor.labs.functions import unit
from tutor.labs.layers import Parameter
from tutor.labs.network import STARTS, Shape, active_layers, dense_layers, deviation, perceptron
from tutor.labs.optimisers import Adam, Descent, clip, norms
from tutor.labs.training import Plan, judged, train


def learned(runs, name="xor", steps=200, optimiser=Adam, rate=0.01):
    samples = data(name, 128, 64, runs, "test")
    network = perceptron(Shape((samples.features, 16, 2)), unit("tanh"), runs, "test")
    seen = list(train(network, samples, optimiser(network.parameters(), rate), Plan(runs, "test", steps, 32)))
    return seen, network, samples


@pytest.mark.parametrize("optimiser", [Adam, lambda parameters, rate: Descent(parameters, 20 * rate, 0.9)])
def test_a_small_network_learns_xor(optimiser):
    seen, network, samples = learned((1, 2), optimiser=optimiser)
    assert len(seen) == 200
    assert seen[-1].losses.mean() < seen[0].losses.mean() / 2
    assert judged(network, samples)[1].min() > 0.85


def test_a_run_comes_out_the_same_alone_and_in_company():
    together, _, _ = learned((1, 2, 3), steps=30)
    alone, _, _ = learned((2,), steps=30)
    assert [float(one.losses[1]) for one in together] == pytest.approx(
        [float(one.losses[0]) for one in alone], rel=1e-9
    )


def test_every_epoch_sees_every_sample_once():
    from tutor.labs.training import _Order

    order = _Order(10, 5, ("a",))
    first, second, third = order.next(), order.next(), order.next()
    assert sorted([*first, *second]) == list(range(10))
    assert list(third) != list(first)


def test_a_run_that_loses_its_way_does_not_harm_the_others():
    seen, _, _ = learned((1, 2), optimiser=Descent, rate=np.array([1e308, 0.1]))
    assert np.isfinite([one.losses[1] for one in seen]).all()


@pytest.mark.parametrize("name", MAKERS)
def test_problems_are_standardised_and_balanced(name):
    samples = data(name, 1000, 100, ("a", "b"), "seed")
    assert samples.inputs.mean(axis=1) == pytest.approx(0.0, abs=1e-9)
    assert samples.inputs.std(axis=1) == pytest.approx(1.0)
    assert samples.labels.mean() == pytest.approx(0.5, abs=0.2)
    assert not np.array_equal(samples.inputs[0], samples.inputs[1])
    again = data(name, 1000, 100, ("b",), "seed")
    assert np.array_equal(again.inputs[0], samples.inputs[1])


@pytest.mark.parametrize("start", STARTS)
def test_weights_begin_with_the_deviation_of_the_rule(start):
    network = perceptron(Shape((200, 300, 300, 2), start, gain=1.5), unit("relu"), ("a",))
    first = dense_layers(network)[0].weights.value
    assert first.std() == pytest.approx(1.5 * deviation(start, 200, 300), rel=0.02)
    assert len(active_layers(network)) == 2


def test_paths_go_around_layers_of_one_size():
    network = perceptron(Shape((2, 8, 8, 8, 2), norm="batch", residual=True), unit("relu"), ("a",))
    assert len(dense_layers(network)) == 4
    assert len(network.layers) == 3 + 2 + 1  # the first hidden layer in pieces, two blocks, the outputs


def test_adam_takes_steps_of_the_rate_at_first():
    parameter = Parameter(np.array([[[1.0, -1.0]]]))
    parameter.gradient = np.array([[[1e-6, -1e6]]])
    Adam([parameter], 0.1).step()
    assert parameter.value.ravel() == pytest.approx([0.9, -0.9], rel=1e-2)


def test_clipping_keeps_the_direction():
    parameter = Parameter(np.zeros((2, 1, 2)))
    parameter.gradient = np.array([[[3.0, 4.0]], [[0.3, 0.4]]])
    clip([parameter], 1.0)
    assert norms([parameter]) == pytest.approx([1.0, 0.5])
    assert parameter.gradient[0].ravel() == pytest.approx([0.6, 0.8])
