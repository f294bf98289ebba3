"""A lesson file as it was read: the lesson, what only authors and checks need, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.questions.model import Card
    from tutor.syllabus.model import Lesson, Problem
    from tutor.syllabus.notes import Name


@dataclass(frozen=True, slots=True)
class Claim:
    """An expression that must be true, and its place."""

    expression: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class CardSource:
    """A card with its place, its claims and the ids it had before."""

    card: Card
    line: int
    column: int
    claims: tuple[Claim, ...] = ()
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LessonFile:
    """Everything one lesson file says; `lesson` is None when the file could not be used at all.

    `places` are line and column of each step, `claims` what formula and derive steps prove.
    """

    file: str
    lesson: Lesson | None = None
    cards: tuple[CardSource, ...] = ()
    claims: tuple[Claim, ...] = ()
    places: tuple[tuple[int, int], ...] = ()
    defined: tuple[Name, ...] = ()
    referred: tuple[Name, ...] = ()
    problems: tuple[Problem, ...] = ()
