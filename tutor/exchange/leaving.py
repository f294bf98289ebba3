"""What leaves the tutor, whatever the format: cards with their places, their states, their standing answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.events import Event
    from tutor.memory.state import CardState
    from tutor.questions.model import Card
    from tutor.text import Language, Text


@dataclass(frozen=True, slots=True)
class Leaving:
    """Everything an exporter may need.

    `places` gives for each lesson of a card the titles from the outside in (part, lesson); `states` those
    cards that have one; `events` the answers that stand, corrected by their regrades, in order. `today` is a
    study day, `now` UTC microseconds since 1970.
    """

    cards: tuple[Card, ...]
    places: Mapping[str, tuple[Text, ...]]
    states: Mapping[str, CardState]
    events: tuple[Event, ...]
    today: int
    now: int
    language: Language
