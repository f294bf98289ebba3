"""Notes: front matter that cannot be read, writing back, looking through folders."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # files
    "notes.file_gone": "it is gone, or a link that leads nowhere",
    "notes.file_closed": "it cannot be opened ({why})",
    "notes.file_large": "larger than {most}: not read as a note",
    "notes.file_binary": "not a text file",
    "notes.file_name": "its name is not UTF-8 and cannot be remembered; please rename it",
    "notes.folder_closed": "the folder cannot be opened ({why})",
    "notes.read_only": "read-only, left as it is",
    "notes.changed_meanwhile": "changed by another program just now, not overwritten; please run this again",
    "notes.unwritable": "it cannot be written ({why}), left as it is",
    # the front matter
    "notes.encoding": "not text in UTF-8",
    "notes.front_open": "the --- at the top is never closed: a line --- is missing below the fields",
    "notes.front_large": "more than {most} between the --- at the top and the next one; not read",
    "notes.front_syntax": "the front matter is not valid YAML: {reason}",
    "notes.front_character": "the front matter holds a character that YAML does not allow",
    "notes.front_no_mapping": "the front matter should be “key: value”; here is something else",
    "notes.front_key": "a key of the front matter should be one word",
    "notes.front_twice": "the key {key} already stands in line {first}",
    "notes.front_alias": "aliases (*) are not read; write the content out, or put it in quotes",
    "notes.front_deep": "the front matter is nested more than {most} levels deep",
    "notes.front_by_hand": "the front matter is written in a way that cannot be changed without harm; please change it by hand",
    "notes.field_created": "created should be a date such as 2026-11-20, not “{value}”",
    "notes.field_last_reviewed": "last_reviewed should be a date such as 2026-11-20, not “{value}”",
    "notes.field_next_review": "next_review should be a date such as 2026-11-20, not “{value}”",
    "notes.field_review_count": "review_count should be a whole number from 0, not “{value}”",
    "notes.field_difficulty": "difficulty should be easy, medium or hard, not “{value}”",
    "notes.field_mastery_level": "mastery_level should be a number from 0 to 1, not “{value}”",
}
