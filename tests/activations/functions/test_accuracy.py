"""Every value and derivative against mpmath; the goals are those of the design's budgets.

Functions and simple derivatives: at most 4 units in the last place; derivatives with roots and the
GELU forms: at most 8, and 2e-16 absolute within half a unit of the root. Second derivatives, and xIELU, whose
terms cancel towards its root, have no goal of their
own; the bound written here is what they reach.
"""

import mpmath as mp
import pytest

from tests.activations.oracle import big_phi, phi, points, sigma, worst
from tutor.activations import get

CUBIC, SCALE = mp.mpf("0.044715"), 2 * mp.sqrt(2 / mp.pi)
LECUN = mp.mpf(1.7159)
LAMBDA, ALPHA = mp.mpf(1.0507009873554805), mp.mpf(1.6732632423543772)
QUICK = mp.mpf("1.702")
BEND = mp.mpf(0.8)


def inner(x):
    """2√(2/π)·(x + 0.044715x³), its slope and its bend."""
    return SCALE * (x + CUBIC * x**3), SCALE * (1 + 3 * CUBIC * x * x), 6 * SCALE * CUBIC * x


def d_gelu_tanh(x):
    y, slope, _ = inner(x)
    return sigma(y) * (1 + x * slope * sigma(-y))


def dd_gelu_tanh(x):
    y, slope, bend = inner(x)
    return sigma(y) * sigma(-y) * (2 * slope + x * bend - x * slope**2 * mp.tanh(y / 2))


def tail(x):
    """tanh(softplus(x)) and its slope, from n = e²ˣ + 2eˣ."""
    n = mp.exp(2 * x) + 2 * mp.exp(x)
    return n / (n + 2), 4 * mp.exp(x) * (1 + mp.exp(x)) / (n + 2) ** 2


def dd_mish(x):
    t, slope = tail(x)
    return slope * (2 + x * (sigma(-x) - 2 * t * sigma(x)))


def tanhshrink(x):
    return x - mp.tanh(x) if abs(x) > 1e-9 else x**3 / 3 - 2 * x**5 / 15


def dd_quick_gelu(x):
    y = QUICK * x
    return QUICK * sigma(y) * sigma(-y) * (2 - y * mp.tanh(y / 2))


def xielu(x):
    """α_p·x² + x/2 and α_n(eˣ − 1 − x) + x/2, whose first terms cancel near 0."""
    return BEND * x * x + x / 2 if x > 0 else BEND * (mp.expm1(x) - x if abs(x) > 1e-9 else x * x / 2) + x / 2


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
    ("log_sigmoid", 0): (lambda x: -mp.log1p(mp.exp(-x)), 4, ()),
    ("log_sigmoid", 1): (lambda x: sigma(-x), 4, ()),
    ("log_sigmoid", 2): (lambda x: -sigma(x) * sigma(-x), 4, ()),
    ("lecun_tanh", 0): (lambda x: LECUN * mp.tanh(2 * x / 3), 4, ()),
    ("lecun_tanh", 1): (lambda x: LECUN * 2 / 3 * mp.sech(2 * x / 3) ** 2, 8, ()),
    ("tanhshrink", 0): (tanhshrink, 4, ()),
    ("tanhshrink", 1): (lambda x: mp.tanh(x) ** 2, 4, ()),
    ("tanhshrink", 2): (lambda x: 2 * mp.tanh(x) * mp.sech(x) ** 2, 8, ()),
    ("softsign", 0): (lambda x: x / (1 + abs(x)), 4, ()),
    ("softsign", 1): (lambda x: 1 / (1 + abs(x)) ** 2, 4, ()),
    ("softsign", 2): (lambda x: -2 * mp.sign(x) / (1 + abs(x)) ** 3, 8, ()),
    ("erf", 0): (mp.erf, 4, ()),
    ("erf", 1): (lambda x: 2 / mp.sqrt(mp.pi) * mp.exp(-x * x), 4, ()),
    ("erf", 2): (lambda x: -4 * x / mp.sqrt(mp.pi) * mp.exp(-x * x), 8, ()),
    ("dyt", 0): (lambda x: mp.tanh(x / 2), 4, ()),
    ("dyt", 1): (lambda x: mp.sech(x / 2) ** 2 / 2, 4, ()),
    ("dyt", 2): (lambda x: -mp.tanh(x / 2) * mp.sech(x / 2) ** 2 / 2, 8, ()),
    ("squared_relu", 1): (lambda x: 2 * max(x, 0), 0, ()),
    ("squared_relu", 0): (lambda x: max(x, 0) ** 2, 4, ()),
    ("selu", 0): (lambda x: LAMBDA * (x if x > 0 else ALPHA * mp.expm1(x)), 4, ()),
    ("selu", 1): (lambda x: LAMBDA * (1 if x > 0 else ALPHA * mp.exp(x)), 4, ()),
    ("selu", 2): (lambda x: 0 if x > 0 else LAMBDA * ALPHA * mp.exp(x), 4, ()),
    ("celu", 0): (lambda x: x if x > 0 else mp.expm1(x), 4, ()),
    ("celu", 1): (lambda x: 1 if x > 0 else mp.exp(x), 4, ()),
    ("celu", 2): (lambda x: 0 if x > 0 else mp.exp(x), 4, ()),
    ("xielu", 0): (xielu, 12, (-2.443,)),
    ("xielu", 1): (lambda x: (2 * BEND * x if x > 0 else BEND * mp.expm1(x)) + 0.5, 8, (-0.980829,)),
    ("hard_tanh", 0): (lambda x: min(max(x, -1), 1), 0, ()),
    ("relu6", 0): (lambda x: min(max(x, 0), 6), 0, ()),
    ("hard_sigmoid", 0): (lambda x: min(max((x + 3) / 6, 0), 1), 4, ()),
    ("hard_swish", 0): (lambda x: x * min(max((x + 3) / 6, 0), 1), 4, ()),
    ("mish", 0): (lambda x: x * tail(x)[0], 4, ()),
    ("mish", 1): (lambda x: tail(x)[0] + x * tail(x)[1], 8, (-1.192431,)),
    ("mish", 2): (dd_mish, 12, (-2.256376, 1.490571)),
    ("quick_gelu", 0): (lambda x: x * sigma(QUICK * x), 8, ()),
    ("quick_gelu", 1): (lambda x: sigma(QUICK * x) * (1 + QUICK * x * sigma(-QUICK * x)), 8, (-0.751154,)),
    ("quick_gelu", 2): (dd_quick_gelu, 12, (-1.409727, 1.409727)),
    ("acon_c", 0): (lambda x: 0.75 * x * sigma(0.75 * x) + 0.25 * x, 4, ()),
    ("acon_c", 1): (lambda x: 0.75 * sigma(0.75 * x) * (1 + 0.75 * x * sigma(-0.75 * x)) + 0.25, 8, ()),
    ("gelu_tanh", 0): (lambda x: x * sigma(inner(x)[0]), 8, ()),
    ("gelu_tanh", 1): (d_gelu_tanh, 8, (-0.7524614,)),
    ("gelu_tanh", 2): (dd_gelu_tanh, 8, (-1.418, 1.418)),
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
