"""Which day of the fuzz range a card gets: days with fewer cards and busier weekdays are likelier, never certain.

Always taking the emptiest day would heap a whole session on it; so luck draws, and the days weigh
differently. The day is chosen when the card is answered and kept in the journal: no other day moves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

EVERY_DAY = (1.0,) * 7


@dataclass(frozen=True, slots=True)
class Balance:
    """What a day weighs: `load` tells how many cards are due on a study day (None: all days alike).

    `shares` are those of the weekdays, Monday first: 1 an ordinary day, 0.5 half as many cards, 0 none.
    """

    load: Callable[[int], int] | None = None
    shares: tuple[float, ...] = EVERY_DAY

    def weight(self, day: int) -> float:
        """Return how likely a study day is to be chosen, compared with others."""
        share = self.shares[(day - 1) % 7]  # day 1 of the calendar was a Monday
        if self.load is None or not share:
            return share
        return share * (share / (share + self.load(day))) ** 2  # share ÷ (1 + cards ÷ share)²


def chosen(first: int, last: int, luck: float, balance: Balance) -> int:
    """Return a study day from `first` to `last` by weight; `luck` is uniform in [0, 1).

    Where every day of the range is to be free, all count alike: a card is never put off beyond its range.
    """
    days = range(first, last + 1)
    weights = [balance.weight(day) for day in days]
    total = sum(weights)
    if total <= 0:
        return first + int(luck * len(days))
    left = luck * total
    for day, weight in zip(days, weights, strict=True):
        left -= weight
        if left < 0 < weight:
            return day
    return max(day for day, weight in zip(days, weights, strict=True) if weight > 0)
