"""Real files with random damage, and a watch over what a reader does with them.

A reader takes the bytes of a file and its name. Whatever it is given it returns or raises a `TutorError`,
in time, and writes nothing but below a folder it is allowed to use. Same seed, same damage.

    assert faults(lambda data, name: read_hashcards(data, name), {"cards.md": b"Q: …"}, runs=300) == []
"""

from __future__ import annotations

import io
import os
import signal
import sys
import traceback
import warnings
import zipfile
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

from tutor.errors import TutorError
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Reader = Callable[[bytes, str], object]
    Damage = Callable[[bytes, Random, Sequence[bytes]], bytes]

PATIENCE = 10.0  # seconds for one file
PIECES = (1, 1, 2, 3, 8, 30, 300, 5000)  # bytes that are cut, doubled or moved at once
# fmt: off
JUNK = (
    b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\r\n", b"\n\n", b"\n", b"\t", b",", b";", b"|", b'"', b'""', b"'",
    b"\n---\n", b"\n+++\n", b"---", b"Q: ", b"A: ", b"C: ", b"[", b"]", b"[x", b"{{c1::", b"}}", b"::", b"==", b"# ", b"\n- ",
    b"\n* ", b"- [x] ", b"```", b"$", b"$$", b"\\frac{", b"\\", b"{", b"}", b"<br>", b"<img src=x>", b"&nbsp;", b"&#x1b;",
    b"\x1b[2J", b"\x1f", b"[bold]", b"null", b"true", b"NaN", b"1e999", b"-1", b"9" * 400, b"[" * 2000, b'{"a":' * 500,
    b"../../etc/passwd", b"/", b"\xe6\xbf", "激活函数".encode(), "：".encode(), "\u202e".encode(), "\u2028".encode(),
    b"\xed\xa0\x80", b"#separator:tab\n", b"#columns:a\tb\n", b"!!python/object:os.system", b"&a [*a, *a]", b"x" * 100_000,
)
# fmt: on
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod")


class Hang(BaseException):
    """A reader took too long. No `Exception`: a reader must not catch it."""


def damaged(data: bytes, chance: Random, others: Sequence[bytes] = ()) -> bytes:
    """Return a file with one to five faults; pieces may come from `others`."""
    for _ in range(chance.choice((1, 1, 2, 3, 5))):
        data = chance.choice(DAMAGES)(data, chance, others)
    return data


def _span(data: bytes, chance: Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice(PIECES))


def flipped(data: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    """Change some bytes."""
    del others
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 20)) if data else 0):
        found[chance.randrange(len(found))] ^= 1 << chance.randrange(8)
    return bytes(found)


