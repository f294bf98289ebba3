"""Requests that cannot be met: a key of a sentence and the facts that fill it.

This module knows no language: `cli` renders the sentence with `tutor.text.words.say`.
"""

from __future__ import annotations


class TutorError(Exception):
    """A request that cannot be met, for the reason named by `key` with `facts`."""

    exit_code = 1

    def __init__(self, key: str, /, **facts: object) -> None:
        super().__init__(key, facts)
        self.key = key
        self.facts = facts

    def __str__(self) -> str:
        return f"{self.key} {self.facts}" if self.facts else self.key


class UsageError(TutorError):
    """The request itself is malformed: a bad option or expression."""

    exit_code = 2


class NotFoundError(TutorError):
    """What was asked for does not exist; `facts["near"]` holds a near name or an empty string."""

    exit_code = 4


def near(name: str, known: list[str]) -> str:
    """Return the known name closest to `name`, or an empty string."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, known, n=1, cutoff=0.6)), "")
