"""Everything in one JSON object: settings, imported decks, notes, how every card stands, all events.

    {"format": "tutor", "version": 1, "exported": …, "settings": {…},
     "decks": […], "notes": […], "cards": […], "events": […]}

Each deck, card and event has a line of its own, so that a million events are written and read without being in
memory at once. Reading takes the events, the decks and the settings; how cards stand follows from the events. What
cannot be used is counted; the file of a later version is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args

from tutor.errors import TutorError
from tutor.exchange.event_json import event_of, event_to_json
from tutor.exchange.foreign import usable
from tutor.exchange.imported import LeftOut
from tutor.exchange.json_stream import BrokenError, members
from tutor.exchange.plain import in_line
from tutor.syllabus.deck import Deck, Source, deck_from_json, deck_to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import TextIO

    from tutor.events import Event

    Opening = Callable[[], TextIO]
    Json = Mapping[str, Any]

FORMAT, VERSION = "tutor", 1
SOURCES = frozenset(get_args(Source))
DECK = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")


@dataclass(frozen=True, slots=True)
class Whole:
    """A file of everything without its events: what else is in it, and how many events there are, usable or not."""

    decks: tuple[Deck, ...]
    settings: Json
    events: int
    notes: int = 0
    left_out: tuple[LeftOut, ...] = ()


@dataclass(slots=True)
class _Found:
    head: dict[str, Any] = field(default_factory=dict)
    decks: list[Deck] = field(default_factory=list)
    notes: int = 0
    events: int = 0
    bad_decks: int = 0
    bad_cards: int = 0
    twice: int = 0
    cards: set[str] = field(default_factory=set)


def written(
    head: Json, decks: Iterable[Deck], notes: Iterable[Json], cards: Iterable[Json], events: Iterable[Event]
) -> Iterator[str]:
    """Yield the text of a file piece by piece; `head` says when it was written and what the settings are."""
    from json import dumps

    def line(value: object) -> str:
        return dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))

    first = {"format": FORMAT, "version": VERSION, **head}
    yield "{" + ",\n".join(f"{line(name)}: {line(value)}" for name, value in first.items())
    arrays: list[tuple[str, Iterable[object]]] = [
        ("decks", map(deck_to_json, decks)),
        ("notes", notes),
        ("cards", cards),
        ("events", map(event_to_json, events)),
    ]
    for name, values in arrays:
        yield f",\n{line(name)}: ["
        for place, value in enumerate(values):
            yield (",\n" if place else "\n") + line(value)
        yield "\n]"
    yield "\n}\n"


def looks_like_whole(beginning: str) -> bool:
    """Say whether the beginning of a text is that of a JSON object."""
    return beginning.lstrip("\ufeff \t\r\n").startswith("{")


def unusable(whole: Whole, usable_events: int) -> tuple[LeftOut, ...]:
    """Return how many events cannot be used, if there are such."""
    bad = whole.events - usable_events
    return (LeftOut("events", bad),) if bad else ()


def survey(opening: Opening, name: str) -> Whole:
    """Return what the file `name` holds, events counted only; raises `TutorError` when it is no file of ours."""
    found = _Found()
    for key, value in _read(opening, name):
        if key == "events":
            found.events += 1
        elif key == "decks":
            _take_deck(value, found)
        elif key == "notes":
            found.notes += 1
        elif key != "cards":
            found.head[key] = value
    settings = found.head.get("settings")
    counts = {
        "decks": found.bad_decks,
        "cards": found.bad_cards,
        "twice": found.twice,
        "notes": found.notes,
    }
    return Whole(
        tuple(found.decks),
        settings if isinstance(settings, dict) else {},
        found.events,
        found.notes,
        tuple(LeftOut(reason, count) for reason, count in counts.items() if count),
    )


def events(opening: Opening, name: str) -> Iterator[Event]:
    """Yield the events of the file `name` that can be used; raises `TutorError` like `survey`."""
    for key, value in _read(opening, name):
        event = event_of(value) if key == "events" else None
        if event is not None:
            yield event


def _read(opening: Opening, name: str) -> Iterator[tuple[str, Any]]:
    """Yield the members of a file of this format and version."""
    known = False
    with opening() as file:
        try:
            for key, value in members(file):
                if key == "format":
                    if value != FORMAT:
                        raise TutorError("importing.other_json", file=name)
                    known = True
                elif key == "version" and value != VERSION:
                    raise TutorError("importing.newer", file=name, version=in_line(str(value))[:20], known=VERSION)
                yield key, value
        except BrokenError as broken:
            raise TutorError("importing.broken_json", file=name, line=broken.line) from None
    if not known:
        raise TutorError("importing.other_json", file=name)


def _take_deck(value: Any, found: _Found) -> None:
    """Take a deck with the cards of it that can be used."""
    try:
        deck = deck_from_json({**value, "cards": []})
        cards, fits = list(value["cards"]), DECK.fullmatch(deck.id) and isinstance(deck.title, str)
    except (TypeError, KeyError, ValueError):
        fits = None
    if not fits:
        found.bad_decks += 1
        return
    read = [card for card in (usable(one, deck.id) for one in cards) if card is not None]
    own = {card.id: card for card in reversed(read) if card.id not in found.cards}
    found.bad_cards += len(cards) - len(read)
    found.twice += len(read) - len(own)
    found.cards |= own.keys()
    if own or not cards:
        source = deck.source if deck.source in SOURCES else "json"
        found.decks.append(Deck(deck.id, in_line(deck.title) or deck.id, source, tuple(reversed(own.values()))))
