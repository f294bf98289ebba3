"""A picture taller than the screen: its title stays, arrows move the rest.

What is shown is made anew for every width, so that a resize redraws and never cuts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.text.fold import fold_key
from tutor.text.words import say
from tutor.ui.lines import Line, beside, cut, flow, line, measure
from tutor.ui.paint import painted
from tutor.ui.terminal import Key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tutor.text import Language
    from tutor.ui.terminal import Terminal
    from tutor.ui.theme import Look

LEAVE = frozenset({"q", "esc", "enter"})


@dataclass(frozen=True, slots=True)
class Page:
    """Where the reader is: the first row shown of `total`, with room for `room` rows."""

    first: int
    total: int
    room: int

    @property
    def last_first(self) -> int:
        """Return the first row of the last page."""
        return max(0, self.total - self.room)

    def at(self, first: int) -> Page:
        """Return the page that begins at a row, or as near to it as there are rows."""
        return replace(self, first=min(max(0, first), self.last_first))

    def turned(self, key: str) -> Page:
        """Return the page after a key; any other key changes nothing."""
        match key:
            case "down" | "j":
                return self.at(self.first + 1)
            case "up" | "k":
                return self.at(self.first - 1)
            case "space" | " " | "page-down" | "right":
                return self.at(self.first + self.room - 1)
            case "page-up" | "b" | "left":
                return self.at(self.first - self.room + 1)
            case "home" | "g":
                return self.at(0)
            case "end" | "G":
                return self.at(self.total)
            case _:
                return self


def screen(rows: Sequence[Line], page: Page, columns: int, language: Language) -> list[Line]:
    """Return the rows of a page and the footer below."""
    shown = [cut(row, columns) for row in rows[page.first : page.first + page.room]]
    return [*shown, *[()] * (page.room - len(shown)), footer(page, columns, language)]


def footer(page: Page, columns: int, language: Language) -> Line:
    """Return what the keys do, and where the reader is."""
    last = min(page.first + page.room, page.total)
    where = line((f"{page.first + 1}–{last} / {page.total}", "dim"))
    pressed = (("↑ ↓", "scroll"), ("space", "page"), ("q", "leave"))
    items = [line((key, "key"), (f" {say(f'show.do_{does}', language)}", "dim")) for key, does in pressed]
    room = columns - measure(where) - 1
    while len(items) > 1 and len(flow(items, room)) > 1:  # the way out stays
        items.pop(-2)
    return beside(flow(items, room)[0], where, columns)


def run(draw: Callable[[int], Sequence[Line]], terminal: Terminal, look: Look, language: Language) -> None:
    """Show what `draw` returns for the columns there are, until the reader leaves."""
    first = 0
    with terminal:
        while True:
            columns, high = terminal.size()
            rows = draw(columns)
            page = Page(0, len(rows), max(1, high - 1)).at(first)
            terminal.show([painted(row, look) for row in screen(rows, page, columns, language)], None)
            given = terminal.read()
            if isinstance(given, Key):
                key = fold_key(given.name) or given.name
                if key in LEAVE:
                    return
                page = page.turned(key)
            first = page.first
