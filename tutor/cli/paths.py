"""Where the learner's data and the course lie.

`tutor due` runs in a shell prompt, so nothing heavy is imported: on Linux platformdirs' rule is two
lines (a test compares them), elsewhere platformdirs is asked.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # not imported: typing is too heavy for `tutor due`
if TYPE_CHECKING:
    from collections.abc import Mapping

APPLICATION = "activation-tutor"


def home_directory(given: str | None, environ: Mapping[str, str]) -> str:
    """Return the directory of all data: the flag, TUTOR_HOME, or the platform's place for data."""
    chosen = given or environ.get("TUTOR_HOME")
    if chosen:
        return os.path.expanduser(chosen)  # noqa: PTH111 - pathlib costs the prompt's budget
    if sys.platform.startswith("linux"):
        base = environ.get("XDG_DATA_HOME", "").strip() or os.path.expanduser("~/.local/share")  # noqa: PTH111
        return os.path.join(base, APPLICATION)  # noqa: PTH118
    from platformdirs import user_data_dir

    return user_data_dir(APPLICATION, appauthor=False)


def content_directory(given: str | None, environ: Mapping[str, str]) -> str:
    """Return the directory of the course: the flag, TUTOR_CONTENT, the installed or the checked-out one."""
    chosen = given or environ.get("TUTOR_CONTENT")
    if chosen:
        return os.path.abspath(os.path.expanduser(chosen))  # noqa: PTH100, PTH111
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    installed = os.path.join(package, "content")  # noqa: PTH118
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(package), "content")  # noqa: PTH112, PTH118, PTH120


def is_explicit(given: str | None, environ: Mapping[str, str]) -> bool:
    """Say whether the learner named a home."""
    return bool(given or environ.get("TUTOR_HOME"))
