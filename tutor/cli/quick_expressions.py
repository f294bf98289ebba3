"""`tutor plot` and `tutor calc` understood without typer, which takes longer to load than the plot to draw.

As in `quick`: only words that fit exactly are taken, anything else is left to typer, which explains it.
A test compares these tables with the commands' own options.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.cli.expressions import protected, restored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.cli.environment import Environment

GLOBAL_VALUES = frozenset({"--home", "--content", "--lang"})
GLOBAL_FLAGS = frozenset({"--plain", "--no-color"})
# command: (options with a value, with the least and the most where it is a whole number; flags)
COMMANDS: dict[str, tuple[dict[str, tuple[int, int] | None], frozenset[str]]] = {
    "plot": (
        {
            "--range": None,
            "--y": None,
            "--param": None,
            "--layout": None,
            "--mark": None,
            "--save": None,
            "--width": (1, 500),
            "--height": (1, 500),
        },
        frozenset({"-d", "-dd", "-i", "--ascii", "--json"}),
    ),
    "calc": ({"--digits": (1, 17)}, frozenset({"--json"})),
}


@dataclass(frozen=True, slots=True)
class Call:
    """What was asked for: command, options in the order given, expressions as they were typed."""

    command: str
    options: tuple[tuple[str, str], ...]
    expressions: tuple[str, ...]

    def every(self, name: str) -> tuple[str, ...]:
        """Return every value of an option."""
        return tuple(value for given, value in self.options if given == name)

    def last(self, name: str) -> str | None:
        """Return the last value of an option, None when it was not given."""
        return next(iter(reversed(self.every(name))), None)

    def number(self, name: str) -> int | None:
        """Return the last value of an option that takes a whole number."""
        text = self.last(name)
        return None if text is None else int(text)


def understood(words: Sequence[str]) -> Call | None:
    """Return what was asked for; None when typer must look."""
    command = next((word for word in words if word in COMMANDS), "")
    if not command:
        return None
    values, flags = COMMANDS[command]
    options: list[tuple[str, str]] = []
    plain: list[str] = []
    rest = iter(protected(words, command))
    for word in rest:
        name, equals, value = word.partition("=")
        if name in GLOBAL_VALUES or name in values:
            given = value if equals else next(rest, None)
            if given is None or not fits(given, values.get(name)):
                return None
            options.append((name, given))
        elif word in flags or word in GLOBAL_FLAGS:
            options.append((word, ""))
        elif word.startswith("-") and word != "-":
            return None
        else:
            plain.append(restored(word))
    if plain[:1] != [command] or len(plain) == 1:
        return None
    return Call(command, tuple(options), tuple(plain[1:]))


def fits(text: str, bounds: tuple[int, int] | None) -> bool:
    """Say whether a value is a whole number within bounds, when there are any."""
    return bounds is None or (text.isascii() and text.isdigit() and bounds[0] <= int(text[:9]) <= bounds[1])


def run(words: Sequence[str]) -> bool:
    """Run a plot or a calculation; return False when typer must look."""
    call = understood(words)
    if call is None:
        return False
    from tutor.cli import environment

    here = environment.make(
        home=call.last("--home"),
        content=call.last("--content"),
        lang=call.last("--lang"),
        plain=bool(call.every("--plain")),
        no_color=bool(call.every("--no-color")),
    )
    (_calculate if call.command == "calc" else _plot)(here, call)
    return True


def _calculate(here: Environment, call: Call) -> None:
    from tutor.cli.calc import DIGITS, run

    digits = call.number("--digits") or DIGITS
    run(here, " ".join(call.expressions), digits, as_json=bool(call.every("--json")))


def _plot(here: Environment, call: Call) -> None:
    from tutor.cli.plot import run
    from tutor.cli.plot_options import EVERYWHERE, OVERLAY, Drawing, Numbers

    numbers = Numbers(
        x=call.last("--range") or EVERYWHERE,
        y=call.last("--y") or "",
        parameters=call.every("--param"),
        layout=call.last("--layout") or OVERLAY,
        marks=call.every("--mark"),
        derivatives=len(call.every("-d")) + 2 * len(call.every("-dd")),
    )
    drawing = Drawing(
        width=call.number("--width"),
        height=call.number("--height"),
        ascii_only=bool(call.every("--ascii")),
        save=call.last("--save") or "",
        as_json=bool(call.every("--json")),
        in_words=bool(call.every("--plain")),
        live=bool(call.every("-i")),
    )
    run(here, call.expressions, numbers, drawing)
