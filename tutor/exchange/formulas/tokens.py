"""The tokens of a LaTeX formula. Every character of the source belongs to exactly one."""

from __future__ import annotations

import re

TOKEN = re.compile(
    r"\\(?:begin|end)\s*\{[A-Za-z]+\*?\}"  # \begin{cases}
    r"|\\(?:operatorname|tag|hspace)\*"
    r"|\\[A-Za-z]+"  # \alpha
    r"|\\(?s:.)|\\"  # \{ \\ \,
    r"|\s+"
    r"|[0-9]+(?:\.[0-9]+)*"
    r"|[A-Za-z]+"
    r"|'+|:="
    r"|(?s:.)"
)


def tokens(source: str) -> list[str]:
    """Return the source in tokens."""
    return TOKEN.findall(source)
