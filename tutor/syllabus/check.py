"""Checks that compute: every claim, every expression, every draw. For `tutor check`, never in a session.

Decisions: at most 2000 combinations of drawn values are tried. Options are numbers when every one of
them is an `{expr}` or a text that reads as a number; two such options must differ by 20 % of the
larger at every draw, unless the card is tagged `digits`; where values are drawn, the right one may be
neither always the largest nor always the smallest.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.questions import template
from tutor.questions.answers import read_number
from tutor.questions.formula import differs
from tutor.questions.grading import close
from tutor.questions.model import Choice, Formula, Multi, Numeric, Option, Wording
from tutor.questions.showing import all_draws
from tutor.syllabus.columns import unknown
from tutor.syllabus.compute import Numbers, compiled, truths
from tutor.syllabus.heights import too_tall
from tutor.syllabus.ladders import ladder_problems
from tutor.syllabus.load import in_order, load
from tutor.syllabus.model import Problem, TableStep
from tutor.syllabus.terms import avoided
from tutor.syllabus.texts import free_names, reason
from tutor.syllabus.walk import parts_of
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from tutor.questions.model import Card
    from tutor.syllabus.load import Loaded
    from tutor.syllabus.model import Term
    from tutor.syllabus.source import CardSource, Claim, LessonFile

    Check = Callable[[CardSource, list[dict[str, str]]], Iterable[tuple[str, dict[str, Any]]]]

MOST = 2000
CLOSE = 0.2
DIGITS = "digits"
FAILURES = (TutorError, ArithmeticError, LookupError, TypeError, ValueError)


def check(root: Path) -> tuple[Problem, ...]:
    """Return everything that is wrong with the course under `root`, computed things included."""
    return examine(load(root))


def examine(loaded: Loaded) -> tuple[Problem, ...]:
    """Return what is wrong with a loaded course, computed things included."""
    found = [problem for file in loaded.files for problem in check_lesson(file)]
    found += [problem for file in loaded.files for problem in _terms(file, loaded.glossary)]
    found += ladder_problems(loaded.files)
    return in_order((*loaded.problems, *found, *truths(loaded.errata, Numbers())[1]))


def check_lesson(file: LessonFile) -> Iterator[Problem]:
    """Yield what computing finds in one lesson file."""
    yield from compiled(file).problems
    yield from _steps(file)
    for claim in file.claims:
        yield from _claim(file.file, claim, [{}])
    for source in file.cards:
        combinations = all_draws(source.card, MOST + 1)
        draws = combinations[:MOST]
        for claim in source.claims:
            yield from _claim(file.file, claim, draws)
        for rule in RULES:
            for name, facts in rule(source, combinations if rule is many_draws else draws):
                yield _problem(file.file, source.line, source.column, name, facts)


def _problem(file: str, line: int, column: int, rule: str, facts: Mapping[str, Any]) -> Problem:
    return Problem(file, line, column, rule, tuple((name, str(value)) for name, value in facts.items()))


def _steps(file: LessonFile) -> Iterator[Problem]:
    """Yield the steps that do not fit a screen, and the columns of tables that mean nothing."""
    steps = file.lesson.steps if file.lesson else ()
    for step, (line, column_at) in zip(steps, file.places, strict=False):
        try:
            tall = too_tall(step)
        except FAILURES:
            continue  # `compiled` has said so
        for column in unknown(step) if isinstance(step, TableStep) else ():
            yield _problem(file.file, line, column_at, "column-unknown", {"name": column})
        if tall:
            yield _problem(file.file, line, column_at, "step-too-tall", {"rows": tall[0], "most": tall[1]})


def _terms(file: LessonFile, glossary: Sequence[Term]) -> Iterator[Problem]:
    """Yield the words that the glossary tells to avoid, at the card or step that uses them."""
    steps = file.lesson.steps if file.lesson else ()
    placed: list[tuple[object, int, int]] = [(source.card, source.line, source.column) for source in file.cards]
    placed += [(step, *at) for step, at in zip(steps, file.places, strict=False)]
    for value, line, column in placed:
        for form, use in avoided(value, glossary):
            yield _problem(file.file, line, column, "term-avoided", {"text": form, "use": use})


def _claim(file: str, claim: Claim, draws: list[dict[str, str]]) -> Iterator[Problem]:
    """Yield the first draw at which a claim is not true."""
    for values in draws:
        try:
            value = _evaluate(claim.expression, values)
        except FAILURES as error:
            facts = {"text": claim.expression, **reason(error)}
            yield _problem(file, claim.line, claim.column, "expression-fails", facts)
            return
        if not isinstance(value, bool):
            yield _problem(file, claim.line, claim.column, "claim-shape", {"text": claim.expression})
            return
        if not value:
            facts = {"text": claim.expression, "where": where(values)}
            yield _problem(file, claim.line, claim.column, "claim-false", facts)
            return


def _evaluate(expression: str, values: Mapping[str, str]) -> object:
    from tutor.activations.expression import calculate

    return calculate(expression, template.numbers(values))


def where(values: Mapping[str, str]) -> str:
    """Return drawn values as `a = 8, b = 2`; the sentence says how they are meant."""
    return ", ".join(f"{name} = {text}" for name, text in values.items())


def many_draws(source: CardSource, draws: list[dict[str, str]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield that there are more combinations than are tried."""
    if len(draws) > MOST:
        count = 1
        for drawn in source.card.draws:
            count *= len(drawn.candidates)
        yield "too-many-draws", {"count": count, "most": MOST}


