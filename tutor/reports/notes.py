"""What is known of the learner's notes: how many questions each has, how many are started and due, when it returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.memory.state import Memory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.memory.state import CardState


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note; `returns` is the first study day on which one of its started cards is due, None while there is none."""

    note: str
    path: str
    title: str
    questions: int = 0
    started: int = 0
    due: int = 0
    returns: int | None = None


@dataclass(frozen=True, slots=True)
class FolderLine:
    """A folder or a file that the learner added, with its notes by their paths; `away` when it is not there now."""

    path: str
    notes: tuple[NoteLine, ...] = ()
    away: bool = False

    @property
    def questions(self) -> int:
        """Return how many questions its notes have."""
        return sum(note.questions for note in self.notes)

    @property
    def started(self) -> int:
        """Return how many of its cards are started."""
        return sum(note.started for note in self.notes)

    @property
    def due(self) -> int:
        """Return how many of its cards are due."""
        return sum(note.due for note in self.notes)


def note_line(note: str, path: str, title: str, states: Sequence[CardState], today: int) -> NoteLine:
    """Return a note with its cards counted; a suspended card does not return, a buried one not before its day."""
    started = [(state, state.memory) for state in states if isinstance(state.memory, Memory)]
    days = [max(memory.due, state.buried_until) for state, memory in started if not state.suspended]
    return NoteLine(
        note,
        path,
        title,
        questions=len(states),
        started=len(started),
        due=sum(day <= today for day in days),
        returns=min(days, default=None),
    )
