"""One key, pressed below what was printed."""

from __future__ import annotations

START = frozenset({"\r", "\n", " "})


def wants_to_start() -> bool:
    """Wait for a key; return whether it was enter or space. Raises KeyboardInterrupt on Ctrl-C."""
    import blessed

    terminal = blessed.Terminal()
    with terminal.cbreak():
        return str(terminal.inkey()) in START
