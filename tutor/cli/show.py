"""`tutor show [NAME]`: every picture of the subject, on the screen, in words, as numbers, in a file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from tutor.cli.show_options import checked_suffix, request_of
from tutor.errors import TutorError
from tutor.pictures.catalogue import ENTRIES, find, make
from tutor.text.words import say

if TYPE_CHECKING:
    from tutor.cli.environment import Environment
    from tutor.cli.show_options import Showing, Typed
    from tutor.pictures.catalogue import Entry
    from tutor.pictures.request import CourseFacts
    from tutor.pictures.shown import Shown
    from tutor.ui.lines import Line

PIPED = 80  # columns where no terminal tells its own
WIDEST = 132  # beyond, eyes lose the line
UNDER = 1  # rows of a terminal left for the prompt


def run(environment: Environment, name: str, typed: Typed, showing: Showing) -> None:
    """Show the picture called `name`, or the list of them all; raises `TutorError` with what is wrong."""
    suffix = checked_suffix(showing.save)
    if not name:
        print_list(environment, showing)
        return
    entry = find(name)
    shown = make(entry.name, request_of(typed, _course(entry, environment)))
    if showing.save:
        save(entry, shown, showing, suffix, environment)
    elif showing.as_json:
        print(numbers(entry, shown))
    elif speaks(showing):
        speak(entry, shown, environment)
    else:
        present(entry, shown, showing, environment)


def speaks(showing: Showing) -> bool:
    """Say whether words are wanted instead of a drawing."""
    from tutor.cli.plot import speaks as terminal_speaks

    return showing.in_words or terminal_speaks(os.environ)


def _course(entry: Entry, environment: Environment) -> CourseFacts | None:
    """Return what a picture of the course is drawn from, None for one that needs none."""
    if entry.course == "none":
        return None
    from tutor.cli.course_facts import course_facts

    return course_facts(environment)


def speak(entry: Entry, shown: Shown, environment: Environment) -> None:
    """Say the picture; a decision tree asks, and is said whole when nobody answers."""
    from tutor.cli.show_live import ask_in_lines
    from tutor.pictures.spoken_shown import spoken

    if not ask_in_lines(shown, environment):
        print("\n".join(spoken(entry.title, shown, environment.language)))


def numbers(entry: Entry, shown: Shown) -> str:
    """Return the picture as JSON."""
    from json import dumps

    from tutor.pictures.shown_numbers import as_json

    return dumps(as_json(entry, shown), ensure_ascii=False)


def print_list(environment: Environment, showing: Showing) -> None:
    """Print every picture with its one line."""
    if showing.as_json:
        from json import dumps

        from tutor.pictures.shown_numbers import listed

        print(dumps(listed(ENTRIES), ensure_ascii=False, indent=2))
        return
    from tutor.ui.pictured import catalogue_lines

    columns = showing.width or min(WIDEST, get_terminal_size((PIPED, 24)).columns)
    put(catalogue_lines(columns, environment.language), environment)


def present(entry: Entry, shown: Shown, showing: Showing, environment: Environment) -> None:
    """Show the picture on the screen: page by page when it is taller than a terminal, else printed."""
    from tutor.cli.environment import has_screen
    from tutor.cli.show_live import play

    if not showing.width and has_screen() and play(shown, environment, ascii_only=showing.ascii_only):
        return
    here = get_terminal_size((PIPED, 24))

    def draw(columns: int) -> list[Line]:
        from tutor.ui.pictured import titled

        rows = None if showing.width else here.lines - UNDER if sys.stdout.isatty() else None
        return titled(entry.title, shown, columns, rows, environment.language, ascii_only=showing.ascii_only)

    drawn = draw(showing.width or min(WIDEST, here.columns))
    if len(drawn) < here.lines or showing.width or not has_screen():
        put(drawn, environment)
        return
    from tutor.cli.screen import look_of, terminal_of
    from tutor.ui.pager import run as run_pager

    run_pager(
        lambda columns: draw(min(WIDEST, columns)), terminal_of(environment), look_of(environment), environment.language
    )


def put(rows: list[Line], environment: Environment) -> None:
    """Print lines, in colour on a terminal."""
    if sys.stdout.isatty():
        from tutor.cli.screen import look_of
        from tutor.ui.paint import painted

        look = look_of(environment)
        print("\n".join(painted(row, look) for row in rows))
    else:
        from tutor.ui.lines import text_of

        print("\n".join(text_of(row).rstrip() for row in rows))


def save(entry: Entry, shown: Shown, showing: Showing, suffix: str, environment: Environment) -> None:
    """Write the picture to a file and say so on stderr. Raises `TutorError` when that fails."""
    text = document(entry, shown, showing, suffix, environment)
    try:
        Path(showing.save).write_text(text, encoding="utf-8")
    except OSError as error:
        raise TutorError("plot.not_saved", file=showing.save, why=error.strerror or str(error)) from error
    print(say("plot.saved", environment.language, file=showing.save), file=sys.stderr)


def document(entry: Entry, shown: Shown, showing: Showing, suffix: str, environment: Environment) -> str:
    """Return the text of the file."""
    language = environment.language
    match suffix:
        case ".json":
            return numbers(entry, shown) + "\n"
        case ".svg":
            from tutor.exchange.shown_svg import document as svg

            return svg(entry.title, shown, language)
        case ".md":
            from tutor.exchange.shown_markdown import document as markdown

            return markdown(entry.title, shown, language)
        case _:
            from tutor.ui.lines import text_of
            from tutor.ui.pictured import titled

            columns = showing.width or PIPED
            rows = titled(entry.title, shown, columns, None, language, ascii_only=showing.ascii_only)
            return "".join(f"{text_of(row).rstrip()}\n" for row in rows)
