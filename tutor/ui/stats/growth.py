"""How mastery grew, part by part: small curves on one scale, two rows high, with their numbers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tutor.text.words import say
from tutor.ui.lines import BLANK, Line, Span, beside, flow, line, measure, paragraph
from tutor.ui.phrases import part_mark
from tutor.ui.stats.hints import name_of, nothing, nothing_told
from tutor.ui.stats.section import room_of, section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.reports.growth import Growth, PartGrowth
    from tutor.text import Language

EIGHTHS = " ▁▂▃▄▅▆▇█"
ROWS = 2
NOTHING = "·"  # of a week in which nothing was known yet
QUARTER = 13  # weeks between the numbers of plain text


def lines(shown: Growth, language: Language, columns: int) -> list[Line]:
    """Return the curves in lines of at most `columns` cells."""
    room = room_of(columns)
    title = say("knowing.growth", language)
    if not any(part.met for part in shown.parts):
        return section(title, [nothing(language, room)], room)
    weeks = shown.weeks[:: -_each(shown, room)][::-1]
    blocks = [_part(part, shown, language, room) for part in shown.parts]
    return section(title, [_lead(shown, language, room), *blocks, _dates(weeks, language, room)], room)


def told(shown: Growth, language: Language) -> tuple[str, ...]:
    """Return the growth as lines of text: each part's mastery every quarter of a year."""
    title = say("knowing.growth", language)
    if not any(part.met for part in shown.parts):
        return (title, nothing_told(language))
    last, step = date.fromordinal(shown.weeks[-1]).isoformat(), QUARTER if len(shown.weeks) > QUARTER else 1
    rows = [title, say("knowing.growth_told", language, n=step, last=last)]
    for part in shown.parts:
        levels = " → ".join(f"{level:.2f}" for level in part.levels[::-step][::-1])
        named = {"number": part_mark(part.number), "title": name_of(part.title, language)}
        rows.append(say("knowing.growth_line", language, levels=levels, met=part.met, cards=part.cards, **named))
    return tuple(rows)


def _lead(shown: Growth, language: Language, room: int) -> list[Line]:
    """Return how to read the curves."""
    why = paragraph(say("knowing.growth_why", language), room, "dim")
    if len(shown.weeks) == 1:
        return [*why, *paragraph(say("knowing.growth_soon", language), room, "dim")]
    return [*why, *paragraph(say("knowing.growth_each", language, n=_each(shown, room)), room, "dim")]


def _each(shown: Growth, room: int) -> int:
    """Return the weeks of one column."""
    return -(-len(shown.weeks) // room)


def _part(part: PartGrowth, shown: Growth, language: Language, room: int) -> list[Line]:
    """Return title and numbers of a part, and its curve below them."""
    cards = line((say("knowing.of_cards", language, met=part.met, cards=part.cards), "dim"))
    figures = line((_figures(part), "strong")) if part.met else BLANK
    numbers = (*figures, Span("  "), *cards) if part.met else cards
    below = flow([figures, cards] if part.met else [cards], room, 2)
    title = name_of(part.title, language)
    head = line((f"{part_mark(part.number)}  ", "dim"), title)
    if measure(head) + 2 + measure(numbers) <= room:
        rows = [beside(head, numbers, room)]
    else:
        rows = [
            *paragraph(title, room, lead=line((f"{part_mark(part.number)}  ", "dim"))),
            *below,
        ]
    if len(part.levels) == 1:
        return rows
    return [*rows, *curve(part.levels[:: -_each(shown, room)][::-1])]


def _figures(part: PartGrowth) -> str:
    """Return the first and the last level, one when there is no more."""
    return " → ".join(f"{level:.2f}" for level in dict.fromkeys((part.levels[0], part.levels[-1])))


def curve(levels: Sequence[float]) -> list[Line]:
    """Return shares of one as columns of blocks, `ROWS` rows high; the least that is not 0 is seen."""
    steps = [0 if level <= 0 else max(1, round(8 * ROWS * level)) for level in levels]
    rows = [
        "".join(EIGHTHS[min(8, max(0, step - 8 * row))] if step or row else NOTHING for step in steps)
        for row in reversed(range(ROWS))
    ]
    return [tuple(_spans(row)) for row in rows if row.strip()]


def _spans(row: str) -> list[Span]:
    """Return a row with its empty weeks pale."""
    begun = len(row) - len(row.lstrip(NOTHING))
    return list(line((row[:begun], "rule"), (row[begun:].rstrip(), "accent")))


def _dates(weeks: Sequence[int], language: Language, room: int) -> list[Line]:
    """Return the dates under the ends of the curves; none under a single week."""
    if len(weeks) == 1:
        return []
    first, last = (date.fromordinal(day).isoformat() for day in (weeks[0], weeks[-1]))
    if len(weeks) < len(first) + len(last) + 2:
        return paragraph(say("knowing.growth_dates", language, first=first, last=last), room, "dim")
    return [beside(line((first, "dim")), line((last, "dim")), len(weeks))]
