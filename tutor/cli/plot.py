"""`tutor plot EXPR…`: curves in the terminal, in a file, as numbers or in words."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from tutor.activations.expression.vocabulary import ascii_name
from tutor.cli.plot_options import checked_suffix, parameter, wanted_of
from tutor.errors import TutorError, UsageError
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.cli.environment import Environment
    from tutor.cli.plot_options import Drawing, Numbers
    from tutor.pictures.model import Picture, Wanted
    from tutor.text import Language
    from tutor.ui.plot_live import Live

PIPED = 80  # columns where no terminal tells its own
UNDER = 3  # rows of a terminal left for the prompt


def run(environment: Environment, expressions: Sequence[str], numbers: Numbers, drawing: Drawing) -> None:
    """Plot `expressions`; raises `TutorError` with what is wrong."""
    suffix = checked_suffix(drawing.save)
    wanted = wanted_of(numbers)
    parameters = dict(map(parameter, numbers.parameters))
    if drawing.live:
        play(environment, expressions, wanted, parameters, drawing)
        return
    from tutor.pictures.curves import picture

    if not (drawing.as_json or drawing.save or drawing.in_words or speaks(os.environ)):
        silent = picture(expressions, replace(wanted, told=False), parameters)
        if print_lines(silent, drawing, environment):
            return
    made = picture(expressions, wanted, parameters)
    if drawing.as_json:
        print_json(made, expressions)
    elif drawing.save:
        save(made, drawing, suffix, environment.language)
    elif drawing.in_words or speaks(os.environ):
        print_words(made, environment.language)
    else:
        print_lines(made, drawing, environment)


def play(
    environment: Environment,
    expressions: Sequence[str],
    wanted: Wanted,
    parameters: Mapping[str, tuple[float, ...]],
    drawing: Drawing,
) -> None:
    """Let the learner move the plot with keys. Raises `UsageError` where there is no screen."""
    from tutor.cli.environment import has_screen

    if not has_screen():
        raise UsageError("plot.no_screen")
    from tutor.cli.screen import look_of, terminal_of
    from tutor.ui.plot_live import run as run_live

    look = look_of(environment)
    live = opened(expressions, wanted, parameters)
    run_live(live, terminal_of(environment), look, environment.language, ascii_only=drawing.ascii_only)


def opened(expressions: Sequence[str], wanted: Wanted, parameters: Mapping[str, tuple[float, ...]]) -> Live:
    """Return the moving plot as it begins: a slider for every parameter, at the first value given.

    Raises `UsageError` for a parameter that no expression has.
    """
    from tutor.activations.expression import parse
    from tutor.pictures.parameters import defaults, family
    from tutor.ui.plot_live import Live, slider

    parsed = [(parse(source), source) for source in expressions]
    family(parsed, parameters)
    given = {ascii_name(name): values[0] for name, values in parameters.items()}
    values = defaults([node for node, _ in parsed])
    sliders = tuple(slider(name, given.get(ascii_name(name), value)) for name, value in values.items())
    return Live(tuple(expressions), wanted, sliders)


def speaks(environ: os._Environ[str]) -> bool:
    """Say whether this terminal wants words where others draw."""
    return bool(environ.get("ACCESSIBLE")) or (environ.get("TERM") == "dumb" and sys.stdout.isatty())


def size(made: Picture, drawing: Drawing) -> tuple[int, int]:
    """Return columns and rows: as asked for, else what the terminal has room for."""
    from tutor.ui.plot import fitting_rows

    here = get_terminal_size((PIPED, 24))
    columns = drawing.width or here.columns
    rows = drawing.height or fitting_rows(made, columns)
    if drawing.height is None and len(made.panels) == 1 and sys.stdout.isatty():
        rows = min(rows, max(8, here.lines - UNDER))
    return columns, rows


def print_lines(made: Picture, drawing: Drawing, environment: Environment) -> bool:
    """Print the plot, in colour on a terminal; return False when there is only room for what was not computed."""
    from tutor.ui.lines import text_of
    from tutor.ui.plot import has_room, lines

    columns, rows = size(made, drawing)
    told = any(curve.course.is_told for curve in made.curves)
    if not (told or has_room(made, columns, rows)):
        return False
    shown = lines(made, columns, rows, environment.language, ascii_only=drawing.ascii_only)
    if sys.stdout.isatty():
        from tutor.cli.screen import look_of
        from tutor.ui.paint import painted

        look = look_of(environment)
        print("\n".join(painted(row, look) for row in shown))
    else:
        print("\n".join(text_of(row).rstrip() for row in shown))
    return True


def print_words(made: Picture, language: Language) -> None:
    """Print one sentence for each curve."""
    from tutor.pictures.spoken import summary

    print("\n".join(summary(made, language)))


def print_json(made: Picture, expressions: Sequence[str]) -> None:
    """Print the numbers of the plot."""
    from json import dumps

    from tutor.pictures.numbers import as_numbers

    print(dumps({"expressions": list(expressions), **as_numbers(made)}, ensure_ascii=False))


def save(made: Picture, drawing: Drawing, suffix: str, language: Language) -> None:
    """Write the plot to a file and say so on stderr. Raises `TutorError` when that fails."""
    if suffix == ".svg":
        from tutor.exchange.svg import svg

        text = svg(made, language)
    else:
        from tutor.ui.lines import text_of
        from tutor.ui.plot import lines

        drawn = lines(made, *size(made, drawing), language, ascii_only=drawing.ascii_only)
        text = "".join(f"{text_of(row).rstrip()}\n" for row in drawn)
    try:
        Path(drawing.save).write_text(text, encoding="utf-8")
    except OSError as error:
        raise TutorError("plot.not_saved", file=drawing.save, why=error.strerror or str(error)) from error
    print(say("plot.saved", language, file=drawing.save), file=sys.stderr)
