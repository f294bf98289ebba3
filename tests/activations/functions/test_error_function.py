"""erf, erfc, erfcx and the normal distribution against mpmath."""

import mpmath as mp
import numpy as np
import pytest

from tests.activations.oracle import big_phi, phi, points, worst
from tutor.activations.functions.error_function import d_erf, dd_erf, erf, erfc, erfcx
from tutor.activations.functions.gates import normal_density, normal_share

SQRT_PI = mp.sqrt(mp.pi)


@pytest.mark.parametrize(
    ("function", "exact", "goal"),
    [
        (erf, mp.erf, 4),
        (d_erf, lambda x: 2 / SQRT_PI * mp.exp(-x * x), 4),
        (dd_erf, lambda x: -4 * x / SQRT_PI * mp.exp(-x * x), 8),
        (erfc, mp.erfc, 8),
        (normal_density, phi, 8),
        (normal_share, big_phi, 8),
    ],
    ids=["erf", "erf′", "erf″", "erfc", "φ", "Φ"],
)
def test_error_stays_within_the_goal(function, exact, goal):
    ulp, _ = worst(function, exact, points())
    print(f"{ulp} ULP")
    assert ulp.error <= goal, ulp


def test_erfcx_falls_like_one_over_x_where_erfc_is_already_zero():
    xs = np.concatenate([np.linspace(0, 30, 301), 10.0 ** np.arange(2, 300, 7)])
    ulp, _ = worst(erfcx, lambda x: mp.exp(x * x) * mp.erfc(x) if x < 1e4 else 1 / (x * SQRT_PI), xs)
    assert ulp.error <= 8, ulp


@pytest.mark.parametrize(("function", "left", "right"), [(erf, -1, 1), (erfc, 2, 0), (normal_share, 0, 1)])
def test_limits_at_infinity(function, left, right):
    assert function(np.array([-np.inf, np.inf])).tolist() == [left, right]
