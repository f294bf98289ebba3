"""Trying a function out: a value or an expression is typed, parameters slide, the point moves on the curve.

The state is plain data, `pressed` a pure function; the curve underneath is the moving plot of `plot_live`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import isfinite
from typing import TYPE_CHECKING

from tutor.activations.expression import calculate, names_in, parse
from tutor.activations.expression.tree import Call
from tutor.activations.expression.vocabulary import VARIABLE, ascii_name, is_function, meaning
from tutor.errors import TutorError
from tutor.pictures.model import Wanted
from tutor.pictures.parameters import defaults, with_parameters
from tutor.questions.answers import LONGEST, Unreadable
from tutor.questions.notation import usual
from tutor.sessions.model import Notice
from tutor.text.fold import fold
from tutor.text.numbers import significant
from tutor.ui.field import Field, edit
from tutor.ui.plot_live import Live, changed, held, slider

if TYPE_CHECKING:
    from tutor.activations.expression.tree import Node
    from tutor.pictures.model import Picture
    from tutor.text import Language

FARTHEST = 1e6
ROOM = 1.15  # how much farther than the point the frame reaches
MOVING = frozenset({"up", "down"})
EMPTY = Field()
TYPED_PRIME, PRIME = "'", "′"
PLACEHOLDER = "(x)"
BARE = re.compile(r"[^\W\d]\w*(\s*['′″])*")


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried: the moving plot, the field, the place looked at, what is told about it.

    `own` are the curves of the step; the plot may hold one more, the learner's. `sliding` is true while the
    arrows move a parameter.
    """

    live: Live
    start: Live
    own: tuple[str, ...]
    field: Field = EMPTY
    x: float | None = None
    told: tuple[str, ...] = ()
    notice: Notice | None = None
    sliding: bool = False
    values: tuple[tuple[str, float], ...] = ()

    def picture(self) -> Picture:
        """Return the picture of the moment with the point on its curves. Raises `TutorError`."""
        from tutor.pictures.pointing import pointed

        picture = self.live.picture()
        return picture if self.x is None else pointed(picture, self.values, self.x)


def opened(curves: tuple[str, ...], x: tuple[float, float]) -> Trial | None:
    """Return a trial of some curves over `x`; None when they cannot be drawn, which `tutor check` reports."""
    try:
        live = held(_live(curves, x))
    except TutorError:
        return None
    return Trial(live, live, curves)


def _live(curves: tuple[str, ...], x: tuple[float, float]) -> Live:
    nodes = [parse(source) for source in curves]
    moved = {name: value for name, value in defaults(nodes).items() if any(_takes(node, name) for node in nodes)}
    sliders = tuple(slider(name, value) for name, value in moved.items())
    return Live(curves, Wanted(x=x, told=False), sliders)


def _takes(node: Node, name: str) -> bool:
    """Say whether a slider would move this curve: not where its author gave the parameter a value."""
    return name in names_in(node) or with_parameters(node, {ascii_name(name): 1.0}) != node


def pressed(trial: Trial, key: str, language: Language) -> Trial:
    """Return the trial after a key: typed text, enter, arrows for the sliders, tab to reach them."""
    trial = replace(trial, notice=None)
    if key == "tab" and trial.live.sliders:
        return _next_slider(trial)
    if key == "enter":
        return entered(trial, trial.field.text)
    if key in MOVING or (trial.sliding and key in {"left", "right"}):
        return _moved(trial, key, language)
    found = edit(trial.field, key)
    return replace(trial, field=found, sliding=False) if found else trial


def _next_slider(trial: Trial) -> Trial:
    """From the field to the first slider, to the next, back to the field."""
    if not trial.sliding:
        return replace(trial, sliding=True, live=replace(trial.live, active=0))
    after = trial.live.active + 1
    if after < len(trial.live.sliders):
        return replace(trial, live=replace(trial.live, active=after))
    return replace(trial, sliding=False)


def _moved(trial: Trial, key: str, language: Language) -> Trial:
    live = changed(trial.live, key, trial.start, language)
    return _looked_at(replace(trial, live=replace(live, notice="")), trial.x)


def entered(trial: Trial, text: str) -> Trial:
    """Return what an entered value or expression leads to; what cannot be read is said, nothing changes."""
    source = fold(text).strip()
    if not source:
        return replace(trial, live=trial.start, x=None, told=(), values=())
    if len(source) > LONGEST:
        return replace(trial, notice=Notice("question.too_long", (("most", str(LONGEST)),)))
    try:
        written = usual(source)
        if isinstance(written, Unreadable):
            return replace(trial, notice=Notice(written.key, tuple(written.facts.items())))
        return _understood(trial, source, written)
    except TutorError as error:
        return replace(trial, notice=_notice(error))


def _understood(trial: Trial, source: str, written: str) -> Trial:
    """Return what an expression leads to: a curve of its own, or a place on the curves."""
    node = parse(written)
    if VARIABLE in names_in(node) or (value := _number(written)) is None:
        return _with_curve(trial, written)
    x = _argument(node) if isinstance(node, Call) else value
    place = x if x is not None and abs(x) <= FARTHEST else None
    says = isinstance(node, Call) or place is None  # a plain number says itself at its place
    told = (f"{source.replace(TYPED_PRIME, PRIME)} = {significant(value, 4)}",) if says else ()
    looked = _looked_at(trial, place)
    return replace(looked, told=(*told, *looked.told), field=Field())


def _number(source: str) -> float | None:
    """Return the number an expression is, None for a function or anything else. Raises `TutorError`."""
    try:
        value = calculate(source)
    except TutorError:
        if BARE.fullmatch(source) and is_function(meaning(source.rstrip(" '′″")) or ""):
            return None  # a bare name: a function to draw, or what drawing it will complain about
        raise
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _argument(node: Call) -> float | None:
    """Return the place a function of one number is asked at."""
    if len(node.arguments) != 1:
        return None
    from tutor.activations.expression import evaluate

    try:
        value = evaluate(node.arguments[0], {})
    except TutorError:
        return None
    return float(value) if isinstance(value, int | float) and isfinite(value) else None


def _with_curve(trial: Trial, source: str) -> Trial:
    """Return the plot with the learner's curve beside those of the step."""
    shown = _live((*trial.own, source), trial.live.wanted.x)
    kept = {one.name: one for one in trial.live.sliders}
    live = held(replace(shown, sliders=tuple(kept.get(one.name, one) for one in shown.sliders)))
    return replace(_looked_at(replace(trial, live=live), trial.x), field=Field())


def _looked_at(trial: Trial, x: float | None) -> Trial:
    """Return the trial with the values at `x`; the frame grows until the place can be seen."""
    if x is None:
        return replace(trial, x=None, told=(), values=())
    from tutor.pictures.pointing import values

    live = trial.live
    low, high = live.wanted.x
    if not low <= x <= high:
        wide = (min(low, ROOM * x), max(high, ROOM * x))
        live = held(replace(live, wanted=replace(live.wanted, x=wide, y=None)))
    found = values(live.expressions, live.parameters, x)
    told = tuple(f"{name.replace(PLACEHOLDER, f'({significant(x)})')} = {significant(y, 4)}" for name, y in found)
    return replace(trial, live=live, x=x, values=found, told=told)


def _notice(error: TutorError) -> Notice:
    return Notice(error.key, tuple((name, str(value)) for name, value in error.facts.items()))
