"""`tutor notes related FILE`: what is about the same thing, and on request a block of links in the note."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tutor.cli.asking import agreed
from tutor.cli.note_likeness import Found, found_like, links_of
from tutor.cli.notes_open import open_table
from tutor.cli.notes_places import sentence, shown, whole
from tutor.cli.printed import columns, emit
from tutor.errors import NotFoundError, TutorError
from tutor.exchange.line_diff import changed
from tutor.exchange.notes.files import read
from tutor.exchange.notes.writing import replace
from tutor.exchange.related_block import refreshed
from tutor.exchange.trouble import TroubledError
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.cli.environment import Environment


def show_related(environment: Environment, file: str, *, write: bool, yes: bool, as_json: bool) -> None:
    """Show what is like a note; write its links into the note when that is asked for."""
    path = whole(file)
    if not os.path.isfile(path):  # noqa: PTH113
        raise NotFoundError("notes.no_such_path", path=shown(path), near="")
    try:
        source = read(path)
    except TroubledError as error:
        why = sentence(error.trouble, environment.language)
        raise TutorError("notes.unread", path=shown(path), why=why) from None
    if write:
        _must_be_utf_8(environment, path, source)
    with open_table(environment) as table:
        table.scan()
        found = found_like(environment, path, source, table.notes.known())
    after = refreshed(source, links_of(path, source, found)) if write else source
    if as_json:
        written = after != source and yes
        if written:
            _write(environment, path, source, after)
        _print(path, found, written=written)
        return
    _show(environment, path, found)
    if write:
        _offer(environment, path, source, after, yes=yes)


def _must_be_utf_8(environment: Environment, path: str, source: bytes) -> None:
    """Refuse to write into a note of another encoding: two encodings in one file are none."""
    try:
        source.decode()
    except UnicodeDecodeError:
        why = say("notes.unwritable", environment.language, why=say("notes.encoding", environment.language))
        raise TutorError("notes.unread", path=shown(path), why=why) from None


def _show(environment: Environment, path: str, found: Sequence[Found]) -> None:
    from tutor.ui.screens.notes import Related, related

    rows = [
        Related(one.percent, one.title, shown(one.name) if one.kind == "note" else f"tutor learn {one.name}")
        for one in found
    ]
    emit(related(shown(path), rows, environment.language, columns()), environment)


def _offer(environment: Environment, path: str, source: bytes, after: bytes, *, yes: bool) -> None:
    """Show what the block would change, ask, and write it."""
    from tutor.ui.screens.notes import Changed, diff

    language = environment.language
    if after == source:
        print(say("notes.links_in_step", language))
        return
    rows = changed(source.decode("utf-8", "replace"), after.decode("utf-8", "replace"))
    emit([(), *diff([Changed(shown(path), tuple((row.sign, row.text) for row in rows))], columns()), ()], environment)
    if yes or agreed(say("notes.ask", language, n=1)):
        _write(environment, path, source, after)
        print(say("notes.written", language, n=1))
    else:
        print(say("notes.left", language))


def _write(environment: Environment, path: str, source: bytes, after: bytes) -> None:
    try:
        replace(path, source, after)
    except TutorError as error:
        why = say(error.key, environment.language, **error.facts)
        raise TutorError("notes.unread", path=shown(path), why=why) from None


def _print(path: str, found: Sequence[Found], *, written: bool) -> None:
    from json import dumps

    rows = [
        {"kind": one.kind, "path" if one.kind == "note" else "id": one.name, "title": one.title, "percent": one.percent}
        for one in found
    ]
    print(dumps({"note": path, "related": rows, "written": written}, ensure_ascii=False, indent=2))
