"""flow: how signals and gradients change on their way through a deep random network, beside the theory."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.deep import Sizes, expected, measured, net
from tutor.labs.functions import unit
from tutor.labs.model import Step
from tutor.labs.pacing import saying
from tutor.labs.telling import called, tell

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from tutor.labs.functions import Unit
    from tutor.labs.model import Result
    from tutor.labs.normals import Array
    from tutor.labs.settings import Settings
    from tutor.text import Text


@dataclass(slots=True)
class Found:
    """What is known by now: the sizes of every run so far, by the name of the function."""

    units: tuple[Unit, ...]
    gains: tuple[float, ...]  # ascending, the chosen one among them
    gain: float
    depth: int
    width: int
    planned: int
    theory: dict[str, Sizes] = field(default_factory=dict)  # one row for each gain
    runs: dict[str, list[Sizes]] = field(default_factory=dict)

    @property
    def place(self) -> int:
        """Return which of the gains is the chosen one."""
        return self.gains.index(self.gain)

    @property
    def complete(self) -> int:
        """Return how many networks every function has been through."""
        return min(len(self.runs.get(one.name, ())) for one in self.units)

    @property
    def told(self) -> tuple[str, ...]:
        """Return the functions of which at least one run is known."""
        return tuple(one.name for one in self.units if self.runs.get(one.name))

    def called(self, name: str) -> Text:
        """Return what the function is called in a sentence."""
        return next(called(one) for one in self.units if one.name == name)

    def gradients(self, name: str) -> Array:
        """Return the powers of the gradients, (runs, gains, layers)."""
        return np.stack([run.gradients for run in self.runs[name]])

    def signals(self, name: str) -> Array:
        """Return the powers of the signals, (runs, gains, layers)."""
        return np.stack([run.signals for run in self.runs[name]])


def run(settings: Settings) -> Iterator[Step]:
    """Send the same random networks' signals through every function at every gain, forward and back."""
    from tutor.labs.flow_told import result

    found = begun(settings)
    total = len(found.units) * (found.planned + 1)

    def known() -> Result:
        return result(found)

    for done, name in _work(found, settings.seed):
        yield Step(
            done / total,
            tell("lab_flow.doing", name=found.called(name), done=found.complete, runs=found.planned),
            known,
        )
    yield Step(1.0, tell("lab_flow.done"), known)


def begun(settings: Settings) -> Found:
    """Return what a run with `settings` starts from."""
    gain = settings.number("gain")
    return Found(
        units=tuple(unit(name) for name in dict.fromkeys(settings.texts("functions"))),
        gains=tuple(sorted({gain, *settings.numbers("gains")})),
        gain=gain,
        depth=settings.whole("depth"),
        width=settings.whole("units"),
        planned=settings.whole("runs"),
    )


def _work(found: Found, seed: str) -> Generator[tuple[int, str], None, None]:
    """Yield how many pieces are done, and the function at work: first the theory, then network by network."""
    done = 0
    for one in found.units:
        rows = []
        for gain in found.gains:
            rows += [(yield from saying(expected(one, gain, found.depth), (done, one.name)))]
        found.theory[one.name] = Sizes(
            np.concatenate([row.signals for row in rows]), np.concatenate([row.gradients for row in rows])
        )
        done += 1
    for number in range(found.planned):
        drawn = yield from saying(net(found.depth, found.width, (seed, number)), (done, found.units[0].name))
        for one in found.units:
            sizes = yield from saying(measured(one, found.gains, drawn), (done, one.name))
            found.runs.setdefault(one.name, []).append(sizes)
            done += 1
