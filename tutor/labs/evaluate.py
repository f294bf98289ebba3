"""evaluate: an evaluation sheet for any function that a learner types, on paper and after training."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.contest import Contest, gain
from tutor.labs.counting import Count, count
from tutor.labs.evaluate_told import result
from tutor.labs.functions import GRID, unit
from tutor.labs.growth import Growth, growth, networks
from tutor.labs.model import Step
from tutor.labs.moments import moments
from tutor.labs.sheet import calibration, eight_bits, noisy, silent
from tutor.labs.telling import tell
from tutor.labs.train import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.labs.functions import Unit
    from tutor.labs.normals import Array
    from tutor.labs.settings import Settings

NETWORKS = 6
TUNING = 12  # runs for each function and rate: which rate wins should not be luck
ON_PAPER = 0.15  # of the whole run


@dataclass(frozen=True, slots=True)
class Paper:
    """What follows from the formula alone; `steepest` is the largest |f′| for |x| ≤ 20."""

    gain: float
    chi: float
    steepest: float
    cost: Count | None


@dataclass(slots=True)
class Found:
    """What is known by now; `rows` are measured on trained networks, (functions, runs), by the name of the row."""

    settings: Settings
    units: tuple[Unit, ...]
    contest: Contest
    paper: list[Paper] = field(default_factory=list)
    growth: dict[int, list[Growth]] = field(default_factory=dict)  # by the place of the function
    rows: dict[str, Array] = field(default_factory=dict)
    floor: Array | None = None  # of the calibration error
    over: bool = False


def run(settings: Settings) -> Iterator[Step]:
    """Do what is cheap first: the formula, random networks, then training and what it shows."""
    texts = tuple(dict.fromkeys((settings.text("function"), *settings.texts("beside"))))
    units = tuple(unit(text) for text in texts)
    contest = Contest(settings.text("data"), units, replace(rules(settings), tuning=TUNING), settings.seed)
    found = Found(settings, units, contest)
    for one, text in zip(units, texts, strict=True):
        found.paper.append(paper(one, text))
        yield Step(0.0, tell("lab_evaluate.doing_paper"), lambda: result(found))
    for share in _grown(found):
        yield Step(ON_PAPER * share, tell("lab_evaluate.doing_growth"), lambda: result(found))
    for share in found.contest.play():
        doing = tell("lab_evaluate.doing_training" if found.contest.losses else "lab_evaluate.doing_tuning")
        yield Step(ON_PAPER + 0.8 * share, doing, lambda: result(found))
    for share in _measured(found):
        yield Step(0.95 + 0.05 * share, tell("lab_evaluate.doing_sheet"), lambda: result(found))


def paper(one: Unit, text: str) -> Paper:
    """Return what the formula tells."""
    size = gain(one)
    with np.errstate(all="ignore"):
        steepest = float(np.abs(one.slope(GRID)).max())
    return Paper(size, size**2 * moments(one).slope_square, steepest, count(text))


def _grown(found: Found) -> Iterator[float]:
    depth, seed = found.settings.whole("depth"), found.settings.seed
    for number, weights in enumerate(networks(depth, NETWORKS, seed)):
        for place, one in enumerate(found.units):
            grown = growth(one, found.paper[place].gain, weights, (seed, number))
            found.growth.setdefault(place, []).append(grown)
            yield (number + (place + 1) / len(found.units)) / NETWORKS


def _measured(found: Found) -> Iterator[float]:
    contest, rows = found.contest, found.rows
    rows["accuracy"], rows["speed"] = contest.accuracy, contest.speed()
    yield 0.2
    rows["noise"] = noisy(contest, found.settings.number("noise"))
    yield 0.4
    rows["calibration"], found.floor = calibration(contest)
    yield 0.6
    rows["bits"] = eight_bits(contest)
    yield 0.8
    rows["dead"], rows["zeros"] = silent(contest)
    found.over = True
    yield 1.0
