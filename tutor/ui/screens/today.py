"""Today at a glance, printed: what is due, how far each part is, the days studied, what to do next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tutor.text.words import say
from tutor.ui.lines import BLANK, Line, Span, beside, clean, flow, indent, line, measure, pad, paragraph, spaced
from tutor.ui.outline import words
from tutor.ui.phrases import bar

if TYPE_CHECKING:
    from tutor.reports.outline import Next
    from tutor.reports.today import PartMastery, Today
    from tutor.text import Language

MARGIN = 2
WIDEST = 76
STACKED = 52  # cells below which a part's bar stands under its title
BAR = 24


def lines(today: Today, language: Language, columns: int, *, keys: bool = False) -> list[Line]:
    """Return the screen in lines of at most `columns` cells; `keys` tells which keys start a session."""
    room = max(2, min(WIDEST, columns - 2 * MARGIN))
    blocks = [
        _head(today, language, room),
        _due(today, language, room),
        _parts(today, language, room),
        _days(today, language, room),
        _next(today, language, room, keys=keys),
    ]
    return [BLANK, *(indent(spans, MARGIN) for spans in spaced(blocks))]


def _head(today: Today, language: Language, room: int) -> list[Line]:
    day = date.fromordinal(today.day).isoformat()
    return [
        beside(line((say("screen.today", language), "title")), line((day, "dim")), room),
        line(("─" * room, "rule")),
    ]


def _due(today: Today, language: Language, room: int) -> list[Line]:
    """Return what a session would hold now, and calmly what waits beyond it."""
    if not today.due and not today.new:
        key = "screen.today_done" if today.answered_today else "screen.today_free"
        return paragraph(say(key, language, n=today.answered_today), room, "strong")
    held = say("screen.today_due", language, due=today.due, new=today.new, minutes=today.minutes)
    told = paragraph(held, room, "strong")
    if today.waiting > today.due:
        told += paragraph(say("screen.today_waiting", language, n=today.waiting - today.due), room, "dim")
    if today.answered_today:
        told += paragraph(say("screen.today_answered", language, n=today.answered_today), room, "dim")
    return told


def _parts(today: Today, language: Language, room: int) -> list[Line]:
    """Return a bar of mastery for each part that has cards."""
    parts = [part for part in today.parts if part.cards]
    if not parts:
        return []
    titles = [clean(part.title.lines(language)[0]) for part in parts]
    widest = max(measure(line(title)) for title in titles)
    rows: list[Line] = [line((say("screen.today_parts", language), "accent"))]
    for part, title in zip(parts, titles, strict=True):
        rows += _stacked(part, title, room) if room < STACKED else [_row(part, title, widest, room)]
    return rows


def _figures(part: PartMastery) -> Line:
    return line((f"{part.mastery:.2f}", "strong"), (f"  {f'{part.met}/{part.cards}':<7}", "dim"))


def _row(part: PartMastery, title: str, widest: int, room: int) -> Line:
    """Return number, title, bar, mastery and cards met in one line."""
    titles = min(widest, room - BAR - 22)
    full, rest = bar(part.mastery, BAR)
    head = line((f"{part.number}  ", "dim"), *[(span.text, span.role) for span in pad(line(title), titles)], "  ")
    return (*head, Span(full, "accent"), Span(rest, "rule"), Span("  "), *_figures(part))


def _stacked(part: PartMastery, title: str, room: int) -> list[Line]:
    """Return the title, and the bar below it."""
    head = paragraph(title, room, lead=line((f"{part.number}  ", "dim")))
    figures = (Span("  "), *_figures(part))
    beside_bar = room - 3 - measure(figures)
    full, rest = bar(part.mastery, beside_bar if beside_bar >= 8 else room - 3)
    drawn: Line = (Span("   "), Span(full, "accent"), Span(rest, "rule"))
    return [*head, (*drawn, *figures)] if beside_bar >= 8 else [*head, drawn, (Span(" "), *figures)]


def _days(today: Today, language: Language, room: int) -> list[Line]:
    """Return thirty dots, today last, and how much would be recalled now."""
    marks = [Span("●", "accent") if studied else Span("·", "dim") for studied in today.studied]
    rows = [tuple(marks[at : at + room]) for at in range(0, len(marks), room)]
    said = say("screen.today_days", language, n=sum(today.studied), of=len(today.studied))
    if rows and measure(rows[-1]) + 3 + measure(line(said)) <= room:
        rows[-1] = (*rows[-1], Span(f"   {said}", "dim"))
    else:
        rows += paragraph(said, room, "dim")
    told = [line((say("screen.today_studied", language), "accent")), *rows] if marks else []
    if today.met:
        told += paragraph(say("screen.today_recall", language, n=round(today.recall), met=today.met), room, "dim")
    return told


def _next(today: Today, language: Language, room: int, *, keys: bool) -> list[Line]:
    """Return what to do next: the commands, and the keys on a terminal."""
    waiting = bool(today.due or today.new)
    command, does = ("tutor review", "screen.next_review") if waiting else ("tutor cards", "screen.next_cards")
    told = paragraph(say(does, language), room, lead=line((command, "key"), "  "))
    if today.next is not None:
        told += paragraph(_lesson(today.next, language), room, lead=line(("tutor learn ", "key"), "  "))
    if keys and (waiting or today.next):
        told += flow(_keys(today, language, waiting=waiting), room)
    return told


def _lesson(found: Next, language: Language) -> str:
    """Return the next lesson in one sentence."""
    title = words.title(found.lesson, language)
    return say(f"today.lesson_{found.reason}", language, title=title, minutes=found.lesson.minutes)


def _keys(today: Today, language: Language, *, waiting: bool) -> list[Line]:
    enter = line((say("screen.key_enter", language), "key"))
    start = (*enter, *line(f" {say('screen.do_start', language)}"))
    lesson = line(("c", "key"), f" {say('today.do_lesson', language)}") if today.next else ()
    return [
        *([start] if waiting else []),
        *([lesson] if lesson else []),
        line(("q", "key"), f" {say('screen.do_leave', language)}"),
    ]
