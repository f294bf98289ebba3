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


class Press:
    """An input that says nothing but its name; a dataclass for each would cost the start-up budget."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


@dataclass(frozen=True, slots=True)
class Moment:
    """Now: the learner's study day (ordinal) and a running count of milliseconds."""

    day: int
    ms: int


class Reveal(Press):
    """Show the answer of a flash card, or open the grade prompt after the key points."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Tick or untick an option of a multi card, or a key point, by position from 0."""

    place: int


@dataclass(frozen=True, slots=True)
class Grade:
    """Grade a revealed flash card: 1 Again, 2 Hard, 3 Good, 4 Easy."""

    grade: int


class Next(Press):
    """Go on after a verdict."""

    __slots__ = ()


class Guessed(Press):
    """The right answer was a guess: counts as Again, not as a lapse."""

    __slots__ = ()


class TooEasy(Press):
    """The right answer came without effort: counts as Easy."""

    __slots__ = ()


class WasRight(Press):
    """The verdict was unfair: counts as Good and is noted as disputed."""

    __slots__ = ()


class Undo(Press):
    """Take back the last step, also one of an earlier session."""

    __slots__ = ()


class Redo(Press):
    """Bring back what was last taken back."""

    __slots__ = ()


class Skip(Press):
    """Not now: the card goes to the end; skipped again it waits for another session."""

    __slots__ = ()


class Bury(Press):
    """Not today."""

    __slots__ = ()


class Suspend(Press):
    """Not until it is resumed."""

    __slots__ = ()


class Reread(Press):
    """Read the missed questions of a quiz once more, each with its verdict."""

    __slots__ = ()


class Repeat(Press):
    """Ask the missed questions of a quiz once more, drawn afresh."""

    __slots__ = ()


class Leave(Press):
    """End the session; everything answered is kept."""

    __slots__ = ()


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


class UndoLast(Press):
    """Effect: take back this device's last step."""

    __slots__ = ()


class RedoLast(Press):
    """Effect: bring back the step last taken back."""

    __slots__ = ()


Effect = Fact | UndoLast | RedoLast
Answer = Reveal | Mark | Chosen | Typed | DontKnow | Unreadable | Grade | Next | Guessed | TooEasy | WasRight
Action = Answer | Undo | Redo | Skip | Bury | Suspend | Reread | Repeat | Leave
Reply = Recorded | TakenBack | NothingLeft
Input = Action | Reply
