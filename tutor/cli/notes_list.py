"""`tutor notes`: folders, notes, how many questions, started, due, and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tutor.cli.notes_now import NoteNow, fields_now, notes_now, within
from tutor.cli.notes_open import Table, open_table
from tutor.cli.notes_places import place, sentence, sound
from tutor.memory.fields import iso
from tutor.reports.notes import FolderLine, note_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.cli.environment import Environment
    from tutor.cli.note_scan import Scanned
    from tutor.exchange.trouble import Trouble
    from tutor.text import Language
    from tutor.ui.lines import Line

DATES = ("last_reviewed", "next_review")


def show(environment: Environment, *, as_json: bool) -> None:
    """Show the notes that there are now."""
    with open_table(environment) as table:
        scanned = table.scan()
        found = notes_now(table.notes, table.journal)
        roots = table.notes.roots()
        if as_json:
            from json import dumps

            print(dumps(values(table, found, roots, scanned, environment.language), ensure_ascii=False, indent=2))
            return
        folders = folder_lines(roots, found, scanned, table.day)
    from tutor.cli.paged import show as paged
    from tutor.ui.screens import notes as screen

    told = told_troubles(scanned.troubles, environment.language)

    def lines(columns: int) -> list[Line]:
        return screen.lines(folders, told, environment.clock.day(), environment.language, columns)

    paged(lines, environment)


def told_troubles(troubles: Mapping[str, Sequence[Trouble]], language: Language) -> list[Any]:
    """Return what is wrong with files as sentences, by path."""
    from tutor.ui.screens.notes import Told

    return [Told(place(path, one), sentence(one, language)) for path, own in sorted(troubles.items()) for one in own]


def folder_lines(roots: Sequence[str], found: Sequence[NoteNow], scanned: Scanned, today: int) -> list[FolderLine]:
    """Return each folder that was added with its notes; a note stands below the last folder that holds it."""
    folders: dict[str, list[NoteNow]] = {root: [] for root in roots}
    for root in roots:
        for one in within(found, root):
            folders[root].append(one)
    held: set[str] = set()
    lines = []
    for root in sorted(roots, key=len, reverse=True):
        own = [one for one in folders[root] if one.known.note not in held]
        held |= {one.known.note for one in own}
        notes = tuple(note_line(one.known.note, one.known.path, one.known.title, one.states, today) for one in own)
        lines.append(FolderLine(root, notes, root in scanned.away))
    return sorted(lines, key=lambda line: line.path)


def values(
    table: Table, found: Sequence[NoteNow], roots: Sequence[str], scanned: Scanned, language: Language
) -> dict[str, Any]:
    """Return what `--json` prints."""
    return {
        "folders": [{"path": root, "away": root in scanned.away} for root in roots],
        "notes": [_values(table, one) for one in found],
        "problems": [
            {"file": sound(path), "line": one.line or None, "rule": one.key, "message": sentence(one, language)}
            for path, own in sorted(scanned.troubles.items())
            for one in own
        ],
    }


def _values(table: Table, one: NoteNow) -> dict[str, Any]:
    line = note_line(one.known.note, one.known.path, one.known.title, one.states, table.day)
    fields = fields_now(one, table.journal)
    return {
        "note": line.note,
        "path": line.path,
        "title": line.title,
        "questions": line.questions,
        "started": line.started,
        "due": line.due,
        "cards": list(one.cards),
        "fields": None if fields is None else {name: _plain(name, value) for name, value in fields.items()},
    }


def _plain(name: str, value: Any) -> Any:
    return iso(value) if name in DATES and value is not None else value
