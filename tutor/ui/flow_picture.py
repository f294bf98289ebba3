"""Boxes joined by arrows: below one another, or side by side where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.text.words import say
from tutor.ui.lines import BLANK, Line, Span, line, pad, paragraph, spaced
from tutor.ui.table_picture import notes
from tutor.ui.tree_picture import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.pictures.flow import Flow, Station
    from tutor.text import Language

NARROWEST, WIDEST = 34, 64  # cells of a box
ARROW, ARROW_ASCII = " ─▶ ", " -> "
DOWN, DOWN_ASCII = ("▼", "─", "╯"), ("v", "-", "'")


def lines(shown: Flow, columns: int, rows: int | None, language: Language, *, ascii_only: bool = False) -> list[Line]:
    """Return the stations in the order in which they are passed."""
    del rows
    across = max(1, min(3, (columns + len(ARROW)) // (NARROWEST + len(ARROW))))
    size = min(WIDEST, (columns - len(ARROW) * (across - 1)) // across)
    body: list[Line] = []
    for start in range(0, len(shown.stations), across):
        if start:
            body.append(_on(size, across, ascii_only=ascii_only))
        body += _band(shown.stations[start : start + across], size, language, ascii_only=ascii_only)
    missing = any(not stop.lesson for station in shown.stations for stop in station.stops)
    legend = paragraph(say("tree.route", language), columns, "dim") if missing else []
    return spaced([body, [*legend, *notes(shown.notes, columns, language)]])


def _on(size: int, across: int, *, ascii_only: bool) -> Line:
    """Return the way from the last box of a row down to the first of the next."""
    down, along, up = DOWN_ASCII if ascii_only else DOWN
    back = (across - 1) * (size + len(ARROW))
    return (Span(" " * (size // 2) + down + (along * (back - 1) + up if back else ""), "mark"),)


def _band(stations: Sequence[Station], size: int, language: Language, *, ascii_only: bool) -> list[Line]:
    insides = [_inside(station, size - 4, language) for station in stations]
    tall = max(map(len, insides))
    boxes = [_box(inside, tall, size, ascii_only=ascii_only) for inside in insides]
    arrow = ARROW_ASCII if ascii_only else ARROW
    rows: list[Line] = []
    for at, parts in enumerate(zip(*boxes, strict=True)):
        row: Line = parts[0]
        for part in parts[1:]:
            row = (*row, Span(arrow if at == 1 else " " * len(arrow), "mark"), *part)
        rows.append(row)
    return rows


def _inside(station: Station, columns: int, language: Language) -> list[Line]:
    """Return what stands in the box of a station: its number and title, then its stops."""
    title = one_line(station.name.lines(language))
    rows = paragraph(title, columns, "strong", line((f"{station.number} ", "mark")))
    for stop in station.stops:
        lead = line(("• " if stop.lesson else "· ", "mark" if stop.lesson else "dim"))
        rows += paragraph(one_line(stop.name.lines(language)), columns, "plain" if stop.lesson else "dim", lead)
    return rows


def _box(inside: Sequence[Line], tall: int, size: int, *, ascii_only: bool) -> list[Line]:
    edges = "+-+|+-+" if ascii_only else "╭─╮│╰─╯"
    body = [*inside, *[BLANK] * (tall - len(inside))]
    rows: list[Line] = [(Span(edges[0] + edges[1] * (size - 2) + edges[2], "rule"),)]
    rows += [(Span(edges[3] + " ", "rule"), *pad(row, size - 4), Span(" " + edges[3], "rule")) for row in body]
    return [*rows, (Span(edges[4] + edges[5] * (size - 2) + edges[6], "rule"),)]
