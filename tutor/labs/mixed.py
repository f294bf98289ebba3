"""mixed: functions split over the channels of a layer, or added with learned shares, against each of them alone.

All have the same dense weights, begin with the gain that suits them, and choose their learning rate alike
from one grid, on runs of their own. Then they race on fresh problems; run number i of each is a pair with run
number i of the others. The best single function is chosen on validation samples, and judged on test samples.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.contest import balance
from tutor.labs.datasets import data
from tutor.labs.functions import unit
from tutor.labs.layers import Mixture
from tutor.labs.mixing import arms
from tutor.labs.model import Step
from tutor.labs.network import Shape, perceptron
from tutor.labs.optimisers import Adam
from tutor.labs.telling import tell
from tutor.labs.training import Plan, judged, train
from tutor.text.wording import both

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.labs.datasets import Data
    from tutor.labs.layers import Chain
    from tutor.labs.mixing import Arm
    from tutor.labs.model import Result
    from tutor.labs.normals import Array
    from tutor.labs.settings import Settings

SAMPLES, VALIDATION, TESTS, BATCH = 256, 500, 1000, 32
HIDDEN = 2  # layers
TUNING = 3  # runs for each arm and rate
EVERY = 10  # steps between two pauses


@dataclass(frozen=True, slots=True)
class Race:
    """How an arm did on a problem: accuracy on validation and test samples, (runs,).

    The shares of a mixture are (runs, layers, functions).
    """

    rate: float
    validation: Array
    test: Array
    weights: int  # numbers that one network learns
    shares: Array | None = None


@dataclass(slots=True)
class Found:
    """What is known by now: races by problem and arm."""

    settings: Settings
    arms: tuple[Arm, ...]
    races: dict[str, dict[str, Race]] = field(default_factory=dict)

    @property
    def problems(self) -> tuple[str, ...]:
        """Return the problems that were asked for, each once."""
        return tuple(dict.fromkeys(self.settings.texts("data")))

    @property
    def ended(self) -> tuple[str, ...]:
        """Return the problems on which all arms have raced."""
        return tuple(name for name, races in self.races.items() if len(races) == len(self.arms))


def run(settings: Settings) -> Iterator[Step]:
    """Tune and race arm after arm, problem after problem."""
    from tutor.labs.mixed_told import named, result

    found = begun(settings)
    total = len(found.problems) * len(found.arms)

    def known() -> Result:
        return result(found)

    for place, problem in enumerate(found.problems):
        found.races[problem] = {}
        for number, arm in enumerate(found.arms):
            doing = tell("lab_mixed.doing", name=named(arm), data=both(f"lab_mixed.data_{problem}"))
            for share in _raced(found, problem, arm):
                yield Step((place * len(found.arms) + number + share) / total, doing, known)
    yield Step(1.0, both("lab_mixed.done"), known)


def begun(settings: Settings) -> Found:
    """Return what a run with `settings` starts from."""
    units = [unit(name) for name in dict.fromkeys(settings.texts("functions"))]
    return Found(settings, arms(units, settings.whole("units"), settings.number("share")))


def _raced(found: Found, problem: str, arm: Arm) -> Iterator[float]:
    """Yield the share of the work that is done while one arm is tuned and races."""
    settings = found.settings
    rates = np.array(sorted(set(settings.numbers("rates"))))
    runs = settings.whole("runs")
    tuning = TUNING * len(rates) if len(rates) > 1 else 0
    part, rate = tuning / (tuning + runs), float(rates[0])
    if tuning:
        names = [("tuning", number) for number in range(TUNING)] * len(rates)
        trial = Trial(settings, problem, arm, names)
        yield from (part * share for share in trial.trained(np.repeat(rates, TUNING)))
        rate = float(rates[best(*trial.judged(), len(rates))])
    trial = Trial(settings, problem, arm, [("race", number) for number in range(runs)])
    yield from (part + (1 - part) * share for share in trial.trained(np.full(runs, rate)))
    found.races[problem][arm.name] = trial.race(rate)


def best(losses: Array, accuracy: Array, rates: int) -> int:
    """Return which rate had the highest mean accuracy on validation samples; of equals, the lowest loss."""
    losses = np.nan_to_num(losses, nan=1e3, posinf=1e3).clip(max=1e3)
    merit = np.where(losses < 1e3, accuracy, 0.0) - 1e-6 * losses
    return int(merit.reshape(rates, -1).mean(axis=1).argmax())


class Trial:
    """Networks of one arm on one problem, one for each of `names`."""

    def __init__(self, settings: Settings, problem: str, arm: Arm, names: list[tuple[str, int]]) -> None:
        """Draw problems and weights by the names and the seed."""
        seed = (settings.seed, problem)
        self.plan = Plan(names, seed, settings.whole("steps"), BATCH)
        self.data = data(problem, SAMPLES, VALIDATION + TESTS, names, seed)
        sizes = (self.data.features, *[settings.whole("units")] * HIDDEN, self.data.classes)
        self.network = perceptron(Shape(sizes, "lecun"), lambda _: arm.layer(len(names)), names, seed)
        balance(self.network, np.full(len(names), arm.gain))

    def trained(self, rates: Array) -> Iterator[float]:
        """Yield the share of the steps that are done."""
        optimiser = Adam(self.network.parameters(), rates)
        for seen in train(self.network, self.data, optimiser, self.plan):
            if seen.step % EVERY == 0:
                yield seen.step / self.plan.steps

    def judged(self) -> tuple[Array, Array]:
        """Return loss and accuracy on the validation samples, (runs,)."""
        return judged(self.network, _part(self.data, slice(None, VALIDATION)))

    def race(self, rate: float) -> Race:
        """Return how the networks did; a network that exploded has no accuracy."""
        scores = [self.judged(), judged(self.network, _part(self.data, slice(VALIDATION, None)))]
        kept = [np.where(np.isfinite(losses), accuracy, np.nan) for losses, accuracy in scores]
        weights = sum(one.value.size for one in self.network.parameters()) // len(self.plan.runs)
        return Race(rate, kept[0], kept[1], weights, _shares(self.network))


def _part(samples: Data, part: slice) -> Data:
    return replace(samples, test_inputs=samples.test_inputs[:, part], test_labels=samples.test_labels[:, part])


def _shares(network: Chain) -> Array | None:
    found = [layer.shares()[:, 0, 0] for layer in network.layers if isinstance(layer, Mixture)]
    return np.stack(found, axis=1) if found else None
