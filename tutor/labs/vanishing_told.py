"""What the experiment vanishing found: whose front layers starve, and which single change helps whom."""

from __future__ import annotations

from math import isfinite, log
from typing import TYPE_CHECKING, Literal

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.ablation import TESTS
from tutor.labs.model import Bar, Bars, Chart, Grid, Measure, Result, Series
from tutor.labs.spread import paired, spread
from tutor.labs.telling import called, clauses, listed, size, tell
from tutor.text.numbers import significant
from tutor.text.wording import both

if TYPE_CHECKING:
    from tutor.labs.ablation import Change
    from tutor.labs.model import Finding
    from tutor.labs.vanishing import Found
    from tutor.text import Text

Effect = Literal["helps", "unclear", "fails"]
LEARNS = 0.7  # accuracy; guessing has 0.5
LINES = 7  # in one chart
LEAST = 1e-300  # stands for less than a float can hold
WEIGHTS: frozenset[Change] = frozenset({"xavier", "he"})


def result(found: Found) -> Result:
    """Return what is known by now; sizes may be 0 or endless, and means of both are no numbers."""
    with np.errstate(all="ignore"):
        return _result(found)


def _result(found: Found) -> Result:
    if not found.accuracies:
        return Result((), _charts(found) if found.step else (), both("lab_vanishing.nothing_yet"))
    places = range(len(found.design.units))
    return Result(
        measures=tuple(one for place in places if isfinite((one := _ratio(found, place)).measured)),
        findings=(*_charts(found), _bars(found), _grid(found)),
        verdict=_verdict(found),
        told=_told(found),
        answer=_answer(found),
    )


def change_named(change: Change) -> Text:
    """Return what a change is called."""
    return both(f"lab_vanishing.change_{change}")


def learns(found: Found, place: int) -> bool:
    """Say whether a function learns with nothing changed."""
    return float(np.mean(found.accuracy(place, "nothing"))) >= LEARNS


def effect(found: Found, place: int, change: Change) -> Effect:
    """Return whether a change makes a function learn, by more than noise over all comparisons of the experiment.

    `unclear` is what works with some draws and not with others, or with too few to tell.
    """
    accuracies = found.accuracy(place, change)
    if not (accuracies >= LEARNS).any():
        return "fails"
    comparisons = len(found.design.units) * (len(found.changes) - 1)
    gain = paired(accuracies, found.accuracy(place, "nothing"), comparisons)
    return "helps" if float(np.mean(accuracies)) >= LEARNS and gain.tells and gain.mean > 0 else "unclear"


def _effects(found: Found, place: int) -> dict[Change, Effect]:
    return {change: effect(found, place, change) for change in found.changes if change != "nothing"}


def _answer(found: Found) -> str:
    if learns(found, 0):
        return "fine"
    effects = _effects(found, 0)
    helpful = {change for change, what in effects.items() if what == "helps"}
    unclear = {change for change, what in effects.items() if what == "unclear"}
    if helpful & WEIGHTS:
        return "weights"
    if unclear & WEIGHTS or (unclear and not helpful):
        return ""
    return "structure" if helpful else "none"


def _ratio(found: Found, place: int) -> Measure:
    """Return the gradient of layer 2, the first between hidden units, as a share of that of the last hidden layer."""
    at, rows = found.rows(place, "nothing")
    powers = found.groups[at].watched[1][rows]
    known = spread(powers[:, 0] - powers[:, -1])
    ratio = float(10.0**known.mean)
    name = tell("lab_vanishing.measure_ratio", name=called(found.design.units[place]))
    error = None if known.error is None else ratio * log(10) * known.error
    return Measure(name, ratio, None, error, known.runs)


def _charts(found: Found) -> tuple[Finding, ...]:
    """Return the front gradient over time for each change, and gradients over layers for each function."""
    first = found.design.units[0]
    over_time = []
    for change in found.changes[:LINES]:
        seen = found.gradients(0, change)
        points = tuple((float(step), _size(powers[0])) for step, powers in seen.items())
        over_time.append(Series(change_named(change), points))
    over_layers = []
    for place, one in enumerate(found.design.units[:LINES]):
        powers = found.gradients(place, "nothing")[1]
        points = tuple((float(layer), _size(power)) for layer, power in enumerate(powers, start=2))
        over_layers.append(Series(called(one), points, one.record.name if one.record else ""))
    return (
        Chart(
            tell("lab_vanishing.over_time", name=called(first)),
            both("lab_vanishing.step"),
            tuple(over_time),
            powers=True,
        ),
        Chart(both("lab_vanishing.over_layers"), both("lab_vanishing.layer"), tuple(over_layers), powers=True),
    )


