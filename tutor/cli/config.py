"""The learner's settings, read from HOME/config.toml; a wrong value is refused with the range allowed."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from tutor.errors import TutorError, near

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Config:
    """Settings with their defaults: an empty language follows the locale.

    `rollover` is the hour at which a study day begins, `easy_days` the share of an ordinary day's
    cards that a day of the week gets, `siblings` keeps cards of one fact on different days.
    """

    language: str = ""
    new_per_day: int = 8
    reviews_per_day: int = 60
    retention: float = 0.90
    rollover: int = 4
    fuzz: bool = True
    load_balance: bool = False
    easy_days: tuple[tuple[str, float], ...] = ()
    siblings: bool = True
    theme: str = "auto"
    keys: str = "anki"
    emoji: bool = False

    @property
    def shares(self) -> tuple[float, ...]:
        """Return what share of an ordinary day's cards each day of the week gets, Monday first."""
        given = dict(self.easy_days)
        return tuple(given.get(day, 1.0) for day in WEEK)


RANGES: Mapping[str, tuple[float, float]] = {
    "new_per_day": (0, 200),
    "reviews_per_day": (1, 2000),
    "retention": (0.70, 0.97),
    "rollover": (0, 23),
}
CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": ("", "zh", "en", "both"),
    "theme": ("auto", "light", "dark", "none"),
    "keys": ("anki", "vim"),
}
NAMES = tuple(field.name for field in fields(Config))


def read(path: Path) -> Config:
    """Return the settings in `path`, the defaults when there is no such file."""
    if not path.is_file():
        return Config()
    given = parsed(_text(path), path)
    for name, value in given.items():
        if name not in NAMES:
            raise TutorError("config.unknown", file=str(path), name=name, near=near(name, list(NAMES)))
        if not fits(name, value):
            raise TutorError(refusal(name), file=str(path), name=name, value=value, **allowed(name))
    if "easy_days" in given:
        given["easy_days"] = in_week(given["easy_days"])
    return Config(**given)


def parsed(text: str, path: Path) -> dict[str, Any]:
    """Return what a settings file says; raises `TutorError` when it is no TOML."""
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TutorError("config.unreadable", file=str(path), why=str(error)) from None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (UnicodeDecodeError, OSError) as error:
        raise TutorError("config.unreadable", file=str(path), why=str(error)) from None


def in_week(shares: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """Return the days of the week with their shares, Monday first; ordinary days are left out."""
    return tuple((day, float(shares[day])) for day in WEEK if shares.get(day, 1) != 1)


def fits(name: str, value: Any) -> bool:
    """Say whether a setting may have this value, as a TOML file gives it."""
    if name in CHOICES:
        return value in CHOICES[name]
    if name == "easy_days":
        return isinstance(value, dict) and all(day in WEEK and _between(share, 0, 1) for day, share in value.items())
    if name in RANGES:
        whole = isinstance(getattr(Config(), name), int)
        return _between(value, *RANGES[name]) and (isinstance(value, int) or not whole)
    return isinstance(value, bool)


def _between(value: Any, low: float, high: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high


def refusal(name: str) -> str:
    """Return the key of the sentence that refuses a value of the settings file."""
    return "config.range" if name in RANGES else "config.choice"


def allowed(name: str) -> dict[str, Any]:
    """Return the facts for a sentence that says what a setting may be."""
    if name in RANGES:
        low, high = RANGES[name]
        return {"low": low, "high": high}
    if name == "easy_days":
        return {"choices": "{ " + ", ".join(f"{day} = 0…1" for day in WEEK) + " }"}
    return {"choices": ", ".join(choice for choice in CHOICES.get(name, ("true", "false")) if choice)}
