"""The steps of a lesson in words: prose, formulas, curves, derivations, tables, one line after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from tutor.questions.template import fill
from tutor.syllabus.model import (
    Ask,
    Compare,
    Derive,
    FormulaStep,
    PlotStep,
    Pretest,
    Prose,
    Recap,
    ShowStep,
    TableStep,
)
from tutor.text.words import say
from tutor.ui import card_plot
from tutor.ui.learn import curves, picture
from tutor.ui.learn.scene import course_of
from tutor.ui.lines import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.questions.model import Wording
    from tutor.sessions.lesson_model import LessonSession
    from tutor.syllabus.model import Reading, Step
    from tutor.text import Language
    from tutor.ui.learn.host import LessonHost

PAGE, HIGH = 76, 24  # of a picture


def told(state: LessonSession, step: Step, host: LessonHost, language: Language, *, everything: bool) -> Iterator[str]:
    """Yield a step in words; of one that opens by stages only what is new, unless it is seen first."""
    match step:
        case Prose(role, wording):
            yield from _prose(state, role, wording, language)
        case FormulaStep(show):
            yield say("lesson.plain_formula", language, text=show)
        case Derive():
            yield from _derived(state, step, language, everything=everything)
        case PlotStep():
            yield from _read(state, step, language, everything=everything)
        case Compare():
            yield from _compared(step, language)
        case TableStep():
            yield from _table(step, language)
        case ShowStep(name):
            yield from (
                text_of(row).rstrip() for row in picture.lines(name, PAGE, HIGH, language, course_of(state, host))
            )
        case Pretest() | Ask() | Recap():
            return
        case _:
            assert_never(step)


def _derived(state: LessonSession, step: Derive, language: Language, *, everything: bool) -> Iterator[str]:
    for shown in step.lines[0 if everything else state.stage : state.stage + 1]:
        yield shown.show
        yield from _texts(shown.because, language, "lesson.plain_because")


def _read(state: LessonSession, step: PlotStep, language: Language, *, everything: bool) -> Iterator[str]:
    if everything:
        yield from curves_in_words(step, language)
    for reading in step.read[0 if everything else state.stage : state.stage + 1]:
        yield from _reading(step, reading, language)


def _compared(step: Compare, language: Language) -> Iterator[str]:
    for side, arguments in (("pros", step.pros), ("cons", step.cons)):
        yield say(f"lesson.{side}_{step.kind}", language)
        for argument in arguments:
            yield from (f"- {line}" for line in fill(argument, {}).lines(language))


def _prose(state: LessonSession, role: str, wording: Wording, language: Language) -> Iterator[str]:
    text = fill(wording, {})
    if role == "deeper" and state.at not in state.unfolded:
        yield say("lesson.deeper_invites", language)
        return
    for side in text.lines(language):
        yield from (part for part in side.split("\n") if part)


def _texts(wording: Wording | None, language: Language, key: str) -> Iterator[str]:
    for line in fill(wording, {}).lines(language) if wording is not None else ():
        yield say(key, language, text=line)


def _reading(step: PlotStep, reading: Reading, language: Language) -> Iterator[str]:
    several = len(step.curves) > 1 and reading.curve in step.curves
    made = card_plot.picture_of(curves.of(step)) if several else None
    name = list(made.curves)[step.curves.index(reading.curve)].name if made else ""
    for line in fill(reading.wording, {}).lines(language):
        yield say("lesson.plain_curve", language, name=name, text=line) if name else line


def curves_in_words(step: PlotStep, language: Language) -> Iterator[str]:
    """Yield the range of a plot and one sentence for each curve."""
    yield from card_plot.in_words(curves.of(step), language)


def _table(step: TableStep, language: Language) -> Iterator[str]:
    from tutor.pictures.lesson_table import table

    made = table(step)
    for name, *cells in made.rows:
        told = [
            say(
                "lesson.plain_cell",
                language,
                column=column.title.lines(language)[0],
                value=cell.text.lines(language)[0],
            )
            for column, cell in zip(made.columns[1:], cells, strict=True)
        ]
        shown = say("lesson.plain_comma", language).join(told)
        yield say("lesson.plain_row", language, name=name.text.lines(language)[0], cells=shown)
