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
    settings = _settings(os.path.join(home, "config.toml"))  # noqa: PTH118 - pathlib costs the prompt's budget
    if settings is None:
        return None
    language = choose_language(lang, os.environ, settings[0])
    day = Clock.from_text(os.environ.get("TUTOR_NOW")).day()
    found = _compiled(home, content, day, settings)
    if found is None:
        return None
    say_due(found, day, language, as_json="json" in options)
    return 0


def _settings(path: str) -> tuple[str, int, int] | None:
    """Return language, reviews and new cards of a day by the simplest of settings; None for any others.

    The welcome writes one line; tomllib would cost more than all the rest.
    """
    found: dict[str, str] = {}
    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123
            for line in file:
                name, _, value = line.partition("=")
                found[name.strip()] = value.strip()
    except FileNotFoundError:
        return "", DEFAULT_REVIEWS, DEFAULT_NEW
    except (OSError, UnicodeDecodeError):
        return None
    language = {'"zh"': "zh", '"en"': "en", '"both"': "both"}.get(found.get("language", ""))
    return (language, DEFAULT_REVIEWS, DEFAULT_NEW) if language and found.keys() == {"language"} else None


def _compiled(home: str, content: str, day: int, settings: tuple[str, int, int]) -> Found | None:
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
        return count(connection, day, *settings[1:])
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
