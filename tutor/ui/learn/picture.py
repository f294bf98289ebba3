"""The pictures of `show:` steps; a step whose picture nobody can draw yet is left out of the lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.text import Language
    from tutor.ui.lines import Line


def is_known(name: str) -> bool:
    """Say whether the picture can be drawn."""
    from tutor.ui import pictured

    return pictured.is_known(name)


def lines(name: str, columns: int, rows: int, language: Language) -> list[Line]:
    """Return the picture in at most `columns` cells."""
    from tutor.ui import pictured

    return pictured.lines(name, columns, rows, language)
