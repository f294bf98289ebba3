"""A folder that was renamed, or a drive that is mounted elsewhere: its notes are met under other paths.

Their old root is only away, so that nothing there is gone; but what is met again, byte for byte or under its old
name with its questions, is the note that was there, and takes its history along.
"""

from __future__ import annotations

import os
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tutor.syllabus.identity import fingerprint

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Sequence

    from tutor.store.notes import Seen

SHARED = 0.5  # of a note's questions: as many in a note that is not there make it that note
BELOW = "SELECT note, path, digest FROM notes WHERE gone = 0 AND (path = ? OR substr(path, 1, ?) = ?) ORDER BY path"
WORDS = "SELECT words FROM questions WHERE note = ? AND gone = 0"


class Left(NamedTuple):
    """A note in a root that is away."""

    note: str
    path: str
    digest: str


def left_behind(connection: sqlite3.Connection, seen: Sequence[Seen], away: Collection[str]) -> list[str]:
    """Return the paths in roots that are `away` whose notes are among those `seen` that nobody knows."""
    if not (seen and away):
        return []
    by_bytes: dict[str, list[Left]] = defaultdict(list)
    by_name: dict[str, list[Left]] = defaultdict(list)
    for one in _below(connection, away):
        by_bytes[one.digest].append(one)
        by_name[os.path.basename(one.path)].append(one)  # noqa: PTH119
    found: dict[str, None] = {}
    for new in seen:
        same = [one for one in by_bytes[new.digest] if one.path not in found]
        named = by_name[os.path.basename(new.path)]  # noqa: PTH119
        best = sorted(same, key=lambda one: one not in named) or [
            one for one in named if one.path not in found and _shares(connection, one, new)
        ]
        found.update((one.path, None) for one in best[:1])
    return list(found)


def _below(connection: sqlite3.Connection, roots: Collection[str]) -> Iterator[Left]:
    met: set[str] = set()
    for root in roots:
        folder = root.rstrip(os.sep) + os.sep
        for row in connection.execute(BELOW, (root, len(folder), folder)):
            one = Left(*row)
            if one.path not in met:
                met.add(one.path)
                yield one


def _shares(connection: sqlite3.Connection, left: Left, new: Seen) -> bool:
    """Say whether a note asks at least half of what was asked in the one that is away."""
    asked = {fingerprint(one) for one in new.questions}
    known = {words for (words,) in connection.execute(WORDS, (left.note,))}
    return bool(asked) and len(asked & known) >= SHARED * len(asked)
