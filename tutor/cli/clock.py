"""The one place that reads the clock: instants in UTC microseconds, study days that begin at an hour of their own.

Plain classes, few imports: `tutor due` runs in a shell prompt.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from tutor.errors import UsageError

ROLLOVER = 4  # the hour at which a study day begins
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Clock:
    """The clock of this run: the real one, or one that stands almost still at `pretended`.

    A pretended clock ticks a thousand times slower, so that commands that pretend the same moment
    one after the other keep their order within the journal's tolerance.
    """

    __slots__ = ("_asked", "_day", "_pretended", "_rollover", "_started")

    def __init__(self, pretended: datetime | None = None, rollover: int = ROLLOVER) -> None:
        self._pretended = pretended
        self._rollover = rollover
        self._started = time.monotonic()
        self._day = 0
        self._asked = float("-inf")

    @classmethod
    def from_text(cls, text: str | None, rollover: int = ROLLOVER) -> Clock:
        """Return the clock set by TUTOR_NOW ("2026-11-20T08:00+08:00"), the real one for None."""
        if not text:
            return cls(None, rollover)
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            raise UsageError("cli.bad_now", text=text) from None
        return cls(moment if moment.tzinfo else moment.astimezone(), rollover)

    def now(self) -> datetime:
        """Return the present moment with the learner's time zone."""
        if self._pretended is None:
            return datetime.now().astimezone()  # noqa: TID251
        return self._pretended + timedelta(milliseconds=time.monotonic() - self._started)

    def instant(self) -> int:
        """Return UTC microseconds since 1970."""
        return (self.now() - EPOCH) // MICROSECOND

    def day(self) -> int:
        """Return the study day as a proleptic ordinal: the wall clock's date `rollover` hours ago.

        Looked up once a second: an answer asks several times.
        """
        asked = time.monotonic()
        if asked - self._asked >= 1.0:
            self._asked, self._day = asked, study_day(self.now(), self._rollover)
        return self._day

    @staticmethod
    def ms() -> int:
        """Return running milliseconds, for response times."""
        return int(time.monotonic() * 1000)


def study_day(moment: datetime, rollover: int = ROLLOVER) -> int:
    """Return the study day of a moment in its own time zone; DST cannot move it by itself."""
    return (moment.replace(tzinfo=None) - timedelta(hours=rollover)).toordinal()
