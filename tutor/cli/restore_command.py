"""`tutor restore`: the backups there are, one of them brought back, or what was learned elsewhere added."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tutor import __version__
from tutor.cli.app import environment_of, told
from tutor.cli.printed import tell
from tutor.cli.restore_list import list_backups, numbered
from tutor.errors import UsageError
from tutor.store import laying_out, restoring
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.cli.environment import Environment
    from tutor.store.laying_out import Change, Laid
    from tutor.store.light import Counts
    from tutor.store.restoring import Done
    from tutor.text import Language


def restore(
    context: typer.Context,
    which: Annotated[str, typer.Argument(metavar="[NUMBER|FILE]", help=told("restore_which"))] = "",
    merge: Annotated[str, typer.Option("--merge", metavar="FILE", help=told("restore_merge"))] = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help=told("restore_yes"))] = False,
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """List the backups, restore one, or merge a file."""
    environment = environment_of(context)
    if which and merge:
        raise UsageError("backup.merge_or_restore")
    if merge:
        from tutor.cli.restore_merge import merge_file

        merge_file(environment, _chosen(environment, merge), as_json=json)
    elif which:
        _restore(environment, _chosen(environment, which), yes=yes, as_json=json)
    else:
        list_backups(environment, as_json=json)


def _chosen(environment: Environment, which: str) -> Path:
    """Return the file that is meant: a number is one of the list, unless there is a file of that name."""
    path = Path(which)
    return numbered(environment, int(which)) if which.isdecimal() and not path.exists() else path


def _restore(environment: Environment, file: Path, *, yes: bool, as_json: bool) -> None:
    environment.must_be_writable()
    if as_json and not yes:
        raise UsageError("backup.json_needs_yes")
    home, now = environment.home, environment.clock.instant()
    laid = laying_out.lay_out(file, home, _fresh(), now)
    try:
        if not yes and not _agreed(environment, laid):
            tell([say("backup.declined", environment.language)])
            raise typer.Exit(1)
        laying_out.decide(home, laid)
    finally:
        laying_out.drop(laid.folder)  # decided, it goes by another name
    done = restoring.finish(home, environment.clock.instant(), _fresh, __version__)
    if as_json:
        from json import dumps

        print(dumps(_values(laid, done), ensure_ascii=False, indent=2))
        return
    tell(_told(laid, done, environment.language))


def _fresh() -> str:
    return os.urandom(16).hex()


def _agreed(environment: Environment, laid: Laid) -> bool:
    from tutor.cli.asking import agreed

    tell(_compared(environment, laid, laying_out.change(environment.home, laid)))
    return agreed(say("backup.ask", environment.language))


def _compared(environment: Environment, laid: Laid, change: Change) -> Iterator[str]:
    """Yield what there is now, what there would be, and what that comes to."""
    language, now = environment.language, change.present
    if change.unusable:
        yield say("backup.now_unusable", language, folder=environment.home / "backups")
    elif now is None or not now.events:
        yield say("backup.now_nothing", language)
    else:
        yield say("backup.now", language, **_facts(now, language))
    yield say("backup.then", language, **_facts(laid.counts, language))
    if now is not None:
        goes, comes = now.answers - change.shared_answers, laid.counts.answers - change.shared_answers
        if goes:
            yield say("backup.would_go", language, n=goes)
        if comes:
            yield say("backup.would_come", language, n=comes)
        if not goes and not comes:
            yield say("backup.same", language)
    if laid.odd:
        yield say("backup.odd", language, n=laid.odd)
    yield say("backup.others" if laid.whole else "backup.only_journal", language)


def _facts(counts: Counts, language: Language) -> dict[str, object]:
    last = date.fromordinal(counts.last_day).isoformat() if counts.last_day else say("backup.never", language)
    return {"answers": counts.answers, "cards": counts.cards, "last": last}


def _told(laid: Laid, done: Done, language: Language) -> Iterator[str]:
    yield say("backup.restored", language, answers=laid.counts.answers, cards=laid.counts.cards)
    if done.kept is not None:
        yield say("backup.kept", language, path=done.kept.path)
    if done.aside is not None:
        yield say("backup.aside", language, path=done.aside)


def _values(laid: Laid, done: Done) -> dict[str, Any]:
    counts = laid.counts
    return {
        "restored": {"events": counts.events - laid.odd, "answers": counts.answers, "cards": counts.cards},
        "left_out": laid.odd,
        "kept": None if done.kept is None else str(done.kept.path),
        "set_aside": None if done.aside is None else str(done.aside),
    }
