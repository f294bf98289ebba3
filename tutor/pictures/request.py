"""What is asked of a picture: which functions, which rows and columns, and the facts of the course it may need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tutor.syllabus.model import Lesson, Part, Term

Option = Literal["functions", "range", "param", "layout", "columns", "sort", "filter", "gain", "units", "depth", "seed"]


@dataclass(frozen=True, slots=True)
class CourseFacts:
    """What pictures of the course are drawn from: its parts, lessons and glossary."""

    parts: tuple[Part, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody wants to see of a picture; everything empty is the picture as it is meant.

    `gains`, `units` (the width of a layer), `depth` and `seed` belong to pictures of a deep network.
    """

    functions: tuple[str, ...] = ()
    x: tuple[float, float] | None = None
    parameters: tuple[tuple[str, tuple[float, ...]], ...] = ()
    layout: str = ""
    columns: tuple[str, ...] = ()
    sort: str = ""
    filters: tuple[str, ...] = ()
    gains: tuple[float, ...] = ()
    units: int | None = None
    depth: int | None = None
    seed: str = ""
    course: CourseFacts | None = None

    def given(self) -> tuple[Option, ...]:
        """Return the options that were used."""
        used: dict[Option, bool] = {
            "functions": bool(self.functions),
            "range": self.x is not None,
            "param": bool(self.parameters),
            "layout": bool(self.layout),
            "columns": bool(self.columns),
            "sort": bool(self.sort),
            "filter": bool(self.filters),
            "gain": bool(self.gains),
            "units": self.units is not None,
            "depth": self.depth is not None,
            "seed": bool(self.seed),
        }
        return tuple(option for option, there in used.items() if there)
