"""Functions of x: shapes, kinks that move with what is inside, and the meter."""

import numpy as np
import pytest

from tutor.activations.expression import function_of, parse
from tutor.activations.expression.function import CALL, Meter
from tutor.errors import UsageError


def function(source, **names):
    return function_of(parse(source), names)


@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 2)])
def test_values_keep_the_shape(shape):
    xs = np.ones(shape)
    assert np.shape(function("x*gelu(x) + 1").value(xs)) == shape
    assert np.shape(function("x*gelu(x) + 1").derivative(xs, 2)) == shape


def test_a_number_gives_a_number():
    assert type(function("relu(x)").value(2.0)) is float


@pytest.mark.parametrize(
    ("source", "breaks"),
    [
        ("gelu(x)", []),
        ("relu(x)", [0]),
        ("relu(x - 1) + abs(x + 2)", [-2, 1]),
        ("relu(2*x - 3)'", [1.5]),
        ("max(x, 1 - x)", [0.5]),
        ("hard_tanh(x/2)", [-2, 2]),
        ("sigmoid(relu(x))", [0]),
        ("relu(relu(x - 1) - 1)", [1, 2]),
        ("apl(x, 1, b)", [0, 2.5]),
        ("step(x^2 - 4)", [-2, 2]),
    ],
)
def test_breaks_are_where_the_inner_function_meets_the_kink(source, breaks):
    assert function(source, b=2.5).breaks() == pytest.approx(breaks, abs=1e-12)


def test_the_meter_refuses_when_its_work_is_done():
    meter = Meter(2.0 * CALL + 10)
    meter.spend(1, 1)
    with pytest.raises(UsageError) as caught:
        meter.spend(100, 1)
    assert caught.value.key == "expression.too_much"


def test_a_function_for_drawing_can_be_asked_a_thousand_times():
    drawn, xs = function("x*gelu(x)"), np.linspace(-3, 3, 400)
    first = drawn.value(xs)
    assert np.isfinite(first).all()
    for _ in range(1000):
        assert np.array_equal(drawn.value(xs), first)
