"""Even ticks at round numbers, with labels that all show the same decimals."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

from tutor.text.numbers import SUPERSCRIPT, significant

ROUND = (1.0, 2.0, 2.5, 5.0)
SIMPLE = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0)
FITTING = (1.5, 3.0, 4.0, 6.0)  # only where they meet both ends: −6, −3, 0, 3, 6
STEPS = (1, 2, 3, 4, 5, 10, 20, 50, 100)  # between powers of ten
OTHERS = (6, 7, 8, 9, *range(11, 50))  # only where none of these shows two of them
PLAIN = (1e-4, 1e6)  # step sizes between these are written without ×10ⁿ


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis and what is written there."""

    at: float
    text: str


def ticks(low: float, high: float, most: int) -> tuple[Tick, ...]:
    """Return at most `most` (at least 2) evenly spaced round numbers in [low, high], both ends if possible."""
    step = _step(low, high, max(2, most))
    first, last = _counts(low, high, step)
    return tuple(Tick(count * step, label(count * step, step)) for count in range(first, last + 1))


def powers(low: float, high: float, most: int) -> tuple[Tick, ...]:
    """Return at most `most` even ticks at whole powers of ten, 1 among them where it can be seen.

    One tick alone is no scale: there a step is taken that gives two, if one does.
    """
    most = max(2, most)
    wide = next(step for step in STEPS if (high - low) / step <= most - 1 or step == STEPS[-1])
    enough = _within(low, high, wide) > 1
    step = wide if enough else next((s for s in (*STEPS, *OTHERS) if 1 < _within(low, high, s) <= most), wide)
    first, last = _counts(low, high, step)
    return tuple(Tick(float(count * step), power(count * step)) for count in range(first, last + 1))


def _within(low: float, high: float, step: float) -> int:
    """Return how many multiples of `step` lie inside."""
    first, last = _counts(low, high, step)
    return last - first + 1


def power(exponent: int) -> str:
    """Return 10ⁿ as it is written: 10⁻³, 1, 10."""
    return {0: "1", 1: "10"}.get(exponent) or f"10{str(exponent).translate(SUPERSCRIPT)}"


def _counts(low: float, high: float, step: float) -> tuple[int, int]:
    """Return the first and the last multiple of `step` inside."""
    return ceil(low / step - 1e-9), floor(high / step + 1e-9)


def _step(low: float, high: float, most: int) -> float:
    """Return the best step: one that meets both ends, else the smallest round one that is not too small."""
    power = 10.0 ** floor(log10((high - low) / most))
    ranked: list[tuple[bool, bool, int, float]] = []
    for factor in (*ROUND, *FITTING, *(10 * step for step in (*ROUND, *FITTING))):
        step = factor * power
        first, last = _counts(low, high, step)
        ends = abs(first * step - low) + abs(last * step - high) <= 1e-6 * step
        count = last - first + 1
        if count <= most and (ends or factor in ROUND or factor / 10 in ROUND):
            met = ends and count > 2
            ranked.append((met, met and factor in SIMPLE, count, step))
    return max(ranked, default=(False, False, 0, high - low))[3]


def label(value: float, step: float) -> str:
    """Return the label of a tick: as many decimals as the step has, a true minus."""
    if not PLAIN[0] <= step < PLAIN[1] or abs(value) >= PLAIN[1]:
        digits = ceil(log10(max(abs(value) / step, 1.0))) + 2
        return significant(round(value / step, 6) * step, min(digits, 15))
    decimals = max(0, ceil(-log10(step) - 1e-9))
    if abs(step * 10**decimals - round(step * 10**decimals)) > 1e-6:
        decimals += 1  # 0.25, 2.5
    return f"{value + 0.0:.{decimals}f}".replace("-", "−")
