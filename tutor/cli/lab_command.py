"""`tutor lab [NAME]` as a command: the options of a lab are options of the command, made from its record."""

from __future__ import annotations

import os
import sys
from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.lab import Running, listed, run
from tutor.cli.language import spoken_language
from tutor.labs.catalogue import BY_NAME, find
from tutor.text.numbers import significant
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tutor.labs.model import Lab, Option
    from tutor.text import Language

OWN = frozenset({"json", "save", "seed", "preset", "predict", "ascii"})


def named(words: Sequence[str]) -> str:
    """Return the lab that is named behind `lab` among the words, "" for none; raises `NotFoundError`."""
    after = list(words)[list(words).index("lab") + 1 :]
    if after and not after[0].startswith("-"):
        return find(after[0]).name
    return next((word for word in after if word in BY_NAME), "")


def command(words: Sequence[str]) -> Callable[..., None]:
    """Return the function that typer makes a command of: for the lab named among `words`, or for their list."""
    name = named(words)
    return _of(find(name)) if name else labs


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


def help_of(words: Sequence[str]) -> str:
    """Return what the command named among `words` is for: a lab's title, question and answers."""
    name = named(words)
    if not name:
        return told("lab")
    lab, language = find(name), spoken_language(sys.argv[1:], os.environ)
    answers = [
        say("labs.help_answer", language, place=place, id=answer, answer=_said(lab, f"answer_{answer}", language))
        for place, answer in enumerate(lab.answers, 1)
    ]
    question = say("labs.help_question", language, question=_said(lab, "question", language))
    tries = [say("labs.help_tries", language), *(f"tutor lab {lab.name} {typed}" for typed in lab.tries)]
    return "\n\n".join(
        [
            _said(lab, "title", language),
            _said(lab, "about", language),
            question,
            *answers,
            *(tries if lab.tries else []),
        ]
    )


def _said(lab: Lab, key: str, language: Language) -> str:
    return " / ".join(lab.text(key).lines(language))


def _key(option: Option) -> str:
    return f"option_{option.name.replace('-', '_')}"


def _parameter(name: str, annotation: Any, default: Any = Parameter.empty) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _parameters(lab: Lab, language: Language) -> list[Parameter]:
    """Return the name of the lab, its options, and what every lab takes."""
    own = [
        _parameter(
            _key(option),
            Annotated[
                str | None, typer.Option(f"--{option.name}", metavar=metavar(option), help=_help(lab, option, language))
            ],
            None,
        )
        for option in lab.options
    ]
    return [
        _parameter("name", Annotated[str, typer.Argument(metavar=lab.name, hidden=True)], lab.name),
        *own,
        *_common(lab, language),
    ]


def _common(lab: Lab, language: Language) -> list[Parameter]:
    """Return the options of every lab."""
    presets = ", ".join(preset.name for preset in lab.presets)
    preset, predict = (
        say(f"labs.help_{name}", language, known=known)
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


def metavar(option: Option) -> str:
    """Return the form of an option's value."""
    match option.kind:
        case "function":
            return "F"
        case "functions":
            return "F,F"
        case "number" | "whole":
            return "N"
        case "numbers":
            return "N,N"
        case "word":
            return "|".join(option.words)
        case "words":
            return "A,B"
        case "switch":
            return "yes|no"


def _help(lab: Lab, option: Option, language: Language) -> str:
    """Return what an option does, what it may be and what it is when not given."""
    key = f"option_{option.name.replace('-', '_')}"
    told = say(f"lab_{lab.name}.{key}" if option.own else f"labs.{key}", language)
    return f"{told} [{'; '.join([*_allowed(option, language), say('labs.default', language, value=option.default)])}]"


def _allowed(option: Option, language: Language) -> list[str]:
    match option.kind:
        case "number" | "whole" | "numbers":
            return [say("labs.range", language, low=significant(option.low), high=significant(option.high))]
        case "words":
            return [", ".join(option.words)]
        case "function":
            return [say("labs.one_function", language)]
        case "functions":
            return [say("labs.several_functions", language)]
        case _:
            return []
