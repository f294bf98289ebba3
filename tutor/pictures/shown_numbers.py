"""Any picture as plain numbers, for programs: what `tutor show NAME --json` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from tutor.pictures import numbers, table
from tutor.pictures.sheet import Sheet
from tutor.pictures.table import Table

if TYPE_CHECKING:
    from tutor.pictures.catalogue import Entry
    from tutor.pictures.shown import Shown


def as_json(entry: Entry, shown: Shown) -> dict[str, Any]:
    """Return the picture with its name and title."""
    return {"picture": entry.name, "title": table.both(entry.title), **figures(shown)}


def listed(entries: tuple[Entry, ...]) -> dict[str, Any]:
    """Return the list of pictures: what each is and what may be asked of it."""
    return {"pictures": [_listed(entry) for entry in entries]}


def _listed(entry: Entry) -> dict[str, Any]:
    title, about = table.both(entry.title), table.both(entry.about)
    return {"name": entry.name, "title": title, "about": about, "options": list(entry.options)}


def figures(shown: Shown) -> dict[str, Any]:
    """Return the numbers of a picture of any kind."""
    match shown:
        case Sheet():
            facts = {"facts": table.as_json(shown.facts)} if shown.facts else {}
            notes = [table.both(note) for note in shown.notes]
            return {"kind": "curves", **numbers.as_numbers(shown.picture), **facts, "notes": notes}
        case Table():
            return {"kind": "table", **table.as_json(shown)}
        case _:
            assert_never(shown)
