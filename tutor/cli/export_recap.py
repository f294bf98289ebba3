"""The recap of a lesson: gathered from the compiled course, written to a file or to standard output."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.desk import open_desk
from tutor.errors import TutorError, UsageError
from tutor.syllabus.model import PlotStep
from tutor.text.words import say

if TYPE_CHECKING:
    from tutor.cli.environment import Environment
    from tutor.syllabus.model import Lesson
    from tutor.text import Language

COLUMNS, ROWS = 72, 13  # a drawing that leaves most of a printed page to what it shows


def export_recap(environment: Environment, lesson_id: str, file: str, *, force: bool) -> None:
    """Write the recap of a lesson to `file`, to standard output when that is empty. Raises `TutorError`."""
    from tutor.exchange.recap import recap

    if file and Path(file).exists() and not force:
        raise UsageError("recap.exists", file=file)
    with open_desk(environment) as desk:
        lesson = desk.library.lesson(lesson_id)
    page = recap(lesson, drawings(lesson, environment.language), environment.language)
    if not file:
        print(page, end="")
        return
    try:
        Path(file).write_text(page, encoding="utf-8")
    except OSError as error:
        raise TutorError("recap.not_saved", file=file, why=error.strerror or str(error)) from error
    print(say("recap.saved", environment.language, file=file), file=sys.stderr)


def drawings(lesson: Lesson, language: Language) -> list[list[str]]:
    """Return the plots of a lesson as lines of text; those of the function it is about come first."""
    from tutor.pictures.curves import picture
    from tutor.pictures.model import Wanted
    from tutor.ui.lines import text_of
    from tutor.ui.plot import lines

    drawn = []
    plots = [step for step in lesson.steps if isinstance(step, PlotStep)]
    for step in sorted(plots, key=lambda step: lesson.function not in step.curves):
        made = picture(step.curves, Wanted(x=step.range, told=False), {})
        drawn.append([text_of(row).rstrip() for row in lines(made, COLUMNS, ROWS, language)])
    return drawn
