"""The catalogue: one record per function, in the order in which a course would meet them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tutor.activations.catalogue import exponential, gates, hard, linear, logistic, periodic, rectifiers, s_shaped
from tutor.errors import NotFoundError, near
from tutor.text import Text

if TYPE_CHECKING:
    from tutor.activations.record import Activation

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
FAMILIES: dict[str, Text] = {
    "linear": Text("线性与阶跃", "linear and step"),
    "sigmoid": Text("S 型", "S-shaped"),
    "rectifier": Text("整流型", "rectifiers"),
    "exponential": Text("指数型", "exponential units"),
    "gate": Text("自门控", "self-gated"),
    "hard": Text("硬（分段线性近似）", "hard"),
    "periodic": Text("周期型", "periodic"),
}


def folded(name: str) -> str:
    """Return a name without case and separators: `Leaky ReLU`, `leaky-relu` and `leaky_relu` are one."""
    return "".join(char for char in name.casefold() if char not in " _-")


@cache
def by_name() -> dict[str, Activation]:
    """Return every record by each of its names, folded."""
    return {folded(name): record for record in ACTIVATIONS for name in (record.name, *record.aliases)}


def get(name: str) -> Activation:
    """Return the record called `name`, by any of its names, in any case.

    Raises `NotFoundError` with a near name.
    """
    found = by_name().get(folded(name))
    if found is None:
        close = near(folded(name), list(by_name()))
        guess = by_name()[close].name if close else ""
        key = "activation.unknown_near" if guess else "activation.unknown"
        raise NotFoundError(key, name=name, near=guess)
    return found
