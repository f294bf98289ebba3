"""What an exporter may need, gathered at a desk: cards, where they are, what is known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.cli.review import must_exist
from tutor.errors import NotFoundError
from tutor.exchange.leaving import Leaving
from tutor.memory.state import Memory
from tutor.store import all_events
from tutor.store.database import refusals
from tutor.text.wording import both

if TYPE_CHECKING:
    from tutor.cli.desk import Desk
    from tutor.cli.plan import Wanted
    from tutor.text import Text


def gather(desk: Desk, wanted: Wanted, *, started: bool = False, answers: bool = False) -> Leaving:
    """Return the wished-for cards, only `started` ones if so, with their `answers` if so.

    Raises `NotFoundError` for a lesson, a part or a tag that does not exist, and where no card is left.
    """
    must_exist(desk, wanted)
    names = [row.id for row in desk.library.search(filters=wanted.filters)]
    states = desk.journal.states(names)
    if started:
        names = [name for name in names if name in states and isinstance(states[name].memory, Memory)]
    if not names:
        raise NotFoundError("exporting.no_cards", near="")
    with refusals(desk.journal.path):
        events = all_events.standing_answers(desk.journal.connection, frozenset(names)) if answers else ()
    clock, language = desk.environment.clock, desk.environment.language
    cards = desk.library.cards(names)
    return Leaving(cards, places(desk), states, events, desk.day, clock.instant(), language)


def places(desk: Desk) -> dict[str, tuple[Text, ...]]:
    """Return for each lesson its part and its title; the learner's own cards are one part."""
    parts = {part.number: part.title for part in desk.library.parts()}
    own = both("library.own")
    return {row.id: (parts.get(row.part, own), row.title) for row in (*desk.library.lessons(), *desk.library.own())}
