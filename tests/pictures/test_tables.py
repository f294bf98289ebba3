"""What the tables say is what the core computes; every function has its row, every text both languages."""

from math import comb, inf, pi

import numpy as np
import pytest

from tutor.activations import ACTIVATIONS, VECTOR_FUNCTIONS, get
from tutor.activations.propagation import gaussian_facts
from tutor.activations.properties import properties
from tutor.pictures import choosing, comparing, practice, symptoms, tables
from tutor.pictures.initialisation import FRAMEWORK, PAIRINGS
from tutor.pictures.request import Request
from tutor.pictures.uses import COSTS, USES

MAKERS = (
    tables.cheat_sheet,
    tables.gradients,
    tables.derivative_cards,
    tables.with_without,
    tables.eras,
    tables.choose_task,
    tables.choose_architecture,
    tables.choose_depth,
    tables.choose_hardware,
    tables.models,
    tables.diagnosis,
    tables.pairing,
)
CHINESE = range(0x4E00, 0xA000)


def by_name(table, key):
    """Return the values of one column by the name of the row."""
    place = table.place(key)
    return {row[0].value: row[place].value for row in table.rows}


@pytest.mark.parametrize("make", MAKERS)
def test_every_row_fits_its_columns_and_every_text_has_both_languages(make):
    table = make(Request())
    assert table.rows
    for text in [column.title for column in table.columns] + list(table.notes):
        assert text.zh
        assert not any(ord(char) in CHINESE for char in text.en)
    for row in table.rows:
        assert len(row) == len(table.columns)
        for cell in row:
            assert cell.text.zh
            assert cell.text.en
            assert not any(ord(char) in CHINESE for char in cell.text.en), cell.text.en


def test_every_function_has_a_use_and_a_cost():
    everything = {entry.name for entry in (*ACTIVATIONS, *VECTOR_FUNCTIONS)}
    assert set(USES) == set(COSTS) == everything
    assert {row[0].value for row in tables.cheat_sheet(Request()).rows} == everything


@pytest.mark.parametrize("activation", ACTIVATIONS, ids=lambda one: one.name)
def test_the_numbers_are_the_cores(activation):
    """Means, slopes, ranges and dead shares in the sheets are computed, not typed."""
    sheet, slopes = tables.cheat_sheet(Request()), tables.gradients(Request())
    found, normal = properties(activation), gaussian_facts(activation)
    name = activation.name
    assert by_name(sheet, "mean")[name] == pytest.approx(normal.mean, abs=1e-12)
    assert by_name(sheet, "range")[name] == pytest.approx((found.infimum.value, found.supremum.value), abs=1e-9)
    assert by_name(sheet, "slopes")[name] == pytest.approx(
        (found.slope_infimum.value, found.slope_supremum.value), abs=1e-9
    )
    assert by_name(slopes, "at_zero")[name] == pytest.approx(activation.derivative(0.0), abs=1e-12)
    assert by_name(slopes, "lipschitz")[name] == pytest.approx(found.lipschitz)
    assert by_name(slopes, "mean_square")[name] == pytest.approx(normal.slope_second_moment)
    assert by_name(slopes, "dead")[name] == pytest.approx(normal.dead, abs=1e-12)


@pytest.mark.parametrize(
    ("name", "value_range", "slopes"),
    [
        ("sigmoid", "(0, 1)", "(0, ¼]"),
        ("tanh", "(−1, 1)", "(0, 1]"),
        ("relu", "[0, ∞)", "{0, 1}"),
        ("elu", "(−1, ∞)", "(0, 1]"),
        ("gelu", "[−0.17, ∞)", "[−0.129, 1.13]"),
        ("silu", "[−0.278, ∞)", "[−0.0998, 1.1]"),
        ("softplus", "(0, ∞)", "(0, 1)"),
        ("hard_sigmoid", "[0, 1]", "{0, 1/6}"),
        ("step", "{0, 1}", "{0}"),
        ("identity", "ℝ", "{1}"),
    ],
)
def test_brackets_say_what_is_reached(name, value_range, slopes):
    table = tables.cheat_sheet(Request(functions=(name,)))
    assert [table.rows[0][table.place(key)].text.en for key in ("range", "slopes")] == [value_range, slopes]


