"""What the values of the review fields mean, and how a new value is written in the manner of the old one.

A date may carry a time and may be written with slashes or dots; whatever is written anew is an ISO date.
"""

from __future__ import annotations

import re
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, cast, get_args

from tutor.memory.fields import Difficulty

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.exchange.notes.front_entries import Value

Field = int | float | str | None
DATE = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[Tt \t].*)?", re.ASCII)
WHOLE = re.compile(r"\d{1,7}", re.ASCII)
NUMBER = re.compile(r"\d*\.?\d+(?:[eE][-+]?\d{1,3})?|\d+\.", re.ASCII)
DIFFICULTIES: tuple[Difficulty, ...] = get_args(Difficulty)
MOST_REVIEWS = 1_000_000
QUOTES = frozenset({"'", '"'})


def day(text: str) -> int:
    """Return the day that a date names; raises `ValueError`."""
    found = DATE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return date(int(found[1]), int(found[3]), int(found[4])).toordinal()


def count(text: str) -> int:
    """Return a whole number that a count can be; raises `ValueError`."""
    if not WHOLE.fullmatch(text) or int(text) > MOST_REVIEWS:
        raise ValueError(text)
    return int(text)


def difficulty(text: str) -> Difficulty:
    """Return the difficulty that a word names; raises `ValueError`."""
    if text.lower() not in DIFFICULTIES:
        raise ValueError(text)
    return cast("Difficulty", text.lower())


def share(text: str) -> float:
    """Return a number from 0 to 1; raises `ValueError`."""
    if not NUMBER.fullmatch(text) or not (isfinite(float(text)) and float(text) <= 1):
        raise ValueError(text)
    return float(text)


READERS: dict[str, Callable[[str], Field]] = {
    "created": day,
    "last_reviewed": day,
    "next_review": day,
    "review_count": count,
    "difficulty": difficulty,
    "mastery_level": share,
}
DATES = frozenset({"created", "last_reviewed", "next_review"})


def read(name: str, value: Value) -> Field:
    """Return what the value of field `name` means, None for nothing written; raises `ValueError`."""
    if value.quote in {"[", "{"}:
        raise ValueError(name)
    text = value.texts[0].strip()
    return None if value.is_null or not text else READERS[name](text)


def words(value: Value) -> tuple[str, ...]:
    """Return the texts of a list; one text is a list divided by commas, or by blanks where there is no comma."""
    if value.is_null or value.quote == "{":
        return ()
    if value.quote == "[":
        return tuple(text for text in map(str.strip, value.texts) if text)
    text = value.texts[0]
    parts = re.split(r"[,，]", text) if re.search(r"[,，]", text) else text.split()
    return tuple(part for part in map(str.strip, parts) if part)


def plain(name: str, field: Field) -> str:
    """Return a value as YAML writes it without quotes."""
    if field is None:
        return "null"
    return date.fromordinal(int(field)).isoformat() if name in DATES else str(field)


def written(name: str, field: Field, quote: str) -> str:
    """Return a value in quotes of the kind `quote`; null never has any, or it would be a word."""
    text = plain(name, field)
    return f"{quote}{text}{quote}" if quote in QUOTES and field is not None else text
