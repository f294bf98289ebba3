"""What is done once a command has said everything, however it ended: nobody waits for it to be answered.

It imports nothing: `tutor due` runs in a shell prompt.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_LATER: dict[str, Callable[[], object]] = {}


def later(name: str, deed: Callable[[], object]) -> None:
    """Have something done at the end of this run; of the same name once."""
    _LATER[name] = deed


def run() -> None:
    """Do what was put off; an interrupt leaves it undone, and the program."""
    try:
        while _LATER:
            _LATER.popitem()[1]()
    except KeyboardInterrupt:
        _LATER.clear()
