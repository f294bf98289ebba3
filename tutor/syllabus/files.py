"""Which files a course has, and when each was last changed. It reads no file."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Role = Literal["course", "glossary", "mistakes", "errata", "lesson", "stray"]
FRAME: tuple[Role, ...] = ("course", "glossary", "mistakes", "errata")
FOLDER = re.compile(r"[1-9]\d?-[a-z0-9-]+", re.ASCII)
SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the course: its path relative to the root (with `/`), its size and its time of change in ns."""

    path: str
    size: int
    changed: int

    @property
    def role(self) -> Role:
        """Return what the place of the file says about it; a YAML file in no known place is stray."""
        folder, _, name = self.path.rpartition("/")
        stem = name.removesuffix(".yaml")
        if folder:
            return "lesson" if FOLDER.fullmatch(folder) and name.endswith(".yaml") else "stray"
        return next((role for role in FRAME if role == stem), "stray")


def discover(root: Path) -> tuple[Found, ...]:
    """Return the YAML files in `root` and in its folders, by path; hidden ones are passed over.

    Raises `OSError` when `root` cannot be listed; a folder that cannot be listed is passed over.
    """
    found = [*_yaml(root, "")]
    with os.scandir(root) as entries:
        folders = sorted(entry.name for entry in entries if entry.is_dir() and not entry.name.startswith("."))
    for folder in folders:
        try:
            found += _yaml(root / folder, f"{folder}/")
        except OSError:
            continue
    return tuple(sorted(found, key=lambda file: file.path))


def _yaml(folder: Path, prefix: str) -> Iterator[Found]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(SUFFIXES) and not entry.name.startswith(".") and entry.is_file():
                status = entry.stat()
                yield Found(prefix + entry.name, status.st_size, status.st_mtime_ns)
