"""True retention: how many of the cards that were due were still known, young and mature ones apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.reports.rate import Rate

if TYPE_CHECKING:
    from tutor.memory.past import Answers, Marks

MATURE = 21  # days of rest; shorter is young (Anki's line)
PERIODS = {"today": 1, "week": 7, "month": 30, "all": None}  # days up to today


@dataclass(frozen=True, slots=True)
class Kept:
    """The reviews of one period: of young cards, of mature ones, of both; and those that came before the due day."""

    period: str
    young: Rate
    mature: Rate
    both: Rate
    early: Rate


def retention(answers: Answers, today: int) -> tuple[Kept, ...]:
    """Return true retention in each period. A card counts once a day, by its first answer."""
    return tuple(_kept(answers, name, today, days) for name, days in PERIODS.items())


def _kept(answers: Answers, period: str, today: int, days: int | None) -> Kept:
    within = answers.reviews & (answers.day <= today)
    if days is not None:
        within &= answers.day > today - days
    early, due = within & answers.early, within & ~answers.early
    mature = answers.interval >= MATURE
    return Kept(
        period,
        rate(answers, due & ~mature),
        rate(answers, due & mature),
        rate(answers, due),
        rate(answers, early),
    )


def rate(answers: Answers, chosen: Marks) -> Rate:
    """Return how many of the chosen answers were right."""
    return Rate(int((chosen & answers.right).sum()), int(chosen.sum()))
