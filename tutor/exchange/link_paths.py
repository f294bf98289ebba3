"""How a block of links names notes: relative to the note, to its root, or to the folder around that.

A new block is relative to the note, which every viewer understands; one that exists goes on as it began.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Container, Iterable


def base_of(note: str, root: str, linked: Iterable[str], known: Container[str]) -> str:
    """Return the folder to which the links of `note` are relative.

    `note` and the `known` notes are paths with slashes below the folder `root`, `linked` what its links say now:
    the first of the folders to which one of them leads to a known note, else the note's own.
    """
    paths = [unquote(path) for path in linked]
    own = posixpath.dirname(note)
    for base in (own, root, posixpath.dirname(root)):
        if any(posixpath.normpath(posixpath.join(base, path)) in known for path in paths):
            return base
    return own


def address(target: str, base: str) -> str:
    """Return the path of a note as a link relative to `base` says it."""
    return posixpath.relpath(target, base or ".")
