"""A stretch of a number line that is never empty, and where a number lies on it, however large it may be."""

from __future__ import annotations

LEAST = 1e-3  # of the larger end: half of a stretch around a single number
FARTHEST = 1e150  # beyond, differences may overflow


def spanned(low: float, high: float) -> tuple[float, float]:
    """Return the stretch from `low` to `high` with its ends within reach, wider where both are one number."""
    low, high = (min(max(end, -FARTHEST), FARTHEST) for end in (low, high))
    if high - low > LEAST * LEAST * max(abs(low), abs(high)):
        return low, high
    half = max(0.5, LEAST * max(abs(low), abs(high)))
    return low - half, high + half


def share(value: float, low: float, high: float) -> float:
    """Return where a value lies: 0 at the low end, 1 at the high end, no further than the ends."""
    return (min(max(value, low), high) - low) / (high - low)
