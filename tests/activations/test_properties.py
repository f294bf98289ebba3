"""Properties against the fact tables of the course: ranges, slopes, shapes."""

from math import inf, log, pi, sqrt

import pytest

from tutor.activations import ACTIVATIONS, get
from tutor.activations.properties import properties
from tutor.errors import UsageError

# name, infimum and place, supremum, slopes from (place) to (place); None: shared by an interval
SHAPES = [
    ("sigmoid", (0, -inf), (1, inf), (0, inf), (0.25, 0)),
    ("tanh", (-1, -inf), (1, inf), (0, inf), (1, 0)),
    ("relu", (0, None), (inf, inf), (0, None), (1, None)),
    ("leaky_relu", (-inf, -inf), (inf, inf), (0.01, None), (1, None)),
    ("elu", (-1, -inf), (inf, inf), (0, -inf), (1, None)),
    ("selu", (-1.758099, -inf), (inf, inf), (0, -inf), (1.758099, 0)),
    ("silu", (-0.278465, -1.278465), (inf, inf), (-0.099839, -2.399357), (1.099839, 2.399357)),
    ("gelu", (-0.169971, -0.751792), (inf, inf), (-0.128904, -sqrt(2)), (1.128904, sqrt(2))),
    ("mish", (-0.308843, -1.192431), (inf, inf), (-0.112526, -2.256376), (1.088498, 1.490571)),
    ("softplus", (0, -inf), (inf, inf), (0, -inf), (1, inf)),
    ("hard_sigmoid", (0, None), (1, None), (0, None), (1 / 6, None)),
    ("hard_swish", (-0.375, -1.5), (inf, inf), (-0.5, -3), (1.5, 3)),
    ("hard_tanh", (-1, None), (1, None), (0, None), (1, None)),
    ("relu6", (0, None), (6, None), (0, None), (1, None)),
    ("erf", (-1, -inf), (1, inf), (0, inf), (2 / sqrt(pi), 0)),
    ("tanhshrink", (-inf, -inf), (inf, inf), (0, 0), (1, inf)),
    ("snake", (-inf, -inf), (inf, inf), (0, -pi / 4), (2, pi / 4)),
    ("squared_relu", (0, None), (inf, inf), (0, None), (inf, inf)),
    ("lecun_tanh", (-1.7159, -inf), (1.7159, inf), (0, inf), (1.143933, 0)),
    ("sine", (-1, -pi / 2), (1, pi / 2), (-1, pi), (1, 0)),
    ("step", (0, None), (1, None), (0, None), (0, None)),
]


@pytest.mark.parametrize(("name", "low", "high", "flattest", "steepest"), SHAPES)
def test_ranges_of_value_and_slope(name, low, high, flattest, steepest):
    found = properties(get(name))
    extrema = [found.infimum, found.supremum, found.slope_infimum, found.slope_supremum]
    for extremum, (value, place) in zip(extrema, (low, high, flattest, steepest), strict=True):
        assert extremum.value == pytest.approx(value, abs=6e-7)
        assert extremum.place == (place if place is None else pytest.approx(place, abs=6e-7))


# name, f(0), f′(0), f″(0) as the master table writes them; at a kink what the convention says
AT_ZERO = [
    ("sigmoid", 0.5, 0.25, 0),
    ("tanh", 0, 1, 0),
    ("relu", 0, 0, 0),
    ("leaky_relu", 0, 0.01, 0),
    ("prelu", 0, 0.25, 0),
    ("elu", 0, 1, 1),
    ("selu", 0, 1.758099, 1.758099),
    ("silu", 0, 0.5, 0.5),
    ("gelu", 0, 0.5, 0.797885),
    ("mish", 0, 0.6, 0.64),
    ("softplus", 0.693147, 0.5, 0.25),
    ("hard_sigmoid", 0.5, 1 / 6, 0),
    ("hard_swish", 0, 0.5, 1 / 3),
]


@pytest.mark.parametrize(("name", "value", "slope", "bend"), AT_ZERO)
def test_the_master_table_at_zero(name, value, slope, bend):
    found = [get(name).derivative(0.0, order) for order in range(3)]
    assert found == pytest.approx([value, slope, bend], abs=5e-7)


