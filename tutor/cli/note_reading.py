"""Reading notes into the register: their questions become cards, a written history starts them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from tutor.exchange.markdown import cards_of, read_note
from tutor.exchange.notes import front_matter
from tutor.exchange.notes.files import NoteFile, read
from tutor.exchange.tags import normalised
from tutor.exchange.trouble import Trouble, TroubledError
from tutor.memory.fields import iso
from tutor.memory.seeding import seed_of, seeded
from tutor.store.notes import Seen
from tutor.syllabus.deck import Deck

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from tutor.cli.note_scan import Scanned
    from tutor.events import Event
    from tutor.exchange.markdown import Note
    from tutor.exchange.notes.front_matter import FrontMatter
    from tutor.store.journal import Journal
    from tutor.store.notes import Named, Notes

HISTORY = frozenset({"answered", "practised", "seeded"})


@dataclass(frozen=True, slots=True)
class Read:
    """A note that was just read: the file, its bytes' digest, its questions, its front matter."""

    file: NoteFile
    digest: str
    note: Note
    front: FrontMatter

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """Return what is wrong, in the order of lines."""
        return tuple(sorted((*self.front.troubles, *self.note.troubles), key=lambda one: one.line))


def keep(
    notes: Notes, journal: Journal, files: Sequence[NoteFile], missing: Collection[str], today: int, done: Scanned
) -> None:
    """Read some notes and keep what they say, all in one transaction; start cards that have a written history."""
    found = [one for file in files if (one := _read(file, done)) is not None]
    seen = [_seen(one) for one in found]
    with notes.writing():
        names = notes.recognise(seen, missing, done.away)
        for one, own, named in zip(found, seen, names, strict=True):
            troubles = [_plain(trouble) for trouble in one.troubles]
            notes.keep(own, named, _deck(one, named), asdict(one.front.written), troubles)
            _count(done, one, named)
        seeds = [list(_seeds(journal, one, named, today)) for one, named in zip(found, names, strict=True)]
        if any(seeds):  # before the register is kept: who dies in between does both again, the same way
            done.seeded += sum(map(bool, seeds))
            journal.absorb(event for own in seeds for event in own)


def _count(done: Scanned, one: Read, named: Named) -> None:
    done.new += named.is_new
    done.changed += not named.is_new
    if named.former:
        done.former.add(named.former)
    if one.troubles:
        done.troubles[one.file.path] = list(one.troubles)


def _read(file: NoteFile, done: Scanned) -> Read | None:
    try:
        source = read(file.path)
        note = read_note(source, PurePath(file.path).stem)
    except TroubledError as error:
        done.troubles.setdefault(file.path, []).append(error.trouble)
        return None
    return Read(file, sha256(source).hexdigest(), note, front_matter.read(source))


def _seen(one: Read) -> Seen:
    stem = PurePath(one.file.path).stem
    asked = tuple(question.asked for question in one.note.questions)
    return Seen(one.file.path, one.file.size, one.file.changed, one.digest, stem, one.note.title or stem, asked)


def _deck(one: Read, named: Named) -> Deck:
    """Return the note as the deck it is in the library; a tag that is the path of a note is a tag and an outline."""
    written = one.front.written
    tags = normalised(written.tags)
    related = tuple(dict.fromkeys((*written.related_outlines, *tags.outlines)))
    created = "" if written.created is None else iso(written.created)
    title = one.note.title or PurePath(one.file.path).stem
    cards = cards_of(one.note, named.cards, named.note, tags.tags)
    dated = tuple(replace(card, created=created, related=related) for card in cards)
    return Deck(named.note, title, "note", dated, tags.tags, related, created)


def _seeds(journal: Journal, one: Read, named: Named, today: int) -> Iterator[Event]:
    """Yield an event for each card of a note whose front matter tells a history, while none of its cards has one.

    A note all of whose questions were replaced had one: its new questions are new.
    """
    body = seed_of(one.front.written, today)
    known = [card for card in named.cards if card not in named.fresh]
    if body is None or one.front.troubles or not (named.is_new or known):
        return
    if any(event.kind in HISTORY for card in named.cards for event in journal.history(card).events):
        return
    yield from (seeded(card, body) for card in named.cards)


def _plain(trouble: Trouble) -> list[Any]:
    return [trouble.key, trouble.line, [list(fact) for fact in trouble.facts]]
