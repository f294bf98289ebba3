"""What a game puts on the table besides words: curves, a histogram, or anything an experiment can find.

Plain numbers and expressions; a screen, a line of text and a test read the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tutor.labs.model import Finding
from tutor.text import Text

NAMELESS = Text.same("")
Range = tuple[float, float]
Look = Literal["point", "hit", "miss"]


@dataclass(frozen=True, slots=True)
class Curve:
    """A curve by its expression in x; one without a name is to be recognised."""

    expression: str
    name: Text = NAMELESS


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of the player's: a guess, or one that turned out right (hit) or wrong (miss)."""

    x: float
    y: float
    look: Look = "point"


@dataclass(frozen=True, slots=True)
class Plot:
    """Curves over a range of x in one frame, the first the strongest; `y` None finds the height, `dots` lie on top."""

    curves: tuple[Curve, ...]
    x: Range = (-6.0, 6.0)
    y: Range | None = None
    dots: tuple[Dot, ...] = ()


@dataclass(frozen=True, slots=True)
class Heap:
    """Where outputs pile up: the share of each bin, lowest first."""

    name: Text
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """Histograms over the same bins: `width` wide, the first one centred at `first`."""

    heaps: tuple[Heap, ...]
    first: float
    width: float

    @property
    def centres(self) -> tuple[float, ...]:
        """Return the middle of every bin."""
        return tuple(self.first + self.width * place for place in range(len(self.heaps[0].shares)))


@dataclass(frozen=True, slots=True)
class Wire:
    """A message on its way through layers, from the last one to the inputs: how large it still is, and what is heard.

    `powers` are powers of ten, 0 where it sets out; −∞ where nothing is left, nan where it grew beyond all measure.
    A message of the past is told by its end alone.
    """

    name: Text
    powers: tuple[float, ...]
    heard: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Relay:
    """Messages that were passed on; between `low` and `high`, powers of ten, one has arrived."""

    wires: tuple[Wire, ...]
    low: float = -1.0
    high: float = 1.0


@dataclass(frozen=True, slots=True)
class Beat:
    """Signs of life over time: at each moment the share, 0 … 1, of what could respond; nan where it is unknown."""

    name: Text
    shares: tuple[float, ...]
    said: Text
    look: Look = "point"


@dataclass(frozen=True, slots=True)
class Pulse:
    """A patient's record, facts with their names, and one line of life or several."""

    beats: tuple[Beat, ...]
    facts: tuple[tuple[Text, Text], ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """A small picture of a curve by its expression in x: its name, what is said of it, and places worth a dot."""

    name: Text
    expression: str
    note: Text = NAMELESS
    places: tuple[float, ...] = ()
    look: Look = "point"


@dataclass(frozen=True, slots=True)
class Gallery:
    """Small pictures side by side over one range of x, each as high as its curve needs."""

    frames: tuple[Frame, ...]
    x: Range = (-7.0, 7.0)


Exhibit = Plot | Gallery | Spread | Relay | Pulse | Finding
