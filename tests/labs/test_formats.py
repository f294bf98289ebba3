"""Where e^x ends in short numbers."""

from __future__ import annotations

from math import isnan, log

import numpy as np
import pytest

from tutor.labs.formats import EXACT, overflow


@pytest.mark.parametrize(("name", "score"), [("float16", 12), ("float32", 89), ("float64", 710)])
def test_formats_overflow_where_the_logarithm_of_their_largest_number_says(name, score):
    found = overflow(name)
    assert found.score == score
    assert found.last == pytest.approx(log(float(np.finfo(name).max)), rel=1e-3)
    assert isnan(found.naive)
    assert found.shifted == pytest.approx(EXACT, rel=2e-3)
