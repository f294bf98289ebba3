"""A list to choose from: arrows or digits move, letters narrow it down, enter chooses.

`changed` and `screen` are pure; `run` draws, reads a key, changes, draws. `ask` does the same in lines.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.text.fold import fold_key, fold_words
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.text import Language
    from tutor.ui.lines import Line
    from tutor.ui.plain import Lines
    from tutor.ui.terminal import Terminal
    from tutor.ui.theme import Look, Role

DIGITS = 9  # items that a digit can choose
ABOVE, BELOW = 2, 2  # rows of a screen that are no items


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to choose: what it is called, and a note in a lower voice."""

    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """A titled list; `at` points into what `typed` leaves of it, `chosen` is a place in `items`."""

    title: str
    items: tuple[Item, ...]
    at: int = 0
    typed: str = ""
    chosen: int | None = None
    left: bool = False

    @property
    def shown(self) -> tuple[int, ...]:
        """Return the places of the items whose label or note holds what was typed."""
        wanted = fold_words(self.typed)
        return tuple(
            place for place, item in enumerate(self.items) if wanted in fold_words(f"{item.label} {item.note}")
        )


def changed(menu: Menu, key: str) -> Menu:
    """Return the menu after a key; one that means nothing changes nothing."""
    match key:
        case "up" | "down":
            count = len(menu.shown)
            return replace(menu, at=(menu.at + (1 if key == "down" else -1)) % count) if count else menu
        case "home":
            return replace(menu, at=0)
        case "end":
            return replace(menu, at=max(0, len(menu.shown) - 1))
        case "enter":
            return replace(menu, chosen=menu.shown[menu.at]) if menu.shown else menu
        case "backspace":
            return replace(menu, typed=menu.typed[:-1], at=0)
        case "esc":
            return replace(menu, typed="", at=0) if menu.typed else replace(menu, left=True)
    return _printable(menu, key) if len(key) == 1 else menu


def _printable(menu: Menu, key: str) -> Menu:
    """Return the menu after a character: a digit chooses, q leaves, anything else narrows the list."""
    folded = fold_key(key)
    if not menu.typed:
        if folded.casefold() == "q":
            return replace(menu, left=True)
        if not folded:  # a space
            return changed(menu, "enter")
        if folded.isascii() and folded.isdigit():
            place = int(folded) - 1
            return replace(menu, chosen=place) if 0 <= place < min(DIGITS, len(menu.items)) else menu
    narrowed = replace(menu, typed=menu.typed + key, at=0)
    return narrowed if narrowed.shown else menu


def screen(menu: Menu, columns: int, rows: int, language: Language) -> list[Line]:
    """Return the menu in exactly `rows` lines; a longer list is shown around the pointed item."""
    from tutor.ui.lines import BLANK, cut, flow, line, rule

    room = max(1, rows - ABOVE - BELOW)
    title = line((menu.title, "title"), (f"  {menu.typed}▏" if menu.typed else "", "accent"))
    blocks = [_rows(menu, place, columns - 2, here=order == menu.at) for order, place in enumerate(menu.shown)]
    first = min(max(0, sum(map(len, blocks[: menu.at])) - room // 2), max(0, sum(map(len, blocks)) - room))
    body = [row for block in blocks for row in block][first : first + room]
    body += [BLANK] * (room - len(body))
    keys = [("↑↓", "point"), (say("screen.key_enter", language), "choose"), ("q", "leave")]
    items = [line((key, "key"), (f" {say(f'screen.do_{does}', language)}", "dim")) for key, does in keys]
    foot = [rule(max(1, columns - 4)), *flow(items, max(2, columns - 4))][:BELOW]
    return [cut((*line("  "), *row), columns) if row else BLANK for row in (title, BLANK, *body, *foot)][:rows]


def _rows(menu: Menu, place: int, columns: int, *, here: bool) -> list[Line]:
    """Return an item: one line, or where that is too long its label above its note."""
    from tutor.ui.lines import clean, line, measure, paragraph

    item = menu.items[place]
    digit = f"{place + 1}" if place < DIGITS and not menu.typed else " "
    lead = line(("▸ " if here else "  ", "mark"), (digit, "key"), "  ")
    role: Role = "strong" if here else "plain"
    label = clean(item.label).replace("\n", " ")
    row = (*lead, *line((label, role), (f"   {clean(item.note)}" if item.note else "", "dim")))
    if measure(row) <= columns:
        return [row]
    rows = paragraph(label, columns, role, lead=lead)
    return rows + (paragraph(item.note, columns, "dim", lead=line(" " * measure(lead))) if item.note else [])


def run(
    menu: Menu, terminal: Terminal, look: Look, language: Language, draw: Callable[..., list[Line]] = screen
) -> int | None:
    """Show the menu until something is chosen; return its place, None when the learner left.

    `draw` is called as `screen` is.
    """
    from tutor.ui.paint import painted
    from tutor.ui.terminal import Key

    with terminal:
        while menu.chosen is None and not menu.left:
            rows = draw(menu, *terminal.size(), language)
            terminal.show([painted(row, look) for row in rows], None)
            given = terminal.read()
            if isinstance(given, Key):
                menu = changed(menu, given.name)
    return menu.chosen


def ask(menu: Menu, lines: Lines, language: Language) -> int | None:
    """Ask in lines: a number or a name, empty for the first; None at the end of input or for q."""
    lines.say("", menu.title, *(_numbered(place, item, language) for place, item in enumerate(menu.items, 1)))
    while True:
        line = lines.read(say("menu.prompt", language, last=len(menu.items)))
        found = None if line is None else read(menu, line)
        if found is not None:
            return found
        if line is None or fold_key(line).casefold() in {"q", ":q"}:
            return None
        lines.say(say("menu.hint", language, last=len(menu.items)))


def _numbered(place: int, item: Item, language: Language) -> str:
    note = say("menu.note", language, note=item.note) if item.note else ""
    return f"{place}) {item.label}{note}"


def read(menu: Menu, line: str) -> int | None:
    """Return the item that a line names: by number, by its name or the one part of it that fits; empty: the first."""
    text = fold_key(line)
    if not text:
        return 0
    if text.isascii() and text.isdigit():
        place = int(text[:6]) - 1
        return place if 0 <= place < len(menu.items) else None
    if text.casefold() in {"q", ":q"}:
        return None
    exact = [place for place, item in enumerate(menu.items) if fold_words(text) == fold_words(item.label)]
    fitting: tuple[int, ...] | list[int] = exact or replace(menu, typed=text).shown
    return fitting[0] if len(fitting) == 1 else None
