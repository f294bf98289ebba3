"""Taking in what a file brings: first what would change, then, if that is wished, the changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.cli.config import NAMES, Config, fits, in_week
from tutor.cli.config_file import keep
from tutor.exchange.foreign import deck_id
from tutor.exchange.imported import Imported
from tutor.exchange.joining import join
from tutor.store import all_events, decks
from tutor.store.database import refusals

if TYPE_CHECKING:
    from tutor.cli.config_file import Value
    from tutor.cli.desk import Desk
    from tutor.cli.import_reading import Coming
    from tutor.exchange.joining import Joined
    from tutor.syllabus.deck import Deck

SETTINGS = "config.toml"
BY_TEXT = frozenset({"hashcards", "hascard"})  # formats whose cards have no names of their own


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file changes: its decks, how many events are new and how many were known, the settings it brings."""

    coming: Coming
    joined: Joined
    new_events: int
    known_events: int
    settings: tuple[tuple[str, Value], ...] = ()

    @property
    def changes(self) -> bool:
        """Say whether anything changes."""
        return bool(self.new_events or self.settings) or any(one.changes for one in self.joined.changes)


def look(desk: Desk, coming: Coming, name: str) -> Taken:
    """Return what a file would change; with a `name` all its cards go into one deck called so."""
    there = home_decks(desk)
    found = coming.decks if not name else _in_one(coming, name)
    taken = {row.id for row in desk.library.search() if row.lesson not in there} | desk.library.renamed().keys()
    lessons = {row.id for row in (*desk.library.lessons(), *desk.library.own())} - there.keys()
    found = tuple(_renamed(deck) if deck.id in lessons else deck for deck in found)
    by_text = coming.format in BY_TEXT
    joined = join(found, there, taken, coming.file, whole=coming.whole, by_text=by_text)
    coming, returned = _without_returned(desk, coming)
    with refusals(desk.journal.path):
        new, known = all_events.compared(desk.journal.connection, coming.events())
    coming = replace(coming, left_out=(*coming.left_out, *coming.unusable(new + known)))
    return Taken(coming, joined, new, known + returned, fitting(desk, coming))


def _without_returned(desk: Desk, coming: Coming) -> tuple[Coming, int]:
    """Return what comes without answers that went to Anki from here and now come back, and how many these were."""
    if coming.format != "anki":
        return coming, 0
    from tutor.exchange.anki.merging import news

    events = tuple(coming.events())
    fresh = news(Imported(coming.decks, events), lambda card: desk.journal.history(card).events)
    return replace(coming, events=lambda: fresh), max(0, len(events) - len(fresh))


def take(desk: Desk, taken: Taken) -> Taken:
    """Write the decks, add the events, write the settings; return what was done. Raises `TutorError`."""
    for one in taken.joined.changes:
        if one.changes:
            decks.write(desk.environment.home / decks.FOLDER, one.deck)
    for name, value in taken.settings:
        keep(desk.environment.home / SETTINGS, name, value)
    new = desk.journal.absorb(taken.coming.events()) if taken.new_events else 0
    return replace(taken, new_events=new, known_events=taken.known_events + taken.new_events - new)


def is_empty(desk: Desk) -> bool:
    """Say whether a home holds nothing that could be lost."""
    home = desk.environment.home
    return not (all_events.count(desk.journal.connection) or home_decks(desk) or (home / SETTINGS).exists())


def home_decks(desk: Desk) -> dict[str, Deck]:
    """Return the imported decks of this home, by id."""
    folder = desk.environment.home / decks.FOLDER
    read = (decks.read(folder / f"{name}{decks.SUFFIX}").deck for name in decks.names(folder))
    return {deck.id: deck for deck in read if deck is not None}


def _in_one(coming: Coming, name: str) -> tuple[Deck, ...]:
    """Return all cards that come in one deck with this name."""
    cards = tuple(card for deck in coming.decks for card in deck.cards)
    if not cards:
        return ()
    deck = coming.decks[0]
    return (replace(deck, id=deck_id(deck.source, name), title=name, cards=cards),)


def _renamed(deck: Deck) -> Deck:
    """Return a deck under an id that no lesson has."""
    return replace(deck, id=f"deck-{deck.id}")


def fitting(desk: Desk, coming: Coming) -> tuple[tuple[str, Value], ...]:
    """Return the settings that a file brings to a home without settings of its own: those that are no defaults."""
    if (desk.environment.home / SETTINGS).exists():
        return ()
    plain = Config()
    given = {name: value for name, value in coming.settings.items() if name in NAMES and fits(name, value)}
    if "easy_days" in given:
        given["easy_days"] = in_week(given["easy_days"])
    return tuple((name, value) for name, value in given.items() if value != getattr(plain, name))
