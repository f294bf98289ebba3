"""What `tutor lab NAME --help` says: the question, the answers, the settings, wrapped for Chinese as well."""

from __future__ import annotations

from shutil import get_terminal_size
from typing import TYPE_CHECKING

from tutor.text.numbers import significant
from tutor.text.width import wrap
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tutor.labs.model import Lab, Option
    from tutor.text import Language

KEEP = "\b\n"  # click leaves the lines of such a paragraph as they are
WIDEST, NARROWEST = 78, 50  # columns that click writes in
EDGE = 2
LONGEST = 30  # cells of the names of options that stand beside their help


def about(lab: Lab, language: Language) -> str:
    """Return what a lab is for: its title, question and answers, settings under a name, and what to try."""
    answers = [
        say("labs.help_answer", language, place=place, id=answer, answer=said(lab, f"answer_{answer}", language))
        for place, answer in enumerate(lab.answers, 1)
    ]
    question = say("labs.help_question", language, question=said(lab, "question", language))
    blocks = [[said(lab, "title", language)], [said(lab, "about", language)], [question, *answers]]
    blocks += [list(_presets(lab, language)), list(_tries(lab, language))]
    return "\n\n".join(kept(block, columns() - EDGE) for block in blocks if block)


def _presets(lab: Lab, language: Language) -> Iterator[str]:
    if lab.presets:
        yield say("labs.help_presets", language)
    for preset in lab.presets:
        yield f"  --preset {preset.name}"
        yield f"    {said(lab, f'preset_{preset.name}', language)}"


def _tries(lab: Lab, language: Language) -> Iterator[str]:
    if lab.tries:
        yield say("labs.help_tries", language)
    yield from (f"  tutor lab {lab.name} {typed}" for typed in lab.tries)


def said(lab: Lab, key: str, language: Language) -> str:
    """Return a sentence of a lab in one line."""
    return " / ".join(lab.text(key).lines(language))


def columns() -> int:
    """Return the columns that click writes in."""
    return max(min(get_terminal_size((80, 24)).columns, 80) - EDGE, NARROWEST)


def kept(lines: Iterable[str], room: int) -> str:
    """Return lines as a paragraph that is not wrapped again; a line hangs below its own beginning."""
    return KEEP + "\n".join(row for line in lines for row in _hanging(line, room))


def _hanging(line: str, room: int) -> Iterator[str]:
    lead = " " * (len(line) - len(line.lstrip()))
    for part in wrap(line.lstrip(), room - len(lead)):
        yield lead + part


def option_help(lab: Lab, option: Option, names: Iterable[str], language: Language) -> str:
    """Return what an option does, what it may be and what it is when not given, beside the `names` of all."""
    key = f"option_{option.name.replace('-', '_')}"
    told = say(f"lab_{lab.name}.{key}" if option.own else f"labs.{key}", language)
    then = say("labs.help_then", language)
    allowed = then.join([*_allowed(option, language), say("labs.default", language, value=option.default)])
    return kept([f"{told} [{allowed}]"], beside(names))


def beside(names: Iterable[str]) -> int:
    """Return the columns that click leaves beside the names of options."""
    return max(columns() - min(max(map(len, names)), LONGEST) - 2 * EDGE, 10)


def _allowed(option: Option, language: Language) -> Iterator[str]:
    match option.kind:
        case "number" | "whole" | "numbers":
            yield say("labs.range", language, low=significant(option.low), high=significant(option.high))
        case "words":
            yield ", ".join(option.words)
        case "function":
            yield say("labs.one_function", language)
        case "functions":
            yield say("labs.several_functions", language)
        case "word" | "switch":
            return


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
