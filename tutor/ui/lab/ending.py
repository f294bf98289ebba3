"""What stays on the terminal when an experiment is left: its sentence, and how to repeat it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.labs.outcome import command
from tutor.text.numbers import percent
from tutor.text.words import say
from tutor.ui import signs
from tutor.ui.lines import Line, paragraph

if TYPE_CHECKING:
    from tutor.labs.outcome import Outcome
    from tutor.text import Language

WIDEST = 100


def lines(outcome: Outcome, columns: int, language: Language, *, ascii_only: bool = False) -> list[Line]:
    """Return title, how far a stopped run came, verdict and command."""
    room = min(WIDEST, columns)
    title, verdict = outcome.lab.text("title"), outcome.result.verdict
    if ascii_only:
        title, verdict = signs.plain(title), signs.plain(verdict)
    rows = [row for text in title.lines(language) for row in paragraph(text, room, "title")]
    if not outcome.complete:
        rows += paragraph(say("labs.partial", language, share=percent(outcome.done)), room, "notice")
    rows += [row for text in verdict.lines(language) for row in paragraph(text, room)]
    again = say("labs.repeat", language, command=command(outcome.lab, outcome.settings))
    return [*rows, *paragraph(again, room, "dim")]
