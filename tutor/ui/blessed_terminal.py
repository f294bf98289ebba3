"""The real terminal, through blessed: one cbreak span, the alternate screen, signals as inputs.

Signals are acted on in `read` only, so that recording an answer is never cut in half. blessed's own
queries to the terminal are not used: some terminals never answer.
"""

from __future__ import annotations

import os
import select
import signal
import warnings
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Self

from tutor.ui.signals import Signals
from tutor.ui.terminal import Key, Paste, Resize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blessed import Terminal as Blessed
    from blessed.keyboard import Keystroke

    from tutor.ui.terminal import Input

try:
    import termios

    GONE: tuple[type[Exception], ...] = (OSError, termios.error)
except ImportError:  # no such module on Windows
    GONE = (OSError,)

NAMES = {
    "KEY_ENTER": "enter",
    "KEY_ESCAPE": "esc",
    "KEY_BACKSPACE": "backspace",
    "KEY_DELETE": "delete",
    "KEY_UP": "up",
    "KEY_DOWN": "down",
    "KEY_LEFT": "left",
    "KEY_RIGHT": "right",
    "KEY_HOME": "home",
    "KEY_END": "end",
    "KEY_PGUP": "page-up",
    "KEY_PGDOWN": "page-down",
    "KEY_TAB": "tab",
}
VIM = {
    "h": "left",
    "j": "down",
    "k": "up",
    "l": "right",
    "ctrl-d": "page-down",
    "ctrl-f": "page-down",
    "ctrl-u": "page-up",
    "ctrl-b": "page-up",
}
PASTE_ON, PASTE_OFF = "\x1b[?2004h", "\x1b[?2004l"
PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"
ESCAPE_WAIT = 0.05  # seconds that tell the key esc from the start of a sequence
PASTE_WAIT = 1.0  # seconds of silence after which a paste that never ends is over
LONGEST_PASTE = 4000  # characters kept; a field holds far fewer
IDEOGRAPHIC_SPACE = "\u3000"
HUNG_UP = 129  # 128 + SIGHUP


def _started() -> Blessed:
    """Return blessed's terminal; under NO_COLOR it would refuse to move the cursor as well, so it does not see it."""
    from blessed import Terminal as Make

    hidden = os.environ.pop("NO_COLOR", None)
    try:
        with warnings.catch_warnings():  # an unknown TERM is no reason to write over the screen
            warnings.simplefilter("ignore")
            return Make()
    finally:
        if hidden is not None:
            os.environ["NO_COLOR"] = hidden


