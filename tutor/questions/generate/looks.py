"""How curves look: their heights across a plot, whether an eye tells two of them apart, which are near.

Heights are measured against the frame in which they are drawn, so that what counts is the picture,
not the numbers. Nothing here knows questions or words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.activations import get
from tutor.questions.generate.subject import short_title
from tutor.text import Text
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from tutor.activations import Activation

    Array = NDArray[np.float64]

Range = tuple[float, float]
COLUMNS = 120  # places looked at: the dots across a plot of 60 cells
SEEN = 6 / 56  # of the height, six dots in 14 rows: what an eye sees even on a small plot
WIDE = 1 / 8  # of the width over which it must be seen
WIDE_TOGETHER = 1 / 5  # the same for curves in one plot, which hide each other where they meet
WIDE_BESIDE = 3 / 10  # the same where another plot takes half the screen
UNSEEN = 1 / 56  # of the height, a dot
MARGIN = 0.05  # of the height that a frame leaves above and below
SMALLEST = 1e-9  # height of a frame around a level line
STEP = "step"  # the one function of the catalogue that jumps itself
PRIMES = ("", "′", "″")


@dataclass(frozen=True, slots=True)
class Look:
    """A function of the catalogue as it is drawn: with parameters, a derivative, mirrored, upside down."""

    function: str
    parameters: tuple[tuple[str, float], ...] = ()
    order: int = 0
    mirrored: bool = False
    negated: bool = False

    @property
    def record(self) -> Activation:
        """Return what the catalogue knows of the function."""
        return get(self.function)

    def at(self, x: float) -> float:
        """Return the height at x."""
        return self.over([x])[0]

    def over(self, places: Sequence[float]) -> tuple[float, ...]:
        """Return the heights at some places."""
        inner = [-x for x in places] if self.mirrored else list(places)
        values = self.record.derivative(inner, self.order, **dict(self.parameters)).tolist()
        return tuple(-value + 0.0 if self.negated else value + 0.0 for value in values)

    @property
    def jumps(self) -> tuple[float, ...]:
        """Return where the curve may jump: its height there is a convention, not to be quoted."""
        if not self.order and self.function != STEP:
            return ()
        found = self.record.breaks(**dict(self.parameters))
        return tuple(-x for x in found) if self.mirrored else found

    @property
    def expression(self) -> str:
        """Return what draws this curve: `-gelu′(-x)`."""
        given = "".join(f", {name}={value!r}" for name, value in self.parameters)
        x = "-x" if self.mirrored else "x"
        return f"{'-' if self.negated else ''}{self.function}{PRIMES[self.order]}({x}{given})"

    @property
    def written(self) -> str:
        """Return what a reader calls this curve: `−GELU′(−x)`."""
        symbol = self.record.symbol
        whole = symbol.isalpha() or not self.order
        name = f"{symbol if whole else f'({symbol})'}{PRIMES[self.order]}"
        return f"{'−' if self.negated else ''}{name}({'−x' if self.mirrored else 'x'})"

    @property
    def spelled(self) -> str:
        """Return the parameters that were given: `α = 0.2`."""
        names = {one.ascii: one.name for one in self.record.parameters}
        return ", ".join(f"{names[name]} = {significant(value)}" for name, value in self.parameters)

    @property
    def called(self) -> Text:
        """Return the name of the function, with the parameters that were given."""
        short = short_title(self.record)
        return Text(f"{short.zh}（{self.spelled}）", f"{short.en} ({self.spelled})") if self.parameters else short

    @property
    def labelled(self) -> Text:
        """Return the curve's name, with the parameters that were given."""
        told = f"{self.written}，{self.spelled}", f"{self.written}, {self.spelled}"
        return Text(*told) if self.parameters else Text.same(self.written)


@lru_cache(maxsize=4096)
def heights(look: Look, span: Range) -> Array:
    """Return the heights at evenly spaced places across a range, both ends among them."""
    import numpy as np

    return np.array(look.over(np.linspace(*span, COLUMNS + 1).tolist()))


def frame(looks: Iterable[Look], span: Range) -> Range:
    """Return the lowest and the highest point of some curves."""
    found = [heights(look, span) for look in looks]
    return min(float(values.min()) for values in found), max(float(values.max()) for values in found)


def gaps(one: Look, other: Look, span: Range, within: Range) -> Array:
    """Return how far apart two curves are across a range, as shares of the frame; what leaves it is cut."""
    low, high = within
    tall = max(high - low, SMALLEST)
    found: Array = abs(heights(one, span).clip(low, high) - heights(other, span).clip(low, high)) / tall
    return found


def out_of_sight(look: Look, span: Range, within: Range) -> NDArray[np.bool_]:
    """Return where a curve is above or below the frame."""
    low, high = within
    air, values = MARGIN * (high - low), heights(look, span)
    found: NDArray[np.bool_] = (values < low - air) | (values > high + air)
    return found


def unlike(one: Look, other: Look, span: Range, within: Range, least: float) -> int:
    """Return in how many places two curves are `least` apart, or only one of them is in sight."""
    only_one = out_of_sight(one, span, within) != out_of_sight(other, span, within)
    return int(((gaps(one, other, span, within) >= least) | only_one).sum())


def apart(one: Look, other: Look, span: Range, within: Range, wide: float = WIDE) -> bool:
    """Say whether an eye tells two curves apart in a frame: far enough over a wide enough stretch."""
    return unlike(one, other, span, within, SEEN) >= wide * (COLUMNS + 1)


def same(one: Look, other: Look, span: Range, within: Range) -> bool:
    """Say whether no eye could tell two curves apart in a frame."""
    return not unlike(one, other, span, within, UNSEEN)


def distance(one: Look, other: Look, span: Range, within: Range) -> float:
    """Return how unlike two curves are: their mean gap."""
    return float(gaps(one, other, span, within).mean())


def telling_place(one: Look, other: Look, span: Range, within: Range, side: int = 0) -> float:
    """Return a round x at which two curves are farthest apart: left of 0 or right of it if that can be seen there."""
    low, high = span
    step = 0.5 if high - low <= 8 else 1.0
    every = (step * place for place in range(int(low / step), int(high / step) + 1))
    rounds = [x for x in every if x not in (*one.jumps, *other.jumps)]
    ones, others = one.over(rounds), other.over(rounds)
    bottom, top = within
    found = {
        x: abs(min(max(a, bottom), top) - min(max(b, bottom), top)) / max(top - bottom, SMALLEST)
        for x, a, b in zip(rounds, ones, others, strict=True)
    }
    there = [x for x in rounds if x * side > 0 and found[x] >= SEEN]
    return max(there or rounds, key=lambda x: (round(found[x], 9), -abs(x), x))
