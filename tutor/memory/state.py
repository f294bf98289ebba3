"""What is known about one card: its memory, once it has been rated, and what keeps it away.

A card's state depends on its own events only (`fold`), never on other cards or on today's settings.
Days are proleptic ordinals of the learner's study days.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unseen:
    """The card has never been rated."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What rated answers left behind.

    `stability` in days (recall falls to 90 % in that time), `difficulty` 1–10, `due` and the two
    days are study days, `recent` holds the grades of the last five rated answers, oldest first.
    """

    stability: float
    difficulty: float
    due: int
    first_day: int
    last_day: int
    reviews: int
    lapses: int
    recent: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CardState:
    """The fold of a card's events.

    `seen_day` is the last study day with any answer, rated or practised (0: none): it keeps the
    card's siblings for tomorrow. `buried_until` is the first day on which the card may come again.
    """

    memory: Memory | Unseen = Unseen()
    seen_day: int = 0
    suspended: bool = False
    buried_until: int = 0


NEW = CardState()
