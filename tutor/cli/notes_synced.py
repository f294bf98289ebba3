"""`tutor notes sync`: a diff first, then a question, then the writing, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tutor.cli.asking import agreed
from tutor.cli.notes_list import told_troubles
from tutor.cli.notes_now import NoteNow, notes_now, within
from tutor.cli.notes_open import Table, open_table
from tutor.cli.notes_places import sentence, shown, whole
from tutor.cli.notes_sync import Plan, planned, write
from tutor.cli.printed import columns, emit
from tutor.errors import NotFoundError, near
from tutor.exchange.line_diff import changed
from tutor.exchange.notes.front_matter import read as front_of
from tutor.memory.fields import iso
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.cli.environment import Environment
    from tutor.text import Language

FIELDS = ("last_reviewed", "next_review", "review_count", "difficulty", "mastery_level")


def sync(environment: Environment, path: str, *, dry_run: bool, yes: bool, as_json: bool) -> int:
    """Write the review fields into the notes at `path` (all: ""); return the exit code: 1 where one was refused."""
    language = environment.language
    with open_table(environment) as table:
        away = table.scan().away
        found = _chosen(table, path)
        there = _there(found, away)
        plan = planned(there, table.journal)
        if as_json:
            write_now = yes and not dry_run
            changes = [_values(change.path, change.before, change.after) for change in plan.changes]
            written = write(plan, table.notes) if write_now else 0
            problems = _problems(plan, language)
            _print({"changes": changes, "written": written, "away": away, "problems": problems})
            return int(bool(plan.refused))
        _show(plan, environment)
        if plan.changes and dry_run:
            print(say("notes.would_write", language, n=len(plan.changes)))
        elif plan.changes and (yes or agreed(say("notes.ask", language, n=len(plan.changes)))):
            print(say("notes.written", language, n=write(plan, table.notes)))
        elif plan.changes:
            print(say("notes.left", language))
        elif not plan.refused and (there or not found):
            print(say("notes.in_step" if found else "notes.none", language))
    for root in away:
        print(say("notes.unread", language, path=shown(root), why=say("notes.away", language)))
    lines = told_troubles({path: [one] for path, one in plan.refused.items()}, language)
    if lines:
        from tutor.ui.screens.notes import troubles

        emit(troubles(lines, language, columns()), environment)
    return int(bool(plan.refused))


def _there(found: Sequence[NoteNow], away: Sequence[str]) -> Sequence[NoteNow]:
    """Return the notes that are not in a root that is away."""
    out_of_reach = {one.known.note for root in away for one in within(found, root)}
    return [one for one in found if one.known.note not in out_of_reach]


def _chosen(table: Table, path: str) -> Sequence[NoteNow]:
    found = notes_now(table.notes, table.journal)
    if not path:
        return found
    chosen = list(within(found, whole(path)))
    if not chosen:
        close = near(whole(path), [one.known.path for one in found])
        raise NotFoundError("notes.no_note", path=shown(whole(path)), near=shown(close) if close else "")
    return chosen


def _show(plan: Plan, environment: Environment) -> None:
    """Print the lines that go and those that come."""
    if not plan.changes:
        return
    from tutor.ui.screens.notes import Changed, diff

    changes = [
        Changed(shown(change.path), tuple((row.sign, row.text) for row in _rows(change.before, change.after)))
        for change in plan.changes
    ]
    emit([*diff(changes, columns()), ()], environment)


def _rows(before: bytes, after: bytes) -> Any:
    return changed(before.decode(), after.decode())


def _values(path: str, before: bytes, after: bytes) -> dict[str, Any]:
    old, new = front_of(before).written, front_of(after).written
    return {"path": path, "before": _fields(old), "after": _fields(new)}


def _fields(written: Any) -> dict[str, Any]:
    found = {name: getattr(written, name) for name in FIELDS}
    return {name: iso(value) if name in FIELDS[:2] and value else value for name, value in found.items()}


def _problems(plan: Plan, language: Language) -> list[dict[str, Any]]:
    return [
        {"file": path, "line": one.line or None, "rule": one.key, "message": sentence(one, language)}
        for path, one in sorted(plan.refused.items())
    ]


def _print(value: dict[str, Any]) -> None:
    from json import dumps

    print(dumps(value, ensure_ascii=False, indent=2))
