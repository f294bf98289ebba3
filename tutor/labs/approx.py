"""approx: which functions can imitate a curve with one hidden layer, over its width, and where the promise ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.collapse import collapse
from tutor.labs.exact import degree, exact
from tutor.labs.fitting import LEARNED_AT, drawn, middles, placed, polynomial_rest, rms, solved, trained
from tutor.labs.functions import quick
from tutor.labs.model import Step
from tutor.labs.telling import tell

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from tutor.labs.collapse import Collapse
    from tutor.labs.fitting import Fit
    from tutor.labs.functions import Unit
    from tutor.labs.model import Result
    from tutor.labs.normals import Array
    from tutor.labs.settings import Settings
    from tutor.text import Text

CLOSE = 0.1  # a curve is imitated when a tenth of its own size is left, root mean square
EACH = 40  # steps of training between two looks
OUTSIDE = 1.5  # times the reach: so far beyond the interval the networks are asked


@dataclass(slots=True)
class Found:
    """What is known by now, by the name of the function."""

    units: tuple[Unit, ...]
    goal: Unit
    reach: float
    widths: tuple[int, ...]  # ascending
    slope: float
    planned: int
    steps: int
    degrees: dict[str, int | None]
    errors: dict[str, list[tuple[float, ...]]] = field(default_factory=dict)  # run by run, for each width
    fits: dict[str, Fit] = field(default_factory=dict)  # of the first run, at the full width
    beyond: dict[str, list[float]] = field(default_factory=dict)
    learned: dict[str, Array] = field(default_factory=dict)
    taken: dict[str, int] = field(default_factory=dict)  # steps of training
    folded: float = float("nan")
    stacks: list[Collapse] = field(default_factory=list)

    @property
    def complete(self) -> int:
        """Return how many runs every function has been through."""
        return min(len(self.errors.get(one.name, ())) for one in self.units)

    def target(self, u: Array) -> Array:
        """Return the curve to imitate at u in units of the reach."""
        return self.goal.value(self.reach * u)

    def left(self, name: str, place: int = -1) -> Array:
        """Return what each complete run leaves at a width (the full one)."""
        return np.array([run[place] for run in self.errors[name][: self.complete]])

    def limit(self, name: str) -> float | None:
        """Return what a polynomial leaves at best, None for a function that is none."""
        known = self.degrees[name]
        return None if known is None else polynomial_rest(self.target(middles()), known)

    @property
    def size(self) -> float:
        """Return the root mean square of the curve itself."""
        return rms(self.target(middles()))

    def close(self, name: str) -> bool:
        """Say whether the function has come near the curve, on average over the runs."""
        return bool(np.mean(self.left(name)) <= CLOSE * self.size)


def run(settings: Settings) -> Iterator[Step]:
    """Fit the curve at every width with drawn units and solved weights, then train the same units."""
    from tutor.labs.approx_told import result

    found = begun(settings)
    total = len(found.units) * (found.planned + max(1, found.steps // EACH))

    def known() -> Result:
        return result(found)

    for done, doing in enumerate(_work(found, settings.seed), start=1):
        yield Step(min(done / total, 1.0), doing, known)
    yield Step(1.0, tell("lab_approx.done"), known)


def begun(settings: Settings) -> Found:
    """Return what a run with `settings` starts from."""
    width = settings.whole("width")
    units = tuple(exact(name) for name in dict.fromkeys(settings.texts("functions")))
    return Found(
        units=units,
        goal=exact(settings.text("target")),
        reach=settings.number("reach"),
        widths=tuple(sorted({max(1, width // 2**halving) for halving in range(6)})),
        slope=settings.number("slope"),
        planned=settings.whole("runs"),
        steps=settings.whole("steps"),
        degrees={one.name: degree(one) for one in units},
    )


def _work(found: Found, seed: str) -> Generator[Text, None, None]:
    """Yield what is at work after every piece of it."""
    found.folded = solved(exact("relu"), placed(found.widths[-1]), found.target(middles()), found.widths[-1]).error
    for number in range(found.planned):
        found.stacks.append(collapse(seed, number))
        for one in found.units:
            _solve(found, one, (seed, number))
            yield tell("lab_approx.doing_solve", name=one.name, done=number + 1, runs=found.planned)
    for one in found.units if found.steps else ():
        yield from _train(found, one, seed)


def _solve(found: Found, one: Unit, seed: tuple[object, ...]) -> None:
    target = found.target(middles())
    units = drawn(found.widths[-1], found.slope, *seed)
    fits = [solved(one, units, target, width) for width in found.widths]
    found.errors.setdefault(one.name, []).append(tuple(fit.error for fit in fits))
    found.fits.setdefault(one.name, fits[-1])
    outside = np.linspace(1, OUTSIDE, 200)
    u = np.concatenate([-outside, outside])
    with np.errstate(all="ignore"):
        found.beyond.setdefault(one.name, []).append(rms(fits[-1].at(one, u) - found.target(u)))


def _train(found: Found, one: Unit, seed: str) -> Generator[Text, None, None]:
    starts = [drawn(found.widths[-1], found.slope, seed, number) for number in range(found.planned)]
    target = found.target(middles(LEARNED_AT))
    for step, left in enumerate(trained(quick(one), starts, target, found.steps), start=1):
        found.learned[one.name], found.taken[one.name] = left, step
        if step % EACH == 0:
            yield tell("lab_approx.doing_train", name=one.name, step=step, steps=found.steps)
