"""A section of `tutor stats`: one report in its three forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tutor.text import Language
    from tutor.ui.lines import Line


@dataclass(frozen=True, slots=True)
class Section:
    """One report: values for `--json`, lines for a width, lines of text for plain mode."""

    values: Any
    lines: Callable[[Language, int], list[Line]]
    told: Callable[[Language], Iterable[str]]
