"""The values of curves at one place, marked where they can be seen."""

import pytest

from tutor.errors import UsageError
from tutor.pictures.curves import curves
from tutor.pictures.pointing import pointed, values


def test_values_are_the_core_s():
    assert values(["sigmoid", "x^2"], {}, 2.0) == (("σ(x)", pytest.approx(0.8807970779778823)), ("x^2", 4.0))
    assert values(["swish"], {"β": (0.0,)}, 2.0)[0][1] == 1.0


def marks(x, *expressions):
    made = curves(expressions, (-2.0, 2.0))
    return [len(curve.marks) for curve in pointed(made, values(expressions, {}, x), x).curves]


def test_every_curve_is_marked_where_it_is_seen():
    assert marks(1.0, "sigmoid", "tanh") == [1, 1]


def test_outside_the_frame_and_where_there_is_no_value_nothing_is_marked():
    assert marks(3.0, "sigmoid", "tanh") == [0, 0]
    assert marks(-1.0, "sigmoid", "log(x)") == [1, 0]


def test_work_without_end_is_refused():
    with pytest.raises(UsageError):
        values(["nosuch(x)"], {}, 1.0)
