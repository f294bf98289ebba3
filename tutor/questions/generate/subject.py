"""A function as a question speaks of it: with drawn parameters, by its name, scaled and shifted.

The catalogue gives names, formulas and numbers; here stand only the values that make good questions.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tutor.activations import ACTIVATIONS, get
from tutor.text import Text
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.activations import Activation
    from tutor.questions.generate.family import Seed

# Parameters that a learner may meet, the default among them.
DRAWN: dict[str, dict[str, tuple[float, ...]]] = {
    "softplus": {"beta": (1, 0.5, 2, 3)},
    "dyt": {"alpha": (0.5, 0.25, 1.5, 2)},
    "leaky_relu": {"alpha": (0.01, 0.02, 0.05, 0.1, 0.2)},
    "prelu": {"alpha": (0.25, 0.1, 0.4, 0.6)},
    "apl": {"a": (-0.2, -0.4, 0.3), "b": (1, 2, 3)},
    "elu": {"alpha": (1, 0.5, 1.5, 2)},
    "celu": {"alpha": (1, 0.5, 2, 3)},
    "xielu": {"alpha_p": (0.8, 0.4), "alpha_n": (0.8, 1.2)},
    "silu": {"beta": (1, 1, 0.5, 1.5, 2, 3)},
    "acon_c": {"p2": (0.25, 0, -0.5), "beta": (1, 2)},
    "sine": {"omega": (1, 2, 3, 0.5)},
    "snake": {"a": (1, 2, 0.5)},
}
# Formulas expected by heart; the others are shown with the question.
BY_HEART = frozenset({
    "identity", "step", "sigmoid", "tanh", "softplus", "softsign", "relu", "leaky_relu", "prelu", "squared_relu",
    "elu", "celu", "silu", "gelu", "mish", "hard_sigmoid", "hard_tanh", "relu6", "hard_swish",
})  # fmt: skip
UNSETTLED = frozenset({"rrelu"})  # drawn afresh at every call in training: no single value to ask for


def names(*without: str) -> tuple[str, ...]:
    """Return the catalogue names to ask about, in its order."""
    return tuple(one.name for one in ACTIVATIONS if one.name not in UNSETTLED and one.name not in without)


@dataclass(frozen=True, slots=True)
class Subject:
    """A function with its parameters settled, by their ASCII spelling."""

    record: Activation
    parameters: Mapping[str, float] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return the catalogue name."""
        return self.record.name

    def value(self, x: float) -> float:
        """Return f(x)."""
        return self.record.value(x, **self.parameters)

    def slope(self, x: float) -> float:
        """Return f′(x), at a kink by convention."""
        return self.record.derivative(x, 1, **self.parameters)

    def parameter(self, ascii_name: str) -> float:
        """Return the value of a parameter."""
        default = next(one.default for one in self.record.parameters if one.ascii == ascii_name)
        return self.parameters.get(ascii_name, default)

    @property
    def default(self) -> Subject:
        """Return the function with the parameters of the catalogue."""
        return Subject(self.record)

    @property
    def spelled(self) -> str:
        """Return the parameters as written: `α = 2, b = 1`."""
        return ", ".join(f"{one.name} = {significant(self.parameter(one.ascii), 4)}" for one in self.record.parameters)

    @property
    def called(self) -> Text:
        """Return the name with the parameters: `ELU (α = 2)`."""
        short = short_title(self.record)
        return Text(f"{short.zh}（{self.spelled}）", f"{short.en} ({self.spelled})") if self.spelled else short

    @property
    def introduced(self) -> Text:
        """Return the name, with the formula where it is not expected by heart."""
        if self.name in BY_HEART:
            return self.called
        formula = self.record.formula
        return Text(f"{self.called.zh}，公式 {formula}", f"{self.called.en}, {formula}")


def short_title(record: Activation) -> Text:
    """Return the title without the explanation in brackets."""
    return Text(record.title.zh.partition("（")[0], record.title.en.partition(" (")[0])


def drawn(function: str, seed: Seed) -> Subject:
    """Return a function of the catalogue with parameters drawn from those a learner may meet."""
    choices = DRAWN.get(function, {})
    return Subject(get(function), {name: seed.pick(values, name) for name, values in choices.items()})


def plainly(function: str) -> Subject:
    """Return a function with the parameters of the catalogue."""
    return Subject(get(function))


@dataclass(frozen=True, slots=True)
class Scaled:
    """a·g(bx + c) for a function g of the catalogue, a and b above 0."""

    inner: Subject
    a: float = 1
    b: float = 1
    c: float = 0

    def value(self, x: float) -> float:
        """Return a·g(bx + c)."""
        return self.a * self.inner.value(self.b * x + self.c)

    def slope(self, x: float) -> float:
        """Return a·b·g′(bx + c)."""
        return self.a * self.b * self.inner.slope(self.b * x + self.c)

    def place(self, inner: float) -> float:
        """Return the x at which g is given `inner`."""
        return (inner - self.c) / self.b

    @property
    def unmoved(self) -> bool:
        """Say whether g is given x as it is."""
        return self.b == 1 and not self.c

    @property
    def written(self) -> str:
        """Return the formula: `2·σ(3x − 1)`."""
        factor = "" if self.a == 1 else f"{significant(self.a)}·"
        return f"{factor}{self.inner.record.symbol}({self.argument})"

    @property
    def argument(self) -> str:
        """Return what g is given: `3x − 1`."""
        times = "x" if self.b == 1 else f"{significant(self.b)}x"
        shift = f" {'+' if self.c > 0 else '−'} {significant(abs(self.c))}" if self.c else ""
        return times + shift

    @property
    def introduced(self) -> Text:
        """Return `f(x) = 2·ELU(3x − 1)` with the parameters of g."""
        spelled = self.inner.spelled
        zh, en = (f"（{spelled}）", f" ({spelled})") if spelled else ("", "")
        return Text(f"f(x) = {self.written}{zh}", f"f(x) = {self.written}{en}")
