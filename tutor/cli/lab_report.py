"""The report of an experiment as a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.errors import TutorError, UsageError
from tutor.text.words import say

if TYPE_CHECKING:
    from tutor.labs.outcome import Outcome
    from tutor.text import Language

COLUMNS = 80  # of a drawing in a report


def checked(file: str) -> None:
    """Refuse a file that cannot become a report before the run; raises `TutorError`."""
    if not file:
        return
    if Path(file).suffix.lower() != ".md":
        raise UsageError("labs.suffix", given=file)
    parent = Path(file).absolute().parent
    if not parent.is_dir():
        raise TutorError("labs.no_folder", file=file, folder=parent)


def save(outcome: Outcome, file: str, language: Language) -> None:
    """Write the report and say so on stderr; raises `TutorError` when that fails."""
    from tutor.exchange.lab_report import report

    try:
        Path(file).write_text(report(outcome, drawings(outcome, language), language), encoding="utf-8")
    except OSError as error:
        raise TutorError("labs.not_saved", file=file, why=error.strerror or str(error)) from error
    print(say("labs.saved", language, file=file), file=sys.stderr)


def drawings(outcome: Outcome, language: Language) -> list[list[str]]:
    """Return each finding as lines of text, nothing for one that is a table anyway."""
    from tutor.labs.model import Grid
    from tutor.pictures.experiment import numbered, shown
    from tutor.ui.lines import text_of
    from tutor.ui.pictured import drawn

    known = numbered(outcome.result.findings)
    return [
        []
        if isinstance(finding, Grid)
        else [text_of(row).rstrip() for row in drawn(shown(finding, language, known), COLUMNS, None, language)]
        for finding in outcome.result.findings
    ]
