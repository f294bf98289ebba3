"""Reading a backup, which may come from anywhere: nothing is believed that was not checked.

Only names that a backup has, only sizes it tells, only bytes whose SHA-256 it tells. Nothing is written
outside the folder that is given.
"""

from __future__ import annotations

import os
import zipfile
from contextlib import contextmanager, suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from tutor.errors import NotFoundError, TutorError
from tutor.store import decks
from tutor.store.backup_file import CHUNK, EVENTS, FORMAT, LIST, NOTES, SETTINGS, VERSION, Manifest, Member
from tutor.store.database import printable, refusals
from tutor.store.light import LAST_DAY, Counts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_BYTES = 4 << 30  # unpacked: twelve million events
MOST_FILES = 20_000  # decks; a large Anki collection has hundreds
MOST_LIST = 16 << 20  # bytes of the list, 200 for each file
RATIO, SMALL = 100, 10 << 20  # events pack to a quarter, decks to a tenth; small files may pack better
LAST_MOMENT = 253_402_300_800_000_000  # µs: 10000-01-01


def is_backup(path: Path) -> bool:
    """Say whether a file looks like a backup."""
    try:
        with path.open("rb") as file:
            return file.read(4) == b"PK\x03\x04"
    except OSError:
        return False


def manifest_of(path: Path) -> Manifest:
    """Return the list of a backup, which fits the archive. Raises `TutorError`."""
    with _archive(path) as archive:
        return _manifest(archive, path)


def verified(path: Path) -> Manifest:
    """Return the list of a backup of which every byte was checked. Raises `TutorError`."""
    with _archive(path) as archive:
        manifest = _manifest(archive, path)
        for member in manifest.files:
            for _ in _pieces(archive, member, path):
                pass
    return manifest


def unpack(path: Path, folder: Path) -> Manifest:
    """Unpack a backup into `folder`, which is empty, checking every byte. Raises `TutorError`."""
    with _archive(path) as archive:
        manifest = _manifest(archive, path)
        for member in manifest.files:
            target = folder / member.name
            with refusals(target):
                target.parent.mkdir(exist_ok=True)
                with target.open("wb") as file:
                    for piece in _pieces(archive, member, path):
                        file.write(piece)
                with suppress(OSError, OverflowError):
                    os.utime(target, ns=(member.changed, member.changed))  # a merge keeps the newer deck
    return manifest


@contextmanager
def _archive(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open an archive; whatever it holds, what goes wrong is one sentence."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except TutorError:
        raise
    except FileNotFoundError:
        raise NotFoundError("backup.no_file", file=path, near="") from None
    except OSError as error:
        raise TutorError("backup.unreadable", file=path, why=error.strerror or str(error)) from error
    except Exception as error:  # an archive from anywhere makes zipfile and zlib raise what they like
        raise TutorError("backup.damaged", file=path, what=printable(error) or type(error).__name__) from error


def _manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    infos = {info.filename: info for info in archive.infolist()}
    listed = infos.pop(LIST, None)
    if listed is None:
        raise TutorError("backup.foreign", file=path)
    if len(infos) != len(archive.infolist()) - 1 or len(infos) > MOST_FILES or listed.file_size > MOST_LIST:
        raise TutorError("backup.too_large", file=path)
    manifest = _read_list(archive.open(listed).read(MOST_LIST + 1), path)
    names = [member.name for member in manifest.files]
    strangers = {name for name in (*infos, *names) if not _is_known(name)} | (infos.keys() ^ set(names))
    if strangers or len(names) != len(infos) or EVENTS not in infos:
        raise TutorError("backup.stranger", file=path, name=ascii(min(strangers, default=EVENTS)))
    _must_be_small(infos, manifest, path)
    return manifest


def _is_known(name: str) -> bool:
    """Say whether a backup may hold a file of that name."""
    if name in (EVENTS, SETTINGS, NOTES):
        return True
    folder, _, file = name.partition("/")
    plain = file.isprintable() and not file.startswith(".") and not any(char in file for char in '/\\:*?"<>|')
    return folder == decks.FOLDER and plain and file.endswith(decks.SUFFIX) and len(file.encode()) <= 255


def _must_be_small(infos: dict[str, zipfile.ZipInfo], manifest: Manifest, path: Path) -> None:
    """Refuse an archive that unpacks to more than any backup."""
    sizes = {member.name: member.size for member in manifest.files}
    total = sum(sizes.values())
    packed = sum(info.compress_size for info in infos.values())
    if total > MOST_BYTES or total > max(SMALL, RATIO * packed):
        raise TutorError("backup.too_large", file=path)
    for name, info in infos.items():
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or info.file_size != sizes[name]:
            raise TutorError("backup.damaged", file=path, what=name)


def _pieces(archive: zipfile.ZipFile, member: Member, path: Path) -> Iterator[bytes]:
    """Yield the bytes of a file as far as the list tells; what differs is refused."""
    digest, left = sha256(), member.size
    with archive.open(member.name) as packed:
        while piece := packed.read(min(CHUNK, left + 1)):
            left -= len(piece)
            if left < 0:
                break
            digest.update(piece)
            yield piece
    if left or digest.hexdigest() != member.sha256:
        raise TutorError("backup.damaged", file=path, what=member.name)


def _read_list(data: bytes, path: Path) -> Manifest:
    import json

    value: Any = json.loads(data)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise TutorError("backup.foreign", file=path)
    if not isinstance(value.get("version"), int) or value["version"] > VERSION:
        raise TutorError("backup.newer", file=path)
    counts = Counts(**{name: _number(value["counts"][name], MOST_BYTES) for name in Counts.__dataclass_fields__})
    if counts.last_day > LAST_DAY:
        raise ValueError(counts.last_day)
    files = tuple(
        Member(str(one["name"]), _number(one["size"]), str(one["sha256"]), _number(one["changed"], 1 << 62))
        for one in value["files"]
    )
    made = _number(value["made"], LAST_MOMENT)
    return Manifest(made, str(value["why"])[:20], str(value["program"])[:20], counts, files)


def _number(value: object, most: int = 1 << 62) -> int:
    if type(value) is not int or not 0 <= value < most:
        raise ValueError(value)
    return value
