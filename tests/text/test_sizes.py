"""Sizes of files in words."""

from __future__ import annotations

import pytest

from tutor.text.sizes import size


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (0, "1 KB"),
        (999, "1 KB"),
        (1_450, "1.4 KB"),
        (9_949, "9.9 KB"),
        (9_951, "10 KB"),
        (999_400, "999 KB"),
        (999_600, "1 MB"),
        (34_050_048, "34 MB"),
        (999_499_000, "999 MB"),
        (2_300_000_000, "2.3 GB"),
        (5_000_000_000_000, "5000 GB"),
    ],
)
def test_a_size_in_the_unit_that_fits(count, shown):
    assert size(count) == shown
