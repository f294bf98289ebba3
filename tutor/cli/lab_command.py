"""`tutor lab [NAME]` as a command: the options of a lab are options of the command, made from its record."""

from __future__ import annotations

import os
import sys
from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.lab import Running, listed, run
from tutor.cli.lab_help import about, beside, kept, metavar, option_help
from tutor.cli.language import spoken_language
from tutor.labs.catalogue import BY_NAME, find
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tutor.labs.model import Lab, Option
    from tutor.text import Language

LONGEST_COMMON = "--predict ANSWER"


def named(words: Sequence[str]) -> str:
    """Return the lab that is named behind `lab` among the words, "" for none; raises `NotFoundError`."""
    after = list(words)[list(words).index("lab") + 1 :]
    if after and not after[0].startswith("-"):
        return find(after[0]).name
    return next((word for word in after if word in BY_NAME), "")


def command_of(words: Sequence[str]) -> tuple[str, Callable[..., None]]:
    """Return help and function that typer makes a command of: for the lab named among `words`, or for their list."""
    name = named(words)
    if not name:
        return told("lab"), labs
    lab = find(name)
    return about(lab, spoken_language(sys.argv[1:], os.environ)), _of(lab)


def labs(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """List the experiments."""
    listed(environment_of(context), as_json=json)


def _of(lab: Lab) -> Callable[..., None]:
    """Return the command of one lab, its parameters made from its options."""
    language = spoken_language(sys.argv[1:], os.environ)

    def command(context: typer.Context, **given: Any) -> None:
        """Run an experiment."""
        values = {option.name: given[_key(option)] for option in lab.options if given[_key(option)] is not None}
        running = Running(
            values, given["seed"], given["preset"], given["predict"], given["save"], as_json=given["json"],
            ascii_only=given["ascii"], in_words=bool(context.find_root().params.get("plain")),
        )  # fmt: skip
        run(environment_of(context), lab, running)

    parameters = [_parameter("context", typer.Context), *_parameters(lab, language)]
    command.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {one.name: one.annotation for one in parameters}
    return command


def _key(option: Option) -> str:
    return f"option_{option.name.replace('-', '_')}"


def _parameter(name: str, annotation: Any, default: Any = Parameter.empty) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _parameters(lab: Lab, language: Language) -> list[Parameter]:
    """Return the name of the lab, its options, and what every lab takes."""
    names = [f"--{option.name} {metavar(option)}" for option in lab.options] + [LONGEST_COMMON]
    own = [
        _parameter(_key(option), Annotated[str | None, _option(lab, option, names, language)], None)
        for option in lab.options
    ]
    return [
        _parameter("name", Annotated[str, typer.Argument(metavar=lab.name, hidden=True)]),
        *own,
        *_common(lab, language),
    ]


def _option(lab: Lab, option: Option, names: Sequence[str], language: Language) -> Any:
    told_of = option_help(lab, option, names, language)
    return typer.Option(f"--{option.name}", metavar=metavar(option), help=told_of)


def _common(lab: Lab, language: Language) -> list[Parameter]:
    """Return the options of every lab."""
    room = beside([LONGEST_COMMON, *(f"--{option.name} {metavar(option)}" for option in lab.options)])
    presets = ", ".join(preset.name for preset in lab.presets)
    preset, predict = (
        kept([say(f"labs.help_{name}", language, known=known)], room)
        for name, known in (("preset", presets), ("predict", ", ".join(lab.answers)))
    )
    return [
        _parameter("preset", Annotated[str, typer.Option(metavar="NAME", hidden=not presets, help=preset)], ""),
        _parameter("seed", Annotated[str, typer.Option(metavar="TEXT", help=told("lab_seed"))], ""),
        _parameter("predict", Annotated[str, typer.Option(metavar="ANSWER", help=predict)], ""),
        _parameter("save", Annotated[str, typer.Option(metavar="FILE.md", help=told("lab_save"))], ""),
        _parameter("ascii", Annotated[bool, typer.Option("--ascii", help=told("plot_ascii"))], False),
        _parameter("json", Annotated[bool, typer.Option("--json", help=told("json"))], False),
    ]
