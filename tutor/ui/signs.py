"""A picture with the signs of mathematics in ASCII, changed before anything is measured; words keep their letters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from tutor.pictures.bars import Bars
from tutor.pictures.decision import Decision
from tutor.pictures.distribution import Distribution
from tutor.pictures.flow import Flow
from tutor.pictures.heat import Heat
from tutor.pictures.radar import Radar
from tutor.pictures.sheet import Sheet
from tutor.pictures.table import Table
from tutor.pictures.timeline import Timeline
from tutor.pictures.tree import Tree
from tutor.text import Text
from tutor.ui import strokes

if TYPE_CHECKING:
    from tutor.pictures.decision import Advice, Question
    from tutor.pictures.flow import Station
    from tutor.pictures.shown import Shown
    from tutor.pictures.timeline import Event
    from tutor.pictures.tree import Node
    from tutor.ui.lines import Line

AS_WIDE = str.maketrans("·…–—─│┤┈┊━╸█▌●▸×÷−′•○", "*~---||.:=-#|@>x/-'*o")  # signs that fill one cell


def in_ascii(shown: Shown) -> Shown:
    """Return the picture with every text in it in ASCII signs."""
    match shown:
        case Table():
            return table(shown)
        case Sheet():
            facts = table(shown.facts) if shown.facts else None
            return replace(shown, facts=facts, notes=texts(shown.notes))
        case Distribution():
            named = tuple(replace(one, name=strokes.in_ascii(one.name)) for one in shown.histograms)
            return replace(shown, histograms=named, facts=table(shown.facts), notes=texts(shown.notes))
        case Radar():
            axes = tuple(replace(axis, definition=plain(axis.definition)) for axis in shown.axes)
            return replace(shown, axes=axes, notes=texts(shown.notes))
        case Tree():
            return replace(shown, root=node(shown.root), notes=texts(shown.notes))
        case Timeline():
            events = tuple(map(event, shown.events))
            return replace(shown, events=events, notes=texts(shown.notes))
        case Flow():
            return replace(shown, stations=tuple(map(station, shown.stations)), notes=texts(shown.notes))
        case Decision():
            return decision(shown)
        case Bars() | Heat():
            return _found(shown)
        case _:
            assert_never(shown)


def _found(shown: Bars | Heat) -> Bars | Heat:
    """Return what an experiment found without signs beyond ASCII."""
    if isinstance(shown, Bars):
        bars = tuple(replace(bar, name=plain(bar.name)) for bar in shown.bars)
        return replace(shown, bars=bars, notes=texts(shown.notes), drawn=texts(shown.drawn))
    columns, rows = tuple(map(strokes.in_ascii, shown.columns)), tuple(map(strokes.in_ascii, shown.rows))
    across, down = plain(shown.across), plain(shown.down)
    return replace(shown, columns=columns, rows=rows, across=across, down=down, notes=texts(shown.notes))


def event(shown: Event) -> Event:
    """Return an event without signs beyond ASCII."""
    return replace(shown, name=plain(shown.name), authors=strokes.in_ascii(shown.authors), fixed=plain(shown.fixed))


def spelt(row: Line) -> Line:
    """Return a finished line in ASCII; every sign gives way to one as wide, so that columns stay."""
    return tuple(replace(span, text=span.text.translate(AS_WIDE)) for span in row)


def plain(text: Text) -> Text:
    """Return a text without signs beyond ASCII."""
    return Text(strokes.in_ascii(text.zh), strokes.in_ascii(text.en))


def texts(given: tuple[Text, ...]) -> tuple[Text, ...]:
    """Return several texts without signs beyond ASCII."""
    return tuple(map(plain, given))


def table(shown: Table) -> Table:
    """Return a table without signs beyond ASCII."""
    columns = tuple(replace(column, title=plain(column.title)) for column in shown.columns)
    rows = tuple(tuple(replace(cell, text=plain(cell.text)) for cell in row) for row in shown.rows)
    return replace(shown, columns=columns, rows=rows, notes=texts(shown.notes))


def node(shown: Node) -> Node:
    """Return a node and everything below it without signs beyond ASCII."""
    return replace(shown, name=plain(shown.name), told=plain(shown.told), children=tuple(map(node, shown.children)))


def station(shown: Station) -> Station:
    """Return a station without signs beyond ASCII."""
    stops = tuple(replace(stop, name=plain(stop.name)) for stop in shown.stops)
    return replace(shown, name=plain(shown.name), stops=stops)


def decision(shown: Decision) -> Decision:
    """Return a decision tree without signs beyond ASCII."""
    questions = {name: _question(question) for name, question in shown.questions.items()}
    advice = {name: _advice(one) for name, one in shown.advice.items()}
    return replace(shown, questions=questions, advice=advice, notes=texts(shown.notes))


def _question(shown: Question) -> Question:
    answers = tuple(
        replace(answer, name=plain(answer.name), adds=answer.adds and plain(answer.adds)) for answer in shown.answers
    )
    return replace(shown, ask=plain(shown.ask), answers=answers)


def _advice(shown: Advice) -> Advice:
    return replace(
        shown,
        choice=plain(shown.choice),
        reasons=texts(shown.reasons),
        alternatives=texts(shown.alternatives),
        initialisation=plain(shown.initialisation),
    )
