"""One card, printed: its text, its review fields, what happened to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.text.numbers import significant
from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import BLANK, Line, cut, indent, line, pad, paragraph, spaced
from tutor.ui.phrases import GRADES, span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.questions.showing import Showing
    from tutor.text import Language, Text
    from tutor.ui.theme import Role

MARGIN = 2
WIDEST = 76


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One event of a card: ISO day, kind, grade and interval (days) of an answer; False `stands`: taken back."""

    day: str
    kind: str
    grade: int | None = None
    interval: int | None = None
    stands: bool = True


@dataclass(frozen=True, slots=True)
class CardPage:
    """A card as one showing, with its review fields by their names in JSON and its history, oldest first."""

    showing: Showing
    title: Text
    fields: Mapping[str, object]
    history: Sequence[HistoryRow] = ()


def lines(page: CardPage, language: Language, columns: int) -> list[Line]:
    """Return the page in lines of at most `columns` cells."""
    room = max(2, min(WIDEST, columns - 2 * MARGIN))
    card = page.showing.card
    head = [*paragraph(card.id, room, "title"), *_text(page.title, language, room, "dim"), line(("─" * room, "rule"))]
    blocks = [
        head,
        _text(page.showing.ask, language, room, "strong"),
        _options(page.showing, language, room),
        _part("screen.answer", _answer(page.showing, language, room), language, room),
        _part("screen.why", _text(page.showing.why, language, room), language, room),
        _part("screen.fields", _fields(page.fields, language, room), language, room),
        _part("screen.history", _history(page.history, language, room), language, room),
    ]
    return [BLANK, *(indent(spans, MARGIN) for spans in spaced(blocks)), BLANK]


def _part(key: str, rows: list[Line], language: Language, room: int) -> list[Line]:
    return [*paragraph(say(key, language), room, "accent"), *rows] if rows else []


def _text(text: Text | None, language: Language, room: int, role: Role = "plain") -> list[Line]:
    return [row for part in (text.lines(language) if text else ()) for row in paragraph(part, room, role)]


def _answer(showing: Showing, language: Language, room: int) -> list[Line]:
    """Return the answer, unless the options have shown it already."""
    shown = showing.options and showing.card.kind != "myth"
    return [] if shown else _text(showing.answer, language, room)


def _options(showing: Showing, language: Language, room: int) -> list[Line]:
    """Return the options with the right ones marked."""
    rows: list[Line] = []
    for option in showing.options:
        lead = line(("✓ ", "right") if option.right else ("✗ ", "wrong"))
        for text in option.told.lines(language):
            rows += paragraph(text, room, lead=lead)
            lead = line("  ")
    return rows


def _fields(fields: Mapping[str, object], language: Language, room: int) -> list[Line]:
    """Return the fields in two columns, names as they are in JSON."""
    widest = max(map(width, fields), default=0) + 2
    rows: list[Line] = []
    for name, value in fields.items():
        rows += paragraph(_shown(value, language), room, lead=pad(line((name, "dim")), widest))
    return rows


def _shown(value: object, language: Language) -> str:
    """Return a field's value for people: nothing as a dash, lists with commas."""
    match value:
        case None | "" | () | []:
            return "–"
        case bool():
            return say("screen.yes" if value else "screen.no", language)
        case float():
            return significant(value)
        case list() | tuple():
            return ", ".join(map(str, value))
        case _:
            return str(value)


def _history(history: Sequence[HistoryRow], language: Language, room: int) -> list[Line]:
    """Return an event a line: day, what happened, the grade, and the interval it led to."""
    rows: list[Line] = []
    for row in history:
        what = say(f"screen.event_{row.kind}", language)
        grade = f"  {row.grade} {say(f'grade.{GRADES[row.grade - 1]}', language)}" if row.grade else ""
        when = f"  → {span(row.interval, language)}" if row.interval is not None else ""
        gone = "" if row.stands else f"  {say('screen.taken_back', language)}"
        rows.append(
            cut(line((row.day, "dim"), "  ", what, (f"{grade}{when}{gone}", "plain" if row.stands else "dim")), room)
        )
    return rows