def test_sheets_take_functions_by_any_name():
    assert [row[0].value for row in tables.gradients(Request(functions=("Swish", "leaky"))).rows] == [
        "silu",
        "leaky_relu",
    ]


@pytest.mark.parametrize("name", PAIRINGS)
def test_initialisations_multiply_the_signal_as_told(name):
    table = tables.pairing(Request(functions=(name,)))
    normal = gaussian_facts(get(name))
    assert by_name(table, "forward")[name] == pytest.approx(PAIRINGS[name].sigma_squared * normal.second_moment)
    assert by_name(table, "backward")[name] == pytest.approx(PAIRINGS[name].sigma_squared * normal.slope_second_moment)
    assert by_name(table, "gain")[name] == pytest.approx(normal.gain)


@pytest.mark.parametrize("name", ["relu", "leaky_relu", "prelu"])
def test_he_is_exact_for_straight_rectifiers(name):
    table = tables.pairing(Request(functions=(name,)))
    assert by_name(table, "forward")[name] == pytest.approx(1)
    assert by_name(table, "backward")[name] == pytest.approx(1)


def test_framework_gains_are_factors_of_the_standard_deviation():
    """For rectifiers the framework's gain is the exact one; for tanh it is not, and both are shown."""
    assert FRAMEWORK["relu"] == pytest.approx(gaussian_facts(get("relu")).gain)
    assert FRAMEWORK["tanh"] != pytest.approx(gaussian_facts(get("tanh")).gain, rel=0.01)


def test_what_is_said_about_xor_and_regions_is_so():
    """The best affine fit of XOR is ½ everywhere, two ReLUs solve it, three cut the plane into 7 regions."""
    inputs = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], float)
    xor = np.array([0, 1, 1, 0], float)
    affine = np.column_stack([inputs, np.ones(4)])
    assert affine @ np.linalg.lstsq(affine, xor, rcond=None)[0] == pytest.approx([0.5] * 4)
    total, relu = inputs.sum(axis=1), get("relu")
    assert relu.value(total) - 2 * relu.value(total - 1) == pytest.approx(xor)
    told = " ".join(cell.text.en for row in comparing.with_without().rows for cell in row)
    assert f"3 ReLUs cut the plane into up to {sum(comb(3, k) for k in range(3))} " in told


def test_eras_tell_the_slopes_of_the_core():
    """Tanh's largest slope is 1, not ¼; GELU's is above 1."""
    table = comparing.eras()
    steepest = next(row for row in table.rows if row[0].text.en == "largest slope")
    assert steepest[1].value == pytest.approx((0.25, 1))
    assert steepest[3].value == pytest.approx((properties(get("gelu")).lipschitz, properties(get("silu")).lipschitz))


def test_numbers_in_advice_are_computed():
    assert f"{np.log(np.finfo(np.float16).max):.2f}" == choosing.OVERFLOW == symptoms.OVERFLOW
    assert f"{pi / (pi - 1):.2f}" == symptoms.PER_LAYER


def test_models_are_told_in_order_of_years():
    years = [year for *_, year, _ in practice.PRACTICE]
    assert years == sorted(years)
    assert len({name for name, *_ in practice.PRACTICE}) == len(years)


def test_saturation_is_told_by_side():
    sides = by_name(tables.cheat_sheet(Request()), "saturates")
    assert (sides["sigmoid"], sides["relu"], sides["log_sigmoid"], sides["leaky_relu"]) == (
        "both",
        "left",
        "right",
        "no",
    )
    assert by_name(tables.cheat_sheet(Request()), "smooth")["gelu"] == inf
