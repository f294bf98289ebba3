"""Paths of notes as the learner knows them: taken from words, and shown short."""

from __future__ import annotations

import os

from tutor.text.words import say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tutor.exchange.trouble import Trouble
    from tutor.text import Language

FRONT = ("front_", "field_", "encoding")  # what is wrong with the fields, not with the questions


def whole(path: str) -> str:
    """Return a path as the register keeps it: absolute, links as they are named."""
    return os.path.abspath(os.path.expanduser(path))  # noqa: PTH100, PTH111 - a pathlib path would follow links


def sound(path: str) -> str:
    """Return a path that can be printed anywhere: bytes of another encoding and controls become �."""
    return "".join(char if char.isprintable() else "\ufffd" for char in path)


def shown(path: str) -> str:
    """Return a path short enough to read: from where the learner stands, else from home."""
    return sound(_short(path))


def _short(path: str) -> str:
    for start, sign in ((os.getcwd(), ""), (os.path.expanduser("~"), f"~{os.sep}")):  # noqa: PTH109, PTH111
        folder = start.rstrip(os.sep) + os.sep
        if path.startswith(folder) and start not in ("", os.sep):
            return sign + path.removeprefix(folder)
    return path


def place(path: str, trouble: Trouble) -> str:
    """Return where a trouble is: the file, and the line where it has one."""
    return f"{shown(path)}:{trouble.line}" if trouble.line else shown(path)


def sentence(trouble: Trouble, language: Language) -> str:
    """Return what is wrong and what was kept, in the learner's language."""
    told = say(trouble.key, language, **dict(trouble.facts))
    return told + say("notes.kept", language) if trouble.key.partition(".")[2].startswith(FRONT) else told
