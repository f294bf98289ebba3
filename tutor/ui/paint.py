"""Lines in colour: the roles of a look as escape sequences.

Sixteen colours need no library; text passes as it is, without any markup.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.ui.lines import Line
    from tutor.ui.theme import Look

CODES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "blue": "34",
    "magenta": "35",
    "cyan": "36",
    "bright-red": "91",
    "bright-green": "92",
    "bright-blue": "94",
    "bright-magenta": "95",
    "bright-cyan": "96",
}  # ECMA-48 SGR
PREFIXES = {"fg": "38;5;", "bg": "48;5;"}  # of 256 colours
OFF = "\x1b[0m"


@cache
def switched_on(style: str) -> str:
    """Return the sequence that switches a style such as "bold cyan" on, nothing for no style."""
    return f"\x1b[{';'.join(map(_code, style.split()))}m" if style else ""


def _code(word: str) -> str:
    where, _, shade = word.partition("-")
    return PREFIXES[where] + shade if where in PREFIXES else CODES[word]


def painted(spans: Line, look: Look) -> str:
    """Return a line with the escape sequences of its colours."""
    parts: list[str] = []
    for span in spans:
        on = switched_on(look.style(span.role))
        parts.append(f"{on}{span.text}{OFF}" if on else span.text)
    return "".join(parts)
