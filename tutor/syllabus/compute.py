"""Numbers that need no draw, computed once: a compiled card shows them as plain text.

So a session over such cards never loads the evaluator. Expressions over drawn values stay. Numbers
that are known already (from the same core) are taken as they are: an edited word costs no numpy.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from tutor.questions import template
from tutor.questions.model import Formula, Hole, Numeric, Option, Wording
from tutor.syllabus.model import Problem
from tutor.syllabus.texts import free_names, reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tutor.questions.model import Piece
    from tutor.syllabus.model import Erratum, Step
    from tutor.syllabus.source import CardSource, LessonFile

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Compiled:
    """The cards and steps of a lesson file with their numbers filled in, and what could not be computed."""

    cards: tuple[CardSource, ...]
    steps: tuple[Step, ...]
    problems: tuple[Problem, ...]


EXACT = 0  # in place of digits: all of them


class Numbers:
    """Computed numbers as texts, by expression and digits; `fresh` are those that were not known before."""

    def __init__(self, known: Mapping[tuple[str, int], str] | None = None) -> None:
        self.known = dict(known or {})
        self.fresh: dict[tuple[str, int], str] = {}

    def text(self, expression: str, digits: int) -> str:
        """Return the number of `expression`; raises `NoNumberError`."""
        return self._kept((expression, digits), lambda: template.computed(expression, digits, {}))

    def exact(self, expression: str) -> str:
        """Return the number of `expression` to its last bit, as Python writes it; raises `NoNumberError`."""
        return self._kept((expression, EXACT), lambda: repr(template.evaluated(expression, {})))

    def learn(self, fresh: Mapping[tuple[str, int], str]) -> None:
        """Take over numbers that were computed elsewhere by the same core."""
        self.known.update(fresh)
        self.fresh.update(fresh)

    def _kept(self, place: tuple[str, int], compute: Callable[[], str]) -> str:
        expression, _ = place
        if place not in self.known:
            try:
                self.fresh[place] = compute()
            except Exception as error:  # whatever the evaluator raises belongs to this expression
                raise NoNumberError(expression) from error
            self.known[place] = self.fresh[place]
        return self.known[place]


class NoNumberError(Exception):
    """An expression has no number; the cause says why."""

    def __init__(self, expression: str) -> None:
        super().__init__(expression)
        self.expression = expression


def compiled(file: LessonFile, numbers: Numbers | None = None) -> Compiled:
    """Return what `file` holds, computed; a card or step whose number fails is left out with a problem."""
    assert file.lesson is not None
    numbers = numbers or Numbers()
    problems: list[Problem] = []
    line, drawn = formula_line(file.lesson.function), drawable(file.lesson.function)
    cards = []
    for source in file.cards:
        card = _try(source.card, numbers, (source.line, source.column), file.file, problems)
        if card is not None:
            cards.append(replace(source, card=replace(card, formula=line, function=drawn)))
    places = file.places or ((1, 1),) * len(file.lesson.steps)
    steps = [_try(step, numbers, at, file.file, problems) for step, at in zip(file.lesson.steps, places, strict=True)]
    return Compiled(tuple(cards), tuple(step for step in steps if step is not None), tuple(problems))


def truths(errata: Iterable[Erratum], numbers: Numbers) -> tuple[tuple[Erratum, ...], tuple[Problem, ...]]:
    """Return errata with their numbers computed, and those that have none as problems."""
    problems: list[Problem] = []
    found = [_try(erratum, numbers, (1, 1), "errata.yaml", problems) for erratum in errata]
    return tuple(erratum for erratum in found if erratum is not None), tuple(problems)


def formula_line(function: str) -> str:
    """Return formula and derivative of a function of the catalogue in one line, "" when there is none."""
    if not function:
        return ""
    from tutor.activations import get

    record = get(function)
    return "; ".join(line for line in (record.formula, record.derivative_formula) if line)


def drawable(function: str) -> str:
    """Return the name of a function that has a curve, "" for a function of vectors."""
    from tutor.activations import ACTIVATIONS

    return function if any(record.name == function for record in ACTIVATIONS) else ""


def _try(value: T, numbers: Numbers, at: tuple[int, int], file: str, problems: list[Problem]) -> T | None:
    try:
        filled: T = computed(value, numbers)
    except NoNumberError as error:
        facts = {"text": error.expression, **reason(error.__cause__ or error)}
        texts = tuple((name, str(fact)) for name, fact in facts.items())
        problems.append(Problem(file, *at, "expression-fails", texts))
        return None
    return filled


def computed(value: Any, numbers: Numbers) -> Any:
    """Return a card, a step or a part of one with every number computed that needs no draw."""
    match value:
        case Wording():
            return template.mapped(value, lambda hole: _fixed(hole, numbers))
        case Option() if value.expression and not free_names(value.expression):
            text = numbers.text(value.expression, value.digits)
            return replace(computed_fields(value, numbers), wording=Wording((text,), (text,)), expression="", digits=3)
        case Formula():  # its expressions are over x
            return replace(value, slips=tuple(_over_x(slip, numbers) for slip in value.slips))
        case Numeric() if not free_names(value.expression):
            return replace(computed_fields(value, numbers), expression=numbers.exact(value.expression))
        case tuple():
            return tuple(computed(item, numbers) for item in value)
        case _ if is_dataclass(value):
            return computed_fields(value, numbers)
        case _:
            return value


def _over_x(slip: Option, numbers: Numbers) -> Option:
    return replace(slip, because=slip.because and computed(slip.because, numbers))


def computed_fields(value: Any, numbers: Numbers) -> Any:
    """Return a record with each of its fields computed; the same one when nothing changed."""
    changes = {}
    for field in fields(value):
        old = getattr(value, field.name)
        new = computed(old, numbers) if isinstance(old, tuple) or is_dataclass(old) else old
        if new is not old and new != old:
            changes[field.name] = new
    return replace(value, **changes) if changes else value


def _fixed(hole: Hole, numbers: Numbers) -> Piece:
    if hole.digits is None or free_names(hole.expression):
        return hole
    return numbers.text(hole.expression, hole.digits)
