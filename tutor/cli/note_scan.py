"""Bringing the register of notes up to date with the learner's folders: what is new, changed, moved, gone.

Only files whose size or time of change differs are read, and what reads them is loaded only then. What cannot be
looked at now (a drive that is away, a folder that is closed) is not gone: what was known of it stays.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tutor.exchange.notes.files import NoteFile, Walked, walk
from tutor.exchange.trouble import Trouble
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from tutor.store.journal import Journal
    from tutor.store.notes import Notes
    from tutor.text import Language

    Told = Callable[[int, int], None]

AT_ONCE = 1000  # notes in one transaction
MANY = 3000  # notes that take more than a moment to read


@dataclass(slots=True)
class Scanned:
    """What a scan found: what is wrong by path, roots that are away, and how many notes are of each sort.

    `seeded` counts notes whose written history started their cards, `former` are the paths of those that moved.
    """

    troubles: dict[str, list[Trouble]] = field(default_factory=dict)
    away: list[str] = field(default_factory=list)
    new: int = 0
    changed: int = 0
    gone: int = 0
    seeded: int = 0
    former: set[str] = field(default_factory=set)


def scan(notes: Notes, journal: Journal, today: int, told: Told | None = None) -> Scanned:
    """Read what changed in the learner's folders since the last scan; `told` hears how many of how many were read.

    Raises `TutorError` when nothing can be kept.
    """
    walked, known = walk(notes.roots()), notes.stamps()
    done = Scanned(away=walked.away)
    for one in walked.troubles:
        done.troubles.setdefault(one.path, []).append(one.trouble)
    fresh = []
    for path, file in sorted(walked.files.items()):  # two devices name the same folder's notes the same way
        before = known.get(path)
        if before is None or (before.size, before.changed) != (file.size, file.changed):
            fresh.append(file)
        elif before.trouble:
            done.troubles[path] = [_trouble(one) for one in before.trouble]
    missing = _missing(known, walked)
    if fresh or missing:
        from tutor.cli.note_reading import keep

        for turn, some in enumerate(_some(fresh) or [()]):
            keep(notes, journal, some, () if turn else missing, today, done)
            if told is not None:
                told(min((turn + 1) * AT_ONCE, len(fresh)), len(fresh))
    done.gone = len(missing - done.former)
    return done


def told_on_terminal(language: Language) -> Told | None:
    """Return what says on a terminal how far the reading of very many notes is, None where nobody looks."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, total: int) -> None:
        if total >= MANY:
            end = "\r" if done < total else "\n"
            print(say("notes.progress", language, done=done, total=total), end=end, file=sys.stderr, flush=True)

    return tell


def _missing(known: Collection[str], walked: Walked) -> set[str]:
    """Return the paths of notes that are no longer there, as far as everything could be looked at.

    A folder that was added and is away may come back; of a single file it is enough that its folder is there.
    """
    away = [root for root in walked.away if root not in known or not os.path.isdir(os.path.dirname(root))]  # noqa: PTH112, PTH120
    unseen = [one.path for one in walked.troubles] + away
    inside = tuple(path.rstrip(os.sep) + os.sep for path in unseen)
    whole = set(unseen)
    return {path for path in known if path not in walked.files and path not in whole and not path.startswith(inside)}


def _trouble(plain: Any) -> Trouble:
    key, line, facts = plain
    return Trouble(key, line, tuple((name, value) for name, value in facts))


def _some(files: Sequence[NoteFile]) -> list[Sequence[NoteFile]]:
    return [files[start : start + AT_ONCE] for start in range(0, len(files), AT_ONCE)]
