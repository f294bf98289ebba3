"""Percentage points as people say them."""

from __future__ import annotations

from math import inf

import pytest

from tutor.labs.points import clause, points
from tutor.labs.spread import paired


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.012, "1.2"), (-0.012, "−1.2"), (-0.0004, "0.0"), (0.0004, "0.0"), (-0.0006, "−0.1"), (inf, "∞")],
)
def test_what_rounds_to_nothing_has_no_sign(share, said):
    assert points(share) == said


def test_a_gap_within_noise_keeps_its_sign_and_one_beyond_says_which_way():
    assert clause("A", paired([0.50, 0.54], [0.52, 0.55])).en == "A does not differ by more than noise (−1.5 ± 6.4)"
    assert clause("A", paired([0.50, 0.51], [0.60, 0.61])).en == "A is lower by 10.0 ± 0.0 points"
