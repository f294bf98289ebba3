"""How deep each ladder of the interview was climbed, and which key points were missed most."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import Line, Span, clean, cut, line, pad, paragraph
from tutor.ui.phrases import bar
from tutor.ui.stats.section import room_of, section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.text import Language, Text

BAR = 12  # cells
WIDE = 60  # columns from which a depth stands beside its question
Points = tuple[tuple["Text", int], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One ladder: its headline and topic, its rungs, depth of the last and of the deepest climb (None: never)."""

    ask: Text
    topic: Text
    of: int
    depth: int | None
    best: int | None
    tries: int


def lines(rows: Sequence[Row], points: Points, language: Language, columns: int) -> list[Line]:
    """Return the section in lines of at most `columns` cells."""
    room = room_of(columns)
    return section(say("interview.stats", language), _blocks(rows, points, language, room), room)


def _blocks(rows: Sequence[Row], points: Points, language: Language, room: int) -> list[list[Line]]:
    tried = [row for row in rows if row.tries]
    if not tried:
        return [paragraph(say("interview.stats_none", language), room, "dim")]
    blocks = [paragraph(_sum(rows, language), room), [part for row in tried for part in _row(row, language, room)]]
    if points:
        head = line((say("interview.stats_missed", language), "accent"))
        told = [
            part
            for point, times in points
            for part in paragraph(
                f"{_one(point, language)}  {say('interview.times', language, n=times)}",
                room,
                lead=line(("· ", "notice")),
            )
        ]
        blocks.append([head, *told])
    blocks.append([row for text in _untried(rows, language) for row in paragraph(text, room, "dim")])
    return blocks


def _sum(rows: Sequence[Row], language: Language) -> str:
    tried = sum(bool(row.tries) for row in rows)
    top = sum(row.best == row.of for row in rows)
    return say("interview.stats_sum", language, tried=tried, n=len(rows), top=top)


def _row(row: Row, language: Language, room: int) -> list[Line]:
    """Return a ladder: its headline, a bar of the last depth, the deepest one where it was deeper."""
    depth, best = row.depth or 0, row.best or 0
    full, rest = bar(depth / row.of, BAR)
    deepest = f"  {say('interview.stats_head_best', language)} {best}" if best > depth else ""
    right = (
        Span(full, "right" if depth == row.of else "accent"),
        Span(rest, "rule"),
        Span(f"  {depth}/{row.of}", "strong"),
        Span(deepest, "dim"),
    )
    asked = _one(row.ask, language)
    if room < WIDE:
        return [*paragraph(asked, room), cut((Span("  "), *right), room)]
    widest = BAR + len("  9/9") + width(f"  {say('interview.stats_head_best', language)} 9")
    return [(*pad(line(asked), room - widest - 2), Span("  "), *right)]


def _one(text: Text, language: Language) -> str:
    return clean(text.lines(language)[0]).replace("\n", " ")


def _untried(rows: Sequence[Row], language: Language) -> Iterator[str]:
    """Yield for each topic how many ladders nobody climbed yet."""
    waiting = Counter(_one(row.topic, language) for row in rows if not row.tries)
    for topic, count in waiting.items():
        yield say("interview.stats_new", language, topic=topic, n=count)


def told(rows: Sequence[Row], points: Points, language: Language) -> Iterator[str]:
    """Yield the section in words."""
    yield say("interview.stats", language)
    tried = [row for row in rows if row.tries]
    if not tried:
        yield say("interview.stats_none", language)
        return
    yield _sum(rows, language)
    for row in tried:
        facts = {"depth": row.depth, "of": row.of, "best": row.best, "tries": row.tries}
        yield say("interview.stats_line", language, ask=_one(row.ask, language), **facts)
    for point, times in points:
        yield say("interview.stats_missed_line", language, point=_one(point, language), times=times)
    yield from _untried(rows, language)
