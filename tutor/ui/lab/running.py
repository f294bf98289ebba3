"""An experiment while it runs: the first picture as far as it is known, how far the run is, how long it may take."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from tutor.pictures.experiment import numbered
from tutor.text.numbers import percent
from tutor.text.words import say
from tutor.ui import signs
from tutor.ui.lab.drawing import LOWEST, fitted
from tutor.ui.lines import BLANK, Line, beside, cut, indent, line, measure, paragraph, rule

if TYPE_CHECKING:
    from tutor.labs.model import Lab, Result, Step
    from tutor.text import Language

LONGEST = 60  # cells of the bar
MARGIN, ROOMY = 2, 50  # empty cells at both sides, and the columns from which there are any
APART = 3  # cells between what is done and how long it may take
SURE = 0.7  # seconds after which the rest can be estimated


@dataclass(frozen=True, slots=True)
class Run:
    """A run as it is seen: the lab, its last step and what that found, `spent` seconds after the start."""

    lab: Lab
    step: Step
    result: Result
    spent: float


def left(done: float, spent: float) -> int | None:
    """Return the seconds a run may still take, None as long as nobody can tell."""
    return ceil(spent * (1 - done) / done) if done > 0 and spent >= SURE else None


def margin(columns: int) -> int:
    """Return the empty cells at both sides of a screen."""
    return MARGIN if columns >= ROOMY else 0


def screen(run: Run, columns: int, rows: int, language: Language, *, ascii_only: bool = False) -> list[Line]:
    """Return the run in exactly `rows` lines: the way out and the bar stay whatever else has no room."""
    edge = margin(columns)
    room = max(2, columns - 2 * edge)
    title = run.lab.text("title")
    title = signs.plain(title) if ascii_only else title
    head = [row for text in title.lines(language) for row in paragraph(text, room, "title")]
    below = [BLANK, *progress(run, room, language, ascii_only=ascii_only), rule(room), _keys(room, language)]
    high = rows - len(head) - len(below) - 1
    body = (
        fitted(run.result.findings[0], room, high, language, numbered(run.result.findings), ascii_only=ascii_only)
        if run.result.findings and high >= LOWEST
        else []
    )
    above = [*head, BLANK, *body][: max(0, rows - len(below))]
    found = [*above, *[BLANK] * (rows - len(above) - len(below)), *below][-rows:]
    return [indent(cut(signs.spelt(row) if ascii_only else row, room), edge) for row in found]


def progress(run: Run, columns: int, language: Language, *, ascii_only: bool = False) -> list[Line]:
    """Return the bar with the share that is done and the time that is left, below it what is being worked on."""
    seconds = left(run.step.done, run.spent)
    told = say("labs.left_unknown", language) if seconds is None else say("labs.left", language, seconds=seconds)
    size = max(4, min(LONGEST, columns - len("  100 %")))
    full = round(min(max(run.step.done, 0.0), 1.0) * size)
    on, off = ("#", "-") if ascii_only else ("━", "─")
    bar = line((on * full, "accent"), (off * (size - full), "rule"), (f"  {percent(run.step.done)}", "strong"))
    doing, rest = line((run.step.doing.lines(language)[0], "plain")), line((told, "dim"))
    wide = max(size + len("  100 %"), measure(doing) + measure(rest) + APART)
    return [bar, beside(doing, rest, min(columns, wide))]


def _keys(columns: int, language: Language) -> Line:
    return cut(line(("q", "key"), (f" {say('labs.do_stop', language)}", "dim")), columns)
