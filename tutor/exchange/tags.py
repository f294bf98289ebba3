"""Tags of a note in one spelling; a tag that is the path of a note says two things.

`深度学习/激活函数的作用和必要性.md` is the tag `深度学习` and the outline `激活函数的作用和必要性`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.text.fold import FULL_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable

NOTE = re.compile(r"\.(md|markdown|mdown|mkd)$", re.IGNORECASE)
SEPARATORS = re.compile(r"[,;、，；\n]")
LONGEST = 100  # characters of a tag
MOST = 100  # tags of a note
NO_TAGS = frozenset({"", "none", "null", "~", "true", "false"})


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags of a note, and the outlines that its tags were paths of; each once, in the order of the note."""

    tags: tuple[str, ...] = ()
    outlines: tuple[str, ...] = ()


def normalised(tags: Iterable[object] | str) -> Tags:
    """Return tags without spaces around them, `#` before them, capitals and repetitions.

    A single text holds several: between commas, or each behind its `#`. What is no text or number is no tag.
    """
    names: dict[str, None] = {}
    outlines: dict[str, None] = {}
    for text in _texts(tags):
        name = _name(text)
        if NOTE.search(name):
            folder, _, note = name.rpartition("/")
            outline, name = NOTE.sub("", note), folder
            if outline:
                outlines[outline[:LONGEST]] = None
        name = name.casefold()[:LONGEST].strip()
        if name not in NO_TAGS:
            names[name] = None
    return Tags(tuple(names)[:MOST], tuple(outlines)[:MOST])


def _texts(tags: Iterable[object] | str) -> list[str]:
    if isinstance(tags, str):
        parts = re.split(r"\s+(?=#)", tags) if tags.lstrip().startswith("#") else [tags]
        return [text for part in parts for text in SEPARATORS.split(part)]
    return [str(tag) for tag in tags if isinstance(tag, str | int | float) and not isinstance(tag, bool)]


def _name(text: str) -> str:
    """Return a tag as it is compared: full-width letters narrow, one kind of slash, no empty folders."""
    narrow = text.translate(FULL_WIDTH)
    plain = "".join(char if char.isprintable() else " " for char in narrow).replace("\\", "/")
    plain = " ".join(plain.split()).lstrip("#").strip()
    folders = [part.strip() for part in plain.split("/")]
    return "/".join(part for part in folders if part not in ("", ".", ".."))
