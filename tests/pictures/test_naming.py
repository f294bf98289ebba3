"""Curves are called as people write them, and the formulas used are told."""

import pytest

from tutor.activations.expression import parse
from tutor.pictures.naming import formulas, name_of


@pytest.mark.parametrize(
    ("source", "order", "name"),
    [
        ("sigmoid", 0, "σ(x)"),
        ("σ'", 0, "σ′(x)"),
        ("sigmoid'(x)", 1, "σ″(x)"),
        ("gelu(x)", 3, "GELU‴(x)"),
        ("gelu", 5, "GELU⁽⁵⁾(x)"),
        ("log_sigmoid", 0, "ln σ(x)"),
        ("log_sigmoid", 1, "(ln σ)′(x)"),
        ("exp", 1, "exp′(x)"),
        ("2*sigmoid(2*x)-1", 0, "2·sigmoid(2·x)−1"),
        ("x ** 2", 0, "x ^ 2"),
        ("x^2", 1, "(x^2)′"),
        ("swish(x, β=2)", 0, "swish(x, β=2)"),
        ("ｘ＋１", 0, "x+1"),
    ],
)
def test_name(source, order, name):
    assert name_of(parse(source), source, order) == name


def test_members_of_a_family_are_told_apart():
    assert name_of(parse("swish"), "swish", 1, {"β": 0.5}) == "SiLU′(x), β = 0.5"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("σ'(10)", ["σ′(x) = σ(x)·σ(−x)"]),
        ("sigmoid(1) + sigmoid(2)", ["σ(x) = 1 / (1 + e⁻ˣ)"]),
        ("E(relu'^2)", ["ReLU′(x) = 1 (x > 0), 0 (x < 0)"]),
        ("softmax([1, 2])[0]", ["pᵢ = e^(xᵢ/T) / Σⱼ e^(xⱼ/T)"]),
        ("jacobian(softmax, [1, 2])", ["∂pᵢ/∂xⱼ = pᵢ(δᵢⱼ − pⱼ)/T"]),
        ("gelu''(1)", []),
        ("1 + 1", []),
    ],
)
def test_formulas_used(source, told):
    assert list(formulas(parse(source))) == told
