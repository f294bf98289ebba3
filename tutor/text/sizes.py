"""Sizes of files for people: 3.4 MB, the same in both languages."""

from __future__ import annotations

STEP = 1000
UNITS = ("KB", "MB", "GB")


def size(count: int) -> str:
    """Return a number of bytes in the unit that fits it, at least one kilobyte; one decimal below ten."""
    amount = max(1.0, count / STEP)
    for unit in UNITS[:-1]:
        if amount < STEP - 0.5:
            return _amount(amount, unit)
        amount /= STEP
    return _amount(amount, UNITS[-1])


def _amount(amount: float, unit: str) -> str:
    shown = f"{amount:.1f}" if amount < 9.95 else f"{amount:.0f}"
    return f"{shown.removesuffix('.0')} {unit}"
