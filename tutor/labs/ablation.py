"""Deep networks that differ in one thing each and are trained side by side: built here, watched while they learn.

All begin with the same draws, see the same samples in the same order and take steps of plain gradient descent with
momentum 0.9. Networks of one structure are one batch of runs, whatever their functions, weights and rates.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.errors import UsageError
from tutor.labs.datasets import Data, data
from tutor.labs.layers import Activate
from tutor.labs.network import Shape, dense_layers, deviation, perceptron
from tutor.labs.optimisers import Descent
from tutor.labs.training import Plan, judged, train

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.labs.functions import Unit
    from tutor.labs.layers import Chain
    from tutor.labs.network import Start
    from tutor.labs.normals import Array
    from tutor.labs.training import Seen

Change = Literal["nothing", "xavier", "he", "residual", "batch", "layer"]
OLD = 3**-0.5  # of LeCun's deviation: that of uniform weights ±1/√n, once everybody's and still PyTorch's default
MOMENTUM = 0.9
SAMPLES, TESTS, BATCH = 512, 256, 32
WATCHED = 5  # steps between two looks at gradients
MOST = 2**27  # numbers that all networks together may keep in one pass, of 8 bytes, two or three times over
RECENT = 20  # steps whose losses are averaged


@dataclass(frozen=True, slots=True)
class Case:
    """One network: the place of its function, what was changed, its learning rate, and its run."""

    function: int
    change: Change
    rate: float
    run: int


@dataclass(frozen=True, slots=True)
class Design:
    """What all networks of an experiment share."""

    units: tuple[Unit, ...]
    depth: int
    width: int
    problem: str
    steps: int


class Several:
    """A layer with another function in each block of runs; the blocks are of one length."""

    def __init__(self, units: Sequence[Unit], length: int) -> None:
        self.layers = tuple(Activate(one) for one in units)
        self.length = length

    def forward(self, x: Array) -> Array:
        """Return f(x), block by block."""
        return np.concatenate([layer.forward(part) for layer, part in zip(self.layers, self._cut(x), strict=True)])

    def backward(self, gradient: Array) -> Array:
        """∂L/∂z = δ·f′(z), block by block."""
        parts = self._cut(gradient)
        return np.concatenate([layer.backward(part) for layer, part in zip(self.layers, parts, strict=True)])

    def parameters(self) -> tuple[()]:
        """Return nothing: the functions are fixed."""
        return ()

    def _cut(self, x: Array) -> list[Array]:
        return [x[place : place + self.length] for place in range(0, len(x), self.length)]


@dataclass(slots=True)
class Group:
    """Networks of one structure in training. `watched` are powers of ten of gradients, step: (cases, layers)."""

    cases: tuple[Case, ...]
    network: Chain
    data: Data
    training: Iterator[Seen]
    losses: list[Array] = field(default_factory=list)
    watched: dict[int, Array] = field(default_factory=dict)

    def advance(self) -> None:
        """Take one step; of hidden layers, also look at the gradient of the weights now and then."""
        seen = next(self.training)
        self.losses = [*self.losses[1 - RECENT :], seen.losses]
        if seen.step == 1 or seen.step % WATCHED == 0:
            gradients = [dense.weights.gradient for dense in dense_layers(self.network)[1:-1]]
            with np.errstate(all="ignore"):
                norms = [np.log10(np.sqrt(np.sum(gradient**2, axis=(1, 2)))) for gradient in gradients]
            self.watched[seen.step] = np.stack(norms, axis=1)

    def accuracies(self) -> Array:
        """Return the accuracy on the samples kept aside, (cases,)."""
        return judged(self.network, self.data)[1]

    def recent(self) -> Array:
        """Return the mean loss over the last steps, (cases,); ∞ where it is no number."""
        with np.errstate(all="ignore"):
            found = np.mean(self.losses, axis=0)
        return np.where(np.isfinite(found), found, np.inf)


def groups(design: Design, changes: Sequence[Change], rates: Sequence[float], runs: int, seed: str) -> list[Group]:
    """Return the networks of an experiment, by structure: plain ones, and one group for each other structure.

    Raises `UsageError` when they would not fit into memory.
    """
    networks = len(design.units) * len(changes) * len(rates) * runs
    if networks * design.depth * design.width * (TESTS + 2 * design.width) > MOST:
        raise UsageError("lab_vanishing.too_big", networks=networks, depth=design.depth, units=design.width)
    plain = tuple(change for change in changes if change in {"nothing", "xavier", "he"})
    structures = [plain, *((change,) for change in changes if change not in plain)]
    return [_group(design, structure, rates, runs, seed) for structure in structures if structure]


def _group(design: Design, changes: Sequence[Change], rates: Sequence[float], runs: int, seed: str) -> Group:
    places = range(len(design.units))
    cases = tuple(
        Case(place, change, rate, run)
        for place in places
        for change in changes
        for rate in rates
        for run in range(runs)
    )
    drawn = data(design.problem, SAMPLES, TESTS, range(runs), seed)
    network = _network(design, cases, drawn.features, seed)
    chosen = [case.run for case in cases]
    own = Data(
        drawn.inputs[chosen], drawn.labels[chosen], drawn.test_inputs[chosen], drawn.test_labels[chosen], drawn.classes
    )
    descent = Descent(network.parameters(), np.array([case.rate for case in cases]), MOMENTUM)
    training = train(network, own, descent, Plan(chosen, seed, design.steps, BATCH))
    return Group(cases, network, own, training)


def _network(design: Design, cases: tuple[Case, ...], features: int, seed: str) -> Chain:
    change = cases[0].change
    shape = Shape(
        sizes=(features, *[design.width] * design.depth, 2),
        start="lecun",
        norm="batch" if change == "batch" else "layer" if change == "layer" else "none",
        residual=change == "residual",
    )
    length = len(cases) // len(design.units)
    runs = [case.run for case in cases]
    network = perceptron(shape, lambda _: Several(design.units, length), runs, seed)
    for layer in dense_layers(network)[:-1]:
        _, inputs, outputs = layer.weights.value.shape
        factors = [_factor(case.change, inputs, outputs) for case in cases]
        layer.weights.value *= np.array(factors)[:, None, None]
    return network


def _factor(change: Change, inputs: int, outputs: int) -> float:
    """Return what LeCun's weights are multiplied by."""
    starts: dict[Change, Start] = {"xavier": "xavier", "he": "he"}
    if change not in starts:
        return OLD
    return deviation(starts[change], inputs, outputs) / deviation("lecun", inputs, outputs)
