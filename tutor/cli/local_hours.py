"""The hours of the learner's wall clock, from instants: by the time zone of this machine, summer time included.

The journal keeps no time zone. Where the zone of today contradicts the study day that was written down, the
learner was elsewhere, and the hour is not known.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np

from tutor.cli.clock import EPOCH

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.cli.clock import Clock
    from tutor.memory.replay import Integers

SECOND = 1_000_000
QUARTER = 900  # seconds; time zones change their offset on one of these
DAY = 86_400
UNIX_DAY = EPOCH.toordinal()
UNKNOWN = -1
LEAST_ROLLOVER = 4  # hours after midnight until which a study day may last at least: the setting may have changed


def hours_of(clock: Clock, rollover: int) -> Callable[[Integers, Integers], Integers]:
    """Return what tells the hours (0–23, −1: not known) from instants and study days that begin at `rollover`."""
    return lambda instants, days: hours(instants, days, offset_by(clock.now()), rollover)


def hours(instants: Integers, days: Integers, offset: Callable[[int], int], rollover: int = LEAST_ROLLOVER) -> Integers:
    """Return the hours of the wall clock; `offset` tells the seconds east of UTC at a second since 1970."""
    latest = DAY + 3600 * max(rollover, LEAST_ROLLOVER)
    seconds = instants // SECOND
    quarters, places = np.unique(seconds // QUARTER, return_inverse=True)
    east = np.array([offset(quarter * QUARTER) for quarter in quarters.tolist()], dtype=np.int64)
    local = seconds + (east[places] if len(quarters) else 0)
    since = local - (days - UNIX_DAY) * DAY  # since the midnight with which the study day began
    told: Integers = np.where((since >= 0) & (since < latest), local // 3600 % 24, UNKNOWN)
    return told


def offset_by(now: datetime) -> Callable[[int], int]:
    """Return the offsets of this machine's time zone; those of a pretended clock elsewhere never change."""
    here = now.utcoffset() or timedelta()
    if here != now.astimezone().utcoffset():
        return lambda _: int(here.total_seconds())
    return _here


def _here(second: int) -> int:
    """Return the seconds east of UTC on this machine; 0 at a time no calendar can show."""
    try:
        moment = EPOCH + timedelta(seconds=second)
        return int((moment.astimezone().utcoffset() or timedelta()).total_seconds())
    except (OverflowError, ValueError, OSError):
        return 0
