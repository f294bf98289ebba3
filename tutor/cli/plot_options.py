"""What was typed after `tutor plot`, read: ranges, parameters, marks, the kind of file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.activations.expression import ExpressionError, calculate
from tutor.errors import UsageError, near
from tutor.pictures.model import LAYOUTS, MARKS, Wanted
from tutor.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.pictures.model import MarkKind

EVERYWHERE = "-6:6"
OVERLAY = "overlay"
SUFFIXES = (".svg", ".txt")


@dataclass(frozen=True, slots=True)
class Numbers:
    """What to compute, as it was typed."""

    x: str = EVERYWHERE
    y: str = ""
    parameters: tuple[str, ...] = ()
    layout: str = OVERLAY
    marks: tuple[str, ...] = ()
    derivatives: int = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where and how to show it."""

    width: int | None = None
    height: int | None = None
    ascii_only: bool = False
    save: str = ""
    as_json: bool = False
    in_words: bool = False
    live: bool = False


def wanted_of(numbers: Numbers) -> Wanted:
    """Return the picture that is wanted; raises `UsageError` for what cannot be read."""
    for layout in LAYOUTS:
        if numbers.layout == layout:
            y = interval(numbers.y) if numbers.y else None
            return Wanted(interval(numbers.x), y, numbers.derivatives, layout, marks=marks(numbers.marks))
    raise UsageError("plot.layout", given=numbers.layout, near=near(numbers.layout, list(LAYOUTS)))


def interval(text: str) -> tuple[float, float]:
    """Return a range such as `-6:6` or `-pi:2*pi`; raises `UsageError`."""
    parts = fold(text).split(":")
    if len(parts) != 2:
        raise UsageError("plot.range", given=text)
    return value(parts[0], "plot.range", text), value(parts[1], "plot.range", text)


def value(text: str, key: str, given: str) -> float:
    """Return a number that may be written as an expression; raises `UsageError` with the sentence `key`."""
    try:
        found = calculate(text)
    except ExpressionError as error:
        raise UsageError(key, given=given) from error
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise UsageError(key, given=given)
    return float(found)


def parameter(text: str) -> tuple[str, tuple[float, ...]]:
    """Return name and values of a parameter such as `β=0.5,1,2`; raises `UsageError`."""
    name, equals, values = fold(text).partition("=")
    if not (equals and name.strip().isidentifier()):
        raise UsageError("plot.parameter", given=text)
    return name.strip(), tuple(value(part, "plot.parameter", text) for part in values.split(","))


def marks(texts: Sequence[str]) -> tuple[MarkKind, ...]:
    """Return the kinds of points to be marked, given as `max,min`; raises `UsageError`."""
    wanted = [name.strip() for text in texts for name in fold(text).split(",")]
    for name in wanted:
        if name not in MARKS:
            raise UsageError("plot.mark", given=name, near=near(name, list(MARKS)))
    return tuple(kind for kind in MARKS if kind in wanted)


def checked_suffix(file: str) -> str:
    """Return the kind of file to be saved; raises `UsageError` for one that is not written here."""
    suffix = Path(file).suffix.lower()
    if file and suffix not in SUFFIXES:
        raise UsageError("plot.suffix", given=file)
    return suffix
