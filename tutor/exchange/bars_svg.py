"""Bars as a block of SVG: names at the left, bars with whiskers, numbers at the right."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tutor.exchange.page_svg import Block
from tutor.exchange.svg import COLOURS
from tutor.pictures.measures import spread
from tutor.text.width import truncate, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.pictures.bars import Bars
    from tutor.text import Language

LONGEST, HIGH, STEP = 360, 16, 28
LETTER, NAMED = 7.8, 36  # width of one cell of text, cells of a name at most
BEHIND = 150  # for the number
RULES = ".v{font-size:13px}.w{stroke:#333;stroke-width:1.5}.z{stroke:#999}"


def block(shown: Bars, language: Language) -> Block:
    """Return the bars below one another."""
    names = [truncate(" / ".join(bar.name.lines(language)), NAMED) for bar in shown.bars]
    left = LETTER * max(map(width, names), default=0) + 12
    parts = list(_parts(shown, names, left))
    high = STEP * len(names)
    zero = left + shown.share(shown.start) * LONGEST
    parts.append(f'<path class="z" d="M{zero:.1f} 0V{high}"/>')
    return Block("".join(parts), left + LONGEST + BEHIND, high + 4, RULES)


def _parts(shown: Bars, names: list[str], left: float) -> Iterator[str]:
    for place, (bar, name) in enumerate(zip(shown.bars, names, strict=True)):
        y = STEP * place + 4
        yield f'<text class="v" x="{left - 12:.1f}" y="{y + 13}" text-anchor="end">{escape(name)}</text>'
        number = escape(spread(bar.value, bar.deviation))
        yield f'<text class="v" x="{left + LONGEST + 12:.1f}" y="{y + 13}">{number}</text>'
        if isfinite(bar.value):
            ends = sorted(left + shown.share(value) * LONGEST for value in (shown.start, bar.value))
            size = f'x="{ends[0]:.1f}" y="{y}" width="{ends[1] - ends[0]:.1f}" height="{HIGH}"'
            yield f'<rect {size} fill="{COLOURS[0]}" fill-opacity="0.75"/>'
            if bar.deviation and isfinite(bar.deviation):
                around = (bar.value - bar.deviation, bar.value + bar.deviation)
                low, top = (left + shown.share(value) * LONGEST for value in around)
                middle = y + HIGH / 2
                whisker = f"M{low:.1f} {middle}H{top:.1f}M{low:.1f} {middle - 4}v8M{top:.1f} {middle - 4}v8"
                yield f'<path class="w" d="{whisker}"/>'
