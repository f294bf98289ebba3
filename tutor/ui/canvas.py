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


def drawn(grid: Grid, segments: Sequence[Segment], stroke: Stroke) -> list[str]:
    """Return a curve alone on the canvas, one string of `columns` characters for each row."""
    import numpy as np

    found = [_dots(grid, segment, stroke) for segment in segments]
    if stroke.heavy and grid.dots == BRAILLE:
        found += [_thicker(grid, dots) for dots in found]
    dots = np.unique(np.concatenate(found), axis=0) if found else np.zeros((0, 2), dtype=int)
    return _set(grid, dots, stroke)


def _dots(grid: Grid, segment: Segment, stroke: Stroke) -> NDArray[np.int_]:
    """Return the dots (across, up) of a segment, with the gaps of its dashes."""
    import numpy as np

    points = np.array(segment)
    across = grid.x.share(points[:, 0]) * (grid.across - 1)
    up = grid.y.share(points[:, 1]) * (grid.down - 1)
    steps = np.hypot(np.diff(across), np.diff(up))
    length = np.concatenate([[0.0], np.cumsum(steps)])
    places = np.linspace(0.0, length[-1], int(length[-1] / FINE) + 2)
    if stroke.dashes and grid.dots == BRAILLE:
        places = places[_on(places, stroke.dashes)]
    dots = np.stack([np.interp(places, length, across), np.interp(places, length, up)], axis=-1)
    return np.clip(np.rint(dots).astype(int), 0, (grid.across - 1, grid.down - 1))


def _on(places: NDArray[np.float64], dashes: tuple[int, ...]) -> NDArray[np.bool_]:
    """Return which places along a curve lie on a dash."""
    import numpy as np

    edges = np.cumsum(dashes)
    return np.searchsorted(edges, places % edges[-1], side="right") % 2 == 0


def _thicker(grid: Grid, dots: NDArray[np.int_]) -> NDArray[np.int_]:
    """Return the dots right above, or right below where there is no room."""
    import numpy as np

    moved = dots + np.array([0, 1])
    return np.where(moved[:, 1:] < grid.down, moved, dots - np.array([0, 1]))


def _set(grid: Grid, dots: NDArray[np.int_], stroke: Stroke) -> list[str]:
    """Return the dots as characters."""
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
    plotext.scatter(dots[:, 0].tolist(), dots[:, 1].tolist(), marker=marker)
    text: str = plotext.uncolorize(plotext.build())
    lines = text.split("\n")[: grid.rows]
    return [line.ljust(grid.columns)[: grid.columns].replace(BLANK_BRAILLE, " ") for line in lines]