class BlessedTerminal:
    """A terminal taken over for one session; entering and leaving nest around every suspension.

    `vim` lets letters stand for motions where nothing is typed.
    """

    def __init__(self, blessed: Blessed | None = None, *, vim: bool = False) -> None:
        self._term = blessed or _started()
        self._motions = VIM if vim else {}
        self._stack = ExitStack()
        self._signals = Signals()

    def __enter__(self) -> Self:
        """Take the terminal over."""
        self._signals.catch()
        self._take()
        return self

    def __exit__(self, *problem: object) -> None:
        """Give the terminal back; a terminal that is gone is no further problem."""
        with suppress(*GONE):
            self._stack.close()
        self._signals.release()

    def size(self) -> tuple[int, int]:
        """Return columns and rows, at least 4 × 2."""
        return max(4, self._term.width), max(2, self._term.height)

    def show(self, lines: Sequence[str], cursor: tuple[int, int] | None) -> None:
        """Draw the whole screen in one write; a terminal that is gone ends the program."""
        term = self._term
        rows = (term.move_xy(0, row) + text + term.normal + term.clear_eol for row, text in enumerate(lines))
        place = term.move_xy(cursor[1], cursor[0]) + term.normal_cursor if cursor else ""
        try:
            self._write(term.hide_cursor + "".join(rows) + term.clear_eos + place)
        except OSError as gone:
            raise SystemExit(HUNG_UP) from gone

    def flush_input(self) -> None:
        """Forget what was typed and not yet read, a paste to its end."""
        gone = self._term.flushinp()
        if gone.rfind(PASTE_BEGINS) > gone.rfind(PASTE_ENDS):
            self._paste()

    def say(self, lines: Sequence[str]) -> None:
        """Print lines below whatever the scrollback holds."""
        with suppress(OSError):
            self._write("".join(f"{text}\n" for text in lines))

    def read(self, within: float | None = None) -> Input:
        """Wait for a key, a paste or a signal; a terminal that is gone ends the program.

        `within` so many seconds without any, it says that the screen must be drawn again.
        """
        try:
            while True:
                given = self._signal()
                if given is None and (stroke := self._term.inkey(timeout=0, esc_delay=ESCAPE_WAIT)):
                    given = self._key(stroke)
                elif given is None and not self._wait(within):
                    return Resize()
                if given is not None:
                    return given
        except (EOFError, OSError) as gone:
            raise SystemExit(HUNG_UP) from gone

    def poll(self) -> Input | None:
        """Return what has arrived by now, None when nothing has; a terminal that is gone ends the program."""
        if getattr(self._term, "_keyboard_eof", False):
            raise SystemExit(HUNG_UP)
        try:
            given = self._signal()
            stroke = None if given else self._term.inkey(timeout=0, esc_delay=ESCAPE_WAIT)
            return self._key(stroke) if stroke else given
        except (EOFError, OSError) as gone:
            raise SystemExit(HUNG_UP) from gone

    def _wait(self, within: float | None) -> bool:
        """Sleep until something can be read from the keyboard or the signal pipe; say whether it can."""
        if getattr(self._term, "_keyboard_eof", False):
            raise EOFError
        keyboard = self._term._keyboard_fd  # noqa: SLF001 (blessed offers no way to wait for it and for a signal)
        watched = [fd for fd in (keyboard, self._signals.reader) if fd is not None]
        return bool(select.select(watched, [], [], within)[0])

    def _write(self, text: str) -> None:
        stream = self._term.stream
        stream.write(text)
        stream.flush()

    def _take(self) -> None:
        """Enter cbreak, the alternate screen, bracketed paste; what was entered is left in reverse."""
        term = self._term
        self._stack.enter_context(term.cbreak())
        self._stack.enter_context(term.fullscreen())
        self._stack.callback(self._write, term.normal_cursor + term.normal)
        self._stack.callback(self._write, PASTE_OFF)
        self._write(PASTE_ON + term.hide_cursor + term.clear)

    def _signal(self) -> Input | None:
        """Act on the signals that arrived; a new size and a return from the background are a Resize."""
        numbers = self._signals.arrived()
        for number in numbers:
            if number == signal.SIGINT:
                raise KeyboardInterrupt
            if number in {signal.SIGTERM, signal.SIGHUP}:
                raise SystemExit(128 + number)
            if number == signal.SIGTSTP:
                self._suspend()
            elif number == signal.SIGCONT:
                self._stack.close()
                self._take()
        return Resize() if numbers else None

    def _suspend(self) -> None:
        """Give the terminal back, stop, and take it over again when continued."""
        self._stack.close()
        self._signals.stop()
        self._take()

    def _key(self, stroke: Keystroke) -> Input | None:
        """Return what a keystroke is; sequences nobody knows are swallowed whole."""
        text = str(stroke)
        if text == "\x1b[":
            return self._sequence()
        if stroke.name in NAMES:
            return Key(NAMES[stroke.name])
        if len(text) != 1:
            return None
        if text < " ":
            text = f"ctrl-{chr(ord(text) + 96)}"
            return Key(text, self._motions.get(text, ""))
        return Key(text, self._motions.get(text, "")) if text.isprintable() or text == IDEOGRAPHIC_SPACE else None

    def _sequence(self) -> Input | None:
        """Read on behind an unknown `ESC [`: a paste, or a sequence to forget."""
        inside = ""
        while not inside or not "@" <= inside[-1] <= "~":
            char = str(self._term.inkey(timeout=ESCAPE_WAIT, esc_delay=0))
            if not char:
                return None
            inside += char[0]
        return self._paste() if inside == PASTE_BEGINS[2:] else None

    def _paste(self) -> Input:
        """Return the pasted text; what was typed behind it stays to be read."""
        text = self._term.flushinp()
        while PASTE_ENDS not in text and self._term.kbhit(timeout=PASTE_WAIT):
            text += self._term.flushinp()
        pasted, _, behind = text.partition(PASTE_ENDS)
        self._term.ungetch(behind)
        return Paste(pasted[:LONGEST_PASTE])
