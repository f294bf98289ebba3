"""Measuring by turns: every case once a round, so that a noisy minute touches all of them alike."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median, quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Case = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: seconds of the subject and of its floor; `budget` bounds their ratio.

    Without a floor `seconds` are compared with `budget` themselves, or only told (no budget).
    """

    name: str
    seconds: float
    floor_name: str = ""
    floor: float | None = None
    budget: float | None = None
    note: str = ""

    @property
    def value(self) -> float:
        """Return what the budget bounds: the ratio to the floor, or the seconds."""
        return self.seconds if self.floor is None else self.seconds / self.floor

    @property
    def kept(self) -> bool:
        """Whether the budget is kept."""
        return self.budget is None or self.value <= self.budget


def measured(cases: Mapping[str, Case], rounds: int) -> dict[str, tuple[float, ...]]:
    """Return the seconds of every case, `rounds` of each, taken by turns after one warm-up."""
    names = list(cases)
    for name in names:
        cases[name]()
    times: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds):
        turn = number % len(names)
        for name in (*names[turn:], *names[:turn]):
            times[name].append(cases[name]())
    return {name: tuple(taken) for name, taken in times.items()}


def middle(times: tuple[float, ...]) -> float:
    """Return the median."""
    return median(times)


def spread(times: tuple[float, ...]) -> str:
    """Return the quartiles in milliseconds."""
    low, _, high = quantiles(times, n=4)
    return f"{low * 1000:.3g}–{high * 1000:.3g} ms"


def table(rows: tuple[Row, ...]) -> str:
    """Return the rows as a Markdown table."""
    lines = ["| what | median | floor | ratio | budget | |", "|---|---|---|---|---|---|"]
    for row in rows:
        floor = "" if row.floor is None else f"{row.floor_name}: {told(row.floor)}"
        ratio = "" if row.floor is None else f"**{row.value:.2f}**"
        budget = "" if row.budget is None else f"≤ {row.budget:g}{'' if row.floor is not None else ' s'}"
        verdict = "" if row.budget is None else "kept" if row.kept else "MISSED"
        lines.append(f"| {row.name} | {told(row.seconds)} | {floor} | {ratio} | {budget} | {verdict} {row.note} |")
    return "\n".join(lines)


def told(seconds: float) -> str:
    """Return a time for people."""
    return f"{seconds:.3g} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"
