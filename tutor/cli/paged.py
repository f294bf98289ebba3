"""Lines for people: page by page on a terminal that is too low for them, else printed."""

from __future__ import annotations

from functools import cache
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from tutor.cli.printed import columns, emit

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.cli.environment import Environment
    from tutor.ui.lines import Line


def show(lines: Callable[[int], list[Line]], environment: Environment) -> None:
    """Show what `lines` draws for a number of columns."""
    from tutor.cli.environment import has_screen

    shown = lines(columns())
    if environment.plain or not has_screen() or len(shown) < get_terminal_size().lines:
        emit(shown, environment)
        return
    from tutor.cli.screen import look_of, terminal_of
    from tutor.ui.pager import run

    run(cache(lines), terminal_of(environment), look_of(environment), environment.language)
