"""Which files in the learner's folders are notes, and reading one: nothing is followed twice, nothing is written.

What a folder holds besides (pictures, programs, hidden folders, pipes) is passed over; what looks like a note and
cannot be one is told as a trouble.
"""

from __future__ import annotations

import os
import re
from collections import deque
from dataclasses import dataclass, field
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

from tutor.exchange.trouble import Trouble, TroubledError

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST = 5 * 1024 * 1024  # bytes; a long novel has 3 MiB: what is larger was not written as a note
UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # its marks: in such a text every second byte may be zero
SUFFIXES = (".md", ".markdown")
MAYBE = ".txt"  # a note where it is written in Markdown
HEAD = 64 * 1024  # bytes in which that shows
MARKDOWN = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?$|^(?:#{2,6} |\*\*|[-*] \*\*|```)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NoteFile:
    """A note: its path, its size in bytes, its time of change in ns."""

    path: str
    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class Troubled:
    """A file or a folder and what is wrong with it."""

    path: str
    trouble: Trouble


@dataclass(slots=True)
class Walked:
    """What was found; `away` are roots that are not there (a drive that is not connected, a folder renamed)."""

    files: dict[str, NoteFile] = field(default_factory=dict)
    troubles: list[Troubled] = field(default_factory=list)
    away: list[str] = field(default_factory=list)


def walk(roots: Iterable[str]) -> Walked:
    """Return the notes in folders, and files that are given themselves, by their paths.

    A folder or a file that links lead to more than once is found once, by its own path where it has one here.
    """
    walk = _Walk()
    for root in roots:
        walk.root(root)
    while walk.folders or walk.links:
        if walk.folders:
            walk.folder(walk.folders.pop())
        else:
            walk.link(walk.links.popleft())
    for path, status in walk.given:
        walk.add(path, status, again=False)
    return walk.found


def read(path: str) -> bytes:
    """Return the bytes of a note; raises `TroubledError` for a file that cannot be read or holds no text."""
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            source = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise TroubledError(Trouble("notes.file_gone")) from None
    except OSError as error:
        raise TroubledError(Trouble("notes.file_closed", 0, (("why", error.strerror or str(error)),))) from None
    if len(source) > LARGEST:
        raise TroubledError(_too_large())
    if b"\0" in source and not source.startswith(UTF_16):
        raise TroubledError(Trouble("notes.file_binary"))
    return source


def is_note(name: str) -> bool:
    """Say whether a name is that of a note."""
    return name.lower().endswith(SUFFIXES)


class _Walk:
    """A walk through folders: links wait until everything else is known."""

    def __init__(self) -> None:
        self.found = Walked()
        self.folders: list[str] = []
        self.links: deque[str] = deque()
        self.given: list[tuple[str, os.stat_result]] = []
        self.seen: set[tuple[int, int]] = set()
        self.roots: list[str] = []

    def root(self, path: str) -> None:
        """Begin at a folder or a file that the learner named: links and other names are meant."""
        try:
            status = os.stat(path)  # noqa: PTH116
        except OSError:
            self.found.away.append(path)
            return
        if S_ISDIR(status.st_mode):
            self.roots.append(os.path.realpath(path) + os.sep)
            self._enter(path, status)
        elif S_ISREG(status.st_mode):
            self.given.append((path, status))

    def folder(self, path: str) -> None:
        """Look through a folder."""
        try:
            with os.scandir(path) as entries:
                inside = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            self._trouble(path, Trouble("notes.folder_closed", 0, (("why", error.strerror or str(error)),)))
            return
        for entry in inside:
            if entry.is_symlink():
                self.links.append(entry.path)
            elif entry.is_dir(follow_symlinks=False):
                self._enter(entry.path, entry.stat(follow_symlinks=False))
            elif entry.name.lower().endswith((*SUFFIXES, MAYBE)) and entry.is_file(follow_symlinks=False):
                self._note(entry.path, entry.stat(follow_symlinks=False), again=True)

    def link(self, path: str) -> None:
        """Follow a link, unless where it leads was seen."""
        try:
            status = os.stat(path)  # noqa: PTH116
        except OSError:  # it leads nowhere, or round in a circle
            if is_note(path):
                self._trouble(path, Trouble("notes.file_gone"))
            return
        if S_ISDIR(status.st_mode):
            if not self._holds_a_root(path):
                self._enter(path, status)
        elif S_ISREG(status.st_mode) and path.lower().endswith((*SUFFIXES, MAYBE)):
            self._note(path, status, again=False)

    def _holds_a_root(self, path: str) -> bool:
        """Say whether a link leads up around a folder that was added: following it might be a walk of the disk."""
        folder = os.path.realpath(path).rstrip(os.sep) + os.sep
        return any(root.startswith(folder) for root in self.roots)

    def _enter(self, path: str, status: os.stat_result) -> None:
        if self._is_first(status):
            self.folders.append(path)

    def _note(self, path: str, status: os.stat_result, *, again: bool) -> None:
        if is_note(path) or _is_markdown(path):
            self.add(path, status, again=again)

    def add(self, path: str, status: os.stat_result, *, again: bool) -> None:
        """Take a file for a note; one that was seen under another name only where `again` says so."""
        if not is_storable(path):
            self._trouble(path, Trouble("notes.file_name"))
        elif self._is_first(status) or again:
            if status.st_size > LARGEST:
                self._trouble(path, _too_large())
            else:
                self.found.files[path] = NoteFile(path, status.st_size, status.st_mtime_ns)

    def _is_first(self, status: os.stat_result) -> bool:
        place = (status.st_dev, status.st_ino)
        if place in self.seen and status.st_ino:  # entries of a folder have no number on Windows
            return False
        self.seen.add(place)
        return True

    def _trouble(self, path: str, trouble: Trouble) -> None:
        self.found.troubles.append(Troubled(path, trouble))


def _is_markdown(path: str) -> bool:
    """Say whether a text shows itself to be Markdown."""
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            return MARKDOWN.search(file.read(HEAD)) is not None
    except OSError:
        return False


def is_storable(path: str) -> bool:
    """Say whether a path is text: names in an old encoding are not."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _too_large() -> Trouble:
    return Trouble("notes.file_large", 0, (("most", f"{LARGEST // 1024 // 1024} MiB"),))


def _without_waiting(path: str, flags: int) -> int:
    """Open a file; a pipe that took its place must not keep the program waiting."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
