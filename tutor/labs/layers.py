"""Layers with hand-written backpropagation, many networks at a time.

Every array has the runs first: inputs (runs, samples, features), weights (runs, inputs, outputs). The runs
are independent networks that differ in their seeds (or settings); one call of numpy moves them all.
`forward` keeps what `backward` needs; `backward` turns ∂loss/∂output into ∂loss/∂input and fills the
gradients of the parameters. A loss is a sum over samples already divided by their number.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.activations.record import Activation
    from tutor.labs.functions import Unit
    from tutor.labs.normals import Array

TINY = 1e-5  # added to a variance before its root, as PyTorch does


@dataclass(slots=True)
class Parameter:
    """Numbers that are learned, with the gradient of the last backward pass; both (runs, …)."""

    value: Array
    gradient: Array = field(init=False)

    def __post_init__(self) -> None:
        """Begin with no gradient."""
        self.gradient = np.zeros_like(self.value)


class Layer(Protocol):
    """A piece of a network."""

    def forward(self, x: Array) -> Array:
        """Return the output for the input x."""
        ...

    def backward(self, gradient: Array) -> Array:
        """Return ∂loss/∂x for ∂loss/∂output, of the last forward pass."""
        ...

    def parameters(self) -> tuple[Parameter, ...]:
        """Return what is learned."""
        ...


class Dense:
    """z = x·W + b."""

    def __init__(self, weights: Array, biases: Array | None = None) -> None:
        """Begin with `weights` (runs, inputs, outputs) and `biases` (runs, 1, outputs), zero when left out."""
        runs, _, outputs = weights.shape
        self.weights = Parameter(weights)
        self.biases = Parameter(np.zeros((runs, 1, outputs)) if biases is None else biases)
        self.x = weights[:, :0]

    def forward(self, x: Array) -> Array:
        """Return the pre-activations."""
        self.x = x
        found: Array = x @ self.weights.value + self.biases.value
        return found

    def backward(self, gradient: Array) -> Array:
        """∂L/∂W = xᵀ·δ, ∂L/∂b = Σ δ, ∂L/∂x = δ·Wᵀ."""
        self.weights.gradient = self.x.swapaxes(1, 2) @ gradient
        self.biases.gradient = gradient.sum(axis=1, keepdims=True)
        found: Array = gradient @ self.weights.value.swapaxes(1, 2)
        return found

    def parameters(self) -> tuple[Parameter, ...]:
        """Return weights and biases."""
        return self.weights, self.biases


class Activate:
    """a = f(z), element by element. `inputs` are the pre-activations of the last forward pass."""

    def __init__(self, unit: Unit) -> None:
        """Apply `unit`."""
        self.unit = unit
        self.inputs = np.zeros((0, 0, 0))

    def forward(self, x: Array) -> Array:
        """Return f(x)."""
        self.inputs = x
        return self.unit.value(x)

    def backward(self, gradient: Array) -> Array:
        """∂L/∂z = δ·f′(z)."""
        return gradient * self.unit.slope(self.inputs)

    def parameters(self) -> tuple[Parameter, ...]:
        """Return nothing: f is fixed."""
        return ()


class Learned:
    """a = f(z; p) with parameters that are learned, one of each for a layer; `values` are (runs, 1, 1)."""

    def __init__(self, record: Activation, start: dict[str, float], runs: int) -> None:
        """Begin every run with the parameters `start`."""
        self.record = record
        self.values = {name: Parameter(np.full((runs, 1, 1), value)) for name, value in start.items()}
        self.inputs = np.zeros((runs, 0, 0))

    def settings(self, run: int) -> dict[str, float]:
        """Return the parameters of one run by name."""
        return {name: float(parameter.value[run, 0, 0]) for name, parameter in self.values.items()}

    def forward(self, x: Array) -> Array:
        """Return f(x; p), run by run."""
        self.inputs = x
        return np.stack([np.asarray(self.record.value(part, **self.settings(run))) for run, part in enumerate(x)])

    def backward(self, gradient: Array) -> Array:
        """∂L/∂z = δ·f′(z; p), ∂L/∂p = Σ δ·∂f/∂p."""
        result = np.empty_like(gradient)
        for run, (x, delta) in enumerate(zip(self.inputs, gradient, strict=True)):
            settings = self.settings(run)
            result[run] = delta * self.record.derivative(x, 1, **settings)
            for name, parameter in self.values.items():
                slope = np.asarray(self.record.parameter_gradient(x, name, **settings))
                parameter.gradient[run] = np.sum(delta * slope)
        return result

    def parameters(self) -> tuple[Parameter, ...]:
        """Return the parameters of f."""
        return tuple(self.values.values())


class Normalise:
    """y = γ·(x − mean)/√(variance + ε) + β; over the samples (BatchNorm, axis 1) or the features (LayerNorm, axis 2).

    Always with the statistics of the batch at hand, as in training.
    """

    def __init__(self, runs: int, features: int, axis: int) -> None:
        """Begin with γ = 1, β = 0."""
        self.axis = axis
        self.scale = Parameter(np.ones((runs, 1, features)))
        self.shift = Parameter(np.zeros((runs, 1, features)))
        self.standard = np.zeros((runs, 0, features))
        self.spread = np.ones((runs, 1, 1))

    def forward(self, x: Array) -> Array:
        """Return the normalised input, scaled and shifted."""
        centred = x - x.mean(axis=self.axis, keepdims=True)
        self.spread = np.sqrt(np.mean(centred**2, axis=self.axis, keepdims=True) + TINY)
        self.standard = centred / self.spread
        return self.scale.value * self.standard + self.shift.value

    def backward(self, gradient: Array) -> Array:
        """∂L/∂x = (g − mean g − x̂·mean(g·x̂))/spread with g = γ·δ: what changes mean or variance does not pass."""
        self.scale.gradient = np.sum(gradient * self.standard, axis=1, keepdims=True)
        self.shift.gradient = np.sum(gradient, axis=1, keepdims=True)
        inner = gradient * self.scale.value
        along = np.mean(inner * self.standard, axis=self.axis, keepdims=True)
        found: Array = (inner - inner.mean(axis=self.axis, keepdims=True) - self.standard * along) / self.spread
        return found

    def parameters(self) -> tuple[Parameter, ...]:
        """Return scale and shift."""
        return self.scale, self.shift


class Chain:
    """Layers one after another."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        """Take `layers` in their order."""
        self.layers = tuple(layers)

    def forward(self, x: Array) -> Array:
        """Return the output of the last layer."""
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, gradient: Array) -> Array:
        """Return ∂loss/∂x of the first layer."""
        for layer in reversed(self.layers):
            gradient = layer.backward(gradient)
        return gradient

    def parameters(self) -> tuple[Parameter, ...]:
        """Return what all layers learn."""
        return tuple(parameter for layer in self.layers for parameter in layer.parameters())


class Residual(Chain):
    """y = x + scale·F(x), F a chain whose output has the shape of its input."""

    def __init__(self, layers: Sequence[Layer], scale: float = 1.0) -> None:
        """Add a path beside `layers`."""
        super().__init__(layers)
        self.scale = scale

    def forward(self, x: Array) -> Array:
        """Return x + scale·F(x)."""
        return x + self.scale * super().forward(x)

    def backward(self, gradient: Array) -> Array:
        """∂L/∂x = δ + scale·(∂F/∂x)ᵀδ."""
        return gradient + super().backward(self.scale * gradient)


class Split:
    """Groups of features, each with a layer of its own, side by side again; `sizes` add up to the features."""

    def __init__(self, layers: Sequence[Layer], sizes: Sequence[int]) -> None:
        """Give each layer so many features, from the left."""
        self.layers = tuple(layers)
        self.places = tuple(int(place) for place in np.cumsum(sizes)[:-1])

    def forward(self, x: Array) -> Array:
        """Return the outputs of the groups side by side."""
        parts = np.split(x, self.places, axis=2)
        return np.concatenate([layer.forward(part) for layer, part in zip(self.layers, parts, strict=True)], axis=2)

    def backward(self, gradient: Array) -> Array:
        """Return the gradients of the groups side by side."""
        parts = np.split(gradient, self.places, axis=2)
        return np.concatenate([layer.backward(part) for layer, part in zip(self.layers, parts, strict=True)], axis=2)

    def parameters(self) -> tuple[Parameter, ...]:
        """Return what all groups learn."""
        return tuple(parameter for layer in self.layers for parameter in layer.parameters())


class Mixture:
    """Σᵢ softmax(s)ᵢ·fᵢ(z): several functions of the same input with learned shares, one set for a layer."""

    def __init__(self, units: Sequence[Unit], runs: int) -> None:
        """Begin with equal shares of `units`."""
        self.units = tuple(units)
        self.scores = Parameter(np.zeros((runs, 1, 1, len(units))))
        self.inputs = np.zeros((runs, 0, 0))
        self.values = np.zeros((runs, 0, 0, len(units)))

    def shares(self) -> Array:
        """Return the shares, (runs, 1, 1, functions); they add up to 1."""
        raised = np.exp(self.scores.value - self.scores.value.max(axis=-1, keepdims=True))
        found: Array = raised / raised.sum(axis=-1, keepdims=True)
        return found

    def forward(self, x: Array) -> Array:
        """Return the mixture at x."""
        self.inputs = x
        self.values = np.stack([unit.value(x) for unit in self.units], axis=-1)
        found: Array = np.sum(self.shares() * self.values, axis=-1)
        return found

    def backward(self, gradient: Array) -> Array:
        """∂L/∂sᵢ = pᵢ·(gᵢ − Σ pⱼgⱼ) with gᵢ = Σ δ·fᵢ(z)."""
        shares = self.shares()
        each = np.sum(gradient[..., None] * self.values, axis=(1, 2), keepdims=True)
        self.scores.gradient = shares * (each - np.sum(shares * each, axis=-1, keepdims=True))
        slopes = np.stack([unit.slope(self.inputs) for unit in self.units], axis=-1)
        found: Array = gradient * np.sum(shares * slopes, axis=-1)
        return found

    def parameters(self) -> tuple[Parameter, ...]:
        """Return the scores of the shares."""
        return (self.scores,)
