"""Everything in one JSON object, written while it is read: a million answers need no more memory than a thousand."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from tutor import __version__
from tutor.cli import export_file
from tutor.cli.desk import NOTES, open_desk, open_notes
from tutor.exchange import whole
from tutor.memory.fields import review_fields
from tutor.memory.state import NEW
from tutor.store import all_events, decks, states
from tutor.store.database import refusals
from tutor.syllabus.deck import deck_to_json
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.cli.desk import Desk
    from tutor.cli.environment import Environment
    from tutor.memory.state import CardState
    from tutor.syllabus.deck import Deck


def export_whole(environment: Environment, file: str, *, force: bool) -> None:
    """Write everything to a file or to standard output, and say so. Raises `TutorError`."""
    path = export_file.place(file, force=force)
    with open_desk(environment) as desk, refusals(desk.journal.path):
        export_file.write(path, pieces(desk))
        events = all_events.count(desk.journal.connection)
    if path is not None:
        print(say("exporting.saved_all", environment.language, file=file, events=events), file=sys.stderr)


def pieces(desk: Desk) -> Iterator[str]:
    """Yield the text of the file."""
    environment = desk.environment
    head = {
        "program": __version__,
        "exported": environment.clock.now().isoformat(timespec="seconds"),
        "settings": settings(environment),
    }
    events = all_events.recorded(desk.journal.connection)
    return whole.written(head, _decks(environment), _notes(environment), _cards(desk), events)


def settings(environment: Environment) -> dict[str, Any]:
    """Return every setting under its name, as the settings file would have it."""
    return {**asdict(environment.config), "easy_days": dict(environment.config.easy_days)}


def _decks(environment: Environment) -> Iterator[Deck]:
    folder = environment.home / decks.FOLDER
    for name in decks.names(folder):
        read = decks.read(folder / f"{name}{decks.SUFFIX}")
        if read.deck is not None:
            yield read.deck


def _notes(environment: Environment) -> Iterator[dict[str, Any]]:
    """Yield every note that is there with its cards; their texts are in files of the learner."""
    if not (environment.home / NOTES).exists():
        return
    with open_notes(environment) as notes:
        for known in notes.known().values():
            deck = notes.deck(known.note)
            if deck is not None:
                yield {"path": known.path, **deck_to_json(deck)}


def _cards(desk: Desk) -> Iterator[dict[str, Any]]:
    """Yield how every card stands, first those that can be asked; of the others only what is known."""
    known = {name: kept.state for name, kept in states.read_all(desk.journal.connection)}
    for row in desk.library.search():
        about = {"id": row.id, "lesson": row.lesson, "part": row.part, "kind": row.kind, "fact": row.fact}
        yield {**about, "ask": {"zh": row.ask.zh, "en": row.ask.en}, **_standing(known.pop(row.id, NEW), desk.day)}
    for name, state in known.items():
        yield {"id": name, **_standing(state, desk.day)}


def _standing(state: CardState, day: int) -> dict[str, Any]:
    return review_fields(state, day)
