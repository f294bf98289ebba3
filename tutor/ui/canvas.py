"""Curves as rows of characters: dots found here, set into braille or ASCII by plotext.

plotext gets single dots on its own grid, never lines: interpolating a segment that leaves the frame
makes version 5 eat all memory and version 6 abort the process.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from tutor.pictures.model import Axis, Segment

BLANK_BRAILLE = "\u2800"
BRAILLE = (2, 4)  # dots across and down in one cell
CELL = (1, 1)
FINE = 0.5  # of a dot: how far apart the places asked for on a curve are


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a curve is drawn without relying on colour.

    `dashes` are dots on, off, on, off along the curve (none: solid), `heavy` doubles the line; `stamp`
    is what ASCII draws.
    """

    stamp: str
    dashes: tuple[int, ...] = ()
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A canvas of `columns` × `rows` cells over two axes, with `dots` in each cell."""

    columns: int
    rows: int
    x: Axis
    y: Axis
    dots: tuple[int, int] = BRAILLE

    @property
    def across(self) -> int:
        """Return the dots in a row."""
        return self.columns * self.dots[0]

    @property
    def down(self) -> int:
        """Return the dots in a column."""
        return self.rows * self.dots[1]

    def column(self, x: float) -> int:
        """Return the cell in which x lies, counted from the left."""
        return round(self.x.share(x) * (self.across - 1)) // self.dots[0]

    def row(self, y: float) -> int:
        """Return the cell in which y lies, counted from the top."""
        return self.rows - 1 - round(self.y.share(y) * (self.down - 1)) // self.dots[1]

    def height(self, row: int) -> float:
        """Return the value of y in the middle of a row of cells."""
        return self.y.low + (self.rows - row - 0.5) / self.rows * (self.y.high - self.y.low)


def drawn(grid: Grid, segments: Sequence[Segment], stroke: Stroke) -> list[str]:
    """Return a curve alone on the canvas, one string of `columns` characters for each row."""
    import numpy as np

    dots = np.zeros((grid.across, grid.down), dtype=bool)
    for segment in segments:
        dots[_dots(grid, segment, stroke)] = True
    if stroke.heavy and grid.dots == BRAILLE:
        dots |= _above(dots)
    return _set(grid, dots, stroke)


def _dots(grid: Grid, segment: Segment, stroke: Stroke) -> tuple[NDArray[np.int_], NDArray[np.int_]]:
    """Return the dots of a segment, across and up, with the gaps of its dashes."""
    import numpy as np

    points = np.array(segment)
    across = (points[:, 0] - grid.x.low) / (grid.x.high - grid.x.low) * (grid.across - 1)
    up = (points[:, 1] - grid.y.low) / (grid.y.high - grid.y.low) * (grid.down - 1)
    steps = np.hypot(np.diff(across), np.diff(up))
    length = np.concatenate([[0.0], np.cumsum(steps)])
    places = np.linspace(0.0, length[-1], int(length[-1] / FINE) + 2)
    if stroke.dashes and grid.dots == BRAILLE:
        places = places[_on(places, stroke.dashes)]
    column = np.rint(np.interp(places, length, across)).astype(int)
    row = np.rint(np.interp(places, length, up)).astype(int)
    return np.clip(column, 0, grid.across - 1), np.clip(row, 0, grid.down - 1)


def _on(places: NDArray[np.float64], dashes: tuple[int, ...]) -> NDArray[np.bool_]:
    """Return which places along a curve lie on a dash."""
    import numpy as np

    edges = np.cumsum(dashes)
    on: NDArray[np.bool_] = np.searchsorted(edges, places % edges[-1], side="right") % 2 == 0
    return on


def _above(dots: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the dots right above, right below for those at the upper edge."""
    import numpy as np

    moved = np.zeros_like(dots)
    moved[:, 1:] = dots[:, :-1]
    moved[:, -2] |= dots[:, -1]
    return moved


def _set(grid: Grid, dots: NDArray[np.bool_], stroke: Stroke) -> list[str]:
    """Return the dots as characters."""
    import numpy as np
    import plotext

    plotext.clear_figure()
    plotext.limit_size(False, False)  # noqa: FBT003 - width, height: not cut to the present terminal
    plotext.theme("clear")
    plotext.plotsize(grid.columns, grid.rows)
    plotext.frame(False)  # noqa: FBT003
    plotext.xticks([])
    plotext.yticks([])
    plotext.xlim(0, grid.across - 1)
    plotext.ylim(0, grid.down - 1)
    marker = "braille" if grid.dots == BRAILLE else stroke.stamp
    across, up = np.nonzero(dots)
    plotext.scatter(across.tolist(), up.tolist(), marker=marker)
    text: str = plotext.uncolorize(plotext.build())
    lines = text.split("\n")[: grid.rows]
    return [line.ljust(grid.columns)[: grid.columns].replace(BLANK_BRAILLE, " ") for line in lines]
