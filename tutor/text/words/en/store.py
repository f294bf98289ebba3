"""Sentences of the journal and its care."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "store.newer": (
        "{path} was written by a newer version of tutor (format {version}, this one knows {known}). "
        "Update tutor; nothing was changed."
    ),
    "store.damaged": ("{path} is damaged ({detail}). It was left as it is. `tutor doctor` says what to do."),
    "store.foreign": "{path} is not a journal of tutor. It was left as it is; choose another folder with --home.",
    "store.home_is_file": "{path} is a file, but tutor needs a folder there. Choose another folder with --home.",
    "store.unwritable": (
        "{path} cannot be opened for writing. Check the permissions of the folder, or choose another with --home."
    ),
    "store.full": "{path} could not be written: the disk is full or a limit is reached. Nothing was recorded; free some space.",
    "store.busy": "{path} has been held by another program for a long time. Close it and try again; nothing was recorded.",
    "store.failed": "{path} could not be read or written ({detail}). Nothing was recorded.",
}
