"""What can happen to a session: what the learner does, and what the journal replies.

An effect is what the session wants done: a `Fact` to record, or the journal's last step to be taken
back or brought back. The loop performs it and feeds the reply into the same machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.events import Fact
from tutor.questions.answers import Chosen, DontKnow, Typed, Unreadable

if TYPE_CHECKING:
    from tutor.events import Event
    from tutor.memory.state import CardState
    from tutor.questions.model import Card


@dataclass(frozen=True, slots=True)
class Moment:
    """Now: the learner's study day (ordinal) and a running count of milliseconds."""

    day: int
    ms: int


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show the answer of a flash card, or open the grade prompt after the key points."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Tick or untick an option of a multi card, or a key point, by position from 0."""

    place: int


@dataclass(frozen=True, slots=True)
class Grade:
    """Grade a revealed flash card: 1 Again, 2 Hard, 3 Good, 4 Easy."""

    grade: int


@dataclass(frozen=True, slots=True)
class Next:
    """Go on after a verdict."""


@dataclass(frozen=True, slots=True)
class Guessed:
    """The right answer was a guess: counts as Again, not as a lapse."""


@dataclass(frozen=True, slots=True)
class TooEasy:
    """The right answer came without effort: counts as Easy."""


@dataclass(frozen=True, slots=True)
class WasRight:
    """The verdict was unfair: counts as Good and is noted as disputed."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last step, also one of an earlier session."""


@dataclass(frozen=True, slots=True)
class Redo:
    """Bring back what was last taken back."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Not now: the card goes to the end; skipped again it waits for another session."""


@dataclass(frozen=True, slots=True)
class Bury:
    """Not today."""


@dataclass(frozen=True, slots=True)
class Suspend:
    """Not until it is resumed."""


@dataclass(frozen=True, slots=True)
class Leave:
    """End the session; everything answered is kept."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """The journal's reply to a fact: the event as it stands and the card's new state."""

    event: Event
    state: CardState


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The journal's reply to an undo or redo (`restored`): the event, its card if it still exists."""

    event: Event
    card: Card | None
    state: CardState
    restored: bool = False


@dataclass(frozen=True, slots=True)
class NothingLeft:
    """The journal's reply when there is nothing to take back or to bring back."""

    redo: bool = False


@dataclass(frozen=True, slots=True)
class UndoLast:
    """Effect: take back this device's last step."""


@dataclass(frozen=True, slots=True)
class RedoLast:
    """Effect: bring back the step last taken back."""


Effect = Fact | UndoLast | RedoLast
Answer = Reveal | Mark | Chosen | Typed | DontKnow | Unreadable | Grade | Next | Guessed | TooEasy | WasRight
Action = Answer | Undo | Redo | Skip | Bury | Suspend | Leave
Reply = Recorded | TakenBack | NothingLeft
Input = Action | Reply
