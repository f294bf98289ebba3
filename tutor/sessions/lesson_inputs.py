"""What a learner can do in a lesson besides answering a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tutor.sessions.inputs import Effect, Press
from tutor.sessions.inputs import Input as QuestionInput

Where = Literal["left", "outline", "next"]


class Forward(Press):
    """Go on: the next sentence, line or question, then the next step."""

    __slots__ = ()


class Back(Press):
    """Go back the way one came."""

    __slots__ = ()


class Unfold(Press):
    """Open or close what is folded."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Attempt:
    """The learner's own idea of the next line of a derivation, as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave the lesson: for the shell, for the outline, or for the next lesson."""

    where: Where = "left"


LessonInput = QuestionInput | Forward | Back | Unfold | Attempt | Quit

__all__ = ["Attempt", "Back", "Effect", "Forward", "LessonInput", "Quit", "Unfold", "Where"]
