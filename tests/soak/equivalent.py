"""Mutations that change nothing that can be observed, each looked at: (module, line, change)."""

from __future__ import annotations

_SORTED = "return (*due[:SETTLE_IN], *(card for _, _, card in sorted(placed, key=lambda place: place[:2])))"
_APART = "return tuple(card for _, _, card in sorted(placed, key=lambda place: place[:2]))"
_DUE_PLACE = "placed = [((index + 0.5) / len(rest), 0, card) for index, card in enumerate(rest)]"
_NEW_PLACE = "placed += [((index + 0.5) / len(fresh), 1, card) for index, card in enumerate(fresh)]"
_NEAR = "return abs(value - expected) <= unit / 2 * (1 + 1e-9) or abs(value - cut_off) <= unit * 1e-6"
_COARSE = "coarse = any(significant(value, n) == significant(expected, n) == significant(value, 15) for n in range(1, digits))"
_FINITE = "if not isfinite(expected) or not isfinite(value):"

_ALARMS = "lapses = 0 if isinstance(state.memory, Unseen) else state.memory.lapses"
_REVIEWS = "reviews=reviews if type(reviews) is int and 1 <= reviews <= 1_000_000 else 1,"
_TIES = "ties = np.flatnonzero((np.diff(card[order]) == 0) & (np.diff(instant[order]) == 0))"
_STANDS = "return standing & (np.arange(len(order)) > resets[table.card])"
_DAYS = "_, firsts = np.unique(table.card[answers] * (LAST_DAY + 1) + table.day[answers], return_index=True)"
_DAY_KEY = "table.card[answers] * (LAST_DAY + 1)"
_MOVED = "moved = (table.kind == code.RESCHEDULED) & (table.due > 0) & (rows > first[table.card])"
_MISSED = "missed = _practice(table, rates, code.MOVED) & (table.grade == 1) & (rows > chosen[table.card])"
_STATES = "for name, row, (state, rated) in zip(names, last, _states(table.where(stands), len(names)), strict=True):"
_FLAGS = "for memory, seen, suspended, buried, last in zip(memories, *flags, latest.tolist(), strict=True):"
_NUMBERS = "for end, *values in zip(ends.tolist(), *(column.tolist() for column in numbers), strict=True):"

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
        (
            "memory/scheduling",
            "for grade, due in zip(GRADES, (missed, kept, kept, kept), strict=True)",
            "True → (False)",
        ),
        # Never reached: mypy proves it.
        ("questions/grading", "assert_never(answer)", "assert_never(answer) → pass"),
        # One side is finite, the other is not: wrong either way.
        (
            "questions/grading",
            _FINITE,
            "not isfinite(expected) or not isfinite(value) → (not isfinite(expected) and (not isfinite(value)))",
        ),
        # The slack has no exact edge that a float could stand on.
        (
            "questions/grading",
            _NEAR,
            "abs(value - expected) <= unit / 2 * (1 + 1e-9) → (abs(value - expected) < unit / 2 * (1 + 1e-09))",
        ),
        ("questions/grading", _NEAR, "abs(value - cut_off) <= unit * 1e-6 → (abs(value - cut_off) < unit * 1e-06)"),
        # Nobody types fourteen digits; nothing has fewer than one digit.
        ("questions/grading", _COARSE, "15 → (14)"),
        ("questions/grading", _COARSE, "1 → (0)"),
        # No option stands at −2 either.
        ("questions/answers", "return int(mark) - 1 if mark.isascii() and mark.isdigit() else -1", "1 → (2)"),
        # A fraction is no digit, so in front it joins nothing; a second + before a bracket is a sign.
        ("questions/answers", "if any(c in VULGAR for c in folded[1:]) and folded[0].isdigit():", "1 → (0)"),
        ("questions/answers", 'source = source.replace("(", "+(", 1)', "1 → (2)"),
        # Up to four lapses there is no alarm whatever their number.
        ("memory/fields", _ALARMS, "0 → (1)"),
        ("memory/fields", _ALARMS, "0 → (-1)"),
        # One review is also what an unreadable number of reviews means.
        ("memory/fold", _REVIEWS, "1 <= reviews <= 1_000_000 → (1 < reviews <= 1000000)"),
        ("memory/fold", _REVIEWS, "1 → (2)"),
        # The columns have one length.
        ("memory/bulk", _STATES, "True → (False)"),
        ("memory/bulk", _FLAGS, "True → (False)"),
        ("memory/bulk", _NUMBERS, "True → (False)"),
        # Any negative length means "as many as there are".
        ("memory/bulk", "readings = np.asarray(events.readings(), dtype=np.int32).reshape(-1, 6)", "1 → (2)"),
        # More rows are ranked by id than need be; without ties the ranking is work for nothing.
        (
            "memory/bulk",
            _TIES,
            "(np.diff(card[order]) == 0) & (np.diff(instant[order]) == 0) → "  # noqa: ISC004
            "((np.diff(card[order]) == 0) | (np.diff(instant[order]) == 0))",
        ),
        ("memory/bulk", "if len(ties) == 0:", "0 → (-1)"),
        # The reset itself says nothing about its card.
        ("memory/bulk", _STANDS, f"{_STANDS[19:-1]} → (np.arange(len(order)) >= resets[table.card])"),
        # Any key that is another one for every card and day will do.
        ("memory/bulk", _DAYS, f"{_DAY_KEY} + table.day[answers] → ({_DAY_KEY} - table.day[answers])"),
        ("memory/bulk", _DAYS, f"{_DAY_KEY} → (table.card[answers] / (LAST_DAY + 1))"),
        ("memory/bulk", _DAYS, "1 → (2)"),
        ("memory/bulk", _DAYS, "1 → (0)"),
        # The first answer of a card has no elapsed days: they are set in the next line.
        ("memory/bulk", "elapsed = np.maximum(np.diff(rated.day, prepend=0), 0)", "0 → (1)"),
        ("memory/bulk", "elapsed = np.maximum(np.diff(rated.day, prepend=0), 0)", "0 → (-1)"),
        # A row is either rated, rescheduled or practised.
        ("memory/bulk", _MOVED, "rows > first[table.card] → (rows >= first[table.card])"),
        ("memory/bulk", _MISSED, "rows > chosen[table.card] → (rows >= chosen[table.card])"),
    }
)
