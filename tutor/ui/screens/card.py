"""One card, printed: its text, where it stands, what happened to it, what it is like, its review fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.questions.template import fill
from tutor.text.numbers import percent, significant
from tutor.text.width import pad as padded
from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import BLANK, Line, beside, clean, cut, indent, line, measure, pad, paragraph, spaced
from tutor.ui.phrases import GRADES, span, untold
from tutor.ui.screens.mistakes import ago

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tutor.questions.showing import Showing
    from tutor.text import Language, Text
    from tutor.ui.theme import Role

MARGIN = 2
WIDEST = 76
LEAST_REMARK = 20  # columns beside an event, else its remarks stand below it


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One event of a card: ISO day, kind, grade and interval (days) of an answer; False `stands`: taken back.

    `before` is the recall predicted when it was answered, `early` by how many days that came before the due
    day, `marks` words such as guessed, `mistake` what was mixed up.
    """

    day: str
    kind: str
    grade: int | None = None
    interval: int | None = None
    stands: bool = True
    before: float | None = None
    early: int = 0
    marks: tuple[str, ...] = ()
    mistake: Text | None = None


@dataclass(frozen=True, slots=True)
class Other:
    """Another card: how much alike (0–1, None for a sibling), its mastery, and when it is due (days from today)."""

    id: str
    ask: Text
    alike: float | None = None
    mastery: float = 0.0
    due: int | None = None
    suspended: bool = False


@dataclass(frozen=True, slots=True)
class Mixed:
    """A mistake made at this card: its name, what clears it up, how often, how many days ago last."""

    name: Text
    contrast: Text
    times: int
    days_ago: int


@dataclass(frozen=True, slots=True)
class CardPage:
    """A card as one showing, with its review fields by their names in JSON and its history, oldest first.

    `told` says where it stands today; `curve` draws its forgetting in so many columns.
    """

    showing: Showing
    title: Text
    fields: Mapping[str, object]
    history: Sequence[HistoryRow] = ()
    told: tuple[str, ...] = ()
    curve: Callable[[int], list[Line]] | None = None
    siblings: tuple[Other, ...] = ()
    mistakes: tuple[Mixed, ...] = ()
    related: tuple[Other, ...] = ()


def lines(page: CardPage, language: Language, columns: int) -> list[Line]:
    """Return the page in lines of at most `columns` cells."""
    room = max(2, min(WIDEST, columns - 2 * MARGIN))
    card = page.showing.card
    head = [*paragraph(card.id, room, "title"), *_text(page.title, language, room, "dim"), line(("─" * room, "rule"))]
    told = [row for text in page.told for row in paragraph(text, room)]
    blocks = [
        head,
        _text(page.showing.ask, language, room, "strong"),
        _options(page.showing, language, room),
        *content(page.showing, language, room),
        _part("card.standing", told, language, room),
        _part("card.curve", page.curve(room) if page.curve else [], language, room),
        _part("screen.history", _history(page.history, language, room), language, room),
        _part("card.mistakes", _mistakes(page.mistakes, language, room), language, room),
        _part("card.siblings", _others(page.siblings, language, room), language, room),
        _part("card.related", _others(page.related, language, room), language, room),
        _part("screen.fields", _fields(page.fields, language, room), language, room),
    ]
    return [BLANK, *(indent(spans, MARGIN) for spans in spaced(blocks)), BLANK]


def content(showing: Showing, language: Language, room: int) -> list[list[Line]]:
    """Return answer, key points, the two answers of an interview headline, the explanation and the source."""
    card = showing.card
    points = [row for text in untold(showing) for part in text.lines(language) for row in _point(part, room)]
    source = paragraph(say("why.source", language, text=card.source), room, "dim") if card.source else []
    parts: list[tuple[str, list[Line]]] = [("screen.answer", [*_answer(showing, language, room), *points])]
    for name, wording in (("quick", card.quick), ("full", card.full)):
        if wording is not None:
            parts.append((f"card.{name}", _text(fill(wording, showing.values), language, room)))
    parts.append(("screen.why", [*_text(showing.why, language, room), *source]))
    return [_part(key, rows, language, room) for key, rows in parts]


def _point(text: str, room: int) -> list[Line]:
    return paragraph(text, room, lead=line(("· ", "dim")))


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
    """Return an event a line: day, what happened, the grade, the interval it led to, and what is to be said of it."""
    names = [say(f"screen.event_{row.kind}", language) for row in history]
    wide = max(map(width, names), default=0) + 1
    graded = max((width(_grade(row, language)) for row in history), default=0) + 1
    rows: list[Line] = []
    for row, name in zip(history, names, strict=True):
        role: Role = "plain" if row.stands and row.kind != "practised" else "dim"
        lead = line((f"{row.day}  ", "dim"), (padded(name, wide), role), (padded(_grade(row, language), graded), role))
        remarks = _remarks(row, language)
        if not remarks:
            rows.append(cut(lead, room))
        elif room - measure(lead) >= LEAST_REMARK:
            rows += paragraph(remarks, room, role, lead=lead)
        else:
            rows += [cut(lead, room), *(indent(said, 2) for said in paragraph(remarks, max(2, room - 2), "dim"))]
    return rows


def _grade(row: HistoryRow, language: Language) -> str:
    return f"{row.grade} {say(f'grade.{GRADES[row.grade - 1]}', language)}" if row.grade else ""


def _remarks(row: HistoryRow, language: Language) -> str:
    """Return the interval and what else is to be said, parted by dots."""
    parts = [f"→ {span(row.interval, language)}"] if row.interval is not None else []
    if row.before is not None:
        parts.append(say("card.then", language, recall=percent(row.before)))
    if row.early:
        parts.append(say("card.early", language, days=span(row.early, language)))
    parts += [say(f"card.mark_{mark}", language) for mark in row.marks]
    if row.mistake is not None:
        parts.append(say("card.mixed", language, name=row.mistake.lines(language)[0]))
    if not row.stands:
        parts.append(say("card.taken_back", language))
    return " · ".join(parts)


def _mistakes(mistakes: Sequence[Mixed], language: Language, room: int) -> list[Line]:
    """Return each mistake with how often and when, and below it what clears it up."""
    rows: list[Line] = []
    for one in mistakes:
        count = f"{say('stats.times', language, n=one.times)} · {ago(one.days_ago, language)}"
        rows += paragraph(f"{one.name.lines(language)[0]}  {count}", room, "strong")
        rows += [indent(row, 2) for text in one.contrast.lines(language) for row in paragraph(text, max(2, room - 2))]
    return rows


def _others(others: Sequence[Other], language: Language, room: int) -> list[Line]:
    """Return two lines for each card: its id with what is known of it, and its question."""
    rows: list[Line] = []
    for one in others:
        told = percent(one.alike) if one.alike is not None else _stands(one, language)
        head = line((clean(one.id), "key"))
        rows.append(beside(head, line((told, "dim")), room) if width(told) + 12 <= room else cut(head, room))
        asked = " ".join(clean(one.ask.lines(language)[0]).split())
        rows.append(indent(cut(line(asked), room - 2), 2))
    return rows


def _stands(one: Other, language: Language) -> str:
    if one.suspended:
        return say("screen.suspended", language)
    if one.due is None:
        return say("screen.mark_new", language)
    when = say("screen.due_in", language, when=span(one.due, language)) if one.due > 0 else ""
    return say("card.knows", language, mastery=f"{one.mastery:.2f}", when=when or say("screen.due_today", language))