def unused(source: CardSource, _draws: list[dict[str, str]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield drawn values that no text, option, curve or claim uses."""
    used: set[str] = set().union(*map(_names_in, source.claims))
    for expression in expressions_of(source.card):
        used |= free_names(expression)
    for drawn in source.card.draws:
        if drawn.name not in used:
            yield "with-unused", {"name": drawn.name}


def _names_in(claim: Claim) -> frozenset[str]:
    try:
        return free_names(claim.expression)
    except TutorError:  # `_claim` says so
        return frozenset()


def expressions_of(card: Card) -> Iterator[str]:
    """Yield every expression of a card; an inserted value is one too."""
    for part in parts_of(card):
        match part:
            case Wording():
                yield from (hole.expression for hole in part.holes)
            case Option() | Numeric() | Formula() if part.expression:
                yield part.expression
    if card.plot is not None:
        yield from card.plot.curves


def expressions(source: CardSource, draws: list[dict[str, str]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each expression that has no finite number at some draw: its first failure."""
    curves = set(source.card.plot.curves) if source.card.plot else set()
    if isinstance(source.card.body, Formula):
        curves |= {source.card.body.expression, *(slip.expression for slip in source.card.body.slips)}
    for expression in dict.fromkeys(expressions_of(source.card)):
        for values in draws:
            found = _curve(expression, values) if expression in curves else _number(expression, values, source.card)
            if found is not None:
                yield found
                break


def _curve(expression: str, values: Mapping[str, str]) -> tuple[str, dict[str, Any]] | None:
    """Return why an expression is no curve."""
    from tutor.activations.expression import function_of, parse

    try:
        function_of(parse(expression), template.numbers(values))
    except FAILURES as error:
        return "expression-fails", {"text": expression, **reason(error)}
    return None


def _number(expression: str, values: Mapping[str, str], card: Card) -> tuple[str, dict[str, Any]] | None:
    """Return why an expression is no finite number; without drawn values `compiled` has said so already."""
    if not free_names(expression) and not isinstance(card.body, Numeric):
        return None
    try:
        value = template.evaluated(expression, values)
    except FAILURES as error:
        return "expression-fails", {"text": expression, **reason(error)}
    if not isfinite(value):
        return "not-finite", {"text": expression, "value": value, "where": where(values)}
    return None


def options(source: CardSource, draws: list[dict[str, str]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield options that look alike, are too close, or show by their size which one is right."""
    body = source.card.body
    if not isinstance(body, Choice | Multi):
        return
    ranks: set[str] = set()
    said: set[str] = set()
    for values in draws:
        try:
            shown = [_shown(option, values) for option in body.options]
        except FAILURES:
            return  # `expressions` has said so
        for rule, facts in _pairs(shown, source.card):
            if rule not in said:
                said.add(rule)
                yield rule, {**facts, "where": where(values)}
        ranks.add(_rank(body.options, shown))
    if source.card.draws and isinstance(body, Choice) and len(ranks) == 1 and ranks <= {"largest", "smallest"}:
        yield f"right-{ranks.pop()}", {}


def slips(source: CardSource, draws: list[dict[str, str]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield wrong answers of a typed question that are right at some draw."""
    body = source.card.body
    if not isinstance(body, Numeric | Formula):
        return
    for slip in body.slips:
        for values in draws:
            try:
                right = _slip_is_right(body, slip.expression, values)
            except FAILURES:
                break  # `expressions` has said so
            if right:
                yield "slip-is-right", {"text": slip.expression, "where": where(values)}
                break


def _slip_is_right(body: Numeric | Formula, expression: str, values: Mapping[str, str]) -> bool:
    if isinstance(body, Formula):
        return differs(expression, body.expression, body.domain, values) is None
    expected = template.evaluated(body.expression, values)
    return close(template.evaluated(expression, values), expected, body.digits)


Shown = tuple[str, str, float | None]  # an option in zh, in en, and the number it is


def _shown(option: Option, values: Mapping[str, str]) -> Shown:
    if option.wording is None:
        value = template.evaluated(option.expression, values)
        text = significant(value, option.digits)
        return text, text, value
    told = template.fill(option.wording, values)
    number = read_number(told.en) if told.zh == told.en else None
    return told.zh, told.en, number if isinstance(number, float) else None


def _pairs(shown: list[Shown], card: Card) -> Iterator[tuple[str, dict[str, Any]]]:
    for place, (zh, en, value) in enumerate(shown):
        for other_zh, other_en, other in shown[:place]:
            if zh == other_zh or en == other_en:
                yield "options-alike", {"text": en}
            elif DIGITS not in card.tags and value is not None and other is not None and _close(value, other):
                yield "options-close", {"one": other_en, "other": en}


def _close(one: float, other: float) -> bool:
    return abs(one - other) < CLOSE * max(abs(one), abs(other)) * (1 - 1e-9)  # 1 and 0.8 are apart


def _rank(options: tuple[Option, ...], shown: list[Shown]) -> str:
    """Return whether the right option is the largest or smallest number, "" when neither or no number."""
    numbers = [value for _, _, value in shown if value is not None]
    right = next((value for option, (_, _, value) in zip(options, shown, strict=True) if option.right), None)
    if right is None or len(numbers) < len(shown):
        return ""
    return {max(numbers): "largest", min(numbers): "smallest"}.get(right, "")


RULES: tuple[Check, ...] = (many_draws, unused, expressions, options, slips)
