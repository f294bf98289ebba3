"""Every function of the catalogue against its textbook definition, written in the tutor's own language.

mpmath computes the definition and its derivatives to 50 digits, the language differentiates it
automatically: two judges for value, both derivatives and the gradient of every parameter.
"""

import re

import mpmath as mp
import numpy as np
import pytest

from tests.activations.oracle import big_phi, phi
from tutor.activations import ACTIVATIONS, get
from tutor.activations.expression import function_of, parse
from tutor.activations.expression.tree import Binary, Call, Name, Negate, Number

# t is the argument; parameters go by their ASCII names
DEFINITIONS = {
    "identity": "t",
    "step": "(1 + abs(t)/t)/2",
    "sigmoid": "1/(1 + exp(-t))",
    "tanh": "(exp(t) - exp(-t))/(exp(t) + exp(-t))",
    "softplus": "log(1 + exp(beta*t))/beta",
    "log_sigmoid": "-log(1 + exp(-t))",
    "lecun_tanh": "1.7159*(exp(4*t/3) - 1)/(exp(4*t/3) + 1)",
    "tanhshrink": "t - (exp(2*t) - 1)/(exp(2*t) + 1)",
    "softsign": "t/(1 + abs(t))",
    "erf": "2*Phi(sqrt(2)*t) - 1",
    "dyt": "(exp(2*alpha*t) - 1)/(exp(2*alpha*t) + 1)",
    "relu": "max(0, t)",
    "leaky_relu": "max(0, t) + alpha*min(0, t)",
    "prelu": "max(0, t) + alpha*min(0, t)",
    "rrelu": "max(0, t) + (lower + upper)/2*min(0, t)",
    "squared_relu": "max(0, t)^2",
    "star_relu": "s*max(0, t)^2 + b",
    "apl": "max(0, t) + a*max(0, b - t)",
    "elu": "max(0, t) + alpha*(exp(min(0, t)) - 1)",
    "selu": "1.0507009873554805*(max(0, t) + 1.6732632423543772*(exp(min(0, t)) - 1))",
    "celu": "max(0, t) + alpha*(exp(min(0, t)/alpha) - 1)",
    "xielu": "alpha_p*max(0, t)^2 + alpha_n*(exp(min(0, t)) - 1 - min(0, t)) + t/2",
    "silu": "t/(1 + exp(-beta*t))",
    "gelu": "t*Phi(t)",
    "gelu_tanh": "t/(1 + exp(-2*sqrt(2/pi)*(t + 0.044715*t^3)))",
    "quick_gelu": "t/(1 + exp(-1.702*t))",
    "mish": "t*((1 + exp(t))^2 - 1)/((1 + exp(t))^2 + 1)",
    "acon_c": "(p1 - p2)*t/(1 + exp(-beta*(p1 - p2)*t)) + p2*t",
    "hard_sigmoid": "min(max((t + 3)/6, 0), 1)",
    "hard_tanh": "min(max(t, -1), 1)",
    "relu6": "min(max(0, t), 6)",
    "hard_swish": "t*min(max((t + 3)/6, 0), 1)",
    "sine": "sine(omega*t)",
    "snake": "t + sine(a*t)^2/a",
}
POINTS = np.array([-7.3, -4.1, -2.9, -1.73, -1.05, -0.6, -0.15, -0.001, 0.001, 0.2, 0.8, 1.3, 2.2, 3.4, 5.6, 7.9])
FUNCTIONS = {
    "exp": mp.exp, "log": mp.log, "abs": abs, "max": max, "min": min, "sqrt": mp.sqrt, "sine": mp.sin, "Phi": big_phi,
    "phi": phi,
}  # fmt: skip
OPERATORS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "^": lambda a, b: a**b,
}
NAMES = [record.name for record in ACTIVATIONS]
PARAMETERS = [(record.name, one.ascii) for record in ACTIVATIONS for one in record.parameters]


def exact(node, names):
    """Return the value of a definition to 50 digits; written numbers are the floats the core uses."""
    match node:
        case Number(_, value):
            return mp.mpf(value)
        case Name("pi"):
            return mp.pi
        case Name(name):
            return names[name]
        case Negate(operand):
            return -exact(operand, names)
        case Binary(operator, left, right):
            return OPERATORS[operator](exact(left, names), exact(right, names))
        case Call(Name(name), arguments):
            return FUNCTIONS[name](*(exact(argument, names) for argument in arguments))


def settings(name):
    """Return the parameters of a function: as they are, and moved."""
    defaults = {one.ascii: one.default for one in get(name).parameters}
    return [defaults, {key: value + 0.7 for key, value in defaults.items()}] if defaults else [{}]


def judged(name, running, order, values):
    """Return the derivative with respect to `running`, to 50 digits, for each set of names."""
    node = parse(DEFINITIONS[name])
    found = []
    for names in values:
        wide = {key: mp.mpf(value) for key, value in names.items()}
        found.append(float(mp.diff(lambda v, wide=wide: exact(node, wide | {running: v}), wide[running], order)))
    return np.array(found)


def automatic(name, running, order, values):
    """Return the derivative with respect to `running`, by the language."""
    node = parse(re.sub(rf"\b{running}\b", "x", DEFINITIONS[name]))
    return np.array([function_of(node, names).derivative(names[running], order) for names in values])


def precision(name):
    """Return the relative error allowed: near its zeros a wave feels the rounding of ωx."""
    return 1e-14 if get(name).family == "periodic" else 4e-15


def test_every_function_has_a_definition():
    assert DEFINITIONS.keys() == set(NAMES)


@pytest.mark.parametrize("order", [0, 1, 2])
@pytest.mark.parametrize("name", NAMES)
def test_value_and_derivatives(name, order):
    for parameters in settings(name):
        found = get(name).derivative(POINTS, order, **parameters)
        values = [{"t": float(x), **parameters} for x in POINTS]
        assert found == pytest.approx(judged(name, "t", order, values), rel=precision(name), abs=2e-16)
        assert found == pytest.approx(automatic(name, "t", order, values), rel=1e-9, abs=1e-11)


@pytest.mark.parametrize(("name", "parameter"), PARAMETERS)
def test_parameter_gradient(name, parameter):
    for parameters in settings(name):
        found = get(name).parameter_gradient(POINTS, parameter, **parameters)
        values = [{"t": float(x), **parameters} for x in POINTS]
        assert found == pytest.approx(judged(name, parameter, 1, values), rel=precision(name), abs=2e-16)
        assert found == pytest.approx(automatic(name, parameter, 1, values), rel=1e-9, abs=1e-11)
