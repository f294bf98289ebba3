"""The answers given in a lesson since it was last finished, as they stand now: what leaving it must not lose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.events import ANSWERS
from tutor.memory.fold import corrected
from tutor.store.progress import LESSON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tutor.events import Event
    from tutor.store.history import History
    from tutor.store.journal import Journal

LAST_END = """SELECT max(instant) FROM events INDEXED BY events_of_card
    WHERE card = ? AND kind = 'step' AND instr(body, '"done":true')"""


def answers(journal: Journal, lesson: str, cards: Iterable[str]) -> tuple[Event, ...]:
    """Return the standing answers of `cards` in the present run of a lesson, corrections applied, in order."""
    row = journal.connection.execute(LAST_END, (f"{LESSON}{lesson}",)).fetchone()
    since = row[0] or 0
    found = [
        event
        for card in dict.fromkeys(cards)
        for event in standing(journal.history(card))
        if event.body.get("lesson") == lesson and event.instant > since
    ]
    return tuple(sorted(found, key=lambda event: event.order))


def standing(history: History) -> Iterator[Event]:
    """Yield the answers that stand, each with its last correction."""
    standing = [event for event in history.events if event.id not in history.fallen]
    corrections = {str(event.body.get("event")): event.body for event in standing if event.kind == "regraded"}
    for event in standing:
        if event.kind in ANSWERS:
            yield replace(event, body=corrected(event.body, corrections.get(event.id)))
