"""What a function costs per number, counted from a formula: special functions, and plain operations.

Special are exp, log, tanh, erf, sin and their kin; plain are + − × ÷, comparisons, max, min, abs. What is
constant is computed once and costs nothing. A count is no time: how long each takes is the machine's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.activations.expression import parse
from tutor.activations.expression.tree import Binary, Call, Name, Negate, Number, children
from tutor.activations.expression.vocabulary import meaning

if TYPE_CHECKING:
    from tutor.activations.expression.tree import Node

SPECIAL = {"exp", "log", "sqrt", "Phi", "phi", "tanh", "erf", "sine"}
PLAIN = {"abs", "floor", "ceil", "step"}

# One way to compute each function of the catalogue with its usual parameters; a test compares the values.
FORMULAS = {
    "identity": "x",
    "sigmoid": "1/(1+exp(-x))",
    "softplus": "log(1+exp(x))",
    "log_sigmoid": "-log(1+exp(-x))",
    "lecun_tanh": "1.7159*tanh(2/3*x)",
    "tanhshrink": "x-tanh(x)",
    "softsign": "x/(1+abs(x))",
    "dyt": "tanh(x/2)",
    "relu": "max(0,x)",
    "leaky_relu": "max(x,0.01*x)",
    "prelu": "max(x,0.25*x)",
    "squared_relu": "max(0,x)^2",
    "elu": "max(0,x)+exp(min(0,x))-1",
    "celu": "max(0,x)+exp(min(0,x))-1",
    "selu": "1.0507009873554805*max(0,x)+1.7580993408473766*(exp(min(0,x))-1)",
    "silu": "x/(1+exp(-x))",
    "gelu": "x*Phi(x)",
    "gelu_tanh": "x/2*(1+tanh(sqrt(2/pi)*(x+0.044715*x^3)))",
    "quick_gelu": "x/(1+exp(-1.702*x))",
    "mish": "x*tanh(log(1+exp(x)))",
    "hard_sigmoid": "min(max((x+3)/6,0),1)",
    "hard_tanh": "min(max(x,-1),1)",
    "relu6": "min(max(0,x),6)",
    "hard_swish": "x*min(max(x+3,0),6)/6",
}


@dataclass(frozen=True, slots=True)
class Count:
    """Operations for one number: special functions and plain operations."""

    special: int = 0
    plain: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.special + other.special, self.plain + other.plain)


def count(text: str) -> Count | None:
    """Return what the function written `text` costs; None where nothing is known of a part of it."""
    node = parse(text)
    if isinstance(node, Name) and node.name != "x":
        return _called(meaning(node.name) or "")
    return _of(node)


def _of(node: Node) -> Count | None:
    if not _varies(node):
        return Count()
    match node:
        case Name():
            return Count()
        case Negate(operand):
            return _sum(Count(plain=1), _of(operand))
        case Binary("^", base, exponent):
            return _power(base, exponent)
        case Binary(_, left, right):
            return _sum(Count(plain=1), _of(left), _of(right))
        case Call(Name(name), arguments, ()):
            own = _folded(len(arguments)) if meaning(name) in {"max", "min"} else _called(meaning(name) or "")
            return _sum(own, *map(_of, arguments))
    return None


def _varies(node: Node) -> bool:
    if isinstance(node, Name):
        return node.name == "x"
    return any(map(_varies, children(node)))


def _power(base: Node, exponent: Node) -> Count | None:
    """Return the cost of a power: a whole one by squaring, any other by a logarithm and an exponential."""
    if not _varies(base):
        return _sum(Count(special=1), _of(exponent))
    if isinstance(exponent, Number) and exponent.value in range(1, 64):
        whole = int(exponent.value)
        return _sum(Count(plain=whole.bit_length() + whole.bit_count() - 2), _of(base))
    return _sum(Count(special=2, plain=1), _of(base), _of(exponent))


def _folded(arguments: int) -> Count | None:
    return Count(plain=arguments - 1) if arguments > 1 else None


def _called(name: str) -> Count | None:
    if name in SPECIAL:
        return Count(special=1)
    if name in PLAIN:
        return Count(plain=1)
    return _of(parse(FORMULAS[name])) if name in FORMULAS else None


def _sum(*parts: Count | None) -> Count | None:
    total = Count()
    for part in parts:
        if part is None:
            return None
        total += part
    return total
