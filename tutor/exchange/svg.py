"""A picture of curves as an SVG file: lines that stay sharp at any size, words a screen reader can say.

Draws the same Picture as the terminal, in the four colours of Okabe and Ito that keep a contrast of
3 : 1 on white, each with its own dashes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tutor.exchange.page_svg import Block
from tutor.pictures.spoken import summary
from tutor.text.numbers import significant
from tutor.text.width import width
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.pictures.model import Curve, Mark, Panel, Picture
    from tutor.text import Language

Box = tuple[float, float, float, float]  # left, top, right, bottom
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#a8548b")
DASHES = ("", "9 5", "2 4", "9 4 2 4", "18 4", "5 2", "12 3 2 3 2 3", "2 2 2 8")
WIDE, HIGH = 640, 400  # one panel
LEFT, RIGHT, BELOW = 64, 20, 36
ROW = 24  # height of one row of the legend
DOT = 5  # half the room a marked point takes
SMALL_LETTER = 6.8  # of 12 px
LETTER = 7.6  # width of one cell of text of 14 px, on the safe side
STYLE = (
    "text{font:14px sans-serif;fill:#333}.t{font-size:12px}.g{stroke:#e3e3e3}.o{stroke:#999;stroke-dasharray:2 3}"
    ".m{paint-order:stroke;stroke:#fff;stroke-width:4px}.c{fill:none;stroke-width:2.25;stroke-linejoin:round;stroke-linecap:butt}"
)


def svg(picture: Picture, language: Language) -> str:
    """Return a whole SVG document; its title and description are the picture's sentences."""
    drawn = block(picture, language)
    across, down = round(drawn.wide), round(drawn.high)
    told = escape(" ".join(summary(picture, language)))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {down}" {_size(across, down)} role="img">',
        f"<desc>{told}</desc>",
        f"<style>{STYLE}</style>",
        f'<rect {_size(across, down)} fill="#fff"/>',
        drawn.body,
    ]
    return "\n".join([*parts, "</svg>", ""])


