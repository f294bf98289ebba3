"""What came in, in whole sentences, and the same as plain JSON values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tutor.cli.printed import INDENT
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.cli.import_taking import Taken
    from tutor.exchange.joining import Change
    from tutor.text import Language

COUNTS = ("new", "updated", "same", "gone")


def told(taken: Taken, language: Language) -> Iterator[str]:
    """Yield the lines about one file: what it is, its decks, the history, what was left out."""
    coming, joined = taken.coming, taken.joined
    kind = say(f"importing.format_{coming.format}", language)
    yield say("importing.file", language, file=coming.file, format=kind)
    for change in joined.changes:
        yield INDENT + _deck(change, language)
    if joined.others:
        yield INDENT + say("importing.others", language, n=joined.others)
    if taken.new_events or taken.known_events:
        yield INDENT + say("importing.events", language, new=taken.new_events, known=taken.known_events)
    if taken.settings:
        names = tuple(name for name, _ in taken.settings)
        yield INDENT + say("importing.settings", language, names=names)
    if not (joined.changes or joined.others or taken.new_events or taken.known_events):
        yield INDENT + say("importing.no_cards", language)
    for one in coming.left_out:
        yield INDENT + say(f"importing.left_{one.reason}", language, count=one.count)


def _deck(change: Change, language: Language) -> str:
    numbers = {name: getattr(change, name) for name in COUNTS}
    parts = [say(f"importing.cards_{name}", language, n=n) for name, n in numbers.items() if n]
    cards = say("importing.comma", language).join(parts) or say("importing.cards_same", language, n=0)
    return say("importing.deck", language, title=change.deck.title, deck=change.deck.id, cards=cards)


def values(taken: Taken) -> dict[str, Any]:
    """Return what `--json` tells about one file."""
    return {
        "file": taken.coming.file,
        "format": taken.coming.format,
        "decks": [
            {"deck": one.deck.id, "title": one.deck.title, **{name: getattr(one, name) for name in COUNTS}}
            for one in taken.joined.changes
        ],
        "of_the_course": taken.joined.others,
        "events": {"new": taken.new_events, "known": taken.known_events},
        "settings": [name for name, _ in taken.settings],
        "left_out": {one.reason: one.count for one in taken.coming.left_out},
    }
