"""Changing one setting in the learner's own file: every other line, remark and order stays as it is.

What was written is read again before it replaces the file; a file that this cannot change without
harm (a setting spread over several lines) is left alone and the learner is told.
"""

from __future__ import annotations

import os
import tomllib
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tutor.cli.config import parsed
from tutor.errors import TutorError

if TYPE_CHECKING:
    from pathlib import Path

Value = str | int | float | bool | tuple[tuple[str, float], ...]


def keep(path: Path, name: str, value: Value | None) -> None:
    """Write one setting into the file at `path`, None takes it out; the file changes at once or not at all.

    Raises `TutorError` when the file cannot be read, written, or changed without harm.
    """
    path = path.resolve()  # a link to the learner's own collection stays a link
    text = _text(path)
    after = changed(text, name, value)
    wanted = {key: given for key, given in parsed(text, path).items() if key != name}
    if value is not None:
        wanted[name] = dict(value) if isinstance(value, tuple) else value
    if after is None or _read(after) != wanted:
        raise TutorError("config.by_hand", file=str(path), name=name)
    _replace(path, after)


def changed(text: str, name: str, value: Value | None) -> str | None:
    """Return the text of a settings file with one setting changed; None where nobody can tell its lines apart."""
    lines = text.splitlines(keepends=True)
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    tables = next((at for at, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
    at = next((at for at, line in enumerate(lines[:tables]) if _key(line) == name), None)
    new = [] if value is None else [f"{name} = {toml(value)}"]
    if at is None:
        if new and tables and not lines[tables - 1].endswith("\n"):
            lines[tables - 1] += end
        return "".join([*lines[:tables], *(line + end for line in new), *lines[tables:]])
    remark = _remark(lines[at])
    if remark is None:
        return None
    kept = [line + (f"  {remark}" if remark else "") + end for line in new]
    return "".join([*lines[:at], *kept, *lines[at + 1 :]])


def toml(value: Value) -> str:
    """Return a value as TOML writes it."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{value}"'
        case tuple():
            return "{ " + ", ".join(f"{day} = {share:g}" for day, share in value) + " }" if value else "{}"
        case _:
            return f"{value:g}" if isinstance(value, float) else str(value)


def _key(line: str) -> str:
    return line.partition("=")[0].strip().strip("\"'") if "=" in line else ""


def _remark(line: str) -> str | None:
    """Return the remark behind a setting ("" for none), None when the line is not a whole setting."""
    ends = [at for at, char in enumerate(line) if char == "#"]
    for at in (*ends, len(line)):
        if _read(line[:at]) is not None:
            return line[at:].strip()
    return None


def _read(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _text(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", newline="") as file:  # the learner's own line ends
            return file.read()
    except FileNotFoundError:
        return ""
    except (UnicodeDecodeError, OSError) as error:
        raise TutorError("config.unreadable", file=str(path), why=str(error)) from None


def _replace(path: Path, text: str) -> None:
    """Put the new text in the file's place, whole and on disk."""
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with new.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            new.chmod(path.stat().st_mode & 0o777)
        new.replace(path)
    except OSError as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise TutorError("config.unwritable", file=str(path), why=error.strerror or str(error)) from None
