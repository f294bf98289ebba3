"""What the memories look like today: histograms of stability, difficulty and recall over the cards that were met."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Literal

import numpy as np  # noqa: TID253  (reports over all cards, loaded for statistics only)

from tutor.reports.rate import ENOUGH

if TYPE_CHECKING:
    from tutor.memory.replay import Floats
    from tutor.reports.all_cards import Cards

Name = Literal["stability", "difficulty", "recall"]

EDGES: dict[Name, tuple[float, ...]] = {
    "stability": (0, 1, 3, 7, 14, 30, 90, 365, inf),  # days
    "difficulty": (1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
    "recall": (0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """How many cards lie in [low, high); the last bar of a histogram holds its upper end too."""

    low: float
    high: float
    cards: int


@dataclass(frozen=True, slots=True)
class Histogram:
    """One measure of all met cards; `median` is None below `ENOUGH` cards."""

    name: Name
    bars: tuple[Bar, ...]
    median: float | None


@dataclass(frozen=True, slots=True)
class Memories:
    """Met cards without suspended ones (`met`), those never met (`new`), those set aside, and three histograms."""

    met: int
    new: int
    suspended: int
    histograms: tuple[Histogram, ...]


def memories(cards: Cards, day: int) -> Memories:
    """Return what the memories look like on study day `day`."""
    active = cards.active()
    known = active.where(active.met)
    measured: dict[Name, Floats] = {
        "stability": known.stability,
        "difficulty": known.difficulty,
        "recall": known.recall(day),
    }
    drawn = tuple(_histogram(name, values) for name, values in measured.items())
    return Memories(len(known), len(active) - len(known), len(cards) - len(active), drawn)


def _histogram(name: Name, values: Floats) -> Histogram:
    edges = EDGES[name]
    places = np.clip(np.searchsorted(edges, values, side="right") - 1, 0, len(edges) - 2)
    counts = np.bincount(places, minlength=len(edges) - 1).tolist()
    bars = tuple(Bar(low, high, cards) for low, high, cards in zip(edges, edges[1:], counts, strict=False))
    return Histogram(name, bars, float(np.median(values)) if len(values) >= ENOUGH else None)
