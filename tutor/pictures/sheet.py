"""A sheet: panels of curves with what stands below them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.pictures.model import Picture
    from tutor.pictures.table import Table
    from tutor.text import Text


@dataclass(frozen=True, slots=True)
class Sheet:
    """Curves, the numbers that belong to them, and notes.

    `small` panels may be as narrow as small multiples are; `extra` rows make a canvas higher than usual.
    `told` is said instead of one sentence a curve.
    """

    picture: Picture
    notes: tuple[Text, ...] = ()
    facts: Table | None = None
    small: bool = False
    extra: int = 0
    told: tuple[Text, ...] = ()
