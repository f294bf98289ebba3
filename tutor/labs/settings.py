"""What a learner set, checked against what a lab allows."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

from tutor.errors import NotFoundError, UsageError, near
from tutor.text.fold import fold
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.labs.model import Lab, Option

YES, NO = ("yes", "on", "true", "1", "是"), ("no", "off", "false", "0", "否")
MOST = 12  # functions or numbers in one list


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run: every option has a text that was checked; `seed` decides all chance."""

    lab: str
    seed: str
    typed: tuple[tuple[str, str], ...]

    def text(self, name: str) -> str:
        """Return the text of an option."""
        return dict(self.typed)[name]

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the items of an option that is a list."""
        return tuple(part.strip() for part in split(self.text(name)))

    def number(self, name: str) -> float:
        """Return an option as a number."""
        return float(self.text(name))

    def numbers(self, name: str) -> tuple[float, ...]:
        """Return an option as numbers."""
        return tuple(map(float, self.texts(name)))

    def whole(self, name: str) -> int:
        """Return an option as a whole number."""
        return int(self.text(name))

    def switch(self, name: str) -> bool:
        """Return whether an option is on."""
        return self.text(name) == "yes"


def split(text: str) -> list[str]:
    """Return the parts of `text` between commas that stand outside brackets."""
    parts, depth = [""], 0
    for char in text:
        depth += (char in "([") - (char in ")]")
        if char == "," and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def settled(lab: Lab, given: Mapping[str, str], seed: str, preset: str = "") -> Settings:
    """Return the settings of a run: defaults, then a preset, then what was `given`.

    Raises `UsageError` for an unknown preset, or a value that is not allowed, with what is.
    """
    values = {option.name: option.default for option in lab.options}
    values |= _preset(lab, preset)
    values |= given
    typed = tuple((option.name, _checked(option, fold(values[option.name]).strip())) for option in lab.options)
    return Settings(lab.name, seed, typed)


def _preset(lab: Lab, name: str) -> dict[str, str]:
    if not name:
        return {}
    presets = {preset.name: dict(preset.values) for preset in lab.presets}
    if name not in presets:
        known = ", ".join(presets) or "–"
        raise UsageError("labs.unknown_preset", name=name, near=near(name, list(presets)), known=known)
    return presets[name]


def _checked(option: Option, text: str) -> str:
    """Return the canonical text of a value; raises `UsageError`."""
    match option.kind:
        case "function":
            return _function(text)
        case "functions":
            return ",".join(_function(part.strip()) for part in _list(option, text))
        case "number":
            return _number(option, text)
        case "numbers":
            return ",".join(_number(option, part.strip()) for part in _list(option, text))
        case "whole":
            return _whole(option, text)
        case "word":
            return _word(option, text)
        case "words":
            return ",".join(_word(option, part.strip()) for part in _list(option, text))
        case "switch":
            return _switch(option, text)


def _list(option: Option, text: str) -> list[str]:
    parts = split(text)
    if len(parts) > MOST:
        raise UsageError("labs.too_many", name=option.name, n=len(parts), most=MOST)
    return parts


def _function(text: str) -> str:
    """Return the catalogue's name of a function, or an expression over x that can be read.

    Raises `ExpressionError`, a `UsageError`, for anything else.
    """
    from tutor.activations import find
    from tutor.activations.expression import names_in, parse
    from tutor.activations.expression.tree import Name

    node = parse(text)
    if isinstance(node, Name):
        try:
            return find(text).name
        except NotFoundError:
            pass
    unknown = names_in(node) - {"x"}
    if unknown:
        name = min(unknown)
        from tutor.activations import ACTIVATIONS

        raise UsageError("labs.no_function", text=text, near=near(name, [one.name for one in ACTIVATIONS]))
    return text


def _number(option: Option, text: str) -> str:
    try:
        value = float(text.replace("−", "-"))
    except ValueError:
        value = float("nan")
    if not (isfinite(value) and option.low <= value <= option.high):
        raise _refusal(option, text)
    return repr(value)


def _whole(option: Option, text: str) -> str:
    if not (text.isascii() and text.isdigit() and option.low <= int(text[:9]) <= option.high):
        raise _refusal(option, text)
    return str(int(text[:9]))


def _refusal(option: Option, text: str) -> UsageError:
    low, high = significant(option.low), significant(option.high)
    return UsageError("labs.out_of_range", name=option.name, text=text, low=low, high=high)


def _word(option: Option, text: str) -> str:
    if text.casefold() not in option.words:
        known = ", ".join(option.words)
        raise UsageError(
            "labs.unknown_word", name=option.name, text=text, near=near(text, list(option.words)), known=known
        )
    return text.casefold()


def _switch(option: Option, text: str) -> str:
    if text.casefold() in YES:
        return "yes"
    if text.casefold() in NO:
        return "no"
    raise UsageError("labs.no_switch", name=option.name, text=text)
