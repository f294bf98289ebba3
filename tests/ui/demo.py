"""Run a session of the small course on the real terminal: what the terminal tests drive.

    python -m tests.ui.demo [zh|en|both] [card …]

The window title tells when a screen is drawn and when input was flushed, for a test to wait for.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from tests.ui.world import CARDS, SHAPE, MemoryHost, session_of
from tutor.ui import fullscreen
from tutor.ui.blessed_terminal import BlessedTerminal
from tutor.ui.theme import Look


class Announcing(BlessedTerminal):
    """A terminal that tells when it listens."""

    def show(self, lines, cursor) -> None:
        super().show(lines, cursor)
        self._write("\x1b]2;drawn\x07")

    def flush_input(self) -> None:
        super().flush_input()
        self._write("\x1b]2;listening\x07")


def main() -> None:
    language, *names = sys.argv[1:] or ["zh"]
    host = MemoryHost(language)
    chosen = [card for name in names for card in (*CARDS, SHAPE) if card.id == f"sigmoid.{name}"]
    session = session_of(host, *chosen, why=os.environ.get("DEMO_WHY", "due"))
    try:
        fullscreen.run(session, host, Look(colour=not os.environ.get("NO_COLOR")), Announcing())
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        with suppress(OSError):
            print("recorded", len(host.events), flush=True)


if __name__ == "__main__":
    main()
