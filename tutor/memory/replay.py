"""The formulas of `fsrs` for many memories side by side: the k-th answers of all of them are one step.

The same symbols and the same order of operations as in `fsrs`, elementwise in NumPy (float64).
"""

from __future__ import annotations

from typing import Any

import numpy as np  # noqa: TID253  (bulk work; nothing else in this package imports it)

from tutor.memory.fsrs import DEFAULT_WEIGHTS, EASIEST, HARDEST, LEAST_STABILITY, Weights

Floats = np.ndarray[Any, np.dtype[np.float64]]
Integers = np.ndarray[Any, np.dtype[np.int64]]

FIRST = -1  # the elapsed days of an answer before which there was no memory


def replayed(
    starts: Integers, counts: Integers, grades: Integers, elapsed: Integers, weights: Weights = DEFAULT_WEIGHTS
) -> tuple[Floats, Floats]:
    """Return S and D after the last answer of every card, shape (cards,).

    The answers of card i are `grades[starts[i] : starts[i] + counts[i]]` and the same of `elapsed`,
    whole days since the answer before, FIRST for its first. Cards without answers get 1.
    """
    w = np.asarray(weights)
    stability, difficulty = np.ones(len(counts)), np.ones(len(counts))
    busiest = np.argsort(-counts, kind="stable")
    falling = -counts[busiest]
    for step in range(int(counts.max(initial=0))):
        active = busiest[: np.searchsorted(falling, -step)]
        answer = starts[active] + step
        after = _step(stability[active], difficulty[active], grades[answer], elapsed[answer], w)
        stability[active], difficulty[active] = after
    return stability, difficulty


def traced(
    starts: Integers,
    counts: Integers,
    grades: Integers,
    elapsed: Integers,
    *,
    first: Floats,
    weights: Weights = DEFAULT_WEIGHTS,
) -> tuple[Floats, Floats]:
    """Return S and D after every answer, shape (answers,); `first`, shape (2, cards), is S and D before the first."""
    w = np.asarray(weights)
    stability, difficulty = np.empty(len(grades)), np.empty(len(grades))
    busiest = np.argsort(-counts, kind="stable")
    falling = -counts[busiest]
    now = first[:, busiest]
    for step in range(int(counts.max(initial=0))):
        active = np.searchsorted(falling, -step)
        answer = starts[busiest[:active]] + step
        now = np.stack(_step(now[0, :active], now[1, :active], grades[answer], elapsed[answer], w))
        stability[answer], difficulty[answer] = now
    return stability, difficulty


def _step(
    stability: Floats, difficulty: Floats, grade: Integers, elapsed: Integers, w: Floats
) -> tuple[Floats, Floats]:
    recall = (1 + (0.9 ** (-1 / w[20]) - 1) * np.maximum(elapsed, 0) / stability) ** -w[20]
    later = np.where(
        grade == 1,
        _forgotten(stability, difficulty, recall, w),
        _recalled(stability, difficulty, grade, recall, w),
    )
    at_once = np.where(elapsed == FIRST, w[grade - 1], _same_day(stability, grade, w))
    after = np.where(elapsed > 0, later, at_once)
    return np.maximum(after, LEAST_STABILITY), _next_difficulty(difficulty, grade, elapsed == FIRST, w)


def _next_difficulty(difficulty: Floats, grade: Integers, is_first: np.ndarray[Any, Any], w: Floats) -> Floats:
    start = w[4] - np.exp(w[5] * (grade - 1)) + 1
    mean = w[4] - np.exp(w[5] * 3) + 1
    stepped = difficulty - w[6] * (grade - 3) * (10 - difficulty) / 9
    after: Floats = np.clip(np.where(is_first, start, w[7] * mean + (1 - w[7]) * stepped), EASIEST, HARDEST)
    return after


def _recalled(stability: Floats, difficulty: Floats, grade: Integers, recall: Floats, w: Floats) -> Floats:
    effort = np.where(grade == 2, w[15], np.where(grade == 4, w[16], 1.0))
    surprise = np.exp(w[10] * (1 - recall)) - 1
    grown: Floats = stability * (1 + np.exp(w[8]) * (11 - difficulty) * stability ** -w[9] * surprise * effort)
    return grown


def _forgotten(stability: Floats, difficulty: Floats, recall: Floats, w: Floats) -> Floats:
    left = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * np.exp(w[14] * (1 - recall))
    least: Floats = np.minimum(left, stability / np.exp(w[17] * w[18]))
    return least


def _same_day(stability: Floats, grade: Integers, w: Floats) -> Floats:
    growth = np.exp(w[17] * (grade - 3 + w[18])) * stability ** -w[19]
    after: Floats = stability * np.where(grade == 1, growth, np.maximum(growth, 1.0))
    return after
