"""Every value and derivative against mpmath; the goals are those of the design's budgets.

Functions and simple derivatives: at most 4 units in the last place; derivatives with roots and the
GELU forms: at most 8, and 2e-16 absolute within half a unit of the root.
"""

import mpmath as mp
import pytest

from tests.activations.oracle import big_phi, phi, points, sigma, worst
from tutor.activations import get

CASES = {
    ("identity", 0): (lambda x: x, 4, ()),
    ("sigmoid", 0): (sigma, 4, ()),
    ("sigmoid", 1): (lambda x: sigma(x) * sigma(-x), 4, ()),
    ("sigmoid", 2): (lambda x: -sigma(x) * sigma(-x) * mp.tanh(x / 2), 8, (0.0,)),
    ("tanh", 0): (mp.tanh, 4, ()),
    ("tanh", 1): (lambda x: mp.sech(x) ** 2, 4, ()),
    ("tanh", 2): (lambda x: -2 * mp.tanh(x) * mp.sech(x) ** 2, 8, (0.0,)),
    ("softplus", 0): (lambda x: mp.log1p(mp.exp(x)), 4, ()),
    ("softplus", 1): (sigma, 4, ()),
    ("softplus", 2): (lambda x: sigma(x) * sigma(-x), 4, ()),
    ("relu", 0): (lambda x: max(x, 0), 0, ()),
    ("leaky_relu", 0): (lambda x: max(x, mp.mpf(0.01) * x), 4, ()),
    ("elu", 0): (lambda x: x if x > 0 else mp.expm1(x), 4, ()),
    ("elu", 1): (lambda x: 1 if x > 0 else mp.exp(x), 4, ()),
    ("elu", 2): (lambda x: 0 if x > 0 else mp.exp(x), 4, ()),
    ("silu", 0): (lambda x: x * sigma(x), 4, ()),
    ("silu", 1): (lambda x: sigma(x) * (1 + x * sigma(-x)), 8, (-1.2784645,)),
    ("silu", 2): (lambda x: sigma(x) * sigma(-x) * (2 - x * mp.tanh(x / 2)), 8, (-2.3993573, 2.3993573)),
    ("gelu", 0): (lambda x: x * big_phi(x), 8, ()),
    ("gelu", 1): (lambda x: big_phi(x) + x * phi(x), 8, (-0.7517916,)),
    ("gelu", 2): (lambda x: phi(x) * (2 - x * x), 8, (-1.4142136, 1.4142136)),
}


@pytest.mark.parametrize(("name", "order"), CASES)
def test_error_stays_within_the_goal(name, order):
    exact, goal, roots = CASES[name, order]
    record = get(name)
    ulp, absolute = worst(lambda x: record.derivative(x, order), exact, points(), roots)
    print(f"{name}, derivative {order}: {ulp} ULP; near roots {absolute}")
    assert ulp.error <= goal, ulp
    assert absolute.error <= 2e-16, absolute
