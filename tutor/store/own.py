"""Where cards come from that are not of the course: the learner's notes, imported decks.

The library compiles them like files of the course; it asks each source what it has and when that changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tutor.syllabus.files import Found
    from tutor.syllabus.source import LessonFile

COLON = ":"  # ends the name of a source in the path of its files; a file of the course never has one there


class Source(Protocol):
    """One source; the paths of its files begin with `name` and a colon."""

    @property
    def name(self) -> str:
        """The name of the source."""

    def found(self) -> tuple[Found, ...]:
        """Return its files, each with the size and the time of change that tell whether it must be read again."""

    def read(self, file: Found) -> LessonFile:
        """Return what one of them says; nothing that it holds makes this fail."""


def source_of(path: str) -> str:
    """Return the name of the source a path belongs to, "" for a file of the course."""
    name, colon, _ = path.partition(COLON)
    return name if colon and "/" not in name else ""
