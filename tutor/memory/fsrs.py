"""FSRS-6: how stability and difficulty of a memory follow from grades and days.

Source: the published algorithm of open-spaced-repetition, version 6, 21 weights; its symbols are
kept (S stability in days, D difficulty 1–10, R retrievability, G grade 1–4). It knows no cards,
no due days and no fuzz. Grades: 1 Again, 2 Hard, 3 Good, 4 Easy.
"""

from __future__ import annotations

from math import exp
from math import pow as power

Weights = tuple[float, ...]

DEFAULT_WEIGHTS: Weights = (
    *(0.212, 1.2931, 2.3065, 8.2956),  # 0–3: first stability by grade
    *(6.4133, 0.8334, 3.0194, 0.001),  # 4–7: difficulty: start, spread, step, pull to the mean
    *(1.8722, 0.1666, 0.796),  # 8–10: growth after recall
    *(1.4835, 0.0614, 0.2629, 1.6483),  # 11–14: what is left after forgetting
    *(0.6014, 1.8729),  # 15, 16: Hard and Easy
    *(0.5425, 0.0912, 0.0658),  # 17–19: answers on the same day
    0.1542,  # 20: decay of the forgetting curve
)
WEIGHTS_VERSION = "fsrs6-default"
KNOWN_WEIGHTS: dict[str, Weights] = {WEIGHTS_VERSION: DEFAULT_WEIGHTS}

LEAST_STABILITY = 0.001
EASIEST, HARDEST = 1.0, 10.0


def retrievability(elapsed: float, stability: float, weights: Weights = DEFAULT_WEIGHTS) -> float:
    """R(t, S) = (1 + f·t/S)^(−w₂₀) with f such that R(S, S) = 0.9; `elapsed` and S in days."""
    return power(1 + _factor(weights) * elapsed / stability, -weights[20])


def interval(stability: float, retention: float, weights: Weights = DEFAULT_WEIGHTS) -> float:
    """Return the days, unrounded, after which R has fallen to `retention`; the inverse of R."""
    return stability / _factor(weights) * (power(retention, -1 / weights[20]) - 1)


def first_memory(grade: int, weights: Weights = DEFAULT_WEIGHTS) -> tuple[float, float]:
    """Return (S, D) after the first answer."""
    return max(weights[grade - 1], LEAST_STABILITY), _within(_first_difficulty(grade, weights))


def next_memory(
    stability: float, difficulty: float, grade: int, elapsed: int, weights: Weights = DEFAULT_WEIGHTS
) -> tuple[float, float]:
    """Return (S, D) after an answer `elapsed` whole days after the last; 0 is the short-term formula."""
    if elapsed < 1:
        after = _same_day(stability, grade, weights)
    elif grade == 1:
        after = _forgotten(stability, difficulty, retrievability(elapsed, stability, weights), weights)
    else:
        after = _recalled(stability, difficulty, grade, retrievability(elapsed, stability, weights), weights)
    return max(after, LEAST_STABILITY), next_difficulty(difficulty, grade, weights)


def next_difficulty(difficulty: float, grade: int, weights: Weights = DEFAULT_WEIGHTS) -> float:
    """Return D after an answer: steps shrink towards 10, and D is pulled to that of a first Easy."""
    stepped = difficulty - weights[6] * (grade - 3) * (10 - difficulty) / 9
    return _within(weights[7] * _first_difficulty(4, weights) + (1 - weights[7]) * stepped)


def _factor(weights: Weights) -> float:
    return power(0.9, -1 / weights[20]) - 1


def _first_difficulty(grade: int, weights: Weights) -> float:
    """Not yet clamped: the pull of `next_difficulty` aims below 1."""
    return weights[4] - exp(weights[5] * (grade - 1)) + 1


def _within(difficulty: float) -> float:
    return min(max(difficulty, EASIEST), HARDEST)


def _recalled(stability: float, difficulty: float, grade: int, recall: float, weights: Weights) -> float:
    effort = weights[15] if grade == 2 else weights[16] if grade == 4 else 1.0
    surprise = exp(weights[10] * (1 - recall)) - 1
    return stability * (1 + exp(weights[8]) * (11 - difficulty) * power(stability, -weights[9]) * surprise * effort)


def _forgotten(stability: float, difficulty: float, recall: float, weights: Weights) -> float:
    left = (
        weights[11]
        * power(difficulty, -weights[12])
        * (power(stability + 1, weights[13]) - 1)
        * exp(weights[14] * (1 - recall))
    )
    return min(left, stability / exp(weights[17] * weights[18]))


def _same_day(stability: float, grade: int, weights: Weights) -> float:
    growth = exp(weights[17] * (grade - 3 + weights[18])) * power(stability, -weights[19])
    return stability * (growth if grade == 1 else max(growth, 1.0))
