"""Which backups stay: the newest of each of the last 12 days, 10 weeks and 9 months that have one.

Days without a backup do not count, so that nobody who was away loses the past. Weeks begin on Monday; all
in UTC, so that the answer does not depend on where the learner is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime

DAYS, WEEKS, MONTHS = 12, 10, 9
PERIODS: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (DAYS, lambda moment: moment.date()),
    (WEEKS, lambda moment: moment.isocalendar()[:2]),
    (MONTHS, lambda moment: (moment.year, moment.month)),
)


def staying(moments: Collection[datetime]) -> frozenset[datetime]:
    """Return those of `moments` whose backups stay; the newest always does, and asking again changes nothing."""
    newest_first = sorted(moments, reverse=True)
    kept: set[datetime] = set()
    for most, period in PERIODS:
        newest: dict[object, datetime] = {}
        for moment in newest_first:
            newest.setdefault(period(moment), moment)
        kept.update(list(newest.values())[:most])
    return frozenset(kept)
