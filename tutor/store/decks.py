"""Imported decks: one JSONL file each in the home, its head in the first line, then one card a line.

They are truth, written by importers and by nobody else. A line that cannot be read takes its card away, not the deck.
Every command looks whether a deck changed: what reads and writes one is loaded when one is read or written.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tutor.store.database import refusals
from tutor.syllabus.files import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tutor.questions.model import Card
    from tutor.syllabus.deck import Damage, Deck, Read
    from tutor.syllabus.model import Problem
    from tutor.syllabus.source import LessonFile

FOLDER = "decks"  # in the home
SUFFIX = ".jsonl"
NAME = "deck"


def write(folder: Path, deck: Deck) -> Path:
    """Write `deck` to its file in `folder`, all or nothing; return the file.

    Raises `TutorError` when the folder cannot be written; then the file is as it was.
    """
    path = folder / f"{deck.id}{SUFFIX}"
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    with refusals(path):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            with fresh.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(f"{line}\n" for line in _lines(deck))
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
    return path


def _lines(deck: Deck) -> Iterator[str]:
    from tutor.questions.codec import card_to_json
    from tutor.store.packed import pack
    from tutor.syllabus.deck import head_to_json

    yield pack(head_to_json(deck))
    yield from (pack(card_to_json(card)) for card in deck.cards)


def names(folder: Path) -> tuple[str, ...]:
    """Return the ids of the decks in `folder`, sorted."""
    return tuple(file.path.partition(":")[2] for file in Decks(folder).found())


def read(path: Path) -> Read:
    """Return the deck in a file and what of it could not be used; no deck when its head is broken."""
    from tutor.syllabus.deck import Read

    return Read(*_read(path))


def damages(folder: Path) -> tuple[tuple[str, Damage], ...]:
    """Return every line of the decks in `folder` that cannot be read, with its deck."""
    return tuple((deck, one) for deck in names(folder) for one in read(folder / f"{deck}{SUFFIX}").damages)


def remove(folder: Path, deck: str) -> bool:
    """Delete a deck; return whether there was one. What was learned of its cards stays in the journal."""
    path = folder / f"{deck}{SUFFIX}"
    with refusals(path):
        there = path.is_file()
        path.unlink(missing_ok=True)
    return there


@dataclass(frozen=True, slots=True)
class Decks:
    """The decks in `folder` as a source of the library."""

    folder: Path
    name: str = NAME

    def found(self) -> tuple[Found, ...]:
        """Return the decks, by id; none when there is no folder."""
        try:
            with os.scandir(self.folder) as entries:
                files = [entry for entry in entries if entry.name.endswith(SUFFIX) and not entry.name.startswith(".")]
                known = [(entry.name.removesuffix(SUFFIX), entry.stat()) for entry in files if entry.is_file()]
        except OSError:
            return ()
        return tuple(
            Found(f"{NAME}:{deck}", status.st_size, status.st_mtime_ns) for deck, status in sorted(known, key=_first)
        )

    def read(self, file: Found) -> LessonFile:
        """Return a deck as the lesson it is in the library, with a problem for each broken line."""
        from tutor.syllabus.model import Problem

        path = self.folder / f"{file.path.partition(':')[2]}{SUFFIX}"
        deck, damages = _read(path)
        problems = tuple(Problem(file.path, one.line, 1, "deck-line", (("reason", one.reason),)) for one in damages)
        return as_file(file.path, deck, problems)


def as_file(path: str, deck: Deck | None, problems: tuple[Problem, ...] = ()) -> LessonFile:
    """Return a deck as a lesson file at `path`."""
    from tutor.syllabus.notes import Name
    from tutor.syllabus.source import CardSource, LessonFile

    if deck is None:
        return LessonFile(path, problems=problems)
    places = tuple(enumerate(deck.cards, start=2))
    defined = [Name("lesson", deck.id, path, 1, 1), *(Name("card", card.id, path, line, 1) for line, card in places)]
    cards = tuple(CardSource(card, line, 1) for line, card in places)
    return LessonFile(path, deck.lesson(path), cards, defined=tuple(defined), problems=problems)


def _first(pair: tuple[str, object]) -> str:
    return pair[0]


def _read(path: Path) -> tuple[Deck | None, tuple[Damage, ...]]:
    import json

    from tutor.syllabus.deck import Damage, deck_from_json

    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            head = deck_from_json({**_object(json.loads(file.readline())), "cards": []})
            cards, damages = _cards(file, head.id)
    except OSError as error:
        return None, (Damage(1, error.strerror or ""),)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        return None, (Damage(1, str(error)),)
    return replace(head, cards=cards), damages


def _cards(lines: Iterable[str], deck: str) -> tuple[tuple[Card, ...], tuple[Damage, ...]]:
    import json

    from tutor.questions.codec import card_from_json
    from tutor.syllabus.deck import OWN, Damage

    found: dict[str, Card] = {}
    damages: list[Damage] = []
    for number, line in enumerate(lines, start=2):
        try:
            card = card_from_json(_object(json.loads(line)))
            assert all(isinstance(name, str) and name for name in (card.id, card.fact))
            found.setdefault(card.id, replace(card, lesson=deck, part=OWN))
        except Exception as error:  # noqa: BLE001 - a line may hold anything
            damages.append(Damage(number, str(error) or type(error).__name__))
    return tuple(found.values()), tuple(damages)


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return value
