"""The review fields in the front matter of a note: read, and written back without touching anything else.

A value that means what it should stays as it is, byte for byte; another one is written in the manner of the old.
What was written is read again before it is handed out: a note that cannot be changed without harm is not changed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tutor.errors import TutorError
from tutor.exchange.notes import front_place as places
from tutor.exchange.notes import front_values as values
from tutor.exchange.notes.front_entries import Entries, entries
from tutor.exchange.trouble import Trouble, TroubledError
from tutor.memory.written import UNWRITTEN, Written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.exchange.notes.front_entries import Entry
    from tutor.exchange.notes.front_place import Place
    from tutor.exchange.notes.front_values import Field

LISTS = ("tags", "related_outlines")
LONGEST = 40  # characters of a value that a sentence repeats


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a note and what is wrong with them; with any trouble the note is only read, never written."""

    written: Written = UNWRITTEN
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters from `begin` to `end` of a text that become `new`."""

    begin: int
    end: int
    new: str


def read(source: bytes) -> FrontMatter:
    """Return the review fields of a note; never raises for what the note holds."""
    try:
        _, _, found = _parsed(source)
    except TroubledError as error:
        return FrontMatter(troubles=(error.trouble,))
    return _fields(found)


def rewritten(source: bytes, fields: Mapping[str, Field]) -> bytes:
    """Return a note whose front matter says `fields` (days as ordinals), everything else byte for byte as it was.

    Raises `TutorError` when the front matter cannot be read in full or cannot be changed without harm.
    """
    try:
        text, place, found = _parsed(source)
    except TroubledError as error:
        raise _refusal(error.trouble) from None
    front = _fields(found)
    if front.troubles:
        raise _refusal(front.troubles[0])
    edits = _edits(text, place, found, {name: fields[name] for name in values.READERS if name in fields})
    after = _edited(text, edits).encode()
    if edits and not _as_wanted(after, found, front.written, fields):
        raise TutorError("notes.front_by_hand")
    return after


def _refusal(trouble: Trouble) -> TutorError:
    return TutorError(trouble.key, line=trouble.line, **dict(trouble.facts))


def _parsed(source: bytes) -> tuple[str, Place | None, Entries]:
    text = places.decoded(source)
    place = places.located(text)
    return text, place, Entries() if place is None else entries(text, place)


def _fields(found: Entries) -> FrontMatter:
    """Return what the entries say; a value that cannot be read is a trouble and its field unknown."""
    given: dict[str, Any] = {}
    troubles = []
    for name in values.READERS:
        entry = found.get(name)
        try:
            given[name] = None if entry is None else values.read(name, entry.value)
        except ValueError:
            troubles.append(_unreadable(entry))
    for name in LISTS:
        entry = found.get(name)
        given[name] = () if entry is None else values.words(entry.value)
    return FrontMatter(replace(UNWRITTEN, **given), tuple(troubles))


def _unreadable(entry: Entry | None) -> Trouble:
    assert entry is not None
    text = " ".join(" ".join(entry.value.texts).split())
    shown = "".join(char for char in text if char.isprintable())
    shown = shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
    return Trouble(f"notes.field_{entry.key}", entry.line, (("value", shown),))


def _edits(text: str, place: Place | None, found: Entries, fields: Mapping[str, Field]) -> list[Edit]:
    """Return what must change so that the front matter says `fields`."""
    quote = _quote_of_dates(found)
    edits, missing = [], []
    for name, field in fields.items():
        entry = found.get(name)
        if entry is None:
            missing.append(f"{name}: {values.written(name, field, quote if name in values.DATES else '')}")
        elif values.read(name, entry.value) != field:
            edits.append(_replacement(text, entry, name, field, quote))
    return [*edits, *([_addition(text, place, found, missing)] if missing else [])]


def _replacement(text: str, entry: Entry, name: str, field: Field, quote: str) -> Edit:
    """Return the edit that gives a field a new value, in the quotes of the old one."""
    kept = quote if entry.value.is_null and name in values.DATES else entry.value.quote
    new = values.written(name, field, kept)
    apart = "" if text[entry.begin - 1].isspace() else " "
    return Edit(entry.begin, entry.end, apart + new)


def _addition(text: str, place: Place | None, found: Entries, missing: list[str]) -> Edit:
    """Return the edit that adds fields at the end of the front matter, or a front matter to a note without one."""
    if place is None:
        end = places.line_end(text)
        start = int(text.startswith(places.BOM))
        return Edit(start, start, "".join(line + end for line in ("---", *missing, "---")))
    if found.flow:
        last = max((entry.end for entry in found.all), default=found.end - 1)
        return Edit(last, last, ", " * bool(found.all) + ", ".join(missing))
    end = places.line_end(text)
    return Edit(place.end, place.end, "".join(" " * found.column + line + end for line in missing))


def _quote_of_dates(found: Entries) -> str:
    """Return how the dates of this front matter are quoted; where none is written, as most tools that wrote one do."""
    quotes = [
        entry.value.quote for entry in found.all if entry.key in values.DATES and values.read(entry.key, entry.value)
    ]
    return next((quote for quote in quotes if quote in values.QUOTES), "" if quotes else "'")


def _edited(text: str, edits: list[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.begin, reverse=True):
        text = text[: edit.begin] + edit.new + text[edit.end :]
    return text


def _as_wanted(after: bytes, before: Entries, front: Written, fields: Mapping[str, Any]) -> bool:
    """Whether a note that was changed says what it should, and all else that it said before in the same order."""
    try:
        _, _, found = _parsed(after)
        wanted = replace(front, **{name: fields[name] for name in values.READERS if name in fields})
    except TroubledError:
        return False
    kept = [(entry.key, entry.value) for entry in found.all if entry.key not in fields]
    return _fields(found) == FrontMatter(wanted) and kept == [
        (entry.key, entry.value) for entry in before.all if entry.key not in fields
    ]
