"""A radar as a block of SVG: up to three functions in one, more in one radar each; definitions below."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tutor.exchange.page_svg import Block
from tutor.exchange.svg import COLOURS, DASHES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.pictures.radar import Radar, Scored
    from tutor.text import Language

SIZE, HIGH, RADIUS = 400, 360, 120
BESIDE, TOGETHER = 3, 3
LINE = 20
RULES = ".w{fill:none;stroke:#ccc}.d{font-size:12px}.b{font-weight:600}"


def block(shown: Radar, language: Language) -> Block:
    """Return the radars and below them how each score is computed."""
    together = 1 < len(shown.scored) <= TOGETHER
    groups = [shown.scored] if together else [(one,) for one in shown.scored]
    beside = min(BESIDE, len(groups))
    parts = []
    for place, group in enumerate(groups):
        x, y = place % beside * SIZE, place // beside * HIGH
        parts.append(f'<g transform="translate({x} {y})">{radar(shown, group, language)}</g>')
    top = -(-len(groups) // beside) * HIGH
    said = [
        f"{title}: {definition}"
        for axis in shown.axes
        for title, definition in zip(axis.title.lines(language), axis.definition.lines(language), strict=False)
    ]
    parts += [
        f'<text class="d" x="0" y="{top + LINE * place}">{escape(text)}</text>' for place, text in enumerate(said)
    ]
    return Block("".join(parts), max(beside * SIZE, 800), top + LINE * len(said), RULES)


def radar(shown: Radar, group: Sequence[Scored], language: Language) -> str:
    """Return one radar."""
    count = len(shown.axes)
    parts = [f'<polygon class="w" points="{points([size] * count)}"/>' for size in (0.25, 0.5, 0.75, 1.0)]
    for place, one in enumerate(group):
        dashes = f' stroke-dasharray="{DASHES[place]}"' if DASHES[place] else ""
        look = f'fill="{COLOURS[place]}" fill-opacity=".12" stroke="{COLOURS[place]}" stroke-width="2.25"{dashes}'
        parts.append(f'<polygon {look} points="{points(one.scores)}"/>')
        x = SIZE / 2 + (place - (len(group) - 1) / 2) * 120
        name = f'text-anchor="middle" fill="{COLOURS[place]}"'
        parts.append(f'<text class="b" x="{x:g}" y="16" {name}>{escape(one.name)}</text>')
    for place, axis in enumerate(shown.axes):
        x, y = corner(place, count, 1.14)
        told = f" {group[0].scores[place]:.2f}" if len(group) == 1 else ""
        anchor = "middle" if abs(x - SIZE / 2) < 1 else "start" if x > SIZE / 2 else "end"
        text = escape(" / ".join(axis.title.lines(language)) + told)
        parts.append(f'<text class="d" x="{x:.1f}" y="{y + 4:.1f}" text-anchor="{anchor}">{text}</text>')
    return "".join(parts)


def corner(place: int, count: int, size: float) -> tuple[float, float]:
    """Return a corner on the paper: the first axis at the top, then clockwise."""
    angle = 2 * pi * place / count - pi / 2
    return SIZE / 2 + size * RADIUS * cos(angle), HIGH / 2 + 10 + size * RADIUS * sin(angle)


def points(scores: Sequence[float]) -> str:
    """Return the corners of a polygon."""
    corners = [corner(place, len(scores), score) for place, score in enumerate(scores)]
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
