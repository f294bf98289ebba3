"""Cheaper functions: how far off, and what they cost."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.labs import standins
from tutor.labs.functions import unit
from tutor.labs.standins import gap, piece_bound, pieces, polynomial


@pytest.mark.parametrize(
    ("soft", "hard", "largest", "at"),
    [("silu", "hard_swish", 0.142278, 3.0), ("sigmoid", "hard_sigmoid", 0.069182, 1.317)],
)
def test_the_gaps_of_the_hard_family(soft, hard, largest, at):
    found, place = gap(unit(soft), unit(hard).value, 8.0)
    assert found == pytest.approx(largest, abs=1e-6)
    assert abs(place) == pytest.approx(at, abs=1e-3)


@pytest.mark.parametrize("name", ["silu", "tanh", "gelu", "sine"])
@pytest.mark.parametrize("count", [8, 64])
def test_straight_pieces_keep_within_their_bound(name, count):
    found = gap(unit(name), pieces(unit(name), count, 6.0).value, 6.0)[0]
    bound = piece_bound(unit(name), count, 6.0)
    assert found <= bound * 1.001
    assert found > bound / 3


def test_a_kink_has_no_bound():
    assert piece_bound(unit("relu"), 8, 6.0) is None


def test_degrees_pay_off_for_smooth_functions_only():
    smooth = [gap(unit("silu"), polynomial(unit("silu"), n, 6.0).value, 6.0)[0] for n in (6, 12)]
    kinked = [gap(unit("relu"), polynomial(unit("relu"), n, 6.0).value, 6.0)[0] for n in (6, 12)]
    assert smooth[0] / smooth[1] > 10
    assert 1.5 < kinked[0] / kinked[1] < 2.5


def test_stand_ins_go_on_straight_beyond_their_interval():
    silu, x = unit("silu"), np.array([-40.0, 40.0])
    for made in (polynomial(silu, 9, 6.0), pieces(silu, 64, 6.0)):
        assert made.value(x) == pytest.approx(silu.value(x), abs=0.7)
    assert abs(polynomial(silu, 9, 6.0, ends=False).value(x)).max() > 1e4


def test_costs_are_counted():
    assert polynomial(unit("silu"), 5, 6.0).operations == 5 + 5 + 4
    assert pieces(unit("silu"), 8, 6.0).operations == pieces(unit("silu"), 64, 6.0).operations
    assert pieces(unit("silu"), 8, 6.0).kept == 16
    assert set(standins.DOUBLES.values()) <= set(standins.COSTS)
