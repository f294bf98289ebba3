"""What a game is played with in tests: the course's own cards, a host that keeps facts in a list."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tutor.syllabus.load import load

CONTENT = Path(__file__).parents[3] / "content"


@cache
def course():
    return tuple(card for lesson in load(CONTENT).lessons for card in lesson.cards)


@cache
def material(game):
    """Return the cards of the course that a game deals from, in the order of the course."""
    return tuple(card for card in course() if game.cards(card)) if game.cards else ()


@dataclass
class MemoryHost:
    """A host whose clock moves two seconds at each look."""

    language: str = "zh"
    facts: list = field(default_factory=list)
    looks: int = 0

    def ms(self) -> int:
        self.looks += 1
        return 2000 * self.looks

    def seed(self) -> str:
        return f"again {self.looks}"

    def record(self, fact) -> None:
        self.facts.append(fact)
