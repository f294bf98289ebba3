"""vanishing: deep networks that do not learn, and which single change helps: weights, paths, normalisation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.ablation import Design, groups
from tutor.labs.functions import unit
from tutor.labs.model import Step
from tutor.labs.telling import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.labs.ablation import Change, Group
    from tutor.labs.model import Result
    from tutor.labs.normals import Array
    from tutor.labs.settings import Settings

JUDGED = 20  # steps between two looks at the samples kept aside


@dataclass(slots=True)
class Found:
    """What is known by now: all networks after `step` steps. `accuracies` are those at the last look, by group."""

    design: Design
    changes: tuple[Change, ...]
    rates: tuple[float, ...]
    runs: int
    groups: list[Group]
    step: int = 0
    accuracies: list[Array] = field(default_factory=list)

    def rows(self, function: int, change: Change) -> tuple[int, list[int]]:
        """Return the group of a combination and the places of its runs there, at the rate with the least loss."""
        place = next(
            at for at, group in enumerate(self.groups) if group.cases[0].change == change or _has(group, change)
        )
        group = self.groups[place]
        losses = group.recent()
        by_rate = []
        for rate in self.rates:
            wanted = (function, change, rate)
            rows = [at for at, case in enumerate(group.cases) if (case.function, case.change, case.rate) == wanted]
            by_rate.append(rows)
        return place, min(by_rate, key=lambda rows: float(np.mean(losses[rows])))

    def accuracy(self, function: int, change: Change) -> Array:
        """Return the accuracies of a combination at its best rate, (runs,)."""
        place, rows = self.rows(function, change)
        return self.accuracies[place][rows]

    def rate(self, function: int, change: Change) -> float:
        """Return the rate that a combination chose."""
        place, rows = self.rows(function, change)
        return self.groups[place].cases[rows[0]].rate

    def gradients(self, function: int, change: Change) -> dict[int, Array]:
        """Return the powers of the gradients of hidden layers by step, geometric mean over runs, (layers,)."""
        place, rows = self.rows(function, change)
        return {step: np.mean(seen[rows], axis=0) for step, seen in self.groups[place].watched.items()}


def _has(group: Group, change: Change) -> bool:
    return any(case.change == change for case in group.cases)


def run(settings: Settings) -> Iterator[Step]:
    """Train all networks step by step, so that wherever it stops all have learned for the same time."""
    from tutor.labs.vanishing_told import result

    found = begun(settings)

    def known() -> Result:
        return result(found)

    for step in range(1, found.design.steps + 1):
        doing = tell("lab_vanishing.doing", step=step, steps=found.design.steps)
        looks = step % JUDGED == 0 or step == found.design.steps
        judged = []
        for group in found.groups:
            group.advance()
            if looks:
                judged.append(group.accuracies())
                yield Step((step - 1) / found.design.steps, doing, known)
        found.step, found.accuracies = step, judged or found.accuracies
        yield Step(step / found.design.steps, doing, known)


def begun(settings: Settings) -> Found:
    """Return the networks of a run with `settings`, all untrained; "nothing" changed is always among them."""
    design = Design(
        units=tuple(unit(name) for name in dict.fromkeys(settings.texts("functions"))),
        depth=settings.whole("depth"),
        width=settings.whole("units"),
        problem=settings.text("data"),
        steps=settings.whole("steps"),
    )
    changes = cast("tuple[Change, ...]", tuple(dict.fromkeys(("nothing", *settings.texts("changes")))))
    rates = tuple(dict.fromkeys(settings.numbers("rates")))
    runs = settings.whole("runs")
    return Found(design, changes, rates, runs, groups(design, changes, rates, runs, settings.seed))
