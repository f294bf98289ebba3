"""A file that is to be imported, opened and read by the importer of its format."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO, TextIOWrapper
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from tutor.cli.clock import EPOCH
from tutor.errors import NotFoundError, TutorError
from tutor.exchange import recognising
from tutor.exchange.decoding import LARGEST
from tutor.exchange.plain import in_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any, TextIO

    from tutor.cli.environment import Environment
    from tutor.events import Event
    from tutor.exchange.imported import Imported, LeftOut
    from tutor.exchange.recognising import Format
    from tutor.syllabus.deck import Deck

STANDARD, STREAM = "-", "stdin"
BEGINNING = 4096  # bytes by which a file is recognised


@dataclass(frozen=True, slots=True)
class Coming:
    """What a file brings; `events` can be gone through more than once, `settings` are those of another home.

    `whole`: the file is all there is of its decks, so that a card it has no more is gone. `unusable` tells from the
    number of events that could be used what of the others is left out.
    """

    file: str
    format: Format
    decks: tuple[Deck, ...]
    events: Callable[[], Iterable[Event]]
    left_out: tuple[LeftOut, ...]
    settings: Mapping[str, Any]
    whole: bool = True
    unusable: Callable[[int], tuple[LeftOut, ...]] = lambda _: ()


def read(environment: Environment, name: str, title: str) -> Coming:
    """Read the file `name` (`-`: standard input); a deck that has no name of its own is called `title`, if given.

    Raises `TutorError` when nothing can be read.
    """
    path, shown = Path(name).expanduser(), STREAM if name == STANDARD else in_line(name) or "?"
    try:
        if name != STANDARD:
            _must_be_file(path, shown)
        source = sys.stdin.buffer.read(LARGEST + 1) if name == STANDARD else None
        kind = recognising.container(_bytes(path, BEGINNING) if source is None else source[:BEGINNING], shown)
        if kind == "anki":
            return _package(environment, path, shown)
        if kind == "json":
            return _whole(path, shown, source)
        return _text(_bytes(path, LARGEST + 1) if source is None else source, shown, title)
    except OSError as error:
        raise TutorError("importing.unreadable", file=shown, why=error.strerror or str(error)) from error


def _must_be_file(path: Path, name: str) -> None:
    if path.is_dir():
        raise TutorError("importing.folder", file=name)
    if not path.exists():
        raise NotFoundError("importing.missing", file=name, near="")
    if not path.is_file():
        raise TutorError("importing.no_file", file=name)


def _bytes(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most)


def _text(source: bytes, name: str, title: str) -> Coming:
    kind = recognising.format_of(source, name)
    return _coming(name, kind, _reader(kind)(source, name, title))


def _reader(kind: Format) -> Callable[[bytes, str, str], Imported]:
    match kind:
        case "hashcards":
            from tutor.exchange.hashcards import read_hashcards

            return read_hashcards
        case "hascard":
            from tutor.exchange.hascard import read_hascard

            return read_hascard
        case _:
            from tutor.exchange.separated import read_separated

            return read_separated


def _package(environment: Environment, path: Path, name: str) -> Coming:
    """Read a package of Anki; other zip archives are none, and a backup is told where it belongs."""
    from tutor.exchange.anki.reading import read_package
    from tutor.store.backup_reading import manifest_of

    try:
        imported = read_package(path, environment.clock.day(), study_day(environment))
    except TutorError:
        try:
            manifest_of(path)
        except TutorError:
            pass
        else:
            raise TutorError("importing.backup", file=name) from None
        raise
    return _coming(name, "anki", imported, whole=False)


def study_day(environment: Environment) -> Callable[[int], int]:
    """Return what tells the learner's study day of an instant (UTC microseconds), by the time zone of this machine."""
    from tutor.cli.local_hours import offset_by

    offset, rollover = offset_by(environment.clock.now()), timedelta(hours=environment.config.rollover)

    def day(instant: int) -> int:
        second = instant // 1_000_000
        return (EPOCH + timedelta(seconds=second + offset(second)) - rollover).toordinal()

    return day


def _whole(path: Path, name: str, source: bytes | None) -> Coming:
    """Look through a file of everything; its events are read again whenever they are wanted."""
    from tutor.exchange import whole

    def opening() -> TextIO:
        raw = path.open("rb") if source is None else BytesIO(source)
        return TextIOWrapper(raw, encoding="utf-8-sig", errors="replace", newline="\n")

    found = whole.survey(opening, name)
    return Coming(
        _base(name),
        "json",
        found.decks,
        lambda: whole.events(opening, name),
        found.left_out,
        found.settings,
        whole=False,
        unusable=lambda usable: whole.unusable(found, usable),
    )


def _coming(name: str, kind: Format, found: Imported, *, whole: bool = True) -> Coming:
    return Coming(_base(name), kind, found.decks, lambda: found.events, found.left_out, {}, whole)


def _base(name: str) -> str:
    """Return the name of a file without its folders."""
    return PurePath(name).name or name
