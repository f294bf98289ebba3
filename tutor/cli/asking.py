"""A question before something is written: yes only for a clear yes, on a terminal and in a pipe."""

from __future__ import annotations

import sys

from tutor.text.fold import fold_key

YES = frozenset({"y", "yes", "是", "是的", "好", "好的"})


def agreed(question: str) -> bool:
    """Ask; return whether the line that comes back says yes. The end of input is no."""
    print(question, end="", flush=True)
    line = sys.stdin.readline()
    if not line.endswith("\n") or not sys.stdin.isatty():
        print()  # nobody pressed enter on the screen
    return fold_key(line).lower() in YES
