"""Exact shares of a standard normal."""

import numpy as np
import pytest

from tutor.activations.calculus.shares import share, shares


@pytest.mark.parametrize(
    ("holds", "known"),
    [
        (lambda z: z < 0, 0.5),
        (lambda z: z < 1, 0.8413447460685429),
        (lambda z: np.abs(z) < 1.959963984540054, 0.95),
        (lambda z: z < 20, 1.0),
        (lambda z: z > -4, 0.9999683287581669),
    ],
)
def test_a_share_is_the_integral_of_the_density(holds, known):
    assert share(holds) == pytest.approx(known, rel=1e-13)


def test_shares_of_all_classes_make_one():
    found = shares(lambda z: np.digitize(z, [-1.0, 0.0, 2.0]), 4)
    assert found.sum() == pytest.approx(1.0, rel=1e-14)
    assert found[0] == pytest.approx(0.15865525393145707, rel=1e-12)
