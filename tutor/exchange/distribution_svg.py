"""Histograms as a block of SVG: values upwards, bars to the right, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tutor.exchange.page_svg import Block
from tutor.exchange.svg import COLOURS
from tutor.text.numbers import percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.pictures.distribution import Distribution, Histogram

SIZE, BAR, LEFT, TOP = 240, 14, 36, 32
LONGEST = 150
LEAST = 0.0005
RULES = ".d{font-size:12px}.b{font-weight:600}.a{stroke:#999}"


def block(shown: Distribution) -> Block:
    """Return all histograms beside one another."""
    parts = [
        f'<g transform="translate({LEFT + SIZE * place} 0)">{"".join(_bars(shown, one, place))}</g>'
        for place, one in enumerate(shown.histograms)
    ]
    count = len(shown.centres)
    for place, centre in enumerate(shown.centres):
        if centre == int(centre):
            y = TOP + BAR * (count - place) - 3
            text = f"{centre:g}".replace("-", "−")
            parts.append(f'<text class="d" x="{LEFT - 8}" y="{y}" text-anchor="end">{text}</text>')
    return Block("".join(parts), LEFT + SIZE * len(shown.histograms), TOP + BAR * count + 8, RULES)


def _bars(shown: Distribution, one: Histogram, place: int) -> Iterator[str]:
    colour = "#888" if place == 0 else COLOURS[0]
    most, count = max(one.shares), len(shown.centres)
    yield f'<text class="b" x="0" y="18">{escape(one.name)}</text>'
    yield f'<path class="a" d="M0 {TOP}V{TOP + BAR * count}"/>'
    for bin_, share in enumerate(one.shares):
        if share >= LEAST:
            y, size = TOP + BAR * (count - 1 - bin_), share / most * LONGEST
            told = f"<title>{100 * share:.2f} %</title>"
            yield f'<rect x="0" y="{y + 1}" width="{size:.2f}" height="{BAR - 2}" fill="{colour}">{told}</rect>'
            if share == most:
                yield f'<text class="d" x="{size + 6:.2f}" y="{y + 11}">{percent(share)}</text>'
