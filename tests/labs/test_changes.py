"""Other activations in a network that is trained already."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.labs.changes import everywhere, passed, ranges_of, right, rounding
from tutor.labs.datasets import data
from tutor.labs.functions import unit
from tutor.labs.losses import accuracy
from tutor.labs.network import Shape, perceptron

RUNS = (1, 2, 3)


@pytest.fixture
def made():
    samples = data("moons", 60, 40, RUNS, "changes")
    return perceptron(Shape((2, 8, 8, 2)), unit("tanh"), RUNS, "changes"), samples


def test_its_own_activation_changes_nothing(made):
    network, samples = made
    found = passed(network, samples.test_inputs, everywhere(unit("tanh")))
    assert np.array_equal(found, network.forward(samples.test_inputs))
    assert np.array_equal(right(network, samples, everywhere(unit("tanh"))), accuracy(found, samples.test_labels))


def test_another_activation_stands_in_every_hidden_layer(made):
    network, samples = made
    places = []
    found = passed(network, samples.test_inputs, lambda place, z: (places.append(place), 0 * z)[1])
    assert places == [0, 1]
    assert not found.any()  # the biases begin at 0


def test_the_finer_the_marks_the_nearer_the_outputs(made):
    network, samples = made
    ranges, _ = ranges_of(unit("tanh"), network, samples, 6.0)
    exact = network.forward(samples.test_inputs)
    far = [
        np.abs(passed(network, samples.test_inputs, rounding(unit("tanh"), ranges, bits)) - exact).max()
        for bits in (2, 4, 8)
    ]
    assert far[0] > 3 * far[1] > 9 * far[2] > 0


def test_ranges_are_those_of_the_outputs_and_the_share_outside_is_counted(made):
    network, samples = made
    ranges, none = ranges_of(unit("tanh"), network, samples, 1e9)
    _, everything = ranges_of(unit("tanh"), network, samples, 0.0)
    assert [low.shape for low, _ in ranges] == [(3, 1, 1)] * 2
    assert all((low >= -1).all() and (high <= 1).all() for low, high in ranges)
    assert (none, everything) == (0.0, 1.0)