def _size(power: float) -> float:
    return float(max(10.0 ** float(power), LEAST)) if power < 300 else float("nan")


def _bars(found: Found) -> Bars:
    bars = []
    for change in found.changes:
        known = spread(found.accuracy(0, change))
        bars.append(Bar(change_named(change), known.mean, known.deviation))
    title = tell("lab_vanishing.bars", name=called(found.design.units[0]), step=found.step)
    return Bars(title, tuple(bars), best="high")


def _grid(found: Found) -> Grid:
    rows = []
    for change in found.changes:
        cells: list[Text | float | None] = [change_named(change)]
        cells += [float(np.mean(found.accuracy(place, change))) for place in range(len(found.design.units))]
        rows.append(tuple(cells))
    headings = (both("lab_vanishing.change"), *(called(one) for one in found.design.units))
    return Grid(tell("lab_vanishing.grid", step=found.step), headings, tuple(rows))


def _verdict(found: Found) -> Text:
    design = found.design
    return tell(
        "lab_vanishing.verdict",
        depth=design.depth,
        units=design.width,
        data=both(f"lab_vanishing.data_{design.problem}"),
        steps=found.step,
        runs=found.runs,
        parts=clauses(_function_told(found, place) for place in range(len(design.units))),
    )


def _function_told(found: Found, place: int) -> Text:
    name = called(found.design.units[place])
    before = significant(float(np.mean(found.accuracy(place, "nothing"))), 2)
    if learns(found, place):
        return tell("lab_vanishing.learns", name=name, before=before)
    effects = _effects(found, place)
    parts = []
    for what in ("helps", "unclear", "fails"):
        names = [_with_accuracy(found, place, change) for change, effect in effects.items() if effect == what]
        if names:
            parts.append(tell(f"lab_vanishing.{what}", names=listed(names)))
    return tell("lab_vanishing.stuck", name=name, before=before, parts=_commas(parts))


def _commas(parts: list[Text]) -> Text:
    from tutor.text import Text

    return Text("，".join(part.zh for part in parts), ", ".join(part.en for part in parts))


def _with_accuracy(found: Found, place: int, change: Change) -> Text:
    accuracies = found.accuracy(place, change)
    what = effect(found, place, change)
    if what == "fails":
        return change_named(change)
    if what == "unclear":
        n = int((accuracies >= LEARNS).sum())
        return tell("lab_vanishing.with_count", change=change_named(change), n=n, runs=len(accuracies))
    mean = significant(float(np.mean(accuracies)), 2)
    return tell("lab_vanishing.with_accuracy", change=change_named(change), accuracy=mean)


def _told(found: Found) -> tuple[Text, ...]:
    said = [_starving_told(found, place) for place in range(len(found.design.units))]
    if len(found.rates) > 1:
        rates = listed(significant(rate) for rate in found.rates)
        said.append(tell("lab_vanishing.told_rates", rates=rates))
    said.append(both("lab_vanishing.told_old"))
    if "batch" in found.changes:
        said.append(tell("lab_vanishing.told_batch", tests=TESTS))
    if found.step < found.design.steps:
        said.append(tell("lab_vanishing.told_partial", step=found.step, steps=found.design.steps))
    return tuple(text for text in said if text)


def _starving_told(found: Found, place: int) -> Text | None:
    """Say of a function that does not learn whether its front starves or all layers do."""
    powers = found.gradients(place, "nothing")[1]
    front, back = float(powers[0]), float(powers[-1])
    if learns(found, place) or not isfinite(front + back):
        return None
    facts = {"name": called(found.design.units[place]), "front": size(front), "back": size(back)}
    if front < back - 1:
        return tell("lab_vanishing.told_front", **facts)
    if front < -2 and abs(front - back) <= 1:
        return tell("lab_vanishing.told_all", **facts)
    return None
