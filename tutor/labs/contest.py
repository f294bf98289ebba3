"""A fair contest of functions on one problem: each is tuned alike, then all race on fresh data.

Tuning runs try every learning rate of the grid and are judged on samples of their own; the rate with the
best mean accuracy goes into the race (Adam, Kingma & Ba 2014). The race draws new problems, new weights and
new batches, and is judged on samples that nothing was chosen by. Run number i of each function has the same
problem, the same batches and the same draw of weights as run number i of every other: they form pairs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.datasets import data
from tutor.labs.functions import quick
from tutor.labs.groups import Groups, repeated
from tutor.labs.moments import moments
from tutor.labs.network import Shape, dense_layers, perceptron
from tutor.labs.optimisers import Adam
from tutor.labs.training import Plan, judged, train

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.labs.datasets import Data
    from tutor.labs.functions import Unit
    from tutor.labs.layers import Chain
    from tutor.labs.normals import Array

WORST = 10.0  # a loss beyond counts as this much: wild runs should not bend a mean over all rates
JUDGED = 250  # samples at a time
MOST_GAIN = 20.0  # of a function that hardly answers, such as one that is 0 almost everywhere


@dataclass(frozen=True, slots=True)
class Rules:
    """What is the same for all functions.

    With `own` each begins with weights of variance 1/(n·E f²), which keep its own signal at size; else all
    begin with 2/n (He et al. 2015).
    """

    rates: tuple[float, ...]
    runs: int
    steps: int
    width: int = 16
    layers: int = 2
    samples: int = 256
    tests: int = 1000
    batch: int = 32
    own: bool = True
    tuning: int = 4  # runs for each function and rate


class Contest:
    """One problem: what is known of it so far.

    `scores` are the mean accuracies of tuning, (functions, rates), `rates` what was chosen; `trying` has a mean
    loss of each function for every step of tuning, `losses` those of every run, (functions, runs), for every
    step of the race; `accuracy`, (functions, runs), stays empty until the race is over.
    """

    def __init__(self, problem: str, units: Sequence[Unit], rules: Rules, seed: object) -> None:
        """Prepare the contest of `units` on `problem`; all chance comes from `seed`."""
        self.problem, self.rules, self.seed = problem, rules, (seed, problem)
        self.units = tuple(units)
        self.gains: tuple[float, ...] = ()
        self.scores = np.full((len(units), len(rules.rates)), np.nan)
        self.rates = np.full(len(units), np.nan)
        self.trying: list[Array] = []
        self.losses: list[Array] = []
        self.accuracy = np.full((len(units), 0), np.nan)
        self.network: Chain | None = None
        self.data: Data | None = None

    def play(self) -> Iterator[float]:
        """Yield the share of the work that is done, after every training step."""
        rules, grid = self.rules, np.asarray(self.rules.rates)
        for unit in self.units:
            self.gains += (gain(unit),)
            yield 0.0
        self.units = tuple(map(quick, self.units))
        tuning = rules.tuning * len(grid) if len(grid) > 1 else 0
        share = tuning / (tuning + rules.runs)
        if tuning:
            yield from (share * part for part in self._tuned(grid))
        else:
            self.rates[:] = grid[0]
        yield from (share + (1 - share) * part for part in self._raced())

    def _tuned(self, grid: Array) -> Iterator[float]:
        """Try every rate on the same few runs; of two that are equally good, the lower loss decides."""
        count = self.rules.tuning
        names = [("tuning", run) for run in range(count)]
        trial = _Trial(self, names, len(grid), np.tile(np.repeat(grid, count), len(self.units)))
        for part in trial.trained():
            running = np.nan_to_num(trial.losses, nan=WORST).clip(max=WORST)
            self.trying.append(running.reshape(len(self.units), -1).mean(axis=1))
            yield part
        losses, accuracy = (one.reshape(len(self.units), len(grid), count) for one in trial.judged())
        self.scores = accuracy.mean(axis=2)
        merit = self.scores - 1e-6 * np.nan_to_num(losses, nan=WORST).clip(max=WORST).mean(axis=2)
        self.rates = grid[merit.argmax(axis=1)]

    def _raced(self) -> Iterator[float]:
        names = [("race", run) for run in range(self.rules.runs)]
        trial = _Trial(self, names, 1, np.repeat(self.rates, len(names)))
        self.network, self.data = trial.network, trial.data
        for part in trial.trained():
            self.losses.append(trial.losses.reshape(len(self.units), -1))
            yield part
        self.accuracy = trial.judged()[1].reshape(len(self.units), -1)

    @property
    def common(self) -> int:
        """Return the place of the rate that would serve all functions best, were there one for all."""
        return int(self.scores.mean(axis=0).argmax())

    @property
    def at_edge(self) -> tuple[Unit, ...]:
        """Return the functions whose rate is the smallest or the largest of the grid."""
        edges = {min(self.rules.rates), max(self.rules.rates)}
        return tuple(unit for unit, rate in zip(self.units, self.rates.tolist(), strict=True) if rate in edges)

    def speed(self) -> Array:
        """Return each run's mean loss over the steps, (functions, runs): small where it fell early."""
        found: Array = np.mean(self.losses, axis=0)
        return found


class _Trial:
    """Networks of every function for `times` groups of the runs called `names`, each with its rate."""

    def __init__(self, contest: Contest, names: Sequence[object], times: int, rates: Array) -> None:
        rules, units = contest.rules, contest.units
        copies = len(units) * times
        problems = data(contest.problem, rules.samples, rules.tests, names, contest.seed)
        self.data = repeated(problems, copies)
        self.plan = Plan(list(names) * copies, contest.seed, rules.steps, rules.batch)
        sizes = (problems.features, *[rules.width] * rules.layers, 2)
        shape = Shape(sizes, "lecun" if rules.own else "he")
        self.network = perceptron(shape, lambda _: Groups(units), self.plan.runs, contest.seed)
        if rules.own:
            balance(self.network, np.repeat(contest.gains, times * len(names)))
        self.optimiser = Adam(self.network.parameters(), rates)
        self.losses = np.zeros(0)

    def trained(self) -> Iterator[float]:
        for seen in train(self.network, self.data, self.optimiser, self.plan):
            self.losses = seen.losses
            yield seen.step / self.plan.steps

    def judged(self) -> tuple[Array, Array]:
        """Return loss and accuracy of each run, by parts of the samples: all at once would fill the memory."""
        count = self.data.test_labels.shape[1]
        parts = [slice(start, start + JUDGED) for start in range(0, count, JUDGED)]
        found = [judged(self.network, _tests(self.data, part)) for part in parts]
        sizes = [len(range(count)[part]) / count for part in parts]
        losses, accuracy = (
            sum(size * one for size, one in zip(sizes, row, strict=True)) for row in zip(*found, strict=True)
        )
        return np.asarray(losses), np.asarray(accuracy)


def _tests(data: Data, part: slice) -> Data:
    return replace(data, test_inputs=data.test_inputs[:, part], test_labels=data.test_labels[:, part])


def gain(unit: Unit) -> float:
    """Return 1/√E f(z)², at most 20; 1 where there is no such number."""
    square = moments(unit).square
    return float(min(MOST_GAIN, square**-0.5)) if square > 0 else 1.0


def balance(network: Chain, gains: Array) -> None:
    """Multiply the weights of all layers but the first by each run's gain."""
    for dense in dense_layers(network)[1:]:
        dense.weights.value *= gains[:, None, None]