def truncated(data: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    """Lose the end, or the beginning."""
    del others
    at = chance.randrange(len(data) + 1)
    return data[:at] if chance.random() < 0.8 else data[at:]


def doubled(data: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    """Say a piece twice."""
    del others
    start, end = _span(data, chance)
    return data[:end] + data[start:end] + data[end:]


def cut(data: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    """Lose a piece from the middle."""
    del others
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def moved(data: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    """Put a piece elsewhere."""
    del others
    start, end = _span(data, chance)
    rest = data[:start] + data[end:]
    at = chance.randrange(len(rest) + 1)
    return rest[:at] + data[start:end] + rest[at:]


def spliced(data: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    """Go on with another file."""
    other = chance.choice([*others, data])
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def littered(data: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    """Put in something that means something in one of the formats."""
    del others
    start, end = _span(data, chance)
    return data[:start] + chance.choice(JUNK) + data[chance.choice((start, start, end)) :]


def shuffled(data: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    """Exchange, double or lose lines."""
    del others
    lines = data.splitlines(keepends=True)
    if lines:
        first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(3):
            case 0:
                lines[first], lines[second] = lines[second], lines[first]
            case 1:
                lines.insert(first, lines[second])
            case _:
                del lines[first]
    return b"".join(lines)


def recoded(data: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    """Write the file in another encoding, with other line endings, or with bytes of two encodings."""
    del others
    text = data.decode("utf-8", "replace")
    match chance.randrange(4):
        case 0:
            return text.encode(chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32")), "replace")
        case 1:
            return text.encode(chance.choice(("gb18030", "big5", "latin-1", "shift-jis")), "replace")
        case 2:
            return data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b"\x0b", b"\x85")))
        case _:
            half = len(text) // 2
            return text[:half].encode() + text[half:].encode("gb18030", "replace")


def archived(data: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    """Damage what is inside an archive, or its names, and close it again; anything else is flipped."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zipfile.zlib.error):
        return flipped(data, chance, others)
    found = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # one name twice is damage, too
        for name, inner in members.items():
            kept = (
                name if chance.random() < 0.9 else chance.choice(("../" * 9 + name, "/tmp/" + name, name + "x", "a\\b"))
            )
            hurt = chance.random() < 0.6 and inner
            archive.writestr(kept, chance.choice(INSIDE)(inner, chance, list(members.values())) if hurt else inner)
    return found.getvalue()


INSIDE: tuple[Damage, ...] = (flipped, flipped, truncated, doubled, cut, moved, spliced, littered)
DAMAGES: tuple[Damage, ...] = (*INSIDE, littered, shuffled, recoded, archived)


def damages(files: Mapping[str, bytes], runs: int, seed: int = 0) -> Iterator[tuple[int, str, bytes]]:
    """Yield number, name and bytes of `runs` damaged files."""
    names, whole = list(files), list(files.values())
    for number in range(seed, seed + runs):
        chance = Random(number)
        name = chance.choice(names)
        yield number, name, damaged(files[name], chance, whole)


def faults(
    read: Reader, files: Mapping[str, bytes], *, runs: int, seed: int = 0, allowed: Path | None = None
) -> list[str]:
    """Let a reader read `runs` damaged files; return what it should not have done.

    It may raise a `TutorError` whose sentence exists in both languages, and write below `allowed`.
    """
    return [
        f"run {number} of {name}: {fault}"
        for number, name, data in damages(files, runs, seed)
        if (fault := fault_of(lambda data=data, name=name: read(data, name), allowed))
    ]


def fault_of(run: Callable[[], object], allowed: Path | None = None) -> str:
    """Return what is wrong with a run, "" when nothing is."""
    with watched(allowed) as written:
        try:
            with in_time(PATIENCE):
                run()
        except TutorError as error:
            wrong = unsaid(error)
            if wrong:
                return wrong
        except Hang:
            return f"took more than {PATIENCE:g} s"
        except Exception:  # noqa: BLE001 - whatever it raises is the finding
            return traceback.format_exc(limit=-6)
    return f"wrote {written[:3]}" if written else ""


def unsaid(error: TutorError) -> str:
    """Return what is wrong with the sentence of an error, "" when it can be printed in both languages."""
    for language in ("zh", "en"):
        try:
            sentence = say(error.key, language, **error.facts)
        except (KeyError, IndexError, ValueError, ImportError) as missing:
            return f"{error.key} cannot be said in {language}: {missing!r}"
        if any(not (char.isprintable() or char == "\n") for char in sentence):
            return f"{error.key} says {sentence!r}"
    return ""


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """Raise `Hang` when what is inside computes for longer, whatever else this machine does (POSIX; elsewhere never).

    What waits instead of computing may take sixty times as long.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return

    def ring(*_: object) -> None:
        raise Hang

    timers = {signal.SIGVTALRM: (signal.ITIMER_VIRTUAL, seconds), signal.SIGALRM: (signal.ITIMER_REAL, 60 * seconds)}
    before = {alarm: signal.signal(alarm, ring) for alarm in timers}
    for timer, limit in timers.values():
        signal.setitimer(timer, limit)
    try:
        yield
    finally:
        for timer, _ in timers.values():
            signal.setitimer(timer, 0)
        for alarm, handler in before.items():
            signal.signal(alarm, handler)


class _Watch:
    """One audit hook for the life of the process (they cannot be taken away), silent unless somebody watches."""

    def __init__(self) -> None:
        self.lists: list[tuple[str, list[str]]] = []
        self.hooked = False

    def hear(self, event: str, facts: tuple[object, ...]) -> None:
        if not self.lists:
            return
        if event == "open":
            path, _, flags = facts
            changed = [path] if isinstance(flags, int) and flags & WRITING else []
        elif event in CHANGES:
            changed = [_within(facts[-1], fact) for fact in facts[:2] if isinstance(fact, str | bytes | os.PathLike)]
        elif event == "sqlite3.connect":
            changed = [_database(fact) for fact in facts[:1] if fact not in (":memory:", "", b":memory:", b"")]
        else:
            return
        for path in changed:
            self.note(path)

    def note(self, path: object) -> None:
        if isinstance(path, int) or path is None:
            return
        place = os.path.realpath(os.fsdecode(path)) if isinstance(path, str | bytes | os.PathLike) else str(path)
        if place == os.devnull or "__pycache__" in place:
            return
        for allowed, written in self.lists:
            if not allowed or not f"{place}{os.sep}".startswith(allowed):
                written.append(place)


def _within(folder: object, place: str | bytes | os.PathLike) -> str:
    """Return the place a name means below an open folder (-1: none), as `shutil.rmtree` says it."""
    name = os.fsdecode(place)
    if not isinstance(folder, int) or folder < 0:
        return name
    return str(Path(f"/proc/self/fd/{folder}").readlink() / name)


def _database(place: object) -> object:
    """Return the file that SQLite opens to write, None for one that is only read."""
    if not isinstance(place, str) or not place.startswith("file:"):
        return place
    address = urlsplit(place)
    return None if "mode=ro" in address.query or "immutable=1" in address.query else url2pathname(address.path)


_WATCH = _Watch()


@contextmanager
def watched(allowed: Path | None = None) -> Iterator[list[str]]:
    """Yield a list that fills with the paths written, changed or opened as a database outside `allowed`."""
    if not _WATCH.hooked:
        sys.addaudithook(_WATCH.hear)
        _WATCH.hooked = True
    written: list[str] = []
    entry = (f"{os.path.realpath(allowed)}{os.sep}" if allowed else "", written)
    _WATCH.lists.append(entry)
    try:
        yield written
    finally:
        _WATCH.lists.remove(entry)
