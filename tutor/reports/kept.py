"""A backup as a list tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup: `number` in the list, `when` on the learner's clock, `size` in bytes.

    `why` ends a key "backup.why_…"; `sound` tells whether every byte was checked, what it holds is known only then.
    """

    number: int
    when: datetime
    why: str
    size: int
    sound: bool
    answers: int = 0
    cards: int = 0
    last: date | None = None
