"""The register of the learner's notes: which folders, which notes, which of their questions is which card.

It stands beside the notes, never in them. A note that was moved or renamed is recognised by its bytes or by
its questions, a question that was edited by its text; what is gone is remembered, in case it comes back.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from tutor.store.database import connect, refusals, transaction
from tutor.store.decks import as_file
from tutor.store.left_behind import SHARED, left_behind
from tutor.store.notes_schema import APPLICATION, MIGRATIONS
from tutor.store.packed import pack, unpack
from tutor.syllabus.deck import deck_from_json, deck_to_json
from tutor.syllabus.files import Found
from tutor.syllabus.identity import Asked, Remembered, card_name, digest, fingerprint, note_name, recognised

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from tutor.syllabus.deck import Deck
    from tutor.syllabus.source import LessonFile

NAME = "note"
NOTHING = "[]"  # wrong with a note, as it is kept
AT_ONCE = 500  # SQLite allows 999 parameters at least
HERE, LEFT, LOST = 0, 1, 2  # a question is in its note, is no longer, or was when its note was lost
QUESTIONS = f"SELECT card, kind, ask, answer, author FROM questions WHERE note = ? ORDER BY gone = {LEFT}, place"  # noqa: S608
KEEP_NOTE = """INSERT INTO notes (note, path, size, changed, digest, title, original, trouble, reader)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (note) DO UPDATE SET path = excluded.path, size = excluded.size,
    changed = excluded.changed, digest = excluded.digest, title = excluded.title, trouble = excluded.trouble,
    reader = excluded.reader, gone = 0"""
DECK_AT = "SELECT d.json FROM decks AS d JOIN notes AS n USING (note) WHERE n.gone = 0 AND"
ALL_CARDS = """SELECT q.note, q.card FROM questions AS q JOIN notes AS n USING (note)
    WHERE q.gone = 0 AND n.gone = 0 ORDER BY q.note, q.place"""
SAME_WORDS = "SELECT card FROM questions WHERE words = ? AND kind = ? AND gone > 0 ORDER BY card"


@dataclass(frozen=True, slots=True)
class Known:
    """A note as the register knows it: `path` as it was found, `size` in bytes, `changed` in ns.

    `original` is the front matter as it was first read, `trouble` what was wrong with it last, `wrote` the fields
    that the program wrote into it last, None for nothing; all plain JSON values.
    """

    note: str
    path: str
    size: int
    changed: int
    title: str
    original: Any
    trouble: Any
    wrote: Any = None


class Stamp(NamedTuple):
    """Size and time of change of a note as it was last read (-1: read it again), and what was wrong with it."""

    size: int
    changed: int
    trouble: Any


@dataclass(frozen=True, slots=True)
class Seen:
    """A note that was just read; `digest` is of its bytes."""

    path: str
    size: int
    changed: int
    digest: str
    stem: str
    title: str
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """The names of a note and of its questions, in the order they were given; `is_new` when nobody knew it.

    `fresh` are the cards that nobody knew, `former` is the path it had before, "" when that is the same.
    """

    note: str
    cards: tuple[str, ...]
    is_new: bool
    fresh: frozenset[str] = frozenset()
    former: str = ""


class Notes:
    """The register at `path`; as a source it gives the library one deck a note.

    `reader` names the version of what reads notes: decks of another one are to be read again. Every method
    raises `TutorError` when the file cannot be read or written.
    """

    name = NAME

    def __init__(self, path: Path, reader: str) -> None:
        self.path = path
        self.reader = reader
        self.connection: sqlite3.Connection = connect(path, APPLICATION, MIGRATIONS)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the one writer's place: what is recognised inside is still so when it is kept."""
        with refusals(self.path), transaction(self.connection):
            yield

    def roots(self) -> tuple[str, ...]:
        """Return the folders and files that the learner added, sorted."""
        return tuple(path for (path,) in self._rows("SELECT path FROM roots ORDER BY path"))

    def add_root(self, path: str) -> bool:
        """Add a folder or a file; return whether it is new."""
        with refusals(self.path):
            return self.connection.execute("INSERT OR IGNORE INTO roots VALUES (?)", (path,)).rowcount == 1

    def remove_root(self, path: str) -> bool:
        """Take a folder or a file away; return whether it was there. Its notes stay until they are lost."""
        with refusals(self.path):
            return self.connection.execute("DELETE FROM roots WHERE path = ?", (path,)).rowcount == 1

    def known(self) -> dict[str, Known]:
        """Return every note that is there, by its path; one that must be read again has `changed` -1."""
        rows = self._rows(
            "SELECT note, path, size, changed, title, original, trouble, wrote, reader FROM notes WHERE gone = 0"
        )
        return {
            path: Known(
                *(note, path, size, changed if reader == self.reader else -1, title),
                *(unpack(first), unpack(wrong), None if wrote == "null" else unpack(wrote)),
            )
            for note, path, size, changed, title, first, wrong, wrote, reader in rows
        }

    def stamps(self) -> dict[str, Stamp]:
        """Return of every note that is there what tells whether it changed: a third of the time of `known`."""
        rows = self._rows("SELECT path, size, changed, trouble, reader FROM notes WHERE gone = 0")
        return {
            path: Stamp(size, changed if reader == self.reader else -1, () if wrong == NOTHING else unpack(wrong))
            for path, size, changed, wrong, reader in rows
        }

    def cards(self, note: str) -> tuple[str, ...]:
        """Return the cards of a note that are there, in its order."""
        rows = self._rows("SELECT card FROM questions WHERE note = ? AND gone = 0 ORDER BY place", (note,))
        return tuple(card for (card,) in rows)

    def cards_of_all(self) -> dict[str, tuple[str, ...]]:
        """Return the cards of every note."""
        found: dict[str, list[str]] = {}
        for note, card in self._rows(ALL_CARDS):
            found.setdefault(note, []).append(card)
        return {note: tuple(cards) for note, cards in found.items()}

    def deck(self, note: str) -> Deck | None:
        """Return the deck of a note, None when there is none."""
        rows = self._rows("SELECT json FROM decks WHERE note = ?", (note,))
        return deck_from_json(unpack(rows[0][0])) if rows else None

    def recognise(
        self, seen: Sequence[Seen], missing: Collection[str], away: Collection[str] = ()
    ) -> tuple[Named, ...]:
        """Return the names of notes that were read, inside `writing`; `missing` paths are no longer there.

        First each note by its path, else among the missing and the gone ones by its bytes, else by its
        questions, else among those in roots that are `away`; then each question within its note, else among
        those that are gone from any note.
        """
        self.lose(missing)
        self.lose(left_behind(self.connection, [one for one in seen if not self._is_known(one)], away))
        notes = self._notes(seen)
        cards = [self._within(note, one) for (note, _, _), one in zip(notes, seen, strict=True)]
        for (note, _, _), own in zip(notes, cards, strict=True):
            self._release(note, own)
        taken = {card for own in cards for card in own if card}
        named = []
        for (note, is_new, former), own, one in zip(notes, cards, seen, strict=True):
            fresh: set[str] = set()
            whole = tuple(card or self._elsewhere(note, asked, taken, fresh) for card, asked in _pairs(own, one))
            named.append(Named(note, whole, is_new, frozenset(fresh), former))
        return tuple(named)

    def keep(self, seen: Seen, named: Named, deck: Deck, original: object, trouble: object) -> None:
        """Keep what was read and recognised, inside `writing`."""
        note, run = named.note, self.connection
        place = (note, seen.path, seen.size, seen.changed, seen.digest, seen.title)
        run.execute(KEEP_NOTE, (*place, pack(original), pack(trouble), self.reader))
        run.executemany(
            "REPLACE INTO questions VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
            [
                (card, note, place, asked.kind, fingerprint(asked), asked.ask, asked.answer, asked.author)
                for place, (card, asked) in enumerate(_pairs(named.cards, seen))
            ],
        )
        text = pack(deck_to_json(deck))
        run.execute("REPLACE INTO decks VALUES (?, ?, ?, ?)", (note, len(text), crc32(text.encode()), text))

    def touch(self, note: str, size: int, changed: int, digest: str, wrote: object = None) -> None:
        """Note that the fields `wrote` (None: those of its author) were written into a file; its questions stay."""
        with refusals(self.path):
            self.connection.execute(
                "UPDATE notes SET size = ?, changed = ?, digest = ?, wrote = ? WHERE note = ?",
                (size, changed, digest, pack(wrote), note),
            )

    def lose(self, paths: Collection[str]) -> None:
        """Remember that the notes at `paths` are gone, inside `writing`."""
        for some in _some(paths):
            marks = ",".join("?" * len(some))
            gone = f"SELECT note FROM notes WHERE gone = 0 AND path IN ({marks})"  # noqa: S608  (marks)
            self.connection.execute(f"DELETE FROM decks WHERE note IN ({gone})", some)  # noqa: S608
            lost = f"UPDATE questions SET gone = {LOST} WHERE gone = {HERE} AND note IN ({gone})"  # noqa: S608
            self.connection.execute(lost, some)
            self.connection.execute(f"UPDATE notes SET gone = 1 WHERE gone = 0 AND path IN ({marks})", some)  # noqa: S608

    def found(self) -> tuple[Found, ...]:
        """Return every note that is there as a file of the library."""
        rows = self._rows(
            """SELECT n.path, d.size, d.print FROM decks AS d JOIN notes AS n USING (note)
            WHERE n.gone = 0 ORDER BY n.path"""
        )
        return tuple(Found(f"{NAME}:{path}", size, fingerprint) for path, size, fingerprint in rows)

    def read(self, file: Found) -> LessonFile:
        """Return a note as the lesson it is in the library."""
        path = file.path.partition(":")[2]
        rows = self._rows(f"{DECK_AT} n.path = ?", (path,))
        return as_file(file.path, deck_from_json(unpack(rows[0][0])) if rows else None)

    def _notes(self, seen: Sequence[Seen]) -> list[tuple[str, bool, str]]:
        """Return name, whether it is new, and former path of each note."""
        found: list[tuple[str, bool, str]] = []
        taken: set[str] = set()
        for one in seen:
            at_path = self._rows("SELECT note, path FROM notes WHERE path = ? AND gone = 0", (one.path,))
            known = at_path or [row for row in self._candidates(one) if row[0] not in taken][:1]
            if known:
                note, path = known[0]
                found.append((note, False, "" if path == one.path else path))
            else:
                content = digest(asked.words for asked in one.questions) if one.questions else one.digest
                name = note_name(one.stem, content, one.path, lambda name: name in taken or self._is_note(name))
                found.append((name, True, ""))
            taken.add(found[-1][0])
        return found

    def _is_known(self, seen: Seen) -> bool:
        there = self._rows("SELECT 1 FROM notes WHERE path = ? AND gone = 0", (seen.path,))
        return bool(there or self._candidates(seen))

    def _candidates(self, seen: Seen) -> list[tuple[str, str]]:
        """Return the notes that are gone and may be this one, the likeliest first."""
        same = "SELECT note, path FROM notes WHERE gone = 1 AND {} ORDER BY path = ? DESC, note"
        exact = self._rows(same.format("digest = ?"), (seen.digest, seen.path))
        return exact or self._rows(same.format("path = ?"), (seen.path, seen.path)) or self._sharing(seen)

    def _sharing(self, seen: Seen) -> list[tuple[str, str]]:
        """Return the note that is gone and shares most questions, when these are half of what is asked here."""
        words = sorted({fingerprint(asked) for asked in seen.questions})[:AT_ONCE]
        marks = ",".join("?" * len(words))
        rows = self._rows(
            f"""SELECT q.note, n.path, count(*) FROM questions AS q JOIN notes AS n USING (note)
            WHERE q.gone > 0 AND q.gone = {LOST} AND q.words IN ({marks})
            GROUP BY q.note ORDER BY 3 DESC, 1 LIMIT 1""",  # noqa: S608  (marks)
            words,
        )
        return [(note, path) for note, path, shared in rows if shared >= SHARED * len(words)]

    def _within(self, note: str, seen: Seen) -> tuple[str, ...]:
        rows = self._rows(QUESTIONS, (note,))
        return recognised([Remembered(card, Asked(*asked)) for card, *asked in rows], seen.questions)

    def _release(self, note: str, kept: Iterable[str]) -> None:
        """Mark the questions of a note as gone, but those that are `kept`."""
        self.connection.execute("UPDATE questions SET gone = 1 WHERE note = ?", (note,))
        back = [(card,) for card in kept if card]
        self.connection.executemany("UPDATE questions SET gone = 0 WHERE card = ?", back)

    def _elsewhere(self, note: str, asked: Asked, taken: set[str], fresh: set[str]) -> str:
        """Return the card of a question that left another note, else a new name."""
        rows = self._rows(SAME_WORDS, (fingerprint(asked), asked.kind))
        card = next((card for (card,) in rows if card not in taken), "")
        if not card:
            card = card_name(note, asked, lambda name: name in taken or self._is_card(name))
            fresh.add(card)
        taken.add(card)
        return card

    def _is_note(self, name: str) -> bool:
        return bool(self._rows("SELECT 1 FROM notes WHERE note = ?", (name,)))

    def _is_card(self, name: str) -> bool:
        return bool(self._rows("SELECT 1 FROM questions WHERE card = ?", (name,)))

    def _rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with refusals(self.path):
            return self.connection.execute(statement, values).fetchall()


def _pairs(cards: Sequence[str], seen: Seen) -> Iterator[tuple[str, Asked]]:
    return zip(cards, seen.questions, strict=True)


def _some(paths: Iterable[str]) -> Iterator[list[str]]:
    whole = list(paths)
    for start in range(0, len(whole), AT_ONCE):
        yield whole[start : start + AT_ONCE]
