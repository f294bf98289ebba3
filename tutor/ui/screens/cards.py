"""A list of cards, printed: a table where there is room, two lines a card where there is not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.text.width import pad as padded
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
LEAST_QUESTION = 20
WIDE = 110  # columns from which ids may be longer
GAP = 2


@dataclass(frozen=True, slots=True)
class CardRow:
    """One card of the list: `due` in days from today (None: never answered), `mastery` 0–1, `extra` one number more."""

    id: str
    kind: KindName
    question: Text
    due: int | None = None
    mastery: float = 0.0
    suspended: bool = False
    extra: str = ""


def lines(
    rows: Sequence[CardRow], language: Language, columns: int, *, total: int | None = None, extra: str = ""
) -> list[Line]:
    """Return the list in lines of at most `columns` cells; there are `total` cards, `extra` names the number more."""
    if not rows:
        return paragraph(say("screen.no_cards", language), columns, "dim")
    body = _table(rows, language, columns, extra) if columns >= TABLE else _stacked(rows, language, columns, extra)
    return [*body, *_count(len(rows), len(rows) if total is None else total, language, columns)]


def _count(shown: int, total: int, language: Language, columns: int) -> list[Line]:
    if shown == total:
        return [cut(line((say("screen.card_count", language, n=shown), "dim")), columns)]
    return paragraph(say("card.first_of", language, shown=shown, n=total), columns, "dim")


def due(row: CardRow, language: Language) -> tuple[str, Role]:
    """Return when a card comes, in words, with the colour of its state."""
    if row.suspended:
        return say("screen.suspended", language), "dim"
    if row.due is None:
        return say("screen.mark_new", language), "new"
    if row.due <= 0:
        return say("screen.due_today", language), "due"
    return say("screen.due_in", language, when=days_in_words(row.due, language)), "plain"


def _question(row: CardRow, language: Language, columns: int) -> str:
    """Return the question on one line; of a very long one no more than is looked at."""
    text = row.question.zh if language == "zh" else row.question.lines(language)[0]
    return " ".join(clean(text[: 2 * columns]).split())


def _table(rows: Sequence[CardRow], language: Language, columns: int, extra: str = "") -> list[Line]:
    """Return one line a card below a heading; the question takes what is left."""
    names = [clean(row.id) for row in rows]
    kinds = {row.kind: say(f"screen.kind_{row.kind}", language) for row in rows}
    dues = [due(row, language) for row in rows]
    heads = [say(f"screen.column_{name}", language) for name in ("id", "kind", "due", "mastery")]
    heads += [say(f"card.column_{extra}", language)] if extra else []
    names_at = min(LONGEST_ID if columns < WIDE else columns // 3, max(map(width, [*names, heads[0]])))
    sizes = [
        names_at,
        max(map(width, [*kinds.values(), heads[1]])),
        max(map(width, {text for text, _ in dues} | {heads[2]})),
        max(4, width(heads[3])),
        *([max(map(width, {row.extra for row in rows} | {heads[4]}))] if extra else []),
    ]
    room = columns - sum(sizes) - GAP * len(sizes)
    if room < LEAST_QUESTION:  # the question says more than the kind
        room += sizes[1] + GAP
        sizes[1], heads[1] = 0, ""
    top = _cells([*((head, "dim") for head in heads), (say("screen.column_question", language), "dim")], [*sizes, room])
    body = []
    for row, name, when in zip(rows, names, dues, strict=True):
        cells = ((name, "key"), (kinds[row.kind], "plain"), when, (f"{row.mastery:.2f}", "plain"), (row.extra, "plain"))
        known = [fitted(text, role, size) for (text, role), size in zip(cells, sizes, strict=False)]
        body.append((*known, *cut(line(_question(row, language, room)), room)))
    return [top, (Span("─" * columns, "rule"),), *body]


@lru_cache(maxsize=4096)
def fitted(text: str, role: Role, size: int) -> Span:
    """Return a cell of a table with the gap behind it: of many cards most cells are alike."""
    return Span(padded(text, size) + " " * GAP if size else "", role)


def _cells(cells: list[tuple[str, Role]], sizes: list[int]) -> Line:
    spans: list[Span] = []
    for cell, size in [(cell, size) for cell, size in zip(cells, sizes, strict=True) if size]:
        spans += [*pad(line(cell), size), Span(" " * GAP)]
    last = len(spans) - 1
    while last and not spans[last].text.strip():
        last -= 1
    return tuple(spans[: last + 1])


def _stacked(rows: Sequence[CardRow], language: Language, columns: int, extra: str = "") -> list[Line]:
    """Return two lines a card: its id with its day (or the number it is sorted by), and its question."""
    told: list[Line] = []
    for row in rows:
        when = line((row.extra, "plain") if extra else due(row, language))
        fits = measure(when) + 12 <= columns
        head = line((clean(row.id), "key"))
        told += [beside(head, when, columns) if fits else cut(head, columns)]
        told += [indent(cut(line(_question(row, language, columns)), columns - GAP), GAP)]
    return told
