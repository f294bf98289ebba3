"""Homes of any size: a course, its library and a learner's past, kept in a folder between runs."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

from tests.bench.course import write_course
from tests.bench.past import learned_past, long_past, write_past
from tutor.cli.desk import JOURNAL, LIBRARY, fingerprint
from tutor.events import Fact
from tutor.questions.model import Numeric
from tutor.store.journal import Journal
from tutor.store.library import Library
from tutor.store.waiting import Waiting

if TYPE_CHECKING:
    from pathlib import Path

    from tutor.questions.model import Card

NOW = "2026-11-20T08:00+00:00"
TODAY = date(2026, 11, 20).toordinal()
DONE = "done"
SEARCHED = 500  # due cards among which one with drawn numbers is looked for


@dataclass(frozen=True, slots=True)
class Home:
    """Where a generated learner's data and course lie."""

    root: Path
    name: str = "home"

    @property
    def data(self) -> Path:
        """Return what TUTOR_HOME is to be."""
        return self.root / self.name

    @property
    def content(self) -> Path:
        """Return what TUTOR_CONTENT is to be."""
        return self.root / "content"

    @property
    def environment(self) -> dict[str, str]:
        """Return what a process in this home needs to know."""
        return {"TUTOR_HOME": str(self.data), "TUTOR_CONTENT": str(self.content), "TUTOR_NOW": NOW, "TUTOR_LANG": "en"}


def opened(path: Path) -> Journal:
    """Open a journal whose ids are counted, not drawn."""
    numbers = count()
    return Journal(path, "bench", lambda: 0, lambda: f"{next(numbers):032x}")


def home_of(cards: int, folder: Path) -> Home:
    """Return the home with `cards` cards in `folder`, made when it is not there yet or of another version."""
    home = Home(folder / f"home-{cards}")
    done = home.root / DONE
    if done.exists() and done.read_text(encoding="utf-8") == fingerprint():
        return home
    shutil.rmtree(home.root, ignore_errors=True)
    _announce(f"making a home with {cards} cards")
    ids = write_course(home.content, cards)
    library = Library.open(home.data / LIBRARY, home.content, fingerprint())
    problems = library.refresh()
    assert not problems, problems[:3]
    library.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    library.close()
    with opened(home.data / JOURNAL) as journal:
        write_past(journal, learned_past(ids, TODAY, cards), with_states=True)
    done.write_text(fingerprint(), encoding="utf-8")
    return home


def opening_with(home: Home, *, numbers: bool) -> Home:
    """Return a copy of `home` whose review begins with a card with drawn numbers, or one without any.

    Due cards of the other sort are suspended: which of the rest comes first does not matter.
    """
    copy = Home(home.root, "numbers" if numbers else "still")
    if not copy.data.exists():
        shutil.copytree(home.data, copy.data)
        library = Library.open(copy.data / LIBRARY, copy.content, fingerprint())
        with opened(copy.data / JOURNAL) as journal:
            before = [card.id for card in Waiting(library, journal.path).due(TODAY, SEARCHED)[0]]
            fits = [bool(card.draws) if numbers else is_still(card) for card in library.cards(before)]
            assert any(fits)
            for card in (card for card, fit in zip(before, fits, strict=True) if not fit):
                journal.record(Fact("suspended", card), TODAY)
        library.close()
    return copy


def is_still(card: Card) -> bool:
    """Whether nothing of the card must be computed."""
    return not card.draws and not isinstance(card.body, Numeric)


def journal_of(events: int, cards: int, folder: Path) -> Path:
    """Return a journal with `events` events of `cards` cards and no card states."""
    root = folder / f"journal-{events}"
    path = root / JOURNAL
    if not (root / DONE).exists():
        _announce(f"making a journal with {events} events")
        with opened(path) as journal:
            write_past(journal, long_past(events, cards, events), with_states=False)
        (root / DONE).touch()
    return path


def _announce(text: str) -> None:
    print(f"({text} …)", file=sys.stderr, flush=True)
