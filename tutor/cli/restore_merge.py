"""`tutor restore --merge FILE`: what was learned elsewhere is added; what is here already is added to nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tutor.cli.backing import before
from tutor.cli.desk import open_desk
from tutor.cli.printed import tell
from tutor.exchange.whole import events, looks_like_whole, survey
from tutor.store import decks, laying_out, merging
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TextIO

    from tutor.cli.environment import Environment
    from tutor.store.backups import Backup
    from tutor.store.laying_out import Laid
    from tutor.store.merging import Merged


def merge_file(environment: Environment, file: Path, *, as_json: bool) -> None:
    """Merge a backup, a journal or an export into the home. Raises `TutorError`; then nothing changed."""
    environment.must_be_writable()
    if _is_export(file):
        _merge_export(environment, file, as_json=as_json)
        return
    home = environment.home
    laid = laying_out.lay_out(file, home, os.urandom(16).hex(), environment.clock.instant())
    try:
        kept, merged = None, merging.Merged()
        if _brings_something(home, laid):
            kept = before(environment, "merge")
            with open_desk(environment, write=True) as desk:
                merged = merging.merge(desk.journal, home, laid.folder)
    finally:
        laying_out.drop(laid.folder)
    _say(environment, file, merged, kept, laid.odd, as_json=as_json)


def _is_export(file: Path) -> bool:
    """Say whether a file is JSON, by its beginning."""
    try:
        with file.open(encoding="utf-8-sig", errors="replace") as text:
            return looks_like_whole(text.read(64))
    except OSError:
        return False


def _merge_export(environment: Environment, file: Path, *, as_json: bool) -> None:
    """Merge an export of everything; it does not say when a deck was written, so that the decks here stay."""

    def opening() -> TextIO:
        return file.open(encoding="utf-8-sig", errors="replace", newline="\n")

    found = survey(opening, file.name)
    folder = environment.home / decks.FOLDER
    with open_desk(environment, write=True) as desk:
        added = [deck for deck in found.decks if not (folder / f"{deck.id}{decks.SUFFIX}").exists()]
        fresh = added or merging.has_news(desk.journal, events(opening, file.name))
        kept = before(environment, "merge") if fresh else None
        new, answers = merging.union(desk.journal, events(opening, file.name))
    for deck in added:
        decks.write(folder, deck)
    odd = sum(one.count for one in found.left_out if one.reason == "events")
    merged = merging.Merged(new, answers, tuple(deck.id for deck in added))
    _say(environment, file, merged, kept, odd, as_json=as_json)


def _brings_something(home: Path, laid: Laid) -> bool:
    """Say whether the file holds what is not here."""
    fresh = laying_out.change(home, laid).shared_events < laid.counts.events
    return fresh or bool(merging.coming(home / decks.FOLDER, laid.folder / decks.FOLDER))


def _say(environment: Environment, file: Path, merged: Merged, kept: Backup | None, odd: int, *, as_json: bool) -> None:
    if as_json:
        from json import dumps

        both = {"added": list(merged.added), "updated": list(merged.updated)}
        shown = {"events": merged.events, "answers": merged.answers, "left_out": odd, "decks": both}
        print(dumps({**shown, "kept": None if kept is None else str(kept.path)}, ensure_ascii=False, indent=2))
        return
    tell(_told(environment, file, merged, odd))
    if kept is not None:
        tell([say("backup.merge_kept", environment.language, path=kept.path)])


def _told(environment: Environment, file: Path, merged: Merged, odd: int) -> Iterator[str]:
    language = environment.language
    if merged.events:
        yield say("backup.merged", language, events=merged.events, answers=merged.answers)
    else:
        yield say("backup.merged_nothing", language, file=file)
    if merged.added or merged.updated:
        yield say("backup.merged_decks", language, added=len(merged.added), updated=len(merged.updated))
    if odd:
        yield say("backup.odd", language, n=odd)
