"""Six properties of a function as scores from 0 to 1, each computed by the rule that is printed beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tutor.text.wording import both

if TYPE_CHECKING:
    from tutor.activations.record import Activation
    from tutor.pictures.request import Request
    from tutor.text import Text

USUAL = ("relu", "sigmoid", "tanh", "silu", "gelu", "elu")
AXES = ("gradient", "centred", "alive", "steep", "smooth", "monotone")
STRETCHED = 5.0  # standard deviations of the input that tests for saturation
FLAT = 0.01


@dataclass(frozen=True, slots=True)
class Spoke:
    """One axis: its key, its name, and how its score is computed."""

    key: str
    title: Text
    definition: Text


@dataclass(frozen=True, slots=True)
class Scored:
    """A function and its scores, one for each axis."""

    name: str
    function: str
    scores: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Radar:
    """Scores of some functions on the same axes."""

    axes: tuple[Spoke, ...]
    scored: tuple[Scored, ...]
    notes: tuple[Text, ...] = ()


def radar(request: Request) -> Radar:
    """Return the scores of the functions asked for, of six when none is named."""
    from tutor.activations.catalogue import get

    records = [get(name) for name in request.functions or USUAL]
    found = tuple(Scored(record.symbol, record.name, scores(record)) for record in records)
    return Radar(axes(), found, (both("pictures.note_radar"),))


def axes() -> tuple[Spoke, ...]:
    """Return the axes with their definitions."""
    return tuple(Spoke(key, both(f"pictures.axis_{key}"), both(f"pictures.axis_{key}_is")) for key in AXES)


@cache
def scores(record: Activation) -> tuple[float, ...]:
    """Return the six scores of a function, in the order of `AXES`."""
    import numpy as np

    from tutor.activations.calculus.shares import share
    from tutor.activations.propagation import gaussian_facts
    from tutor.activations.properties import properties

    facts, shape = gaussian_facts(record), properties(record)
    ratio = facts.slope_second_moment / facts.second_moment
    return (
        min(ratio, 1 / ratio) if ratio else 0.0,
        1 - abs(facts.mean) / facts.second_moment**0.5,
        1 - facts.dead,
        share(lambda z: np.abs(record.derivative(STRETCHED * z)) >= FLAT),
        min(shape.smoothness + 1, 3.0) / 3,
        share(lambda z: record.derivative(z) >= 0),
    )
