"""A picture taller than the screen: arrows move it, the heading of a table stays while its rows pass.

What is shown is made anew for every width, so that a resize redraws and never cuts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
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

HIGHEST = 5  # rows of a heading with its underline
LEAVE = frozenset({"q", "esc", "enter"})


@dataclass(frozen=True, slots=True)
class Page:
    """Where the reader is: the first row shown of `total`, with room for `room` rows, `held` of them for a heading.

    `starts` are rows at which something begins that is best seen whole.
    """

    first: int
    total: int
    room: int
    held: int = 0
    starts: tuple[int, ...] = ()

    @property
    def last_first(self) -> int:
        """Return the first row of the last page."""
        return max(0, self.total - self.room)

    @property
    def step(self) -> int:
        """Return the rows a page moves by: one of them is seen again."""
        return max(1, self.room - self.held - 1)

    @property
    def next_first(self) -> int:
        """Return the first row of the next page: where the first thing begins that is not seen whole."""
        for start, after in pairwise((*self.starts, self.total + 1)):
            if after > self.first + self.room + 1:  # an empty row parts it from the next
                return start if start > self.first else self.first + self.step
        return self.first + self.step

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
                return self.at(self.next_first)
            case "page-up" | "b" | "left":
                return self.at(self.first - self.step)
            case "home" | "g":
                return self.at(0)
            case "end" | "G":
                return self.at(self.total)
            case _:
                return self


def screen(rows: Sequence[Line], page: Page, columns: int, language: Language) -> list[Line]:
    """Return the rows of a page, over the first of them the heading of their table, and the footer below."""
    held = heading(rows, page.first) if page.held else ()
    under = rows[page.first + len(held) : page.first + page.room]
    shown = [cut(row, columns) for row in [*held, *under]]
    return [*shown, *[()] * (page.room - len(shown)), footer(page, columns, language)]


def heading(rows: Sequence[Line], first: int) -> Sequence[Line]:
    """Return what stands over the row at `first`: the heading of its table, pushed out where the table ends."""
    start, after = first, first
    while start > 0 and rows[start - 1]:  # up to the empty row above the table
        start -= 1
    while after < len(rows) and rows[after]:
        after += 1
    head = rows[start : min(start + HIGHEST, after)]
    size = next((place + 1 for place, row in enumerate(head) if _is_underline(row)), 0)
    if size < 2 or any(span.role not in ("strong", "plain") for row in head[: size - 1] for span in row):
        return ()
    return head[max(0, size - (after - first)) : size]


def _is_underline(row: Line) -> bool:
    return bool(row) and all(span.role == "rule" and set(span.text) <= set("─- ") for span in row)


def tallest(rows: Sequence[Line]) -> int:
    """Return the rows of the highest heading in a picture."""
    return max((len(heading(rows, at)) for at in range(len(rows))), default=0)


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


def _page(rows: Sequence[Line], room: int, starts: Sequence[int] = ()) -> Page:
    """Return the first page; a heading is held where that leaves most of the screen, and nothing has its start told."""
    held = 0 if starts else tallest(rows)
    return Page(0, len(rows), max(1, room), held if held * 3 <= room else 0, tuple(starts))


def run(
    draw: Callable[[int], Sequence[Line]],
    terminal: Terminal,
    look: Look,
    language: Language,
    starts: Callable[[int], Sequence[int]] = lambda _: (),
) -> None:
    """Show what `draw` returns for the columns there are, until the reader leaves.

    `starts` tells at which of these rows something begins that is best seen whole.
    """
    first = 0
    with terminal:
        while True:
            columns, high = terminal.size()
            rows = draw(columns)
            page = _page(rows, high - 1, starts(columns)).at(first)
            terminal.show([painted(row, look) for row in screen(rows, page, columns, language)], None)
            given = terminal.read()
            if isinstance(given, Key):
                key = fold_key(given.meant()) or given.meant()
                if key in LEAVE:
                    return
                page = page.turned(key)
            first = page.first
