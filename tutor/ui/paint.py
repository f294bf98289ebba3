"""Lines in colour: as escape sequences for the full screen, or printed through a rich console.

The only module that meets rich. Text never passes through its markup.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from tutor.ui.lines import Line
    from tutor.ui.theme import Look


@cache
def _codes(style: str) -> tuple[str, str]:
    """Return what switches a style on and off."""
    if not style:
        return "", ""
    from rich.color import ColorSystem
    from rich.style import Style

    on, _, off = Style.parse(style).render("\0", color_system=ColorSystem.STANDARD).partition("\0")
    return on, off


def painted(spans: Line, look: Look) -> str:
    """Return a line with the escape sequences of its colours."""
    parts: list[str] = []
    for span in spans:
        on, off = _codes(look.style(span.role))
        parts.append(f"{on}{span.text}{off}")
    return "".join(parts)


def show(console: Console, lines: Iterable[Line], look: Look) -> None:
    """Print lines to a rich console as they are: no wrapping, no markup, no highlighting."""
    from rich.text import Text

    for spans in lines:
        text = Text.assemble(*((span.text, look.style(span.role)) for span in spans))
        console.print(text, soft_wrap=True, highlight=False)
