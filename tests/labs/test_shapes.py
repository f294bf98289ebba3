"""Functions with one learned number against the catalogue's, and their gradients against finite differences."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.activations import get
from tutor.labs.layers import Chain, Dense
from tutor.labs.normals import normals
from tutor.labs.shapes import SHAPES, Shaped

X = np.linspace(-9.0, 9.0, 181)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("number", [-1.5, 0.0, 0.25, 1.0, 7.0])
def test_shapes_are_the_catalogues(shape, number):
    record, settings = get(shape.record), {shape.parameter: number}
    assert shape.value(X, np.float64(number)) == pytest.approx(record.value(X, **settings), abs=1e-12)
    assert shape.slope(X, np.float64(number)) == pytest.approx(record.derivative(X, 1, **settings), abs=1e-12)
    expected = record.parameter_gradient(X, shape.parameter, **settings)
    assert shape.by(X, np.float64(number)) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_they_begin_as_the_catalogue_says(shape):
    (start,) = [one.default for one in get(shape.record).parameters if one.name == shape.parameter]
    assert shape.start == start


def layer(shape, pace, decay):
    made = Shaped(SHAPES[shape], np.array([pace]), np.array([decay]))
    network = Chain([Dense(normals((1, 3, 4), "first")), made, Dense(normals((1, 4, 2), "second"))])
    return made, network


@pytest.mark.parametrize("shape", SHAPES)
def test_a_number_feels_what_the_loss_does(shape):
    made, network = layer(shape, 1.0, 0.0)
    x, weights = normals((1, 5, 3), "inputs"), normals((1, 5, 2), "loss")
    network.forward(x)
    network.backward(weights)
    sides = []
    for step in (1e-6, -1e-6):
        made.number.value += step
        sides.append(float(np.sum(weights * network.forward(x))))
        made.number.value -= step
    assert made.number.gradient.item() == pytest.approx((sides[0] - sides[1]) / 2e-6, rel=1e-6)


def test_pace_and_decay_act_on_the_gradient_of_the_number_alone():
    x, delta = normals((1, 5, 4), "inputs"), normals((1, 5, 4), "delta")
    found = {}
    for pace, decay in ((1.0, 0.0), (3.0, 0.5), (0.0, 0.5)):
        made, _ = layer("prelu", pace, decay)
        made.forward(x)
        found[pace] = made.backward(delta), made.number.gradient.item(), made.own.item()
    assert all(np.array_equal(passed, found[1.0][0]) for passed, _, _ in found.values())
    assert found[3.0][1] == pytest.approx(3 * (found[1.0][1] + 0.5 * 0.25))
    assert found[0.0][1] == 0.0
    assert found[3.0][2] == found[1.0][1]
