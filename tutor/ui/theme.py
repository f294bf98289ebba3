"""What each role of a text looks like: sixteen colours on the terminal's own ground, never the only cue.

A role is named by screens; only `paint` turns it into a style. Yellow and white are left out: they
vanish on a light ground, as blue text on some dark ones does, so blue only colours one mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Heat = Literal[
    "heat1",
    "heat2",
    "heat3",
    "heat4",
    "heat12",
    "heat13",
    "heat14",
    "heat21",
    "heat23",
    "heat24",
    "heat31",
    "heat32",
    "heat34",
    "heat41",
    "heat42",
    "heat43",
]  # fmt: skip  (shades from little to much; of two the first is that of the sign, the second that of its ground)
Role = Heat | Literal[
    "plain", "title", "strong", "dim", "rule", "accent", "key", "mark", "formula",
    "right", "wrong", "new", "due", "again", "notice",
]  # fmt: skip
# Of 256 colours. Without a known ground by hue at middling brightness, on a known one from close to it to far from it.
HEAT: Mapping[str, tuple[int, int, int, int]] = {
    "light": (152, 73, 30, 23), "dark": (23, 30, 37, 50), "": (60, 31, 35, 178),
}  # fmt: skip

COLOURS: Mapping[Role, str] = {
    "plain": "",
    "title": "bold",
    "strong": "bold",
    "dim": "dim",
    "rule": "dim",
    "accent": "cyan",
    "key": "bold cyan",
    "mark": "bold cyan",
    "formula": "cyan",
    "right": "bold green",
    "wrong": "bold red",
    "new": "blue",
    "due": "green",
    "again": "red",
    "notice": "magenta",
}
# On a light ground cyan is too pale, on a dark one the plain colours are dull.
ON_LIGHT: Mapping[Role, str] = {
    **COLOURS,
    "accent": "blue",
    "key": "bold blue",
    "mark": "bold blue",
    "formula": "blue",
    "new": "magenta",
    "right": "green",
    "wrong": "red",
}
ON_DARK: Mapping[Role, str] = {
    **COLOURS,
    "accent": "bright-cyan",
    "key": "bold bright-cyan",
    "mark": "bold bright-cyan",
    "formula": "bright-cyan",
    "right": "bold bright-green",
    "wrong": "bold bright-red",
    "new": "bright-blue",
    "due": "bright-green",
    "again": "bright-red",
    "notice": "bright-magenta",
}
THEMES: Mapping[str, Mapping[Role, str]] = {"light": ON_LIGHT, "dark": ON_DARK}
MONOCHROME: Mapping[Role, str] = {
    **dict.fromkeys(COLOURS, ""),
    "title": "bold",
    "strong": "bold",
    "dim": "dim",
    "rule": "dim",
    "accent": "bold",
    "key": "bold",
    "mark": "bold",
    "right": "bold",
    "wrong": "bold",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a session is shown; `colour` is False under NO_COLOR, --no-color and a dumb terminal.

    `theme` is the ground the learner named, anything but "light" and "dark" suits both.
    """

    colour: bool = True
    theme: str = "auto"

    def style(self, role: Role) -> str:
        """Return the style of a role: words of `paint.CODES`, or of 256 colours "fg-31" and "bg-60"."""
        if role.startswith("heat"):
            shades = HEAT.get(self.theme, HEAT[""]) if self.colour else ()
            levels = [int(level) for level in role.removeprefix("heat")] if shades else []
            return " ".join(f"{where}-{shades[level - 1]}" for where, level in zip(("fg", "bg"), levels, strict=False))
        return (THEMES.get(self.theme, COLOURS) if self.colour else MONOCHROME)[role]
