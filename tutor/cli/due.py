"""`tutor due`: one line for a prompt or a status bar; it loads neither typer, rich, numpy nor yaml."""

from __future__ import annotations

import os

from tutor.cli.clock import Clock
from tutor.cli.language import choose_language
from tutor.cli.paths import content_directory, home_directory

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

JOURNAL_VERSION = 2  # the number of store/schema.py's migrations (a test compares)
GLOBALS = ("home", "content", "lang")
Found = tuple[int, int, int]
DEFAULT_REVIEWS, DEFAULT_NEW = 60, 8  # cli/config.py's, which a home without config.toml has (a test compares)


def quick(options: Mapping[str, object]) -> int | None:
    """Print what is due and return 0; None when the course has not been compiled yet."""
    home, content, lang = (None if value is None else str(value) for value in map(options.get, GLOBALS))
    home = home_directory(home, os.environ)
    content = content_directory(content, os.environ)
    if os.path.exists(os.path.join(home, "config.toml")):  # noqa: PTH110, PTH118 - pathlib costs the prompt's budget
        return None
    language = choose_language(lang, os.environ)
    day = Clock.from_text(os.environ.get("TUTOR_NOW")).day()
    found = _compiled(home, content, day)
    if found is None:
        return None
    say_due(found, day, language, as_json="json" in options)
    return 0


def _compiled(home: str, content: str, day: int) -> Found | None:
    """Return what waits by the compiled course, None when it must be compiled first."""
    import sqlite3

    from tutor import __version__

    library, journal = (os.path.join(home, name) for name in ("library.sqlite3", "journal.sqlite3"))  # noqa: PTH118
    if not (os.path.exists(library) and os.path.exists(journal)):  # noqa: PTH110
        return None
    connection = sqlite3.connect(library, timeout=1.0, isolation_level=None)
    try:
        (key,) = connection.execute("SELECT value FROM meta WHERE name = 'key'").fetchone() or ("",)
        if not (key.startswith(f"{__version__} ") and key.endswith(f" {content}")):
            return None
        connection.execute("ATTACH DATABASE ? AS journal", (journal,))
        if connection.execute("PRAGMA journal.user_version").fetchone() != (JOURNAL_VERSION,):
            return None
        return count(connection, day, DEFAULT_REVIEWS, DEFAULT_NEW)
    except sqlite3.Error:
        return None  # the long way says what is wrong
    finally:
        connection.close()


def count(connection: sqlite3.Connection, day: int, reviews: int, new: int) -> Found:
    """Return (due, new, minutes) of today by a library with its journal attached."""
    from tutor.store import counts, pace

    due, fresh = counts.waiting(connection, day, reviews, new)
    return due, fresh, pace.minutes(due + fresh, pace.seconds_a_card(connection, "journal"))


def say_due(found: Found, day: int, language: str, *, as_json: bool) -> None:
    """Print (due, new, minutes) as one line or as JSON."""
    from datetime import date

    due, new, minutes = found
    if as_json:
        print(f'{{"due": {due}, "new": {new}, "minutes": {minutes}, "day": "{date.fromordinal(day)}"}}')
        return
    from tutor.text.words import say

    key = "due.line" if due or new else "due.nothing"
    print(say(key, "en" if language == "en" else "zh", due=due, new=new, minutes=minutes))
