"""A terminal that plays a script of inputs and keeps every screen it was shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Self

from tests.ui.world import MemoryHost, session_of
from tutor.ui import fullscreen
from tutor.ui.terminal import Key
from tutor.ui.theme import Look

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tutor.questions.model import Card
    from tutor.sessions.model import Session
    from tutor.ui.terminal import Input

LOOK = Look()
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


class EndOfScriptError(Exception):
    """Nothing is left to read."""


class Scripted:
    """The scripted double of a terminal.

    `flushed` counts how often waiting input was forgotten, `patience` is how long the last input was waited for.
    """

    def __init__(self, script: Iterable[Input | str], size: tuple[int, int] = (80, 24)) -> None:
        self.script = [Key(given) if isinstance(given, str) else given for given in script]
        self.columns_and_rows = size
        self.screens: list[list[str]] = []
        self.painted: list[list[str]] = []
        self.cursors: list[tuple[int, int] | None] = []
        self.said: list[str] = []
        self.flushed = 0
        self.patience: float | None = None
        self.open = False

    def __enter__(self) -> Self:
        self.open = True
        return self

    def __exit__(self, *problem: object) -> None:
        self.open = False

    def size(self) -> tuple[int, int]:
        return self.columns_and_rows

    def read(self, within: float | None = None) -> Input:
        self.patience = within
        if not self.script:
            raise EndOfScriptError
        given = self.script.pop(0)
        if isinstance(given, BaseException):
            raise given
        return given

    def show(self, lines: Sequence[str], cursor: tuple[int, int] | None) -> None:
        assert self.open
        self.painted.append(list(lines))
        self.screens.append([ESCAPES.sub("", line) for line in lines])
        self.cursors.append(cursor)

    def flush_input(self) -> None:
        self.flushed += 1

    def say(self, lines: Sequence[str]) -> None:
        assert not self.open
        self.said += lines

    @property
    def text(self) -> str:
        """The last screen in one string."""
        return "\n".join(self.screens[-1])


def play(
    script: Iterable[Input | str],
    *cards: Card,
    language: str = "zh",
    size: tuple[int, int] = (80, 24),
    why: str = "due",
    host: MemoryHost | None = None,
    session: Session | None = None,
    seed: str = "s",
    look: Look = LOOK,
    terminal: Scripted | None = None,
) -> tuple[Scripted, MemoryHost, Session | None]:
    """Run a session over `cards` with a script; None for the session when the script ends first."""
    host = host or MemoryHost(language)
    session = session or session_of(host, *cards, why=why, seed=seed)
    terminal = terminal or Scripted(script, size)
    try:
        return terminal, host, fullscreen.run(session, host, look, terminal)
    except EndOfScriptError:
        return terminal, host, None
