"""The catalogue: one record per function, in the order in which a course would meet them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NoReturn

from tutor.activations.catalogue import (
    exponential,
    gates,
    hard,
    linear,
    logistic,
    periodic,
    rectifiers,
    s_shaped,
    vectors,
)
from tutor.errors import NotFoundError, near
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.activations.record import Activation, Entry, VectorFunction

ACTIVATIONS: tuple[Activation, ...] = (
    *linear.RECORDS,
    *logistic.RECORDS,
    *s_shaped.RECORDS,
    *rectifiers.RECORDS,
    *exponential.RECORDS,
    *gates.RECORDS,
    *hard.RECORDS,
    *periodic.RECORDS,
)
VECTOR_FUNCTIONS: tuple[VectorFunction, ...] = vectors.RECORDS
FAMILIES: dict[str, Text] = {
    "linear": Text("线性与阶跃", "linear and step"),
    "sigmoid": Text("S 型", "S-shaped"),
    "rectifier": Text("整流型", "rectifiers"),
    "exponential": Text("指数型", "exponential units"),
    "gate": Text("自门控", "self-gated"),
    "hard": Text("硬（分段线性近似）", "hard"),
    "periodic": Text("周期型", "periodic"),
    "vector": Text("向量函数", "functions of a vector"),
}


def folded(name: str) -> str:
    """Return a name without case and separators: `Leaky ReLU`, `leaky-relu` and `leaky_relu` are one."""
    return "".join(char for char in name.casefold() if char not in " _-")


@cache
def by_name() -> dict[str, Activation]:
    """Return every elementwise function by each of its names, folded."""
    return {folded(name): record for record in ACTIVATIONS for name in (record.name, *record.aliases)}


@cache
def vectors_by_name() -> dict[str, VectorFunction]:
    """Return every function of a vector by each of its names, folded."""
    return {folded(name): record for record in VECTOR_FUNCTIONS for name in (record.name, *record.aliases)}


def get(name: str) -> Activation:
    """Return the elementwise function called `name`, by any of its names, in any case.

    Raises `NotFoundError` with a near name.
    """
    return by_name().get(folded(name)) or _missing(name, by_name())


def get_vector(name: str) -> VectorFunction:
    """Return the function of a vector called `name`; raises `NotFoundError` with a near name."""
    return vectors_by_name().get(folded(name)) or _missing(name, vectors_by_name())


def find(name: str) -> Entry:
    """Return the function called `name`, of numbers or of vectors; raises `NotFoundError` with a near name."""
    known: dict[str, Entry] = {**vectors_by_name(), **by_name()}
    return known.get(folded(name)) or _missing(name, known)


def _missing(name: str, known: Mapping[str, Entry]) -> NoReturn:
    close = near(folded(name), list(known))
    guess = known[close].name if close else ""
    raise NotFoundError("activation.unknown_near" if guess else "activation.unknown", name=name, near=guess)
