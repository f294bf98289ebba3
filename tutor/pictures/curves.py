"""From expressions to a picture of their curves: the one way in, for plots, cards, lessons and files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when a picture is made

from tutor.activations.expression import ExpressionError, function_of, parse
from tutor.activations.expression.tree import Prime
from tutor.errors import UsageError
from tutor.pictures import framing, sampling
from tutor.pictures.model import Axis, Course, Curve, Panel, Picture, Wanted
from tutor.pictures.naming import name_of
from tutor.pictures.parameters import family

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.activations.expression.function import Function
    from tutor.pictures.model import Layout, Mark
    from tutor.pictures.parameters import Member

BESIDE: dict[Layout, int] = {"overlay": 1, "panels": 2, "grid": 4}
FARTHEST = 1e12
NARROWEST = 1e-9  # of the larger end: below, neighbouring numbers are too few for a curve
MOST_CURVES = 24


@dataclass(frozen=True, slots=True)
class Line:
    """One curve to be: a member of a family, and the derivative of it that is wanted."""

    member: Member
    order: int = 0

    @property
    def name(self) -> str:
        """Return what the legend calls the curve."""
        return name_of(self.member.written, self.member.source, self.order, dict(self.member.told))


def curves(
    expressions: Sequence[str],
    x: tuple[float, float] = (-6.0, 6.0),
    *,
    labels: bool = True,
    parameters: Mapping[str, Sequence[float]] | None = None,
) -> Picture:
    """Return the picture of some curves in one panel; without `labels` nothing in it tells their names.

    Raises `UsageError` for a bad range, `ExpressionError` for an expression that is no function of x.
    """
    return picture(expressions, Wanted(x=x, labels=labels), parameters or {})


def picture(expressions: Sequence[str], wanted: Wanted, parameters: Mapping[str, Sequence[float]]) -> Picture:
    """Return the picture of some expressions as it is wanted; several values of a parameter draw a family.

    Raises `UsageError` for a bad range, too many curves or nothing to see, `ExpressionError` for an
    expression that is no function of x.
    """
    check_range(wanted.x)
    if wanted.y is not None:
        check_range(wanted.y)
    groups = arranged(lines_of(expressions, wanted.order, parameters), wanted)
    if sum(map(len, groups)) > MOST_CURVES:
        raise UsageError("picture.too_many", n=sum(map(len, groups)), most=MOST_CURVES)
    panels = tuple(panel(group, wanted) for group in groups if group)
    return Picture(panels, min(BESIDE[wanted.layout], len(panels)))


def check_range(given: tuple[float, float]) -> None:
    """Refuse an empty, reversed, infinite or absurd range with a `UsageError`."""
    low, high = given
    if not (isfinite(low) and isfinite(high)) or max(abs(low), abs(high)) > FARTHEST:
        raise UsageError("picture.range_far", low=f"{low:g}", high=f"{high:g}")
    if not low < high:
        raise UsageError("picture.range_order", low=f"{low:g}", high=f"{high:g}")
    if high - low < NARROWEST * max(abs(low), abs(high), 1e-3):
        raise UsageError("picture.range_narrow", low=f"{low:g}", high=f"{high:g}")


def reachable(given: tuple[float, float]) -> bool:
    """Say whether a range may be asked for."""
    try:
        check_range(given)
    except UsageError:
        return False
    return True


def lines_of(expressions: Sequence[str], order: int, parameters: Mapping[str, Sequence[float]]) -> list[Line]:
    """Return every curve wanted: each expression, each member of its family, each derivative."""
    parsed = [(parse(source), source) for source in expressions]
    members = family(parsed, parameters)
    return [Line(member, level) for member in members for level in range(order + 1)]


def arranged(lines: list[Line], wanted: Wanted) -> list[list[Line]]:
    """Return the curves of each panel."""
    match wanted.layout:
        case "overlay":
            return [lines]
        case "panels":
            levels = sorted({line.order for line in lines})
            if levels == [0]:  # two panels are asked for: the derivatives are the second
                lines = [replace(line, order=order) for line in lines for order in (0, 1)]
                levels = [0, 1]
            return [[line for line in lines if line.order == level] for level in levels]
        case "grid":
            members = list({id(line.member): line.member for line in lines}.values())
            return [[line for line in lines if line.member is member] for member in members]


def panel(lines: Sequence[Line], wanted: Wanted) -> Panel:
    """Return one panel. Raises `UsageError` when none of its curves has a finite value there."""
    low, high = wanted.x
    with np.errstate(all="ignore"):  # infinities are welcome on the way: they are cut
        traces = [sampling.trace(function(line), low, high) for line in lines]
        y = Axis(*wanted.y) if wanted.y else framing.height(traces)
        if y is None or not any(trace.pieces for trace in traces):
            raise UsageError("picture.nothing", low=f"{low:g}", high=f"{high:g}", name=lines[0].member.source)
        x = Axis(low, high)
        return Panel(x, y, tuple(curve(*one, x, y, wanted) for one in zip(lines, traces, strict=True)))


def curve(line: Line, trace: sampling.Trace, x: Axis, y: Axis, wanted: Wanted) -> Curve:
    """Return one curve inside its panel."""
    segments = tuple(segment for piece in trace.pieces for segment in framing.cut(piece, y))
    name = line.name if wanted.labels else ""
    found, told = _marks(line, trace, (x, y), wanted), _course(line, trace, x, wanted)
    return Curve(name, line.member.source, segments, told, found)


def _marks(line: Line, trace: sampling.Trace, axes: tuple[Axis, Axis], wanted: Wanted) -> tuple[Mark, ...]:
    if not wanted.marks:
        return ()
    from tutor.pictures.marking import marks

    return marks(function(line), trace, *axes, wanted.marks)


def _course(line: Line, trace: sampling.Trace, x: Axis, wanted: Wanted) -> Course:
    if not wanted.told:
        return Course()
    from tutor.pictures.course import course

    return course(function(line), trace, x.low, x.high)


def function(line: Line) -> Function:
    """Return the function a curve shows, with a full meter.

    Raises `ExpressionError` where it is none.
    """
    node = line.member.node
    shown = Prime(node, line.order, span=node.span) if line.order else node
    try:
        return function_of(shown, dict(line.member.names))
    except ExpressionError:
        raise
    except UsageError as error:  # the whole is a truth or a vector
        span = node.span
        raise ExpressionError(error.key, span.source, span.position, span.length) from error
