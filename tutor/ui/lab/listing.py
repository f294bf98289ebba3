"""The experiments in one list, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.text.words import say
from tutor.ui.lines import BLANK, Line, line, paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.labs.model import Lab
    from tutor.text import Language

NARROW = 56  # columns below which a name has its own line


def lines(labs: Sequence[Lab], columns: int, language: Language) -> list[Line]:
    """Return every experiment with its one line, and how to run one."""
    wide = columns >= NARROW
    size = max((len(lab.name) for lab in labs), default=0) + 2 if wide else 2
    found: list[Line] = []
    for lab in labs:
        lead = line((lab.name.ljust(size), "accent")) if wide else line("  ")
        found += [] if wide else [line((lab.name, "accent"))]
        for text in lab.text("about").lines(language):
            found += paragraph(text, columns, "plain", lead)
            lead = line(" " * size)
    example = labs[0].name if labs else "NAME"
    return [*found, BLANK, *paragraph(say("labs.how", language, name=example), columns, "dim")]
