"""What an experiment found, as one page: the sentence to stand by, pictures, measures, what would change it."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from tutor.labs.model import Chart
from tutor.labs.outcome import command
from tutor.pictures.experiment import numbered, shown
from tutor.pictures.measures import heading, measures
from tutor.text.numbers import percent
from tutor.text.words import say
from tutor.ui import pictured, signs, table_picture
from tutor.ui.lab.drawing import fitted
from tutor.ui.lines import BLANK, Line, line, paragraph, spaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.labs.outcome import Outcome
    from tutor.text import Language, Text
    from tutor.ui.theme import Role

WIDEST = 100  # cells of a paragraph
SEEN = 13  # rows in which the first picture stands below the verdict; else it is as high as it likes


def lines(
    outcome: Outcome,
    columns: int,
    rows: int | None,
    language: Language,
    *,
    ascii_only: bool = False,
    verdict_first: bool = False,
) -> list[Line]:
    """Return the page in at most `columns` cells, as `blocks` do."""
    parts = blocks(outcome, columns, rows, language, ascii_only=ascii_only, verdict_first=verdict_first)
    return spaced(parts)


def starts(parts: Sequence[Sequence[Line]]) -> list[int]:
    """Return the rows at which blocks begin when an empty row parts them."""
    return [0, *accumulate(len(block) + 1 for block in parts)][:-1]


def blocks(
    outcome: Outcome,
    columns: int,
    rows: int | None,
    language: Language,
    *,
    ascii_only: bool = False,
    verdict_first: bool = False,
) -> list[list[Line]]:
    """Return what stands on the page in at most `columns` cells.

    With `verdict_first` the first picture takes what that leaves of `rows`, so that both are seen at once.
    """
    page = _Page(outcome, columns, language, ascii_only=ascii_only)
    above = [page.title(), page.partial()]
    said = [page.guess(), page.verdict()]
    if verdict_first:
        used = sum(len(block) + 1 for block in (*above, *said) if block)
        left = (rows or 0) - used
        pictures = list(page.findings(rows, left if left >= SEEN else rows))
        if pictures and 0 < left < len(pictures[0]):  # the first one has a page of its own
            said[-1] = [*said[-1], *[BLANK] * left]
        found = [*above, *said, *pictures, page.measures(), page.told()]
    else:
        found = [*above, *page.findings(), page.measures(), *said, page.told()]
    found += [page.tries(), page.lessons(), page.repeat()]
    kept = [block for block in found if block]
    return [[signs.spelt(row) for row in block] for block in kept] if ascii_only else kept


class _Page:
    """The blocks of the page."""

    def __init__(self, outcome: Outcome, columns: int, language: Language, *, ascii_only: bool) -> None:
        self.outcome = outcome
        self.columns = columns
        self.room = min(WIDEST, columns)
        self.language = language
        self.ascii_only = ascii_only

    def title(self) -> list[Line]:
        return self._told(self.outcome.lab.text("title"), "title")

    def partial(self) -> list[Line]:
        if self.outcome.complete:
            return []
        return paragraph(say("labs.partial", self.language, share=percent(self.outcome.done)), self.room, "notice")

    def guess(self) -> list[Line]:
        """Return what was expected beside what came true."""
        outcome = self.outcome
        rows = [row for text in self._answers("expected", outcome.expected) for row in paragraph(text, self.room)]
        if outcome.found:
            told = self._answers("found", outcome.found)
            rows += [row for text in told for row in paragraph(text, self.room)]
        elif outcome.complete:
            rows += paragraph(say("labs.undecided", self.language), self.room, "notice")
        if outcome.found and outcome.expected:
            true = outcome.predicted == outcome.result.answer
            sign = "" if self.ascii_only else "✓ " if true else "✗ "
            told_so = sign + say("labs.came_true" if true else "labs.came_false", self.language)
            rows += paragraph(told_so, self.room, "right" if true else "notice")
        return rows

    def _answers(self, key: str, text: Text | None) -> list[str]:
        told = self._plain(text).lines(self.language) if text else ()
        return [say(f"labs.{key}", self.language, answer=answer) for answer in told]

    def verdict(self) -> list[Line]:
        bar = "|" if self.ascii_only else "▌"
        head = self._heading("verdict")
        rows = [
            row
            for text in self._plain(self.outcome.result.verdict).lines(self.language)
            for row in paragraph(text, self.room - 2, "strong")
        ]
        return [*head, *(line((f"{bar} ", "mark"), *((span.text, span.role) for span in row)) for row in rows)]

    def findings(self, rows: int | None = None, first: int | None = None) -> Iterator[list[Line]]:
        """Yield each picture below its title: curves in `rows`, so that a page holds them, the first in `first`."""
        known = numbered(self.outcome.result.findings)
        for place, finding in enumerate(self.outcome.result.findings):
            room = rows if place else first
            if room is not None and room >= SEEN and isinstance(finding, Chart):
                yield fitted(finding, self.columns, room, self.language, known, ascii_only=self.ascii_only)
                continue
            head = self._told(finding.title, "strong")
            drawn = pictured.drawn(
                shown(finding, self.language, known), self.columns, None, self.language, ascii_only=self.ascii_only
            )
            yield [*head, BLANK, *drawn] if drawn else []

    def measures(self) -> list[Line]:
        found = self.outcome.result.measures
        if not found:
            return []
        table = measures(found)
        table = signs.table(table) if self.ascii_only else table
        return [
            *self._heading(heading(found)),
            BLANK,
            *table_picture.lines(table, self.room, None, self.language, ascii_only=self.ascii_only),
        ]

    def told(self) -> list[Line]:
        if not self.outcome.result.told:
            return []
        lead = line(("* " if self.ascii_only else "· ", "dim"))
        rows = [row for text in self.outcome.result.told for row in self._told(text, "plain", lead)]
        return [*self._heading("told"), *rows]

    def tries(self) -> list[Line]:
        lab = self.outcome.lab
        rows: list[Line] = []
        for place, typed in enumerate(lab.tries, 1):
            rows += paragraph(f"tutor lab {lab.name} {typed}", self.room, "formula", line("  "))
            rows += self._told(lab.text(f"try_{place}"), "dim", line("    "))
        return [*self._heading("tries"), *rows] if rows else []

    def lessons(self) -> list[Line]:
        found = self.outcome.lab.lessons
        commands = [say("labs.lesson", self.language, id=name) for name in found]
        commands += [say("labs.cards", self.language, id=name) for name in found[:1]]
        rows = [row for one in commands for row in paragraph(one, self.room, "formula", line("  "))]
        return [*self._heading("lessons"), *rows] if rows else []

    def repeat(self) -> list[Line]:
        again = command(self.outcome.lab, self.outcome.settings)
        return paragraph(say("labs.repeat", self.language, command=again), self.room, "dim")

    def _heading(self, name: str) -> list[Line]:
        return paragraph(say(f"labs.heading_{name}", self.language), self.room, "accent")

    def _told(self, text: Text, role: Role, lead: Line = BLANK) -> list[Line]:
        return [
            row for said in self._plain(text).lines(self.language) for row in paragraph(said, self.room, role, lead)
        ]

    def _plain(self, text: Text) -> Text:
        return signs.plain(text) if self.ascii_only else text
