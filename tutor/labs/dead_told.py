"""What was found about dead units, and how far it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.dead_arms import BATCH, SHIFT, STRETCH
from tutor.labs.dead_static import DRAWN, drawn, drawn_expected, ten, ten_expected
from tutor.labs.model import Bar, Bars, Chart, Grid, Measure, Result, Series
from tutor.labs.spread import paired, spread
from tutor.labs.telling import called, tell
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.labs.dead_arms import Found
    from tutor.labs.model import Finding
    from tutor.labs.normals import Array
    from tutor.text import Text

SUSPECTS = ("rate", "weights", "bias")
REMEDIES = ("base", "rescue", "raised")
EARLY = 0.1  # of the steps


def result(found: Found) -> Result:
    """Return what is known by now; before the end of training nothing is said about it."""
    findings: list[Finding] = [chart(found)]
    if found.accuracy is None:
        running = tell("lab_dead.told_running")
        return Result(tuple(static(found)), tuple(findings), tell("lab_dead.verdict_not_yet"), (running,))
    findings += [table(found, found.accuracy), elsewhere(found)]
    told = tuple(remarks(found, found.accuracy))
    return Result(tuple(static(found)), tuple(findings), verdict(found), told, answer(found))


def named(found: Found, name: str) -> Text:
    """Return the short name of an arm."""
    settings = found.settings
    facts = {"times": significant(settings.number("times")), "bias": significant(settings.number("bias"))}
    return tell(f"lab_dead.arm_{name}", other=called(found.arms[found.place("rescue")].unit), **facts)


def chart(found: Found) -> Chart:
    """Return the share of dead units over the steps of training."""
    rows = 100 * np.asarray(found.shares).mean(axis=2)
    made = (
        Series(named(found, arm.name), tuple(zip(map(float, found.steps), row.tolist(), strict=True)))
        for arm, row in zip(found.arms, rows.T, strict=True)
    )
    return Chart(tell("lab_dead.chart"), tell("lab_dead.step"), tuple(made))


def table(found: Found, accuracy: Array) -> Grid:
    """Return every arm at birth and at the end."""
    assert found.negative is not None
    rows = tuple(
        (
            named(found, arm.name),
            _percent(found.dead(arm.name, 0)),
            _percent(found.dead(arm.name)),
            _percent(found.negative[place]),
            _percent(accuracy[place]),
        )
        for place, arm in enumerate(found.arms)
    )
    headings = ("arm", "at_birth", "at_end", "negative", "accuracy")
    return Grid(tell("lab_dead.table"), tuple(tell(f"lab_dead.{one}") for one in headings), rows)


def _percent(values: Array) -> Text:
    found = spread(100 * values)
    error = "" if found.error is None else f" ± {found.error:.1f}"
    return tell("lab_dead.cell", value=f"{found.mean:.1f}{error}")


def _share(values: Array, digits: int = 2) -> str:
    return significant(100 * float(values.mean()), digits)


def elsewhere(found: Found) -> Bars:
    """Return how many units of the same networks are dead on other data."""
    parts = [(name, spread(100 * values)) for name, values in found.elsewhere.items()]
    facts = {"shift": significant(SHIFT), "stretch": significant(STRETCH), "batch": BATCH}
    bars = tuple(Bar(tell(f"lab_dead.on_{name}", **facts), part.mean, part.deviation) for name, part in parts)
    return Bars(tell("lab_dead.elsewhere", arm=named(found, "rate")), bars)


def static(found: Found) -> Iterator[Measure]:
    """Yield the units without training: ten of them, and many with random weights and biases."""
    settings, data, unit = found.settings, found.interval, found.arms[0].unit
    is_relu = _is_relu(found)
    for interval, scale in ((data, 1.0), (data.around, 1.0), (data, 100.0)):
        name = tell(f"lab_dead.measure_ten{'_scaled' if scale > 1 else ''}", **_ends(interval.low, interval.high))
        yield Measure(name, ten(unit, interval, scale), ten_expected(interval) if is_relu else None)
    for scale in settings.numbers("scales"):
        share = drawn(unit, scale, settings.number("bias"), data.around, settings.seed)
        expected = 100 * drawn_expected(scale, settings.number("bias"), data.around)
        facts = {"scale": significant(scale), "bias": significant(settings.number("bias"))}
        name = tell("lab_dead.measure_drawn", **facts, **_ends(data.around.low, data.around.high))
        error = 100 * float(np.sqrt(share * (1 - share) / DRAWN))
        yield Measure(name, 100 * share, expected if is_relu else None, error, DRAWN)


def _is_relu(found: Found) -> bool:
    record = found.arms[0].unit.record
    return record is not None and record.name == "relu"


def _ends(low: float, high: float) -> dict[str, str]:
    return {"low": significant(low), "high": significant(high)}


def answer(found: Found) -> str:
    """Return the suspect with most dead units, if it is ahead of the others, and of no change, by more than noise."""
    most = max(SUSPECTS, key=lambda name: float(found.dead(name).mean()))
    others = [name for name in (*SUSPECTS, "base") if name != most]
    if all(_more(found, most, name) for name in others):
        return most
    return "" if any(_more(found, name, "base") for name in SUSPECTS) else "none"


def _more(found: Found, one: str, other: str) -> bool:
    gap = paired(found.dead(one), found.dead(other), 6)  # pairs of four
    return gap.tells and gap.mean > 0


def verdict(found: Found) -> Text:
    """Return one sentence with its conditions."""
    settings = found.settings
    shares = {name: _share(found.dead(name)) for name in (*SUSPECTS, "base")}
    facts = {
        "name": called(found.arms[0].unit),
        "layers": settings.whole("layers"),
        "width": settings.whole("width"),
        "runs": settings.whole("runs"),
        "steps": settings.whole("steps"),
        "times": significant(settings.number("times")),
        "start": significant(settings.number("bias")),
        "optimiser": tell(f"lab_dead.by_{settings.text('optimiser')}", rate=significant(settings.number("rate"))),
        "data": tell(f"lab_train.data_{settings.text('data')}"),
    }
    return tell(f"lab_dead.verdict_{answer(found) or 'open'}", **facts, **shares)


def remarks(found: Found, accuracy: Array) -> Iterator[Text]:
    """Yield what else can be said, each with its condition."""
    yield from _remedies(found, accuracy)
    yield from _weights(found, accuracy)
    if answer(found) == "rate":
        yield _when(found)
    shares = {name: _share(values) for name, values in found.elsewhere.items()}
    if any(values.any() for values in found.elsewhere.values()):
        yield tell("lab_dead.told_relative", arm=named(found, "rate"), samples=BATCH, **shares)
    if _is_relu(found):
        yield tell("lab_dead.told_static")
    yield tell("lab_dead.told_scope", layers=found.settings.whole("layers"))


def _remedies(found: Found, accuracy: Array) -> Iterator[Text]:
    """Yield what each remedy did to the networks with the large rate: fewer dead, and better answers or not."""
    assert found.negative is not None
    sick, comparisons = found.place("rate"), 2 * len(REMEDIES)
    for name in REMEDIES:
        gap = paired(accuracy[found.place(name)], accuracy[sick], comparisons)
        dead = paired(found.dead(name), found.dead("rate"), comparisons)
        facts = {
            "arm": named(found, "rate"),
            "other": called(found.arms[found.place("rescue")].unit),
            "bias": significant(found.settings.number("bias")),
            "before": _share(found.dead("rate")),
            "negative": _share(found.negative[found.place(name)]),
            "after": _share(found.dead(name)),
            "gap": f"{100 * gap.mean:+.1f}".replace("-", "−"),
            "half": f"{100 * gap.half:.1f}" if np.isfinite(gap.half) else "∞",
        }
        kind = "noise" if not gap.tells else "better" if gap.mean > 0 else "worse"
        said = {
            "dead": tell(f"lab_dead.dead_{'changed' if dead.tells else 'noise'}", **facts),
            "accuracy": tell(f"lab_dead.accuracy_{kind}", **facts),
        }
        yield tell(f"lab_dead.remedy_{name}", **facts, **said)
    yield tell("lab_dead.remedies", n=comparisons)


def _weights(found: Found, accuracy: Array) -> Iterator[Text]:
    """Yield that few dead units are no success, where large weights show it."""
    gap = paired(accuracy[found.place("weights")], accuracy[found.place("base")])
    if gap.tells and gap.mean < 0 and not _more(found, "weights", "base"):
        yield tell(
            "lab_dead.told_weights",
            arm=named(found, "weights"),
            dead=_share(found.dead("weights")),
            accuracy=_share(accuracy[found.place("weights")], 3),
            base=_share(accuracy[found.place("base")], 3),
        )


def _when(found: Found) -> Text:
    """Return how many of the dead died at birth, and by a tenth of the steps."""
    early = max(look for look, step in enumerate(found.steps) if step <= EARLY * found.settings.whole("steps"))
    shares = [_share(found.dead("rate", look)) for look in (0, early, -1)]
    facts = {"birth": shares[0], "early": shares[1], "end": shares[2], "step": found.steps[early]}
    return tell("lab_dead.told_when", arm=named(found, "rate"), **facts)
