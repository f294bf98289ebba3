"""What mixed found, in pictures and sentences: accuracy of every arm, mixes against the best single function."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.mixing import MIXES
from tutor.labs.model import Bar, Bars, Grid, Measure, Result
from tutor.labs.points import clause, points
from tutor.labs.spread import paired, spread
from tutor.labs.telling import clauses, listed, tell
from tutor.text import Text
from tutor.text.numbers import significant
from tutor.text.wording import both

if TYPE_CHECKING:
    from tutor.labs.mixed import Found
    from tutor.labs.mixing import Arm
    from tutor.labs.model import Finding
    from tutor.labs.spread import Difference

FLOOR = 50.0  # per cent, what guessing gives
MARGIN = 0.02  # of accuracy: what the question calls a difference


def named(arm: Arm) -> Text:
    """Return what an arm is called."""
    if arm.kind == "single":
        return Text.same(arm.name)
    if arm.kind == "split":
        first, second = (100 * size / sum(arm.sizes) for size in arm.sizes)
        pair = "+".join(unit.name for unit in arm.units)
        return both("lab_mixed.split", pair=pair, first=significant(first), second=significant(second))
    return both(f"lab_mixed.{arm.kind}", n=len(arm.units))


def result(found: Found) -> Result:
    """Return what is known by now."""
    findings: tuple[Finding, ...] = tuple(
        accuracies(found, problem) for problem in _shown(found) if found.races[problem]
    )
    if not found.ended:
        return Result((), findings, both("lab_mixed.not_yet"))
    findings = (*findings, against(found), shares(found))
    return Result(_measures(found), findings, _verdict(found), _told(found), _answer(found))


def _shown(found: Found) -> list[str]:
    """Return the problems, the one at work first."""
    names = list(found.races)
    return names if len(found.ended) == len(found.problems) else names[::-1]


# -- comparing --------------------------------------------------------------------------------


def champion(found: Found, problem: str) -> Arm:
    """Return the single function that did best on validation samples."""
    races = found.races[problem]
    singles = [arm for arm in found.arms if arm.kind == "single"]
    merits = [spread(races[arm.name].validation).mean for arm in singles]
    return singles[int(np.argmax(np.nan_to_num(merits)))]


def difference(found: Found, problem: str, mix: str) -> Difference:
    """Return how much more accurate a mix is on test samples than the best single function, in pairs."""
    races = found.races[problem]
    comparisons = len(MIXES) * len(found.problems)
    return paired(races[mix].test, races[champion(found, problem).name].test, comparisons)


def _differences(found: Found) -> list[tuple[str, Arm, Difference]]:
    mixes = [arm for arm in found.arms if arm.kind != "single"]
    return [(problem, arm, difference(found, problem, arm.name)) for problem in found.ended for arm in mixes]


def place(found: Found, problem: str, arm: Arm) -> int:
    """Return 1 if a mix's mean accuracy is above each of its parts', −1 if below each, 0 if among them."""
    races = found.races[problem]
    parts = [spread(races[unit.name].test).mean for unit in arm.units]
    mean = spread(races[arm.name].test).mean
    return int(mean > max(parts)) - int(mean < min(parts))


# -- numbers and pictures ---------------------------------------------------------------------


def _measures(found: Found) -> tuple[Measure, ...]:
    measures = []
    for problem, arm, gap in _differences(found):
        races = found.races[problem]
        gaps = spread(100 * (races[arm.name].test - races[champion(found, problem).name].test))
        name = tell("lab_mixed.measure", data=_data(problem), mix=both(f"lab_mixed.short_{arm.kind}"))
        measures.append(Measure(name, 100 * gap.mean, error=gaps.error, runs=gaps.runs))
    return tuple(measures)


def _data(problem: str) -> Text:
    return both(f"lab_mixed.data_{problem}")


def accuracies(found: Found, problem: str) -> Bars:
    """Return the test accuracy of every arm that has raced on a problem."""
    bars = []
    for arm in found.arms:
        if arm.name in found.races[problem]:
            here = spread(100 * found.races[problem][arm.name].test)
            bars.append(Bar(named(arm), here.mean, here.deviation))
    return Bars(tell("lab_mixed.accuracies", data=_data(problem)), tuple(bars), FLOOR, "high")


def against(found: Found) -> Grid:
    """Return mixes minus the best single function, problem by problem, in percentage points with intervals."""
    mixes = [both(f"lab_mixed.short_{kind}") for kind in MIXES]
    headings = (both("lab_mixed.column_data"), both("lab_mixed.column_best"), *mixes)
    rows = []
    for problem in found.ended:
        gaps = [difference(found, problem, kind) for kind in MIXES]
        rows.append((_data(problem), Text.same(champion(found, problem).name), *map(_cell, gaps)))
    return Grid(both("lab_mixed.against"), headings, tuple(rows))


def _cell(gap: Difference) -> Text:
    if isnan(gap.mean):
        return both("lab_mixed.exploded")
    sign = "+" if gap.mean > 0 else ""
    return Text.same(f"{sign}{points(gap.mean)} ± {points(gap.half)}{' *' if gap.tells else ''}")


def shares(found: Found) -> Grid:
    """Return the shares that the mixture learned, by problem and layer, means over the runs."""
    units = found.arms[-1].units
    headings = (both("lab_mixed.column_layer"), *(Text.same(unit.name) for unit in units))
    rows: list[tuple[Text | float | None, ...]] = []
    for problem in found.ended:
        learned = found.races[problem]["mixture"].shares
        assert learned is not None
        for layer in range(learned.shape[1]):
            cells = [round(spread(learned[:, layer, place]).mean, 3) for place in range(len(units))]
            rows.append((tell("lab_mixed.layer", data=_data(problem), layer=layer + 1), *cells))
    return Grid(both("lab_mixed.shares"), headings, tuple(rows))


# -- sentences --------------------------------------------------------------------------------


def _answer(found: Found) -> str:
    """Return which prediction came true: who wins beyond noise and by the margin, if anybody, and always the same."""
    if len(found.ended) < len(found.problems) or found.settings.whole("runs") < 2:
        return ""
    told = [gap.mean > 0 for _, _, gap in _differences(found) if gap.tells and abs(gap.mean) >= MARGIN]
    if not told:
        return "same"
    return "depends" if len(set(told)) > 1 else "mix" if told[0] else "single"


def _verdict(found: Found) -> Text:
    settings = found.settings
    if settings.whole("runs") < 2:
        return both("lab_mixed.one_run")
    gaps = _differences(found)
    beyond = [(problem, arm, gap) for problem, arm, gap in gaps if gap.tells]
    parts = [
        clause(tell("lab_mixed.on", data=_data(p), mix=both(f"lab_mixed.short_{a.kind}")), g) for p, a, g in beyond
    ]
    facts = {
        "data": listed(map(_data, found.ended)),
        "units": settings.whole("units"),
        "steps": settings.whole("steps"),
        "runs": settings.whole("runs"),
        "comparisons": len(gaps),
        "tuning": _tuning(found),
    }
    if not beyond:
        return tell("lab_mixed.verdict_same", widest=points(max(gap.half for _, _, gap in gaps)), **facts)
    large = sum(abs(gap.mean) >= MARGIN for _, _, gap in beyond)
    return tell("lab_mixed.verdict", beyond=len(beyond), large=large, parts=clauses(parts), **facts)


def _told(found: Found) -> tuple[Text, ...]:
    gaps = _differences(found)
    places = [place(found, problem, arm) for problem, arm, _ in gaps]
    counts = {"above": places.count(1), "among": places.count(0), "below": places.count(-1)}
    told = [both("lab_mixed.places", **counts), _counted(found), *_rates(found)]
    lost = sum(int(np.isnan(race.test).sum()) for races in found.races.values() for race in races.values())
    if lost:
        told.append(both("lab_mixed.lost", lost=lost))
    missing = [problem for problem in found.problems if problem not in found.ended]
    if missing:
        told.append(tell("lab_mixed.missing", data=listed(map(_data, missing))))
    return tuple(told)


def _counted(found: Found) -> Text:
    """Say how many numbers each network learns, and how the split came out in whole channels."""
    races = found.races[found.ended[0]]
    split = next(arm for arm in found.arms if arm.kind == "split")
    plain, extra = races["split"].weights, races["mixture"].weights - races["split"].weights
    first, second = split.sizes
    facts = {"plain": plain, "extra": extra, "first": first, "second": second, "all": first + second}
    return tell("lab_mixed.counted", data=_data(found.ended[0]), **facts)


def _grid(found: Found) -> list[str]:
    """Return the learning rates there were to choose from."""
    return [significant(rate) for rate in sorted(set(found.settings.numbers("rates")))]


def _tuning(found: Found) -> Text:
    grid = _grid(found)
    return both("lab_mixed.tuned") if len(grid) > 1 else both("lab_mixed.untuned", rate=grid[0])


def _rates(found: Found) -> list[Text]:
    """Say which learning rates were chosen, and on which samples things were chosen and judged."""
    grid = _grid(found)
    chosen = sorted({race.rate for races in found.races.values() for race in races.values()})
    told = [tell("lab_mixed.rates", grid=listed(grid), chosen=listed(map(significant, chosen)))]
    return [*(told if len(grid) > 1 else []), both("lab_mixed.judging")]
