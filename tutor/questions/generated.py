"""The ids of questions that the core makes: `~family.function`, told from an author's ids at a glance.

Light enough for a review that never meets one; the questions themselves are made in `questions.generate`.
"""

from __future__ import annotations

MARK = "~"


def is_generated(name: str) -> bool:
    """Say whether `name` is the id of a generated card, or of the pseudo-lesson of one."""
    return name.startswith(MARK)


def card_id(family: str, function: str) -> str:
    """Return the id under which every question of a family about a function is counted."""
    return f"{MARK}{family}.{function}"


def lesson_id(function: str) -> str:
    """Return the pseudo-lesson of the generated questions about a function."""
    return f"{MARK}{function}"


def address(name: str) -> tuple[str, str] | None:
    """Return the (family, function) that a card id names, None for an author's id."""
    family, dot, function = name.removeprefix(MARK).partition(".")
    return (family, function) if is_generated(name) and family and dot and function else None


def function_of(name: str) -> str:
    """Return the catalogue name that a generated card id is about, "" for an author's id."""
    place = address(name)
    return place[1] if place else ""