# smoothness, direction, strict, bend, symmetry, saturated left, right, exact zeros
GRID = {
    "identity": (inf, "rising", True, "linear", "odd", False, False, False),
    "step": (-1, "rising", False, "neither", "neither", True, True, True),
    "sigmoid": (inf, "rising", True, "neither", "neither", True, True, False),
    "tanh": (inf, "rising", True, "neither", "odd", True, True, False),
    "softplus": (inf, "rising", True, "convex", "neither", True, False, False),
    "log_sigmoid": (inf, "rising", True, "concave", "neither", False, True, False),
    "erf": (inf, "rising", True, "neither", "odd", True, True, False),
    "softsign": (1, "rising", True, "neither", "odd", True, True, False),
    "relu": (0, "rising", False, "convex", "neither", True, False, True),
    "leaky_relu": (0, "rising", True, "convex", "neither", False, False, False),
    "squared_relu": (1, "rising", False, "convex", "neither", True, False, True),
    "elu": (1, "rising", True, "convex", "neither", True, False, False),
    "selu": (0, "rising", True, "neither", "neither", True, False, False),
    "celu": (1, "rising", True, "convex", "neither", True, False, False),
    "silu": (inf, "neither", False, "neither", "neither", True, False, False),
    "gelu": (inf, "neither", False, "neither", "neither", True, False, False),
    "mish": (inf, "neither", False, "neither", "neither", True, False, False),
    "hard_sigmoid": (0, "rising", False, "neither", "neither", True, True, True),
    "hard_swish": (0, "neither", False, "neither", "neither", True, False, True),
    "hard_tanh": (0, "rising", False, "neither", "odd", True, True, False),
    "sine": (inf, "neither", False, "neither", "odd", False, False, False),
    "snake": (inf, "rising", True, "neither", "neither", False, False, False),
}


@pytest.mark.parametrize("name", GRID)
def test_property_grid(name):
    found = properties(get(name))
    left, right = found.saturates_left is not None, found.saturates_right is not None
    shape = (found.smoothness, found.direction, found.strict, found.bend, found.symmetry)
    assert (*shape, left, right, found.exact_zeros) == GRID[name]


def test_parameters_change_properties():
    assert properties(get("elu"), α=2.0).smoothness == 0
    assert properties(get("elu"), alpha=2.0).infimum.value == -2
    assert properties(get("celu"), α=2.0).smoothness == 1
    assert properties(get("prelu"), α=1.0).bend == "linear"
    assert properties(get("prelu"), α=-0.5).direction == "neither"
    assert not properties(get("prelu"), α=-0.5).infimum.value


def test_saturation_is_where_the_slope_stays_below_one_hundredth():
    found = properties(get("elu"))
    assert found.saturates_left == pytest.approx(log(0.01))
    assert get("sigmoid").derivative(properties(get("sigmoid")).saturates_right) == pytest.approx(0.01)


@pytest.mark.parametrize(
    ("name", "constant"),
    [("sigmoid", 0.25), ("tanh", 1), ("relu", 1), ("gelu", 1.128904), ("step", inf), ("squared_relu", inf)],
)
def test_lipschitz_constant(name, constant):
    assert properties(get(name)).lipschitz == pytest.approx(constant, abs=6e-7)


@pytest.mark.parametrize(
    ("name", "below", "above"), [("sigmoid", True, True), ("gelu", True, False), ("leaky_relu", False, False)]
)
def test_bounds(name, below, above):
    found = properties(get(name))
    assert (found.bounded_below, found.bounded_above) == (below, above)


def test_an_unknown_parameter_is_refused():
    with pytest.raises(UsageError):
        properties(get("relu"), α=1.0)


@pytest.mark.parametrize("record", ACTIVATIONS, ids=lambda record: record.name)
def test_every_function_has_properties_that_agree_with_its_record(record):
    found = properties(record)
    kinks = bool(record.kinks)
    assert (found.smoothness == inf) is not kinks
    for limit, written in zip(found.limits, record.limits, strict=True):
        assert (limit == limit) is bool(written)  # noqa: PLR0124 - nan where no limit is written
    assert found.infimum.value <= record.value(0.3) <= found.supremum.value
