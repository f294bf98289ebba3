"""What learnable found, in pictures and sentences: the course of the numbers, and what learning them changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.learnable import WAYS
from tutor.labs.model import Bar, Bars, Chart, Grid, Measure, Result, Series
from tutor.labs.points import clause, points
from tutor.labs.shapes import SHAPES
from tutor.labs.spread import paired, spread
from tutor.labs.telling import clauses, listed, tell
from tutor.text.numbers import significant
from tutor.text.wording import both

if TYPE_CHECKING:
    from tutor.labs.learnable import Found, Trial
    from tutor.labs.normals import Array
    from tutor.labs.spread import Difference
    from tutor.text import Text

FIXED, LEARNED, DECAY, PACE = range(len(WAYS))
ASKED = 3  # questions to each function: learned at all, under decay, at another pace


def result(found: Found) -> Result:
    """Return what is known by now."""
    if not found.trials:
        return Result((), (), both("lab_learnable.not_yet"))
    ended = found.ended
    findings = (course(found), *((accuracies(found), values(found)) if ended else ()))
    if not ended:
        return Result(_gaps(found), findings, both("lab_learnable.not_yet"))
    return Result(
        (*_gaps(found), *(_gain(trial) for trial in ended)), findings, _verdict(found), _told(found), _answer(found)
    )


def _gaps(found: Found) -> tuple[Measure, ...]:
    worst = max(trial.gap for trial in found.trials)
    return (Measure(both("lab_learnable.measure_gap"), worst, theory=0.0, runs=len(found.trials)),)


def _gain(trial: Trial) -> Measure:
    gaps = spread(100 * (_scores(trial)[LEARNED] - _scores(trial)[FIXED]))
    name = both("lab_learnable.measure_gain", name=trial.shape.symbol)
    return Measure(name, gaps.mean, error=gaps.error, runs=gaps.runs)


def _scores(trial: Trial) -> Array:
    """Return the accuracies of a trial that has ended, (ways, runs)."""
    assert trial.accuracy is not None
    return trial.accuracy


# -- pictures ---------------------------------------------------------------------------------


def course(found: Found) -> Chart:
    """Return how the numbers move; of one function alone, with a standard deviation to either side."""
    alone = len(found.shapes) == 1
    lines = [line for trial in found.trials for line in (_band(trial) if alone else _means(trial))]
    title = both("lab_learnable.course_band" if alone else "lab_learnable.course")
    return Chart(title, both("lab_learnable.step"), tuple(lines))


def _means(trial: Trial) -> list[Series]:
    """Return the mean of the last hidden layer's number."""
    last = len(trial.layers) - 1
    return [_line(trial, last, 0.0, _named(trial, last))]


def _band(trial: Trial) -> list[Series]:
    """Return the same, and a standard deviation above and below."""
    last = len(trial.layers) - 1
    names = (_named(trial, last), both("lab_learnable.above"), both("lab_learnable.below"))
    return [_line(trial, last, sign, name) for sign, name in zip((0.0, 1.0, -1.0), names, strict=True)]


def _line(trial: Trial, layer: int, sign: float, name: Text) -> Series:
    """Return the mean of a layer's number over the runs that learn it, `sign` standard deviations above."""
    marks = []
    for step, numbers in trial.course:
        here = spread(numbers[LEARNED, :, layer])
        marks.append((float(step), here.mean + sign * (here.deviation or 0.0)))
    return Series(name, tuple(marks), trial.shape.record)


def _named(trial: Trial, layer: int) -> Text:
    shape = trial.shape
    return both("lab_learnable.number", name=shape.symbol, parameter=shape.parameter, layer=layer + 1)


def accuracies(found: Found) -> Bars:
    """Return accuracy with the number fixed and learned, a pair for each function."""
    bars = []
    for trial in found.ended:
        for way in (FIXED, LEARNED):
            here = spread(100 * _scores(trial)[way])
            name = both(f"lab_learnable.bar_{WAYS[way]}", name=trial.shape.symbol)
            bars.append(Bar(name, here.mean, here.deviation))
    return Bars(both("lab_learnable.accuracies"), tuple(bars), 50.0, "high")


def values(found: Found) -> Grid:
    """Return where each layer's number ended, by the way it was trained."""
    keys = ("what", "start", "mean", "deviation", "decay", "pace")
    headings = tuple(both(f"lab_learnable.column_{key}") for key in keys)
    rows = []
    for trial in found.ended:
        for layer in range(len(trial.layers)):
            ends = [spread(trial.numbers[way, :, layer]) for way in (LEARNED, DECAY, PACE)]
            cells = (trial.shape.start, ends[0].mean, ends[0].deviation, ends[1].mean, ends[2].mean)
            rows.append((_named(trial, layer), *cells))
    return Grid(both("lab_learnable.values"), headings, tuple(rows))


