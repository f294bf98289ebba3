"""Why a file could not be used, in the learner's language: what the system and its libraries say in English.

Only what they say often is known; anything else stays in their own words.
"""

from __future__ import annotations

import errno
import os

SAID = {  # what sqlite3, zipfile, zlib, json and libyaml say, by its beginning
    "file is not a database": "no_database",
    "database disk image is malformed": "malformed",
    "malformed schema": "malformed",
    "no tables of Anki": "no_anki",
    "unable to open database file": "unopened",
    "disk I/O error": "eio",
    "attempt to write a readonly database": "erofs",
    "database or disk is full": "enospc",
    "File is not a zip file": "no_zip",
    "Bad magic number": "no_zip",
    "Truncated file header": "no_zip",
    "Bad CRC-32": "checksum",
    "Error -": "compressed",
    "Compressed data ended": "compressed",
    "Expecting ": "no_json",
    "Unterminated string": "no_json",
    "Extra data": "no_json",
    "Invalid control character": "no_json",
    "Invalid \\escape": "no_json",
    "did not find expected ',' or ']'": "yaml_list",
    "did not find expected ',' or '}'": "yaml_braces",
    "mapping values are not allowed": "yaml_colon",
    "found unexpected end of stream": "yaml_quote",
    "could not find expected ':'": "yaml_key",
    "did not find expected key": "yaml_indent",
    "found character that cannot start any token": "yaml_start",
    "found unknown escape character": "yaml_escape",
    "block sequence entries are not allowed": "yaml_dash",
    "did not find expected alphabetic or numeric": "yaml_name",
    "did not find expected comment or line break": "yaml_block",
    "did not find expected <document start>": "yaml_percent",
    "found undefined tag handle": "yaml_tag",
}
CODES = (
    *("ENOENT", "EACCES", "EPERM", "EISDIR", "ENOTDIR", "EEXIST", "ENOSPC", "EDQUOT", "EROFS"),
    *("ENAMETOOLONG", "ELOOP", "EIO", "EBUSY", "EMFILE"),
)
BY_TEXT = {os.strerror(getattr(errno, code)): code.lower() for code in CODES if hasattr(errno, code)}


def key_of(reason: str) -> str | None:
    """Return the key of the sentence that says `reason`, None where there is none."""
    name = BY_TEXT.get(reason) or next((name for said, name in SAID.items() if reason.startswith(said)), None)
    return name and f"reason.{name}"
