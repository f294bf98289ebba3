"""Signals as something to read: each leaves a byte in a pipe, so that nothing is ever cut in half by one."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import FrameType

CAUGHT = ("SIGWINCH", "SIGINT", "SIGTERM", "SIGHUP", "SIGTSTP", "SIGCONT")


class Signals:
    """The signals that concern a full screen, caught between `catch` and `release`."""

    def __init__(self) -> None:
        self._pipe = (-1, -1)
        self._before: dict[int, Any] = {}

    @property
    def reader(self) -> int:
        """Return the file descriptor that can be read when a signal has arrived."""
        return self._pipe[0]

    def catch(self) -> None:
        """Begin to catch."""
        self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        for name in CAUGHT:
            number = getattr(signal, name, None)
            if number is not None:
                self._before[number] = signal.signal(number, self._note)

    def release(self) -> None:
        """Give every signal back to whoever had it."""
        while self._before:
            signal.signal(*self._before.popitem())
        for end in self._pipe:
            os.close(end)

    def arrived(self) -> bytes:
        """Return the numbers of the signals that arrived since, in their order."""
        try:
            return os.read(self.reader, 64)
        except BlockingIOError:
            return b""

    def stop(self) -> None:
        """Stop the process as the terminal asked, and return when it is continued."""
        for number in (signal.SIGTSTP, signal.SIGCONT):
            signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)  # stands still here
        for number in (signal.SIGTSTP, signal.SIGCONT):
            signal.signal(number, self._note)

    def _note(self, number: int, _frame: FrameType | None) -> None:
        with suppress(OSError):
            os.write(self._pipe[1], bytes([number]))
