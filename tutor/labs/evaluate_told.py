"""The evaluation sheet as tables and sentences: what it shows, and what it cannot show."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.curves import chart
from tutor.labs.exact import exact
from tutor.labs.functions import REACH
from tutor.labs.model import Grid, Measure, Result
from tutor.labs.spread import paired, spread
from tutor.labs.telling import called, clauses, listed, tell
from tutor.text.numbers import significant
from tutor.text.width import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.labs.evaluate import Found
    from tutor.labs.model import Finding
    from tutor.labs.spread import Difference
    from tutor.text import Text

ROWS = ("accuracy", "speed", "noise", "calibration", "bits", "dead", "zeros")
JUDGED = ROWS[:5]  # where it is plain which end is good
PERCENT = {"accuracy", "noise", "calibration", "bits", "dead", "zeros"}
WIDEST = 14  # of a heading
WORTH = 0.005  # of accuracy: a smaller gap changes with the seeds that chose the learning rates


def result(found: Found) -> Result:
    """Return what is known by now."""
    findings: list[Finding] = []
    if found.contest.losses or found.contest.trying:
        key = "lab_evaluate.losses" if found.contest.losses else "lab_evaluate.trying"
        findings.append(chart(found.contest, tell(key)))
    findings += [trained(found)] if found.over else []
    findings.append(on_paper(found))
    told = tuple(remarks(found))
    if not found.over:
        return Result(tuple(measures(found)), tuple(findings), tell("lab_evaluate.verdict_not_yet"), told)
    return Result(tuple(measures(found)), tuple(findings), verdict(found), told, answer(found))


def headings(found: Found) -> tuple[Text, ...]:
    """Return the head of a table: the item, then the functions, the new one first."""
    names = [called(unit) for unit in found.units]
    short = (name if width(name.zh) <= WIDEST else tell("lab_evaluate.newcomer") for name in names)
    return (tell("lab_evaluate.item"), *short)


def trained(found: Found) -> Grid:
    """Return what training showed; a star marks what differs from the new function by more than noise."""
    rows = tuple(
        (tell(f"lab_evaluate.row_{name}", **_facts(found)), *(_cell(found, name, place) for place in _places(found)))
        for name in ROWS
    )
    return Grid(tell("lab_evaluate.trained"), headings(found), rows)


def _cell(found: Found, row: str, place: int) -> Text:
    scale = 100 if row in PERCENT else 1
    part = spread(scale * found.rows[row][place])
    error = "" if part.error is None else f" ± {part.error:.{1 if scale > 1 else 3}f}"
    mean = f"{part.mean:.{1 if scale > 1 else 3}f}"
    value = f"{mean if float(mean) else mean.lstrip('-')}{error}".replace("-", "−")
    star = " *" if place and _gap(found, row, place).tells else ""
    return tell("lab_evaluate.cell", value=f"{value}{star}")


def _places(found: Found) -> range:
    return range(len(found.units))


def _gap(found: Found, row: str, place: int) -> Difference:
    """Return how far the new function is above another in a row, corrected for all cells that carry a star."""
    cells = len(ROWS) * (len(found.units) - 1)
    return paired(found.rows[row][0], found.rows[row][place], cells)


def on_paper(found: Found) -> Grid:
    """Return what the formulas tell."""
    papers = found.paper
    rows: list[tuple[Text | float | None, ...]] = [
        (tell("lab_evaluate.row_gain"), *(one.gain for one in papers)),
        (tell("lab_evaluate.row_chi"), *(one.chi for one in papers)),
        (tell("lab_evaluate.row_steepest"), *(one.steepest for one in papers)),
        (tell("lab_evaluate.row_special"), *(one.cost.special if one.cost else None for one in papers)),
        (tell("lab_evaluate.row_plain"), *(one.cost.plain if one.cost else None for one in papers)),
    ]
    return Grid(tell("lab_evaluate.paper"), headings(found)[: len(papers) + 1], tuple(rows))


def measures(found: Found) -> Iterator[Measure]:
    """Yield the growth of gradients beside χ₁, and the calibration error beside that of a perfect model."""
    for place, grown in found.growth.items():
        part = spread([one.factor for one in grown])
        name = tell("lab_evaluate.measure_growth", name=called(found.units[place]), **_facts(found))
        yield Measure(name, part.mean, found.paper[place].chi, part.error, part.runs)
    if found.floor is not None:
        for place, unit in enumerate(found.units):
            part = spread(100 * found.rows["calibration"][place])
            name = tell("lab_evaluate.measure_calibration", name=called(unit))
            yield Measure(name, part.mean, 100 * float(found.floor[place].mean()), part.error, part.runs)


def answer(found: Found) -> str:
    """Return the prediction that came true about accuracy."""
    if len(found.units) < 2 or found.contest.rules.runs < 2:
        return ""
    sides = {_side(_accuracy(found, place)) for place in _places(found)[1:]}
    return "worse" if -1 in sides else "better" if sides == {1} else "level"


def _side(gap: Difference) -> int:
    """Return 1 or −1 for a gap beyond noise that is worth the name, else 0."""
    if not gap.tells or abs(gap.mean) < WORTH:
        return 0
    return 1 if gap.mean > 0 else -1


def _accuracy(found: Found, place: int) -> Difference:
    """Return the gap in accuracy, corrected for the functions beside the new one: the question asked beforehand."""
    return paired(found.rows["accuracy"][0], found.rows["accuracy"][place], len(found.units) - 1)


def verdict(found: Found) -> Text:
    """Return one sentence with its conditions."""
    said = answer(found)
    if not said:
        return tell("lab_evaluate.verdict_alone")
    others = [place for place in _places(found)[1:] if said != "worse" or _side(_accuracy(found, place)) < 0]
    facts = _facts(found) | {
        "names": listed(called(found.units[place]) for place in others),
        "gaps": listed(_against(found, place) for place in others),
        "items": _items(found),
    }
    return tell(f"lab_evaluate.verdict_{said}", **facts)


def _against(found: Found, place: int) -> Text:
    gap = _accuracy(found, place)
    mean = round(100 * gap.mean, 1) or 0.0  # no −0.0
    points = f"{mean:{'+' if mean else ''}.1f} ± {100 * gap.half:.1f}".replace("-", "−")
    return tell("lab_evaluate.against", name=called(found.units[place]), points=points)


def _items(found: Found) -> Text:
    """Return in which other rows the new function is better or worse than which others, beyond noise."""
    parts = []
    for row in JUDGED[1:]:
        gaps = {place: _gap(found, row, place) for place in _places(found)[1:]}
        for kind, sign in (("better", -1), ("worse", 1)):
            names = [called(found.units[place]) for place, gap in gaps.items() if gap.tells and gap.mean * sign > 0]
            if names:
                parts.append(tell(f"lab_evaluate.{kind}", row=tell(f"lab_evaluate.short_{row}"), names=listed(names)))
    return clauses(parts) if parts else tell("lab_evaluate.nothing_else")


def _facts(found: Found) -> dict[str, object]:
    settings = found.settings
    return {
        "new": called(found.units[0]),
        "data": tell(f"lab_train.data_{settings.text('data')}"),
        "layers": settings.whole("layers"),
        "width": settings.whole("width"),
        "runs": settings.whole("runs"),
        "noise": significant(settings.number("noise")),
        "depth": settings.whole("depth"),
        "tests": found.contest.rules.tests,
    }


def remarks(found: Found) -> Iterator[Text]:
    """Yield what each row means, with its condition, and what the sheet cannot show."""
    facts = _facts(found)
    if found.over:
        keys = ("speed", "noise", "calibration", "bits", "dead")
        yield from (tell(f"lab_evaluate.told_{key}", **facts) for key in keys)
    if len(found.growth) == len(found.units):
        yield tell("lab_evaluate.told_growth", **facts)
        yield from _drifting(found)
        yield from _straightened(found)
    yield tell("lab_evaluate.told_cost")
    if found.contest.at_edge and found.over and len(found.contest.rules.rates) > 1:
        yield tell("lab_evaluate.told_edge", names=listed(called(unit) for unit in found.contest.at_edge))
    if found.over and len(found.contest.rules.rates) > 1:
        yield tell("lab_train.told_rates", tuning=found.contest.rules.tuning)
    yield tell("lab_evaluate.told_scope", **facts)


def _straightened(found: Found) -> Iterator[Text]:
    """Yield the expressions that are no straight lines where their tables are."""
    far = np.array([-3 * REACH, 3 * REACH])
    written = [one for one in found.units if one.record is None]
    with np.errstate(all="ignore"):
        bent = [one for one in written if not np.allclose(exact(one.name).value(far), one.value(far), rtol=1e-6)]
    if bent:
        yield tell("lab_evaluate.told_table", names=listed(map(called, bent)))


def _drifting(found: Found) -> Iterator[Text]:
    """Yield the functions whose gradients grow at another rate than χ₁ by more than noise."""
    far = []
    for place, grown in found.growth.items():
        factors = [one.factor for one in grown]
        gap = paired(factors, np.full(len(factors), found.paper[place].chi), len(found.units))
        if gap.tells:
            length = significant(median(one.length for one in grown), 2)
            far.append(tell("lab_evaluate.drifted", name=called(found.units[place]), length=length))
    if far:
        yield tell("lab_evaluate.told_drift", names=listed(far), depth=found.settings.whole("depth"))
