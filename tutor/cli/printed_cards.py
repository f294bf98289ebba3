"""The list of cards for people: a table, page by page where it is taller than the terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.cli.paged import show
from tutor.memory.fields import mastery, recall
from tutor.memory.state import Memory
from tutor.questions.showing import draw
from tutor.text import Text
from tutor.text.numbers import percent, significant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.cli.desk import Desk
    from tutor.store.finding import Found, Order
    from tutor.ui.lines import Line

MANY = 500  # questions with drawn values that are drawn for a list
HOLE = re.compile(r"\{[^{}]*\}")
SHOWN_ANYWAY = frozenset({"course", "id", "kind", "due", "mastery"})


def print_cards(desk: Desk, found: Sequence[Found], total: int, order: Order) -> None:
    """Print a table of cards, the number they are sorted by in a column of its own."""
    from tutor.ui.screens import cards as screen

    language = desk.environment.language
    asked = _drawn(desk, found)
    extra = "" if order.name in SHOWN_ANYWAY else order.name
    rows = [
        screen.CardRow(
            id=one.row.id,
            kind=one.row.kind,
            question=asked.get(one.row.id, one.row.ask),
            due=one.state.memory.due - desk.day if isinstance(one.state.memory, Memory) else None,
            mastery=mastery(one.state),
            suspended=one.state.suspended,
            extra=_number(one, extra, desk.day) if extra else "",
        )
        for one in found
    ]

    def lines(width: int) -> list[Line]:
        return screen.lines(rows, language, width, total=total, extra=extra)

    show(lines, desk.environment)


def _number(found: Found, name: str, day: int) -> str:
    """Return the number of a card that the list is sorted by, a dash for a card that was never answered."""
    memory = found.state.memory
    if not isinstance(memory, Memory):
        return "–"
    match name:
        case "recall":
            return percent(recall(found.state, day) or 0.0)
        case "seen":
            return str(day - memory.last_day)
        case _:
            return significant(getattr(memory, name), 3)


def _drawn(desk: Desk, found: Sequence[Found]) -> dict[str, Text]:
    """Return the questions that hold drawn values as one showing of each; of very many, with □ for a value."""
    holes = [one.row for one in found if "{" in one.row.ask.zh + one.row.ask.en]
    if len(holes) > MANY:
        return {row.id: Text(HOLE.sub("□", row.ask.zh), HOLE.sub("□", row.ask.en)) for row in holes}
    return {card.id: draw(card, "card").ask for card in desk.library.cards([row.id for row in holes])}
