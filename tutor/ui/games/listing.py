"""The menu of games: each with what it is, how long it takes, and how the player did so far.

Keys are those of any menu; only the picture is richer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.text.words import say
from tutor.ui.lines import BLANK, Line, beside, cut, flow, indent, line, measure, paragraph, rule
from tutor.ui.menu import DIGITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.text import Language
    from tutor.ui.menu import Item, Menu

WIDEST = 76
LEAD = 5  # cells before a title: pointer, digit, air
NOTE = "\n"  # in an item's note: what it is above how it went


def screen(menu: Menu, columns: int, rows: int, language: Language) -> list[Line]:
    """Return the menu in exactly `rows` lines; a longer one is shown around the pointed game."""
    margin = max(2, (columns - WIDEST) // 2) if columns >= 32 else 0
    room = max(2, min(WIDEST, columns - 2 * margin))
    keys = _keys(language, room)[: max(1, rows // 6)]
    head = [*paragraph(menu.title, room, "title"), *paragraph(say("games.menu_note", language), room, "dim")]
    if menu.typed:
        head.append(line((f"{menu.typed}▏", "accent")))
    height = rows - len(keys) - 1
    head = [*head, BLANK] if height > len(head) + 3 else []
    body = _window(menu, room, max(1, height - len(head)))
    lines = [*head, *body]
    lines += [BLANK] * (height - len(lines))
    return [indent(cut(row, room), margin) for row in (*lines, rule(room), *keys)][-rows:]


def _window(menu: Menu, columns: int, rows: int) -> list[Line]:
    """Return the games that fit, the pointed one among them, with air between them where there is room."""
    blocks = [_game(menu.items[place], place, columns, here=order == menu.at) for order, place in enumerate(menu.shown)]
    airy = sum(map(len, blocks)) + len(blocks) - 1 <= rows
    lines: list[Line] = []
    top = bottom = 0
    for order, block in enumerate(blocks):
        lines += [BLANK] if airy and lines else []
        top, bottom = (len(lines), len(lines) + len(block)) if order == menu.at else (top, bottom)
        lines += block
    start = min(top, max(0, bottom - rows))
    return lines[start : start + rows]


def _game(item: Item, place: int, columns: int, *, here: bool) -> list[Line]:
    """Return a game: title with its past at the right, what it is below."""
    about, _, past = item.note.partition(NOTE)
    digit = f"{place + 1}" if place < DIGITS else " "
    title = line(("▸ " if here else "  ", "mark"), (digit, "key"), "  ", (item.label, "strong" if here else "plain"))
    told = line((past, "dim"))
    fits = measure(title) + measure(told) + 2 <= columns
    rows = [beside(title, told, columns) if fits else cut(title, columns)]
    rows += paragraph(about, columns, "plain" if here else "dim", line(" " * LEAD))
    return rows if fits or not past else [*rows, *paragraph(past, columns, "dim", line(" " * LEAD))]


def _keys(language: Language, room: int) -> list[Line]:
    keys: Sequence[tuple[str, str]] = [("↑↓", "point"), (say("screen.key_enter", language), "choose"), ("q", "leave")]
    return flow([line((key, "key"), (f" {say(f'screen.do_{does}', language)}", "dim")) for key, does in keys], room)
