"""Cards and answers that leave: as CSV, as a deck of hashcards, as a package for Anki, as Anki's review log."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from tutor.cli import export_file
from tutor.cli.desk import open_desk
from tutor.cli.leaving import gather
from tutor.errors import UsageError
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Literal

    from tutor.cli.desk import Desk
    from tutor.cli.environment import Environment
    from tutor.cli.plan import Wanted
    from tutor.exchange.leaving import Leaving

    Format = Literal["csv", "hashcards", "anki", "revlog"]

TAB_SUFFIXES = (".tsv", ".txt", ".tab")


@dataclass(frozen=True, slots=True)
class Wish:
    """Which cards in which format: `started` ones only, or all."""

    format: Format
    wanted: Wanted
    started: bool = False


def export_cards(environment: Environment, wish: Wish, file: str, *, force: bool) -> None:
    """Write what is wished for to a file or to standard output, and say so. Raises `TutorError`."""
    path = export_file.place(file, force=force)
    if wish.format == "anki" and path is None:
        raise UsageError("exporting.needs_file")
    with open_desk(environment) as desk:
        answers = wish.format in {"anki", "revlog"}
        leaving = gather(desk, wish.wanted, started=wish.started, answers=answers)
        if path is not None and wish.format == "anki":
            _package(desk, path, leaving)
        else:
            export_file.write(path, _text(desk, wish.format, path, leaving))
    if path is not None:
        for line in _told(wish.format, file, leaving):
            print(line, file=sys.stderr)


def _text(desk: Desk, kind: Format, path: Path | None, leaving: Leaving) -> Iterator[str]:
    match kind:
        case "csv":
            from tutor.exchange.separated_writing import separated

            tabs = path is not None and path.suffix.lower() in TAB_SUFFIXES
            yield from separated(leaving, "\t" if tabs else ",")
        case "hashcards":
            from tutor.exchange.hashcards_writing import hashcards

            yield from hashcards(leaving, desk.library.name().lines(leaving.language)[0])
        case "revlog":
            yield from _revlog(leaving)
        case "anki":
            raise UsageError("exporting.needs_file")
        case _:
            assert_never(kind)


def _revlog(leaving: Leaving) -> Iterator[str]:
    """Yield the answers as Anki's review log has them, with the id of the card behind its columns."""
    from tutor.exchange.anki.revlog import COLUMNS, revlog_rows

    yield ",".join((*COLUMNS, "card")) + "\n"
    for row in revlog_rows(leaving):
        yield ",".join(map(str, (*row.columns, row.card))) + "\n"


def _package(desk: Desk, path: Path, leaving: Leaving) -> None:
    from tutor.exchange.anki.package import write_apkg

    offset = desk.environment.clock.now().utcoffset()
    name = " / ".join(filter(None, desk.library.name().lines(leaving.language)))
    write_apkg(path, leaving, name, 0 if offset is None else round(offset.total_seconds() / 60))


def _told(kind: Format, file: str, leaving: Leaving) -> Iterator[str]:
    """Yield what was written, and what stayed."""
    language = leaving.language
    by_sight = 0
    if kind == "hashcards":
        from tutor.exchange.hashcards_writing import left_out

        by_sight = left_out(leaving)
    key = f"exporting.saved_{kind}"
    yield say(key, language, file=file, cards=len(leaving.cards) - by_sight, answers=len(leaving.events))
    if by_sight:
        yield say("exporting.by_sight", language, n=by_sight)
