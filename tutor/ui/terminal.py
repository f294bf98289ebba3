"""The seam between a session and a terminal: what can arrive, and what a screen asks for.

It knows no library; `blessed_terminal` is the real one, tests play a scripted one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Key:
    """A key: one printable character, or a name such as "enter", "left", "ctrl-a".

    `motion` is the arrow or page key that it stands for where nothing is typed ("": for itself).
    """

    name: str
    motion: str = ""

    def meant(self, *, typing: bool = False) -> str:
        """Return the key's name, or the motion it stands for when it is not typed as text."""
        return self.name if typing or not self.motion else self.motion


@dataclass(frozen=True, slots=True)
class Resize:
    """The screen must be drawn again: its size changed, the program came back, or a clock on it goes on."""


@dataclass(frozen=True, slots=True)
class Paste:
    """Text that was pasted, as it came."""

    text: str


Input = Key | Resize | Paste


class Terminal(Protocol):
    """A full screen with keys; entering takes it over, leaving restores it whatever happened."""

    def __enter__(self) -> Self:
        """Take the terminal over."""

    def __exit__(self, *problem: object) -> None:
        """Give the terminal back as it was."""

    def size(self) -> tuple[int, int]:
        """Return columns and rows."""

    def read(self, within: float | None = None) -> Input:
        """Wait for the next input; raises KeyboardInterrupt, or SystemExit when asked to end.

        After `within` seconds without any (None: whatever it takes) the screen must be drawn again: a Resize.
        """

    def show(self, lines: Sequence[str], cursor: tuple[int, int] | None) -> None:
        """Draw the whole screen; `cursor` (row, column) shows the cursor there, None hides it."""

    def flush_input(self) -> None:
        """Forget what was typed and not yet read."""

    def say(self, lines: Sequence[str]) -> None:
        """Print lines after the screen was given back."""
