"""The words of the course as a table: both languages, other forms that are accepted, one line of meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.pictures.table import Cell, Column, Table
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.syllabus.model import Term


def glossary(terms: Iterable[Term]) -> Table:
    """Return the terms in the order of the course; the learner's language first, the other beside it."""
    columns = (
        Column("term", Text("术语", "term")),
        Column("other", Text("英文", "Chinese")),
        Column("meaning", Text("意思", "meaning")),
        Column("also", Text("也作", "also")),
    )
    return Table(columns, tuple(map(_row, terms)))


def _row(term: Term) -> tuple[Cell, ...]:
    also = Text("、".join(term.accept_zh) or "–", ", ".join(term.accept_en) or "–")
    return Cell(term.text, term.id), Cell(Text(term.text.en, term.text.zh)), Cell(term.definition), Cell(also)
