"""The commands: one module each, loaded when its name is called, all of them for `--help`."""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli import expressions, helping, usage
from tutor.cli.language import spoken_language
from tutor.errors import TutorError
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.cli.environment import Environment
    from tutor.text import Language

# name: (module in this package, function)
COMMANDS: dict[str, tuple[str, str]] = {
    "review": ("review_command", "review"),
    "due": ("due_command", "due"),
    "cards": ("cards", "cards"),
    "card": ("card_command", "card"),
    "why": ("why_command", "why"),
    "stats": ("stats", "stats"),
    "undo": ("corrections", "undo"),
    "redo": ("corrections", "redo"),
    "suspend": ("corrections", "suspend"),
    "resume": ("corrections", "resume"),
    "bury": ("corrections", "bury"),
    "reset": ("corrections", "reset"),
    "learn": ("learn_command", "learn"),
    "quiz": ("quiz_command", "quiz"),
    "interview": ("interview_command", "interview"),
    "plot": ("plot_command", "plot"),
    "show": ("show_command", "show"),
    "calc": ("calc_command", "calc"),
    "lab": ("lab_command", "labs"),
    "game": ("game_command", "game"),
    "notes": ("notes_command", "notes"),
    "import": ("import_command", "import_"),
    "export": ("export_command", "export"),
    "config": ("config_command", "config"),
    "check": ("check_command", "check"),
    "backup": ("backup_command", "backup"),
    "restore": ("restore_command", "restore"),
    "doctor": ("doctor", "doctor"),
}
WITH_VALUE = frozenset({"--home", "--content", "--lang"})
GLOBAL_FLAGS = frozenset({"--plain", "--no-color"})


def told(key: str) -> str:
    """Return a help text in the language this run speaks."""
    return say(f"help.{key}", language_spoken())


def language_spoken() -> Language:
    """Return the language this run speaks, as far as its words and the environment tell."""
    return _spoken(tuple(sys.argv[1:]))


@cache
def _spoken(words: tuple[str, ...]) -> Language:
    return spoken_language(words, os.environ)


def main(words: Sequence[str]) -> int:
    """Run the command named in `words`; return its exit code. Raises UsageError for bad usage."""
    words = hoisted(words)
    words = expressions.protected(words, called(words))
    app = build(called(words), words)
    try:
        code = app(args=words, prog_name="tutor", standalone_mode=False)
    except TutorError:
        raise
    except Exception as error:  # noqa: BLE001 - typer keeps the base of its errors to itself
        raise usage.from_click(error) or error from None
    return code if isinstance(code, int) else 0


def hoisted(words: Sequence[str]) -> list[str]:
    """Return `words` with the global options in front: they may stand anywhere before `--`."""
    front: list[str] = []
    rest: list[str] = []
    left = iter(words)
    for word in left:
        if word == "--":
            rest += [word, *left]
        elif word in WITH_VALUE:
            front += [word, *[value for value in [next(left, None)] if value is not None]]
        elif word in GLOBAL_FLAGS or word.partition("=")[0] in WITH_VALUE:
            front.append(word)
        else:
            rest.append(word)
    return front + rest


def called(words: Sequence[str]) -> str | None:
    """Return the command among `words`, None when there is none."""
    word = first_word(words)
    return word if word in COMMANDS else None


def first_word(words: Sequence[str]) -> str | None:
    """Return the first of `words` that is neither an option nor its value, None when there is none."""
    skip = False
    for word in words:
        if skip:
            skip = False
        elif word in WITH_VALUE:
            skip = True
        elif not word.startswith("-"):
            return word
    return None


def needed(name: str | None, words: Sequence[str]) -> Sequence[str]:
    """Return the commands to load: the one that is named, none for today, all for help and for a wrong name."""
    if name:
        return [name]
    return [] if first_word(words) is None and "--help" not in words else list(COMMANDS)


def build(name: str | None, words: Sequence[str] = ()) -> typer.Typer:
    """Return the application with the commands that are needed; a module may make its command from the `words`."""
    app = typer.Typer(
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        help=told("tutor"),
        cls=helping.Group,
    )
    app.callback(invoke_without_command=True)(start)
    for command in needed(name, words):
        module, function = COMMANDS[command]
        loaded = import_module(f"tutor.cli.{module}")
        make = getattr(loaded, "command_of", None) if name else None
        about, run = make(words) if make else (told(command), getattr(loaded, function))
        if isinstance(run, typer.Typer):
            app.add_typer(run, name=command, help=about, cls=helping.Group)
        else:
            app.command(command, help=about, cls=helping.Command)(run)
    return app


def start(
    context: typer.Context,
    home: Annotated[str | None, typer.Option(metavar="DIR", help=told("home"))] = None,
    content: Annotated[str | None, typer.Option(metavar="DIR", help=told("content"))] = None,
    lang: Annotated[str | None, typer.Option(metavar="zh|en|both", help=told("lang"))] = None,
    plain: Annotated[bool, typer.Option("--plain", help=told("plain"))] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help=told("no_color"))] = False,
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
    version: Annotated[bool, typer.Option("--version", help=told("version"))] = False,
) -> None:
    """Set up the environment; without a command, show today."""
    from tutor.cli import environment

    if version:
        from tutor import __version__

        typer.echo(f"tutor {__version__}")
        raise typer.Exit
    context.obj = environment.make(home=home, content=content, lang=lang, plain=plain, no_color=no_color)
    if context.invoked_subcommand is None:
        from tutor.cli.today import today

        today(context.obj, as_json=json)


def environment_of(context: typer.Context) -> Environment:
    """Return the environment that `start` made."""
    made: Environment = context.obj
    return made
