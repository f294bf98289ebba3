"""The core agrees with a learning framework where the two define the same function."""

import json
from pathlib import Path

import numpy as np
import pytest

from tutor.activations import get, get_vector

VALUES = json.loads(Path(__file__).with_name("values.json").read_text(encoding="utf-8"))


def label(case):
    return " ".join([case["name"], *(f"{name}={value}" for name, value in case["parameters"].items())])


@pytest.mark.parametrize("case", VALUES["elementwise"], ids=label)
@pytest.mark.parametrize("order", [0, 1, 2])
def test_elementwise(case, order):
    found = get(case["name"]).derivative(np.array(VALUES["points"]), order, **case["parameters"])
    assert found == pytest.approx(np.array(case["derivatives"][order]), rel=1e-9, abs=2e-12)


@pytest.mark.parametrize("case", VALUES["vectors"], ids=label)
def test_vectors(case):
    record = get_vector(case["name"])
    for row, value, jacobian in zip(case["rows"], case["values"], case["jacobians"], strict=True):
        assert record.value(row, **case["parameters"]) == pytest.approx(np.array(value), rel=1e-12)
        assert record.jacobian(row, **case["parameters"]) == pytest.approx(np.array(jacobian), rel=1e-11, abs=1e-15)


@pytest.mark.parametrize("case", VALUES["kinks"], ids=label)
def test_slopes_at_kinks(case):
    assert get(case["name"]).derivative(np.array(case["places"]), **case["parameters"]).tolist() == case["slopes"]
