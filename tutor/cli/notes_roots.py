"""`tutor notes add` and `tutor notes remove`: which folders and files the tutor reads."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tutor.cli.notes_list import told_troubles
from tutor.cli.notes_now import notes_now, within
from tutor.cli.notes_open import Table, open_table
from tutor.cli.notes_places import shown, whole
from tutor.cli.printed import columns, emit
from tutor.errors import NotFoundError, TutorError, near
from tutor.exchange.notes.files import is_storable
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.cli.environment import Environment
    from tutor.cli.note_scan import Scanned


def add_roots(environment: Environment, paths: Sequence[str], *, as_json: bool) -> None:
    """Register folders and files, read them, and say what was found."""
    places = [whole(path) for path in paths]
    for path in places:
        if not os.path.exists(path):  # noqa: PTH110
            raise NotFoundError("notes.no_such_path", path=shown(path), near="")
        if not is_storable(path):
            raise TutorError("notes.unread", path=shown(path), why=say("notes.file_name", environment.language))
    with open_table(environment) as table:
        for path in places:
            table.notes.add_root(path)
        scanned = table.scan()
        _tell(environment, table, places, scanned, as_json=as_json)


def _tell(environment: Environment, table: Table, places: Sequence[str], scanned: Scanned, *, as_json: bool) -> None:
    language = environment.language
    found = notes_now(table.notes, table.journal)
    own = {one.known.note: one for path in places for one in within(found, path)}
    if as_json:
        from json import dumps

        from tutor.cli.notes_list import values

        told = values(table, list(own.values()), places, scanned, language)
        print(dumps(told, ensure_ascii=False, indent=2))
        return
    from tutor.ui.screens.notes import troubles

    questions = sum(len(one.cards) for one in own.values())
    print(say("notes.added", language, notes=len(own), questions=questions))
    if scanned.seeded:
        print(say("notes.seeded", language, n=scanned.seeded))
    lines = troubles(told_troubles(scanned.troubles, language), language, columns())
    if lines:
        emit(lines, environment)
    print(say("notes.next" if questions else "notes.unasked" if own else "notes.nothing", language))


def remove_roots(environment: Environment, paths: Sequence[str]) -> None:
    """Take folders and files out of the register; their notes are no longer asked, what was learned is kept."""
    with open_table(environment) as table:
        roots = table.notes.roots()
        for path in map(whole, paths):
            if path not in roots:
                raise NotFoundError("notes.not_added", path=shown(path), near=shown(near(path, list(roots))))
        for path in map(whole, paths):
            table.notes.remove_root(path)
        gone = table.scan().gone
    print(say("notes.removed", environment.language, n=gone))
