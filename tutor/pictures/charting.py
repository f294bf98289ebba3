"""Measured points as curves of a panel: the frame that holds them, cut where they leave it, in words as well."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import ceil, floor, isfinite, log10
from typing import TYPE_CHECKING

from tutor.pictures.model import Axis, Course, Curve, Move, Panel, Picture, Stretch
from tutor.pictures.sheet import Sheet
from tutor.pictures.spans import spanned
from tutor.pictures.ticks import power
from tutor.text import Text
from tutor.text.numbers import significant
from tutor.text.wording import both

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tutor.labs.model import Chart, Series
    from tutor.pictures.model import MoveKind, Point, Segment
    from tutor.text import Language

LOWEST, HIGHEST = -20.0, 20.0  # powers of ten that are drawn
LEAST = 1.0  # powers of ten that a frame spans at least
NOBODY: Mapping[str, int] = {}
AIR = 0.04  # of the height, free above and below


def chart(found: Chart, language: Language, known: Mapping[str, int] = NOBODY) -> Sheet:
    """Return the sheet of a chart: one panel, what lies across, and a sentence for each line; names in `language`.

    Functions that are `known` keep the number of their stroke.
    """
    lines = [_heights(one, powers=found.powers) for one in found.series]
    y = _upright([y for line in lines for run in line for _, y in run], powers=found.powers)
    if found.powers and floor(y.high) - ceil(y.low) < 1:  # fewer than two powers of ten to read heights by
        return chart(replace(found, powers=False), language, known)
    x = _across([x for one in found.series for x, _ in one.points])
    curves = [
        Curve(
            " / ".join(one.name.lines(language)),
            one.function,
            tuple(part for run in line for part in cut(run, y)),
            course(one.points),
        )
        for one, line in zip(found.series, lines, strict=True)
    ]
    curves = [replace(curve, look=look) for curve, look in zip(curves, looks(found, known), strict=True)]
    notes = [_titled("labs.across", found.x)]
    if found.powers and any(not y.holds(height) for line in lines for run in line for _, height in run):
        notes.append(both("labs.beyond", low=power(int(LOWEST)), high=power(int(HIGHEST))))
    told = tuple(sentence(one) for one in found.series)
    return Sheet(Picture((Panel(x, y, tuple(curves)),)), tuple(notes), told=told)


def functions(charts: Iterable[Chart]) -> dict[str, int]:
    """Return a number for each function that several charts draw, in the order in which they first do."""
    found: dict[str, int] = {}
    for one in charts:
        for place, series in enumerate(one.series):
            if series.function and series.function not in found:
                taken = set(found.values())
                found[series.function] = next(n for n in (place, *range(len(taken) + 1)) if n not in taken)
    return found


def looks(found: Chart, known: Mapping[str, int]) -> list[int | None]:
    """Return the number of each line's stroke: that of its function, others get what is free.

    None for all where two lines are of one function: then they go by their places.
    """
    kept = [known.get(one.function) if one.function else None for one in found.series]
    named = [look for look in kept if look is not None]
    if len(named) != len(set(named)):
        return [None] * len(kept)
    free = iter(n for n in range(len(kept) + len(named)) if n not in named)
    return [next(free) if look is None else look for look in kept]


def _titled(key: str, title: Text) -> Text:
    return Text(both(key, title=title.zh).zh, both(key, title=title.en).en)


def _heights(one: Series, *, powers: bool) -> list[list[Point]]:
    """Return the unbroken runs of points, as powers of ten where they are drawn so."""
    runs: list[list[Point]] = [[]]
    for x, y in one.points:
        if isfinite(y) and isfinite(x) and (y > 0 or not powers):
            runs[-1].append((x, log10(y) if powers else y))
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _upright(heights: Sequence[float], *, powers: bool) -> Axis:
    """Return the vertical axis; a flat line stands in the middle of it."""
    if powers:
        heights = [min(max(height, LOWEST), HIGHEST) for height in heights]
    low, high = min(heights, default=0.0), max(heights, default=1.0)
    if powers and high - low < LEAST:
        low, high = (low + high - LEAST) / 2, (low + high + LEAST) / 2
    low, high = spanned(low, high)
    air = AIR * (high - low)
    return Axis(low - air, high + air, powers=powers)


def _across(places: Sequence[float]) -> Axis:
    low, high = min(places, default=0.0), max(places, default=1.0)
    return Axis(*spanned(low, high))


def cut(run: Sequence[Point], y: Axis) -> Iterator[Segment]:
    """Yield the stretches of a run inside the frame, with the points where they leave it."""
    inside: list[Point] = [run[0]] if y.holds(run[0][1]) else []
    for before, after in pairwise(run):
        edges = [_edge(before, after, edge) for edge in (y.low, y.high) if (before[1] - edge) * (after[1] - edge) < 0]
        inside += sorted(edges)
        if y.holds(after[1]):
            inside.append(after)
        elif inside:
            yield tuple(inside)
            inside = []
    if inside:
        yield tuple(inside)


def _edge(before: Point, after: Point, edge: float) -> Point:
    """Return where the line between two points crosses a height."""
    share = (edge - before[1]) / (after[1] - before[1])
    return before[0] + share * (after[0] - before[0]), edge


def course(points: Sequence[Point]) -> Course:
    """Return how a line runs: from its first point to its last where it only rises or falls, else its bounds."""
    known = [(x, y) for x, y in points if isfinite(y)]
    if not known:
        return Course()
    heights = [y for _, y in known]
    ups = {(after > before) - (after < before) for before, after in pairwise(heights)} - {0}
    if len(ups) > 1:
        return Course(bounds=(min(heights), max(heights)))
    kinds: dict[int, MoveKind] = {1: "rises", -1: "falls"}
    kind = kinds[ups.pop()] if ups else "stays"
    return Course((Stretch(known[0], (Move(kind, known[-1]),)),))


def sentence(one: Series) -> Text:
    """Return a line in words: where it begins and ends, and its lowest and highest point where they lie between."""
    known = [(x, y) for x, y in one.points if isfinite(y)]
    if not known:
        return _named("labs.line_nothing", one.name)
    first, last = known[0], known[-1]
    facts = {"x": significant(first[0]), "y": significant(first[1])}
    if len(known) == 1:
        return _named("labs.line_point", one.name, **facts)
    facts |= {"to_x": significant(last[0]), "to_y": significant(last[1])}
    told = _named("labs.line", one.name, **facts)
    ends = {significant(first[1]), significant(last[1])}
    for kind, (x, y) in (("low", min(known, key=lambda point: point[1])), ("high", max(known, key=lambda p: p[1]))):
        if significant(y) not in ends:
            more = both(f"labs.line_{kind}", x=significant(x), y=significant(y))
            told = Text(told.zh + more.zh, told.en + more.en)
    after = [x for x, y in one.points if x > last[0] and not isfinite(y)]
    if after:
        gone = both("labs.line_gone", x=significant(after[0]))
        told = Text(told.zh + gone.zh, told.en + gone.en)
    stop = both("labs.line_stop")
    return Text(told.zh + stop.zh, told.en + stop.en)


def _named(key: str, name: Text, **facts: object) -> Text:
    return Text(both(key, name=name.zh, **facts).zh, both(key, name=name.en, **facts).en)
