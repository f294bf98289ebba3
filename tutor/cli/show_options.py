"""What was typed after `tutor show`, read: functions, parameters, rows and columns, the kind of file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.errors import UsageError
from tutor.pictures.request import Request
from tutor.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.pictures.request import CourseFacts

SUFFIXES = (".svg", ".txt", ".md", ".json")


@dataclass(frozen=True, slots=True)
class Typed:
    """What to show, as it was typed."""

    functions: tuple[str, ...] = ()
    x: str = ""
    parameters: tuple[str, ...] = ()
    layout: str = ""
    columns: tuple[str, ...] = ()
    sort: str = ""
    filters: tuple[str, ...] = ()
    gains: tuple[str, ...] = ()
    units: int | None = None
    depth: int | None = None
    seed: str = ""


@dataclass(frozen=True, slots=True)
class Showing:
    """Where and how to show it."""

    width: int | None = None
    ascii_only: bool = False
    save: str = ""
    as_json: bool = False
    in_words: bool = False


def request_of(typed: Typed, course: CourseFacts | None) -> Request:
    """Return what is asked of a picture; raises `UsageError` for what cannot be read."""
    from tutor.cli.plot_options import interval, parameter, value

    return Request(
        functions=typed.functions,
        x=interval(typed.x) if typed.x else None,
        parameters=tuple(map(parameter, typed.parameters)),
        layout=typed.layout,
        columns=listed(typed.columns),
        sort=typed.sort,
        filters=typed.filters,
        gains=tuple(value(text, "show.gain", text) for text in listed(typed.gains)),
        units=typed.units,
        depth=typed.depth,
        seed=typed.seed,
        course=course,
    )


def listed(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the words of lists such as `a,b`."""
    return tuple(word.strip() for text in texts for word in fold(text).split(",") if word.strip())


def checked_suffix(file: str) -> str:
    """Return the kind of file to be saved; raises `UsageError` for one that is not written here."""
    suffix = Path(file).suffix.lower()
    if file and suffix not in SUFFIXES:
        raise UsageError("show.suffix", given=file)
    return suffix
