"""Truncated Taylor series against mpmath's, to order 6."""

import mpmath as mp
import numpy as np
import pytest

from tutor.activations.expression import series as taylor

ORDER = 6
PLACES = (0.7, 1.9)


def of_x(x):
    return taylor.variable(np.array(x), ORDER)


def constant(value):
    return taylor.constant(value, np.array(0.0), ORDER)


CASES = {
    "x·x + 2": (lambda x: taylor.add(taylor.multiply(x, x), constant(2.0)), lambda x: x * x + 2),
    "x − 3": (lambda x: taylor.subtract(x, constant(3.0)), lambda x: x - 3),
    "−x": (taylor.negate, lambda x: -x),
    "1/x": (lambda x: taylor.divide(constant(1.0), x), lambda x: 1 / x),
    "exp(x²)": (lambda x: taylor.exp(taylor.multiply(x, x)), lambda x: mp.exp(x * x)),
    "log x": (taylor.log, mp.log),
    "x^2.5": (lambda x: taylor.power(x, 2.5), lambda x: x**2.5),
    "x^-3": (lambda x: taylor.power(x, -3.0), lambda x: x**-3),
    "x^5": (lambda x: taylor.power(x, 5.0), lambda x: x**5),
    "√x": (taylor.sqrt, mp.sqrt),
    "φ(x)": (taylor.normal_density_of, mp.npdf),
    "Φ(x²)": (lambda x: taylor.normal_share_of(taylor.multiply(x, x)), lambda x: mp.ncdf(x * x)),
    "max(x, 1.3)": (lambda x: taylor.larger(x, constant(1.3)), lambda x: max(x, mp.mpf(1.3))),
    "min(x, 1.3)": (lambda x: taylor.smaller(x, constant(1.3)), lambda x: min(x, mp.mpf(1.3))),
    "|x − 1.3|": (lambda x: taylor.absolute(taylor.subtract(x, constant(1.3))), lambda x: abs(x - mp.mpf(1.3))),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("place", PLACES)
def test_coefficients(name, place):
    ours, exact = CASES[name]
    want = [float(one) for one in mp.taylor(exact, mp.mpf(place), ORDER)]
    assert [float(one) for one in ours(of_x(place))] == pytest.approx(want, rel=1e-11, abs=1e-11)


@pytest.mark.parametrize("rule", [taylor.log, taylor.sqrt, lambda x: taylor.power(x, 0.5)])
def test_where_there_is_no_value_there_is_no_derivative(rule):
    """ln′ is 1/x by its formula, but ln has no slope at −2."""
    with np.errstate(all="ignore"):
        assert np.isnan([float(one) for one in rule(of_x(-2.0))]).all()


def test_a_power_too_large_for_a_number_is_infinite():
    with np.errstate(all="ignore"):
        assert [float(one) for one in taylor.power(of_x(2.0), 1024.0)[:2]] == [np.inf, np.inf]
    assert [float(one) for one in taylor.power(of_x(2.0), 0.0)] == [1, 0, 0, 0, 0, 0, 0]


def test_composition_is_the_chain_rule_to_every_order():
    """sin(x²), from the series of sin at x²."""
    x = 0.8
    inner = taylor.multiply(of_x(x), of_x(x))
    outer = tuple(np.array(float(one)) for one in mp.taylor(mp.sin, x * x, ORDER))
    want = [float(one) for one in mp.taylor(lambda t: mp.sin(t * t), x, ORDER)]
    assert [float(one) for one in taylor.compose(outer, inner)] == pytest.approx(want, rel=1e-12)


def test_differentiating_and_integrating_are_inverse():
    a = taylor.exp(of_x(0.4))
    back = taylor.integrate(a[0], taylor.differentiate(a, 1))
    assert [float(one) for one in back] == pytest.approx([float(one) for one in a])


def test_a_whole_power_knows_its_derivatives_at_zero():
    assert [float(one) for one in taylor.power(of_x(0.0), 3.0)] == [0, 0, 0, 1, 0, 0, 0]


def test_at_a_tie_the_smaller_slope_is_taken():
    zero, x = constant(0.0), of_x(0.0)
    assert float(taylor.larger(x, zero)[1]) == float(taylor.larger(zero, x)[1]) == 0
    assert float(taylor.smaller(taylor.multiply(constant(2.0), x), x)[1]) == 1
    assert float(taylor.absolute(x)[1]) == 0