# -- sentences --------------------------------------------------------------------------------


def _compared(found: Found, trial: Trial, first: int, second: int) -> Difference:
    """Return the paired difference of two ways' accuracy, at the level that all questions share."""
    scores = _scores(trial)
    return paired(scores[first], scores[second], ASKED * len(found.shapes))


def _answer(found: Found) -> str:
    """Return which prediction came true: how many functions are better for learning, more than noise would be.

    None did where some are better and others worse, or where too few networks survived to compare.
    """
    if len(found.ended) < len(found.shapes) or found.settings.whole("runs") < 2:
        return ""
    gaps = [_compared(found, trial, LEARNED, FIXED) for trial in found.ended]
    better, worse = (sum(gap.tells and gap.mean * sign > 0 for gap in gaps) for sign in (1, -1))
    if (better and worse) or any(gap.runs < 2 for gap in gaps):
        return ""
    if better:
        return "all" if better == len(gaps) else "some"
    return "worse" if worse else "none"


def _verdict(found: Found) -> Text:
    settings = found.settings
    if settings.whole("runs") < 2:
        return both("lab_learnable.one_run")
    return tell(
        "lab_learnable.verdict",
        data=both(f"lab_learnable.data_{settings.text('data')}"),
        depth=settings.whole("depth"),
        units=settings.whole("units"),
        steps=settings.whole("steps"),
        rate=significant(settings.number("rate")),
        runs=settings.whole("runs"),
        parts=clauses(_part(found, trial, LEARNED, FIXED) for trial in found.ended),
        comparisons=ASKED * len(found.shapes),
    )


def _part(found: Found, trial: Trial, first: int, second: int) -> Text:
    """Say how two ways compare, and how many networks did not survive them."""
    lost = int(np.isnan(_scores(trial)[[first, second]]).sum())
    part = clause(trial.shape.symbol, _compared(found, trial, first, second))
    return tell("lab_learnable.lost", part=part, lost=lost) if lost else part


def _told(found: Found) -> tuple[Text, ...]:
    told = [_pulled(found), _paced(found)] if found.settings.whole("runs") > 1 else []
    told += [both("lab_learnable.negative", **facts) for facts in _negative(found)]
    told.append(_not_shown(found))
    missing = [SHAPES[name].symbol for name in found.shapes[len(found.ended) :]]
    if missing:
        told.append(tell("lab_learnable.missing", names=listed(missing)))
    return tuple(told)


def _not_shown(found: Found) -> Text:
    settings = found.settings
    return both("lab_learnable.not_shown", rate=significant(settings.number("rate")), steps=settings.whole("steps"))


def _pulled(found: Found) -> Text:
    """Say what weight decay did to the size of the numbers."""
    parts = []
    for trial in found.ended:
        sizes = np.abs(trial.numbers).mean(axis=2)
        gap = paired(sizes[DECAY], sizes[LEARNED], ASKED * len(found.shapes))
        key = "pulled" if gap.tells and gap.mean < 0 else "pushed" if gap.tells else "unmoved"
        without, under = (significant(spread(sizes[way]).mean) for way in (LEARNED, DECAY))
        parts.append(both(f"lab_learnable.{key}", name=trial.shape.symbol, without=without, under=under))
    return tell("lab_learnable.decay", decay=significant(found.settings.number("decay")), parts=clauses(parts))


def _paced(found: Found) -> Text:
    """Say what a faster pace of the numbers did, and how many runs did not survive it."""
    parts = [_part(found, trial, PACE, LEARNED) for trial in found.ended]
    spreads = [spread(_scores(trial)[PACE]).deviation for trial in found.ended]
    return tell(
        "lab_learnable.pace",
        pace=significant(found.settings.number("pace")),
        parts=clauses(parts),
        widest=points(max((one for one in spreads if one is not None), default=0.0)),
    )


def _negative(found: Found) -> list[dict[str, object]]:
    """Return in how many runs PReLU's α ended below 0 in some layer: there the function falls and rises."""
    facts: list[dict[str, object]] = []
    for trial in found.ended:
        if trial.shape.record == "prelu":
            below = int((trial.numbers[LEARNED] < 0).any(axis=1).sum())
            if below:
                facts.append({"below": below, "runs": trial.numbers.shape[1]})
    return facts
