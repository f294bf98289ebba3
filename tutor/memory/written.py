"""The review fields as the front matter of a note gives them: what its author, or another tool, wrote down.

Days are proleptic ordinals. It knows neither YAML nor cards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.memory.fields import Difficulty


@dataclass(frozen=True, slots=True)
class Written:
    """The fields of one note; None where a field is missing, null or cannot be read."""

    created: int | None = None
    last_reviewed: int | None = None
    next_review: int | None = None
    review_count: int | None = None
    difficulty: Difficulty | None = None
    mastery_level: float | None = None
    tags: tuple[str, ...] = ()
    related_outlines: tuple[str, ...] = ()


UNWRITTEN = Written()