def block(picture: Picture, language: Language) -> Block:
    """Return the panels of a picture as a block of a page."""
    beside = max(1, min(picture.beside, len(picture.panels)))
    bands = -(-len(picture.panels) // beside)
    top = max(_legend_rows(panel) * ROW + 14 for panel in picture.panels)
    parts: list[str] = []
    for place, panel in enumerate(picture.panels):
        x, y = place % beside * WIDE, place // beside * (top + HIGH)
        parts += [f'<g transform="translate({x} {y})">', *_panel(panel, top, language), "</g>"]
    return Block("\n".join(parts), beside * WIDE, bands * (top + HIGH), STYLE)


def _size(across: int, down: int) -> str:
    return f'width="{across}" height="{down}"'


class _Plane:
    """Where numbers of a panel lie on the paper."""

    def __init__(self, panel: Panel, top: int) -> None:
        self.panel = panel
        self.top = top

    def x(self, value: float) -> float:
        """Return where a value of x stands."""
        return round(LEFT + self.panel.x.share(value) * (WIDE - LEFT - RIGHT), 2)

    def holds(self, box: Box) -> bool:
        """Say whether a box lies inside."""
        return box[0] >= LEFT and box[2] <= WIDE and self.top <= box[1] and box[3] <= self.top + HIGH - BELOW + 2

    def y(self, value: float) -> float:
        """Return where a value of y stands."""
        return round(self.top + (1 - self.panel.y.share(value)) * (HIGH - BELOW), 2)


def _panel(panel: Panel, top: int, language: Language) -> Iterator[str]:
    plane = _Plane(panel, top)
    yield from _zones(plane, language)
    yield from _grid(plane)
    yield from _legend(panel, language)
    for place in reversed(range(len(panel.curves))):
        yield from _curve(plane, panel.curves[place], panel.look(place))
    yield from _marks(plane, [(curve, mark) for curve in panel.curves for mark in curve.marks], language)


def _zones(plane: _Plane, language: Language) -> Iterator[str]:
    """Yield shaded bands with their names."""
    for zone in plane.panel.zones:
        low, high = (min(max(end, plane.panel.y.low), plane.panel.y.high) for end in (zone.low, zone.high))
        if low < high:
            top, bottom = plane.y(high), plane.y(low)
            size = f'width="{WIDE - LEFT - RIGHT}" height="{bottom - top:.2f}"'
            yield f'<rect x="{LEFT}" y="{top}" {size} fill="#f1eee8"/>'
            name = " / ".join(zone.title.lines(language))
            x, y = _named(plane, (LEFT + 10, top, WIDE - RIGHT - 10, bottom), SMALL_LETTER * width(name))
            yield f'<text class="t" x="{x:.1f}" y="{y:.1f}">{escape(name)}</text>'


def _named(plane: _Plane, band: Box, size: float) -> tuple[float, float]:
    """Return where the name of a band stands: in a corner that no curve crosses, if there is one."""
    points = [(plane.x(x), plane.y(y)) for curve in plane.panel.curves for one in curve.segments for x, y in one]
    corners = [(x, y) for y in (band[1] + 16, band[3] - 8) for x in (band[0], band[2] - size)]

    def crossed(corner: tuple[float, float]) -> int:
        x, y = corner
        return sum(x - 12 <= px <= x + size + 12 and y - 18 <= py <= y + 6 for px, py in points)

    return min(corners, key=crossed)


def _grid(plane: _Plane) -> Iterator[str]:
    """Yield even lines with their numbers, and the axes through 0."""
    left, right = LEFT, WIDE - RIGHT
    top, bottom = plane.top, plane.top + HIGH - BELOW
    for tick in plane.panel.x.ticks(9):
        at = plane.x(tick.at)
        yield f'<path class="g" d="M{at} {top}V{bottom}"/>'
        yield f'<text class="t" x="{at}" y="{bottom + 18}" text-anchor="middle">{escape(tick.text)}</text>'
    for tick in plane.panel.y.ticks(7):
        at = plane.y(tick.at)
        yield f'<path class="g" d="M{left} {at}H{right}"/>'
        yield f'<text class="t" x="{left - 8}" y="{at + 4}" text-anchor="end">{escape(tick.text)}</text>'
    if plane.panel.x.holds(0):
        yield f'<path class="o" d="M{plane.x(0)} {top}V{bottom}"/>'
    if plane.panel.y.holds(0):
        yield f'<path class="o" d="M{left} {plane.y(0)}H{right}"/>'


def _stroke(place: int) -> str:
    """Return colour and dashes of the curve at `place`."""
    dashes = DASHES[place % len(DASHES)]
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'stroke="{COLOURS[place % len(COLOURS)]}"{dashed}'


def _curve(plane: _Plane, curve: Curve, place: int) -> Iterator[str]:
    for segment in curve.segments:
        points = " ".join(f"{plane.x(x)},{plane.y(y)}" for x, y in segment)
        yield f'<polyline class="c" {_stroke(place)} points="{points}"/>'


def _places(panel: Panel) -> list[tuple[float, int, int]]:
    """Return x, row and number of each name in the legend."""
    found: list[tuple[float, int, int]] = []
    x, row = float(LEFT), 0
    for place, curve in enumerate(panel.curves):
        if curve.name:
            needed = 42 + LETTER * width(curve.name) + 18
            if x > LEFT and x + needed > WIDE - RIGHT:
                x, row = float(LEFT), row + 1
            found.append((x, row, place))
            x += needed
    return found


def _legend_rows(panel: Panel) -> int:
    places = _places(panel)
    return (places[-1][1] + 1 if places else 0) + (panel.title is not None)


def _legend(panel: Panel, language: Language) -> Iterator[str]:
    if panel.title:
        title = escape(" / ".join(panel.title.lines(language)))
        yield f'<text x="{LEFT}" y="18" font-weight="600">{title}</text>'
    for x, row, place in _places(panel):
        y = 18 + ROW * (row + (panel.title is not None))
        yield f'<path class="c" {_stroke(panel.look(place))} d="M{x:.1f} {y - 5}h32"/>'
        yield f'<text x="{x + 40:.1f}" y="{y}">{escape(panel.curves[place].name)}</text>'


def _marks(plane: _Plane, marks: list[tuple[Curve, Mark]], language: Language) -> Iterator[str]:
    """Yield points that tell all when pointed at, and labels beside them as long as none lies on another."""
    centres = [(plane.x(mark.x), plane.y(mark.y)) for _, mark in marks]
    taken: list[Box] = [(x - DOT, y - DOT, x + DOT, y + DOT) for x, y in centres]
    for (curve, mark), (x, y) in zip(marks, centres, strict=True):
        facts = {"name": curve.name, "x": significant(mark.x), "y": significant(mark.y)}
        told = escape(say(f"picture.told_{mark.kind}", language, **facts).strip())
        yield f'<circle cx="{x}" cy="{y}" r="{DOT - 1}" fill="#333"><title>{told}</title></circle>'
        text = say(f"picture.mark_{mark.kind}", language, **facts)
        for box in _beside(x, y, SMALL_LETTER * width(text), below=mark.kind == "min"):
            if plane.holds(box) and not any(_meet(box, other) for other in taken):
                taken.append(box)
                yield f'<text class="t m" x="{box[0]:.1f}" y="{box[3] - 3:.1f}">{escape(text)}</text>'
                break


def _beside(x: float, y: float, size: float, *, below: bool) -> Iterator[Box]:
    """Yield the places for a label of `size`: above or below first, then further away."""
    up, down = y - 6, y + 20
    for bottom in (down, up, down + 15, up - 15) if below else (up, down, up - 15, down + 15):
        for left in (x + 7, x - 7 - size, x - size / 2):
            yield left, bottom - 14, left + size, bottom


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
