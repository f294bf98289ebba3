"""A plot that answers to keys: slide a parameter, move along x, look closer.

The state is plain data and `changed` is a pure function; the loop draws, reads a key, changes, draws.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor, log10
from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.text.fold import fold_key
from tutor.text.numbers import significant
from tutor.text.words import say
from tutor.ui.lines import Line, cut, flow, line
from tutor.ui.paint import painted
from tutor.ui.plot import lines as plot_lines
from tutor.ui.terminal import Key

if TYPE_CHECKING:
    from tutor.pictures.model import Picture, Wanted
    from tutor.text import Language
    from tutor.ui.terminal import Terminal
    from tutor.ui.theme import Look

SHIFT = 0.1  # of the range
CLOSER = 0.8
LEAVE = frozenset({"q", "esc", "enter"})
MOST_ORDER = 2


@dataclass(frozen=True, slots=True)
class Slider:
    """A parameter with its value and the step of one key."""

    name: str
    value: float
    step: float

    def moved(self, steps: int) -> Slider:
        """Return the slider some steps on, without the noise of adding up."""
        return replace(self, value=round(self.value + steps * self.step, 12))


@dataclass(frozen=True, slots=True)
class Live:
    """What is shown: expressions, how, the parameters and which of them the arrows move; `start` is where it began."""

    expressions: tuple[str, ...]
    wanted: Wanted
    sliders: tuple[Slider, ...] = ()
    active: int = 0
    notice: str = ""

    @property
    def parameters(self) -> dict[str, tuple[float, ...]]:
        """Return the value of each parameter."""
        return {slider.name: (slider.value,) for slider in self.sliders}

    def picture(self) -> Picture:
        """Return the picture of the moment. Raises `TutorError`."""
        from tutor.pictures.curves import picture

        return picture(self.expressions, self.wanted, self.parameters)


def slider(name: str, value: float) -> Slider:
    """Return a slider whose step is a tenth of the size of its first value: 0.1 for 1, 0.01 for 0.25."""
    return Slider(name, value, 10.0 ** floor(log10(max(abs(value), 0.1))) / 10)


def held(live: Live) -> Live:
    """Return the state with the height of the frame held, so that a slider moves the curve and not the axis.

    Several panels, and heights that nobody could ask for, are left to find their own. Raises `TutorError`.
    """
    from tutor.pictures.curves import reachable

    panels = live.picture().panels
    y = (panels[0].y.low, panels[0].y.high)
    return live if len(panels) > 1 or not reachable(y) else replace(live, wanted=replace(live.wanted, y=y))


def changed(live: Live, key: str, start: Live, language: Language) -> Live:
    """Return the state after a key; what cannot be drawn leaves it as it was, with a notice."""
    after = _moved(replace(live, notice=""), key, start)
    if after.wanted.x != live.wanted.x or after.wanted.order != live.wanted.order:
        after = replace(after, wanted=replace(after.wanted, y=start.wanted.y if after == start else None))
    try:
        if after.wanted.y is None:
            return held(after)
        after.picture()
    except TutorError as error:
        return replace(live, notice=say(error.key, language, **error.facts))
    return after


def _moved(live: Live, key: str, start: Live) -> Live:
    match key:
        case "left" | "right" if live.sliders:
            return _slid(live, 1 if key == "right" else -1)
        case "left" | "right" | "," | ".":
            return _shifted(live, 1 if key in ("right", ".") else -1)
        case "up" | "+" | "=":
            return _scaled(live, CLOSER)
        case "down" | "-":
            return _scaled(live, 1 / CLOSER)
        case "tab" if live.sliders:
            return replace(live, active=(live.active + 1) % len(live.sliders))
        case "d":
            return replace(live, wanted=replace(live.wanted, order=(live.wanted.order + 1) % (MOST_ORDER + 1)))
        case "0" | "home":
            return start
        case _:
            return live


def _slid(live: Live, steps: int) -> Live:
    moved = live.sliders[live.active].moved(steps)
    return replace(live, sliders=(*live.sliders[: live.active], moved, *live.sliders[live.active + 1 :]))


def _shifted(live: Live, steps: int) -> Live:
    low, high = live.wanted.x
    by = steps * SHIFT * (high - low)
    return replace(live, wanted=replace(live.wanted, x=(low + by, high + by)))


def _scaled(live: Live, factor: float) -> Live:
    low, high = live.wanted.x
    middle, half = (low + high) / 2, (high - low) / 2 * factor
    return replace(live, wanted=replace(live.wanted, x=(middle - half, middle + half)))


def screen(live: Live, columns: int, rows: int, language: Language, *, ascii_only: bool = False) -> list[Line]:
    """Return exactly what fits the screen: the sliders, the plot, a notice or the keys."""
    above = flow([_slider_line(live, place) for place in range(len(live.sliders))], columns)
    below = [line((live.notice, "notice"))] if live.notice else keys(live, columns, language)
    room = rows - len(above) - len(below)
    plot = plot_lines(live.picture(), columns, room, language, ascii_only=ascii_only)
    return [cut(row, columns) for row in (*above, *plot, *[()] * (room - len(plot)), *below)][:rows]


def _slider_line(live: Live, place: int) -> Line:
    one = live.sliders[place]
    here = place == live.active
    text = f"{one.name} = {significant(one.value, 4)}"
    return line(("▸ " if here else "  ", "mark"), (text, "strong" if here else "plain"))


def keys(live: Live, columns: int, language: Language) -> list[Line]:
    """Return what the keys do."""
    pressed = [("← →", "slide" if live.sliders else "shift"), ("↑ ↓", "zoom"), ("d", "derivative"), ("q", "leave")]
    if live.sliders:
        pressed.insert(1, (", .", "shift"))
    if len(live.sliders) > 1:
        pressed.insert(1, ("tab", "next"))
    pressed.insert(-1, ("0", "reset"))
    items = [line((key, "key"), (f" {say(f'plot.do_{does}', language)}", "dim")) for key, does in pressed]
    return flow(items, columns)


def command(live: Live) -> str:
    """Return the command that draws what is seen."""
    low, high = (f"{end:g}" for end in live.wanted.x)
    words = ["tutor plot", *(f'"{text}"' if set(text) & set(" ()*'′^<>[]") else text for text in live.expressions)]
    words += [f"-{'d' * live.wanted.order}"] if live.wanted.order else []
    words += [f"--range {low}:{high}", *(f"--param {one.name}={one.value:g}" for one in live.sliders)]
    return " ".join(words)


def run(live: Live, terminal: Terminal, look: Look, language: Language, *, ascii_only: bool = False) -> Live:
    """Show the plot until the learner leaves; leave behind the command that draws it. Raises `TutorError`."""
    live = start = held(live) if live.wanted.y is None else live
    live.picture()  # what cannot be drawn is said before the screen is taken
    with terminal:
        while True:
            rows = screen(live, *terminal.size(), language, ascii_only=ascii_only)
            terminal.show([painted(row, look) for row in rows], None)
            given = terminal.read()
            if isinstance(given, Key):
                key = fold_key(given.meant()) or given.meant()
                if key in LEAVE:
                    break
                live = changed(live, key, start, language)
    terminal.say([command(live)])
    return live
