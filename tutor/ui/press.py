"""One key, pressed below what was printed."""

from __future__ import annotations

from typing import Literal

Pressed = Literal["start", "lesson", "other"]
KEYS: dict[str, Pressed] = {"\r": "start", "\n": "start", " ": "start", "c": "lesson", "C": "lesson"}


def pressed() -> Pressed:
    """Wait for a key; return what it asks for. Raises KeyboardInterrupt on Ctrl-C."""
    import blessed

    terminal = blessed.Terminal()
    with terminal.cbreak():
        return KEYS.get(str(terminal.inkey()), "other")
