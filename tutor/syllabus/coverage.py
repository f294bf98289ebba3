"""What a course does not teach yet: items, errata, formats and functions without a lesson. A report, not a fault.

A function is taught when a lesson is about it, or draws it or proves a formula of it in a step.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.errors import NotFoundError
from tutor.syllabus.model import Derive, FormulaStep, PlotStep, TableStep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.questions.model import Card
    from tutor.syllabus.load import Loaded
    from tutor.syllabus.model import Lesson, Step

NAME = re.compile(r"[^\W\d]\w*")
ANYWHERE = 0  # the part of what belongs to no part


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing: an item, an erratum, a fact or a function by its `name`, and its part (0: none)."""

    kind: str
    name: str
    part: int


def gaps(loaded: Loaded) -> tuple[Gap, ...]:
    """Return what is missing: items, then errata, facts with one format only, and functions."""
    found = (*_items(loaded), *_errata(loaded), *_facts(loaded), *_functions(loaded))
    return tuple(found)


def _items(loaded: Loaded) -> Iterator[Gap]:
    """Yield the items that no lesson covers."""
    covered = {item for lesson in loaded.lessons for item in lesson.covers}
    for part in loaded.course.parts:
        yield from (Gap("item", item.id, part.number) for item in part.items if item.id not in covered)


def _errata(loaded: Loaded) -> Iterator[Gap]:
    """Yield the errata to be taught that no card corrects; that such a card proves its point is checked elsewhere."""
    answered = {name.id for file in loaded.files for name in file.referred if name.kind == "erratum"}
    for erratum in loaded.errata:
        if erratum.teach and erratum.id not in answered:
            yield Gap("erratum", erratum.id, erratum.part)


def _facts(loaded: Loaded) -> Iterator[Gap]:
    """Yield the facts that are asked in one format only; rungs of a ladder are asked in their own way."""
    asked: dict[str, list[Card]] = {}
    for lesson in loaded.lessons:
        for card in lesson.cards:
            if card.ladder is None:
                asked.setdefault(card.fact, []).append(card)
    for fact, cards in asked.items():
        if len({card.kind for card in cards}) == 1:
            yield Gap("fact", fact, cards[0].part)


def _functions(loaded: Loaded) -> Iterator[Gap]:
    """Yield the functions of the catalogue that no lesson teaches."""
    from tutor.activations import ACTIVATIONS, VECTOR_FUNCTIONS

    taught = {name for lesson in loaded.lessons for name in _taught(lesson)}
    for record in (*ACTIVATIONS, *VECTOR_FUNCTIONS):
        if record.name not in taught:
            yield Gap("function", record.name, ANYWHERE)


def _taught(lesson: Lesson) -> Iterator[str]:
    if lesson.function:
        yield lesson.function
    for step in lesson.steps:
        for expression in _expressions(step):
            yield from _names(expression)


def _expressions(step: Step) -> tuple[str, ...]:
    match step:
        case PlotStep(curves=curves):
            return curves
        case TableStep(rows=rows):
            return rows
        case FormulaStep(check=check) if check:
            return (check,)
        case Derive(lines=lines):
            return tuple(line.check for line in lines if line.check)
        case _:
            return ()


def _names(expression: str) -> Iterator[str]:
    """Yield the catalogue's own names of the functions in an expression, or of a bare name."""
    from tutor.activations import find

    for name in NAME.findall(expression):
        with suppress(NotFoundError):
            yield find(name).name
