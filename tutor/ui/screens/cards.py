"""A list of cards, printed: a table where there is room, two lines a card where there is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import Line, Span, beside, clean, cut, indent, line, measure, pad, paragraph
from tutor.ui.phrases import span as days_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.questions.model import KindName
    from tutor.text import Language, Text
    from tutor.ui.theme import Role

TABLE = 72  # columns from which a card fits one line with enough of its question
LONGEST_ID = 30
GAP = 2


@dataclass(frozen=True, slots=True)
class CardRow:
    """One card of the list: `due` in days from today (None: never answered), `mastery` 0–1."""

    id: str
    kind: KindName
    question: Text
    due: int | None = None
    mastery: float = 0.0
    suspended: bool = False


def lines(rows: Sequence[CardRow], language: Language, columns: int) -> list[Line]:
    """Return the list in lines of at most `columns` cells."""
    if not rows:
        return paragraph(say("screen.no_cards", language), columns, "dim")
    count = line((say("screen.card_count", language, n=len(rows)), "dim"))
    body = _table(rows, language, columns) if columns >= TABLE else _stacked(rows, language, columns)
    return [*body, cut(count, columns)]


def due(row: CardRow, language: Language) -> tuple[str, Role]:
    """Return when a card comes, in words, with the colour of its state."""
    if row.suspended:
        return say("screen.suspended", language), "dim"
    if row.due is None:
        return say("screen.mark_new", language), "new"
    if row.due <= 0:
        return say("screen.due_today", language), "due"
    return say("screen.due_in", language, when=days_in_words(row.due, language)), "plain"


def _question(row: CardRow, language: Language) -> str:
    return " ".join(clean(row.question.lines(language)[0]).split())


def _table(rows: Sequence[CardRow], language: Language, columns: int) -> list[Line]:
    """Return one line a card below a heading; the question takes what is left."""
    names = [clean(row.id) for row in rows]
    kinds = [say(f"screen.kind_{row.kind}", language) for row in rows]
    dues = [due(row, language) for row in rows]
    heads = [say(f"screen.column_{name}", language) for name in ("id", "kind", "due", "mastery", "question")]
    sizes = [
        min(LONGEST_ID, max(map(width, [*names, heads[0]]))),
        max(map(width, [*kinds, heads[1]])),
        max(map(width, [*(text for text, _ in dues), heads[2]])),
        max(4, width(heads[3])),
    ]
    room = columns - sum(sizes) - GAP * len(sizes)
    top = _cells([(head, "dim") for head in heads], [*sizes, room])
    body = [
        _cells(
            [
                (name, "key"),
                (kind, "plain"),
                when,
                (f"{row.mastery:.2f}", "plain"),
                (_question(row, language), "plain"),
            ],
            [*sizes, room],
        )
        for row, name, kind, when in zip(rows, names, kinds, dues, strict=True)
    ]
    return [top, (Span("─" * columns, "rule"),), *body]


def _cells(cells: list[tuple[str, Role]], sizes: list[int]) -> Line:
    spans: list[Span] = []
    for cell, size in zip(cells, sizes, strict=True):
        spans += [*pad(line(cell), size), Span(" " * GAP)]
    last = len(spans) - 1
    while last and not spans[last].text.strip():
        last -= 1
    return tuple(spans[: last + 1])


def _stacked(rows: Sequence[CardRow], language: Language, columns: int) -> list[Line]:
    """Return two lines a card: its id with its day, and its question."""
    told: list[Line] = []
    for row in rows:
        when = line(due(row, language))
        fits = measure(when) + 12 <= columns
        head = line((clean(row.id), "key"))
        told += [beside(head, when, columns) if fits else cut(head, columns)]
        told += [indent(cut(line(_question(row, language)), columns - GAP), GAP)]
    return told
