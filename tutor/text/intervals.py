"""Intervals as Anki abbreviates them: 3 天, 2.5 个月, 1.3 年; 3d, 2.5mo, 1.3y."""

from __future__ import annotations

from tutor.text.words import say

MONTH = 30.0
YEAR = 365.0


def interval(days: float, language: str) -> str:
    """Return a number of days in the unit that fits it; `language` zh, en or both."""
    if days < MONTH:
        unit, amount = "days", days
    elif days < YEAR:
        unit, amount = "months", days / MONTH
    else:
        unit, amount = "years", days / YEAR
    shown = f"{amount:.1f}".removesuffix(".0")
    return say(f"interval.{unit}", "en" if language == "en" else "zh", amount=shown)
