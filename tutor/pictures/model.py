"""What a picture of curves is: panels with two axes, curves already cut to the frame, marked points.

Everything is plain numbers and names, so that a terminal, an SVG file and a sentence come from the
same data. Importing this module loads no numpy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tutor.pictures.ticks import Tick, powers, ticks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.text import Text

Point = tuple[float, float]
Segment = tuple[Point, ...]
MoveKind = Literal["rises", "falls", "stays"]
MarkKind = Literal["max", "min", "zero", "point", "hit", "miss", "next"]
Layout = Literal["overlay", "panels", "grid"]
LAYOUTS: tuple[Layout, ...] = ("overlay", "panels", "grid")
MARKS: tuple[MarkKind, ...] = ("max", "min", "zero")


@dataclass(frozen=True, slots=True)
class Wanted:
    """How curves are to be shown; `order` adds derivatives up to that one, `y` None finds the height.

    `told` False leaves out what would be said aloud: it takes as long as the drawing.
    """

    x: tuple[float, float] = (-6.0, 6.0)
    y: tuple[float, float] | None = None
    order: int = 0
    layout: Layout = "overlay"
    labels: bool = True
    marks: tuple[MarkKind, ...] = ()
    told: bool = True


@dataclass(frozen=True, slots=True)
class Axis:
    """The part of a number line that a panel shows; `low` < `high`, both finite.

    Where `powers` is set the numbers are powers of ten: −3 stands for a thousandth.
    """

    low: float
    high: float
    powers: bool = False

    def share(self, value: float) -> float:
        """Return where `value` lies: 0 at the low end, 1 at the high end."""
        return (value - self.low) / (self.high - self.low)

    def holds(self, value: float) -> bool:
        """Say whether `value` is inside, ends included."""
        return self.low <= value <= self.high

    def ticks(self, most: int) -> tuple[Tick, ...]:
        """Return at most `most` evenly spaced round numbers inside."""
        return powers(self.low, self.high, most) if self.powers else ticks(self.low, self.high, most)


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of a curve: its largest or smallest value, a zero, or one that was asked for.

    On a forgetting curve: an answer that was right (hit) or wrong (miss), and the next one.
    """

    kind: MarkKind
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Move:
    """One thing a curve does on its way to the right, up to the point `to`; x and y there may be infinite.

    `through` is the value at x = 0 when the move passes it.
    """

    kind: MoveKind
    to: Point
    through: float | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """The moves of one unbroken piece of a curve from the point `start` on."""

    start: Point
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """How a curve runs from left to right: its stretches, or only its bounds when it turns too often to tell."""

    stretches: tuple[Stretch, ...] = ()
    bounds: Point | None = None

    @property
    def is_told(self) -> bool:
        """Say whether anything is known of it."""
        return bool(self.stretches or self.bounds)


@dataclass(frozen=True, slots=True)
class Curve:
    """One curve: the name shown ("" when it is to be recognised), its expression, its pieces inside the frame.

    `sign` is written on the line itself: the number of an option. `look` is the number of its stroke and colour
    where it keeps them through several pictures, None for those of its place.
    """

    name: str
    expression: str
    segments: tuple[Segment, ...]
    course: Course
    marks: tuple[Mark, ...] = ()
    sign: str = ""
    look: int | None = None


@dataclass(frozen=True, slots=True)
class Zone:
    """A band of heights that means something, shaded and named."""

    low: float
    high: float
    title: Text


@dataclass(frozen=True, slots=True)
class Panel:
    """Two axes and the curves drawn in them; `title` heads a panel of several curves, None for no title."""

    x: Axis
    y: Axis
    curves: tuple[Curve, ...]
    title: Text | None = None
    zones: tuple[Zone, ...] = ()

    def look(self, place: int) -> int:
        """Return the number of the stroke and colour of the curve at `place`."""
        look = self.curves[place].look
        return place if look is None else look

    @property
    def looks(self) -> int:
        """Return how many strokes there must be to choose from."""
        return max((self.look(place) + 1 for place in range(len(self.curves))), default=0)


@dataclass(frozen=True, slots=True)
class Picture:
    """Panels to be drawn `beside` one another where there is room, else below one another."""

    panels: tuple[Panel, ...]
    beside: int = 1

    @property
    def curves(self) -> Iterator[Curve]:
        """Yield the curves of all panels."""
        for panel in self.panels:
            yield from panel.curves
