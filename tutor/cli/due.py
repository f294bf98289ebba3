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
Settings = tuple[str, int, int, int, bool]  # language, reviews and new cards of a day, its first hour, facts together
DEFAULTS: Settings = ("", 60, 8, 4, False)  # cli/config.py's, which a home without config.toml has (a test compares)
# What a setting may simply be; a test compares with cli/config.py, which must not be loaded here.
SWITCH = ("true", "false")
WORDS = {
    "language": ('"zh"', '"en"', '"both"'),
    "theme": ('"auto"', '"light"', '"dark"', '"none"'),
    "keys": ('"anki"', '"vim"'),
    **dict.fromkeys(("fuzz", "load_balance", "siblings", "emoji"), SWITCH),
}
NUMBERS = {"new_per_day": (0, 200), "reviews_per_day": (1, 2000), "rollover": (0, 23)}
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def quick(options: Mapping[str, object]) -> int | None:
    """Print what is due and return 0; None when the course has not been compiled yet."""
    home, content, lang = (None if value is None else str(value) for value in map(options.get, GLOBALS))
    home = home_directory(home, os.environ)
    content = content_directory(content, os.environ)
    settings = _settings(os.path.join(home, "config.toml"))  # noqa: PTH118 - pathlib costs the prompt's budget
    if settings is None:
        return None
    language = choose_language(lang, os.environ, settings[0])
    day = Clock.from_text(os.environ.get("TUTOR_NOW"), settings[3]).day()
    found = _compiled(home, content, day, settings)
    if found is None:
        return None
    say_due(found, day, language, as_json="json" in options)
    return 0


def _settings(path: str) -> Settings | None:
    """Return what counts here of the settings; None when tomllib must read them, or say what is wrong with them.

    `tutor config` writes one line for each; tomllib would cost more than all the rest.
    """
    found: dict[str, str] = {}
    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123
            for line in file:
                setting = line.partition("#")[0].strip()
                name, _, value = setting.partition("=")
                name, value = name.strip(), value.strip()
                if not setting:
                    continue
                if name in found or not _is_simple(name, value):
                    return None
                found[name] = value
    except FileNotFoundError:
        return DEFAULTS
    except (OSError, UnicodeDecodeError):
        return None
    language, reviews, new, rollover, _ = DEFAULTS
    return (
        found.get("language", language).strip('"'),
        int(found.get("reviews_per_day", reviews)),
        int(found.get("new_per_day", new)),
        int(found.get("rollover", rollover)),
        found.get("siblings") == "false",
    )


def _is_simple(name: str, value: str) -> bool:
    """Say whether a setting is plainly right."""
    if name in WORDS:
        return value in WORDS[name]
    if name in NUMBERS:
        low, high = NUMBERS[name]
        return value.isascii() and value.isdigit() and low <= int(value) <= high and value == str(int(value))
    if name == "easy_days" and value[:2] == "{ " and value[-2:] == " }":
        days = [day.split(" = ") for day in value[2:-2].split(", ")]
        return all(len(day) == 2 and day[0] in WEEK and _is_share(day[1], 0, 1) for day in days) and len(days) == len(
            {day[0] for day in days}
        )
    return name == "retention" and _is_share(value, 0.70, 0.97)


def _is_share(text: str, low: float, high: float) -> bool:
    whole, dot, rest = text.partition(".")
    written = whole in ("0", "1") and (rest.isdigit() if dot else not rest) and text.isascii()
    return written and low <= float(text) <= high


def _compiled(home: str, content: str, day: int, settings: Settings) -> Found | None:
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
        return count(connection, day, settings[1], settings[2], together=settings[4])
    except sqlite3.Error:
        return None  # the long way says what is wrong
    finally:
        connection.close()


def count(connection: sqlite3.Connection, day: int, reviews: int, new: int, *, together: bool = False) -> Found:
    """Return (due, new, minutes) of today by a library with its journal attached."""
    from tutor.store import counts, pace

    due, fresh = counts.waiting(connection, day, reviews, new, together=together)
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
