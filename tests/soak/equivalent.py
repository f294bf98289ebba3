"""Mutations that change nothing that can be observed, each looked at: (module, line, change)."""

from __future__ import annotations

_SORTED = "return (*due[:SETTLE_IN], *(card for _, _, card in sorted(placed, key=lambda place: place[:2])))"
_APART = "return tuple(card for _, _, card in sorted(placed, key=lambda place: place[:2]))"
_DUE_PLACE = "placed = [((index + 0.5) / len(rest), 0, card) for index, card in enumerate(rest)]"
_NEW_PLACE = "placed += [((index + 0.5) / len(fresh), 1, card) for index, card in enumerate(fresh)]"
_NEAR = "if abs(value - expected) <= _unit(expected, digits) * (1 + 1e-9):"
_COARSE = "coarse = any(significant(value, n) == significant(expected, n) == significant(value, 15) for n in range(1, digits))"
_FINITE = "if not isfinite(expected) or not isfinite(value):"

EQUIVALENT: frozenset[tuple[str, str, str]] = frozenset(
    {
        # The name of a type variable is for type checkers only.
        ("sessions/queue", 'T = TypeVar("T")', "\"T\" → ('T?')"),
        # Two cards never stand at the same place: places are distinct fractions.
        ("sessions/queue", _APART, "2 → (3)"),
        ("sessions/queue", _APART, "2 → (1)"),
        # `sorted` keeps the order of equals, and reviews are listed before new cards.
        ("sessions/queue", _SORTED, "2 → (3)"),
        ("sessions/queue", _SORTED, "2 → (1)"),
        ("sessions/queue", _DUE_PLACE, "0 → (1)"),
        ("sessions/queue", _DUE_PLACE, "0 → (-1)"),
        ("sessions/queue", _NEW_PLACE, "1 → (2)"),
        ("sessions/queue", _NEW_PLACE, "1 → (0)"),
        # No interval is below one day anyway.
        ("memory/scheduling", "least = 1", "1 → (0)"),
        # The formula takes every elapsed below one as the same day.
        ("memory/scheduling", "elapsed = max(0, day - memory.last_day)", "0 → (-1)"),
        # Four grades and four days, written side by side.
        ("memory/scheduling", "for grade, due in zip(GRADES, (missed, kept, kept, kept), strict=True)", "True → (False)"),
        # Never reached: mypy proves it.
        ("questions/grading", "assert_never(answer)", "assert_never(answer) → pass"),
        # One side is finite, the other is not: wrong either way.
        (
            "questions/grading",
            _FINITE,
            "not isfinite(expected) or not isfinite(value) → (not isfinite(expected) and (not isfinite(value)))",
        ),
        # The slack of 1e-9 has no exact edge that a float could stand on.
        (
            "questions/grading",
            _NEAR,
            f"{_NEAR[3:-1]} → (abs(value - expected) < _unit(expected, digits) * (1 + 1e-09))",
        ),
        # Nobody types fourteen digits; nothing has fewer than one digit.
        ("questions/grading", _COARSE, "15 → (14)"),
        ("questions/grading", _COARSE, "1 → (0)"),
    }
)
