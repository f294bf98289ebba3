"""The groups of networks in which units may die, and what is known of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tutor.labs.dead_static import Interval
from tutor.labs.functions import quick, unit

if TYPE_CHECKING:
    from tutor.labs.functions import Unit
    from tutor.labs.normals import Array
    from tutor.labs.settings import Settings

BATCH = 32
SHIFT, STRETCH = 2.0, 3.0  # of the test data, in standard deviations of the training data


@dataclass(frozen=True, slots=True)
class Arm:
    """One way to begin: what multiplies learning rate and weights, where biases start, and the function."""

    name: str
    unit: Unit
    rate: float = 1.0
    weights: float = 1.0
    bias: float = 0.0


@dataclass(slots=True)
class Found:
    """What is known by now. `steps` are when the dead were counted, `shares` how many: (looks, arms, runs)."""

    settings: Settings
    arms: tuple[Arm, ...]
    steps: list[int] = field(default_factory=list)
    shares: list[Array] = field(default_factory=list)
    negative: Array | None = None  # the share of units at 0 or below for all training data, (arms, runs)
    accuracy: Array | None = None
    elsewhere: dict[str, Array] = field(default_factory=dict)  # the dead of the arm "rate" on other data, (runs,)

    def place(self, name: str) -> int:
        """Return the place of an arm."""
        return [arm.name for arm in self.arms].index(name)

    def dead(self, name: str, look: int = -1) -> Array:
        """Return the share of dead units of an arm, (runs,), at the last look or an earlier one."""
        found: Array = self.shares[look][self.place(name)]
        return found

    @property
    def interval(self) -> Interval:
        """Return the data of the units without training."""
        ends = sorted((self.settings.number("low"), self.settings.number("high")))
        return Interval(ends[0], ends[1])


def arms(settings: Settings) -> tuple[Arm, ...]:
    """Return the ways to begin: unchanged, three suspects, two rescues of the first suspect."""
    one, other = quick(unit(settings.text("function"))), quick(unit(settings.text("rescue")))
    times, bias = settings.number("times"), settings.number("bias")
    return (
        Arm("base", one),
        Arm("rate", one, rate=times),
        Arm("weights", one, weights=times),
        Arm("bias", one, bias=-bias),
        Arm("rescue", other, rate=times),
        Arm("raised", one, rate=times, bias=bias),
    )
