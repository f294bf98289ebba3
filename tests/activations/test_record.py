"""What a record promises of its numbers: shapes, precision, special points, parameters."""

import warnings

import numpy as np
import pytest

from tutor.activations import ACTIVATIONS, get
from tutor.errors import UsageError

NAMES = [record.name for record in ACTIVATIONS]
ORDERS = (0, 1, 2)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("name", NAMES)
class TestEveryFunction:
    def test_a_number_gives_a_number(self, name, order):
        assert type(get(name).derivative(0.5, order)) is float

    @pytest.mark.parametrize("shape", [(0,), (1,), (2, 3), (2, 0, 2)])
    def test_an_array_keeps_its_shape(self, name, order, shape):
        assert get(name).derivative(np.zeros(shape), order).shape == shape

    def test_float32_stays_float32_and_whole_numbers_become_float64(self, name, order):
        record = get(name)
        assert record.derivative(np.float32([1, 2]), order).dtype == np.float32
        assert record.derivative([1, 2], order).dtype == np.float64

    def test_not_a_number_stays_not_a_number(self, name, order):
        assert np.isnan(get(name).derivative(np.nan, order))

    def test_nothing_warns_anywhere(self, name, order):
        xs = np.array([-np.inf, -1e308, -800, -1e-320, -0.0, 0.0, 1e-320, 800, 1e308, np.inf, np.nan])
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            get(name).derivative(xs, order)

    def test_the_argument_is_left_alone(self, name, order):
        xs = np.array([-1.0, 2.0])
        get(name).derivative(xs, order)[...] = 7.0
        assert xs.tolist() == [-1.0, 2.0]

    def test_values_at_infinity_are_the_limits(self, name, order):
        record = get(name)
        if record.family == "periodic" and (order or not record.limits[0]):
            return  # a wave goes nowhere
        near, there = record.derivative(np.array([-1e5, 1e5]), order), record.derivative([-np.inf, np.inf], order)
        finite = np.isfinite(there)
        assert not np.isnan(there).any()
        assert np.allclose(near[finite], there[finite], atol=1e-4)
        assert (np.sign(near[~finite]) == np.sign(there[~finite])).all()


@pytest.mark.parametrize("name", NAMES)
def test_derivatives_agree_with_central_differences(name):
    """A second opinion that knows no formula; the accuracy tests are the strict ones."""
    record, h = get(name), 1e-5
    xs = np.linspace(-4, 4, 81) + 0.01234
    for order in (1, 2):
        rise = record.derivative(xs + h, order - 1) - record.derivative(xs - h, order - 1)
        assert np.allclose(rise / (2 * h), record.derivative(xs, order), rtol=1e-6, atol=1e-8)


PARAMETERS = [(record.name, parameter.name) for record in ACTIVATIONS for parameter in record.parameters]


@pytest.mark.parametrize(("name", "parameter"), PARAMETERS)
def test_parameter_gradient_agrees_with_central_differences(name, parameter):
    record, h = get(name), 1e-6
    xs = np.linspace(-4, 4, 41) + 0.01234
    default = next(one.default for one in record.parameters if one.name == parameter)
    for value in (default, default + 0.7):
        rise = record.value(xs, **{parameter: value + h}) - record.value(xs, **{parameter: value - h})
        gradient = record.parameter_gradient(xs, parameter, **{parameter: value})
        assert np.allclose(rise / (2 * h), gradient, rtol=1e-6, atol=1e-8)


def test_both_spellings_of_a_parameter_mean_the_same():
    assert get("elu").value(-1.0, α=2.0) == get("elu").value(-1.0, alpha=2.0)


@pytest.mark.parametrize(
    ("name", "parameters", "key"),
    [("elu", {"alhpa": 1}, "activation.unknown_parameter"), ("relu", {"α": 1}, "activation.no_parameters")],
)
def test_an_unknown_parameter_is_refused(name, parameters, key):
    with pytest.raises(UsageError) as caught:
        get(name).value(1.0, **parameters)
    assert caught.value.key == key


def test_a_third_derivative_is_refused():
    with pytest.raises(UsageError) as caught:
        get("gelu").derivative(0.0, 3)
    assert caught.value.key == "activation.order"


def test_a_record_names_its_first_source():
    assert (get("relu").year, get("relu").authors) == (1969, "Fukushima")
    assert get("gelu").paper.startswith("Gaussian error linear units")
    assert (get("identity").year, get("identity").authors, get("identity").paper) == (None, "", "")


def test_a_snake_without_frequency_is_a_line():
    xs = np.linspace(-2, 2, 5)
    assert np.array_equal(get("snake").value(xs, a=0.0), xs)
    assert np.array_equal(get("snake").parameter_gradient(xs, "a", a=0.0), xs**2)


@pytest.mark.parametrize("size", [8191, 8192, 8193, 20000])
def test_long_arrays_are_the_same_as_their_parts(size):
    """Values are computed in blocks of 8192."""
    xs = np.linspace(-30, 30, size)
    halves = np.concatenate([get("gelu").value(part) for part in np.array_split(xs, 7)])
    assert np.array_equal(get("gelu").value(xs), halves)


def test_a_transposed_array_keeps_its_places():
    xs = np.arange(6.0).reshape(2, 3)
    assert np.array_equal(get("sigmoid").value(xs.T), get("sigmoid").value(xs).T)


def test_breaks_are_the_places_of_the_kinks():
    assert get("relu").breaks() == (0.0,)
    assert get("silu").breaks() == ()


@pytest.mark.parametrize(("name", "parameter"), [pair for pair in PARAMETERS if get(pair[0]).family != "periodic"])
def test_parameter_gradient_keeps_precision_and_goes_somewhere(name, parameter):
    record = get(name)
    assert record.parameter_gradient(np.float32([1, 2]), parameter).dtype == np.float32
    assert np.isnan(record.parameter_gradient(np.nan, parameter))
    ends = record.parameter_gradient([-np.inf, np.inf], parameter)
    near = record.parameter_gradient([-1e9, 1e9], parameter)
    assert np.allclose(np.clip(ends, -1e9, 1e9), near, atol=1e-6) or np.isinf(ends).any()
    assert not np.isnan(ends).any()


@pytest.mark.parametrize(
    ("name", "parameters", "ends"),
    [
        ("acon_c", {"p1": 0.0}, [0, np.inf]),
        ("acon_c", {"p1": -1.5}, [np.inf, np.inf]),
        ("acon_c", {"p2": 2.0}, [-np.inf, np.inf]),
        ("acon_c", {"β": -1.0}, [-np.inf, np.inf]),
        ("acon_c", {"β": 0.0}, [-np.inf, np.inf]),
        ("star_relu", {"s": 0.0}, [-0.4472, -0.4472]),
        ("xielu", {"α_p": 0.0}, [np.inf, np.inf]),
    ],
)
def test_limits_are_right_for_other_parameters_too(name, parameters, ends):
    assert get(name).value([-np.inf, np.inf], **parameters).tolist() == ends


@pytest.mark.parametrize("name", ["silu", "leaky_relu", "elu"])
def test_extreme_parameters_give_no_nan(name):
    record = get(name)
    parameter = record.parameters[0].name
    xs = np.array([-np.inf, -1e300, -1.0, 0.0, 1.0, 1e300, np.inf])
    for value in (-2.0, 0.0, 1e-300, 1e6):
        assert not np.isnan(record.value(xs, **{parameter: value})).any(), (name, value)
