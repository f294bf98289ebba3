"""Predicted against actual recall: whether the dates that the scheduler chooses can be trusted.

A review counts when it met a memory a day or more after it was last rated, early ones too: the prediction is
that of its own day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np  # noqa: TID253  (reports over all answers, loaded for statistics only)

from tutor.reports.all_cards import recall_of
from tutor.reports.rate import ENOUGH

if TYPE_CHECKING:
    from tutor.memory.past import Answers
    from tutor.memory.replay import Floats, Integers

    Marks = np.ndarray[Any, np.dtype[np.bool_]]

Verdict = Literal["little", "fits", "less", "more"]

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
MANY = 300  # reviews from which on RMSE(bins) tells more than chance (Anki checks from there on, too)
NOTICEABLE = 0.02  # a difference below this changes no date worth speaking of
ERRORS = 2.0  # standard errors within which chance alone explains a difference
# Bases of the groups of RMSE(bins) in the published FSRS benchmark: days elapsed, reviews, lapses.
DAYS_BASE, REVIEWS_BASE, LAPSES_BASE = 3.62, 1.89, 1.73


@dataclass(frozen=True, slots=True)
class Bin:
    """Reviews whose predicted recall lies in [low, high): how many, predicted on average, and really recalled.

    The two shares are None below `ENOUGH` reviews.
    """

    low: float
    high: float
    n: int
    predicted: float | None
    recalled: float | None


@dataclass(frozen=True, slots=True)
class Calibration:
    """All reviews together and in bins; `early` of them came before their card was due.

    `rmse` is the root mean square difference of predicted and actual recall over groups of reviews with like
    days, reviews and lapses. The shares are None below `ENOUGH` reviews, `rmse` below `MANY`.
    """

    n: int
    early: int
    predicted: float | None
    recalled: float | None
    rmse: float | None
    verdict: Verdict
    bins: tuple[Bin, ...]


def calibration(answers: Answers, today: int) -> Calibration:
    """Return how well recall was predicted until study day `today`."""
    chosen = answers.reviews & (answers.day > answers.last) & (answers.day <= today)
    reviews = answers.where(chosen)
    predicted, right = recall_of(reviews.day - reviews.last, reviews.stability), reviews.right
    place = np.clip(np.searchsorted(EDGES, predicted, side="right") - 1, 0, len(EDGES) - 2)
    bins = tuple(_bin(number, predicted[place == number], right[place == number]) for number in range(len(EDGES) - 1))
    n, early = len(reviews), int(reviews.early.sum())
    if n < ENOUGH:
        return Calibration(n, early, None, None, None, "little", bins)
    rmse = _rmse(predicted, right, _groups(answers, chosen)) if n >= MANY else None
    means = float(predicted.mean()), float(right.mean())
    return Calibration(n, early, *means, rmse, _verdict(predicted, *means), bins)


def _bin(number: int, predicted: Floats, right: Marks) -> Bin:
    low, high, n = EDGES[number], EDGES[number + 1], len(predicted)
    if n < ENOUGH:
        return Bin(low, high, n, None, None)
    return Bin(low, high, n, float(predicted.mean()), float(right.mean()))


def _verdict(predicted: Floats, expected: float, actual: float) -> Verdict:
    """Judge the difference: what chance explains, or what is too small to matter, fits."""
    error = float(np.sqrt((predicted * (1 - predicted)).sum())) / len(predicted)
    if abs(actual - expected) <= max(ERRORS * error, NOTICEABLE):
        return "fits"
    return "less" if actual < expected else "more"


def _groups(answers: Answers, chosen: Marks) -> Integers:
    """Return the group of each chosen review, as RMSE(bins) forms them: by days, reviews and lapses so far."""
    rows = np.flatnonzero(answers.rated)
    card, review = answers.card[rows], chosen[rows]
    begins = np.r_[True, card[1:] != card[:-1]][: len(rows)] | ~answers.reviews[rows]
    life = np.cumsum(begins) - 1
    reviews = _so_far(review, begins, life) + 1  # and the first answer
    lapsed = review & (answers.grade[rows] == 1)
    lapses = _so_far(lapsed, begins, life) - lapsed.astype(np.int64)  # not that of this review
    elapsed = answers.day[rows] - answers.last[rows]
    days, count, missed = (
        _place(values[review], base)
        for values, base in ((elapsed, DAYS_BASE), (reviews, REVIEWS_BASE), (lapses, LAPSES_BASE))
    )
    return (days * 100 + count) * 100 + missed


def _so_far(marks: Marks, begins: Marks, life: Integers) -> Integers:
    """Count the marks up to and with each row, anew from each beginning."""
    total = np.cumsum(marks, dtype=np.int64)
    before = total - marks.astype(np.int64)
    counted: Integers = total - before[begins][life]
    return counted


def _place(values: Integers, base: float) -> Integers:
    """Return the place of each count on a scale of powers of `base`, 0 for none."""
    return np.where(values > 0, 1 + np.floor(np.log(np.maximum(values, 1)) / np.log(base)), 0).astype(np.int64)


def _rmse(predicted: Floats, right: Marks, group: Integers) -> float:
    _, place = np.unique(group, return_inverse=True)
    n = np.bincount(place)
    off = (np.bincount(place, weights=right) - np.bincount(place, weights=predicted)) / n
    return float(np.sqrt((n * off**2).sum() / n.sum()))
