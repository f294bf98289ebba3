"""A map of numbers as a block of SVG: the darker, the larger; every number stands in its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tutor.exchange.page_svg import Block
from tutor.pictures.heat import LEVELS
from tutor.text.width import width

if TYPE_CHECKING:
    from tutor.pictures.heat import Heat
    from tutor.text import Language

CELL, HIGH, LETTER = 64, 26, 7.8
FILL = "#0072b2"
DARK = 3  # from this shade on numbers are white
RULES = ".c{font-size:12px;text-anchor:middle}.k{font-size:13px}.i{fill:#fff}"


def block(shown: Heat, language: Language) -> Block:
    """Return the map with the names of its rows and columns."""
    left = LETTER * max(map(width, shown.rows), default=0) + 12
    across, down = (" / ".join(text.lines(language)) for text in (shown.across, shown.down))
    right = left + CELL * len(shown.columns)
    parts = [
        f'<text class="k" x="0" y="14">{escape(down)} ↓</text>',
        f'<text class="k" x="{right:.1f}" y="14" text-anchor="end">{escape(across)} →</text>',
    ]
    for place, name in enumerate(shown.columns):
        parts.append(f'<text class="c" x="{left + CELL * (place + 0.5):.1f}" y="36">{escape(name)}</text>')
    for at, (name, row) in enumerate(zip(shown.rows, shown.values, strict=True)):
        y = 44 + HIGH * at
        parts.append(f'<text class="k" x="{left - 12:.1f}" y="{y + 18}" text-anchor="end">{escape(name)}</text>')
        for place, value in enumerate(row):
            parts += _cell(shown, value, left + CELL * place, y)
    return Block("".join(parts), right, 44 + HIGH * len(shown.rows) + 4, RULES)


def _cell(shown: Heat, value: float, x: float, y: float) -> tuple[str, str]:
    level = shown.level(value)
    opacity = 0.0 if level is None else (level + 0.3) / LEVELS
    rect = (
        f'<rect x="{x:.1f}" y="{y}" width="{CELL - 2}" height="{HIGH - 2}" fill="{FILL}" fill-opacity="{opacity:.2f}"/>'
    )
    light = " i" if level is not None and level >= DARK else ""
    text = f'<text class="c{light}" x="{x + CELL / 2 - 1:.1f}" y="{y + 17}">{escape(shown.written(value))}</text>'
    return rect, text
