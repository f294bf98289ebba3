"""Sheets of curves show the core's values."""

import numpy as np
import pytest

from tutor.activations.catalogue import ACTIVATIONS, get
from tutor.errors import UsageError
from tutor.pictures.catalogue import make
from tutor.pictures.request import Request


def test_the_grid_has_a_panel_for_every_function_with_its_values():
    panels = make("grid").picture.panels
    assert len(panels) == len(ACTIVATIONS)
    for record, panel in zip(ACTIVATIONS, panels, strict=True):
        xs, ys = np.array([point for segment in panel.curves[0].segments for point in segment]).T
        inside = np.isclose(ys, record.value(xs), rtol=1e-9, atol=2e-4 * np.ptp(ys))  # cuts and kinks are interpolated
        assert inside.mean() > 0.99, record.name


def test_the_gradient_grid_has_every_derivative():
    panels = make("gradient-grid").picture.panels
    assert [panel.curves[0].name for panel in panels[2:4]] == ["σ′(x)", "tanh′(x)"]
    x, y = panels[2].curves[0].segments[0][150]
    assert y == get("sigmoid").derivative(x)


def test_the_largest_errors_of_the_forms_of_gelu_are_marked():
    errors = [panel.curves[0] for panel in make("gelu-forms").picture.panels[1:]]
    largest = {curve.expression: max(abs(mark.y) for mark in curve.marks) for curve in errors}
    assert largest["gelu_tanh(x) - gelu(x)"] == pytest.approx(4.73e-4, rel=0.01)
    assert largest["quick_gelu(x) - gelu(x)"] == pytest.approx(2.03e-2, rel=0.01)


def test_a_family_by_its_parameter():
    asked = Request(functions=("elu",), parameters=(("alpha", (0.5, 1.0, 2.0)),))
    assert len(list(make("curves", asked).picture.curves)) == 3


def test_a_single_function_comes_with_its_derivative():
    names = [curve.name for curve in make("curves", Request(functions=("tanh",))).picture.curves]
    assert names == ["tanh(x)", "tanh′(x)"]


def test_another_layout():
    assert len(make("curves", Request(layout="grid")).picture.panels) == 6
    with pytest.raises(UsageError) as caught:
        make("curves", Request(layout="gird"))
    assert caught.value.facts["near"] == "grid"


def test_a_small_panel_is_wide_enough_for_the_bends_of_its_function():
    """ReLU6 bends at 6: between −4 and 4 it would look like ReLU."""
    for name in ("grid", "gradient-grid"):
        frames = {panel.curves[0].expression.rstrip("'"): panel.x for panel in make(name).picture.panels}
        assert (frames["relu"].high, frames["relu6"].high, frames["hard_tanh"].high) == (4, 10, 4)
    assert make("grid", Request(functions=("relu6",), x=(-1.0, 1.0))).picture.panels[0].x.high == 1
