"""Units in trouble: what befell one, what is found, how it went with each remedy. Plain records, no numpy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Remedy = Literal["wait", "rate", "clip", "bias", "scale", "inputs", "norm", "leaky", "fresh"]
REMEDIES: tuple[Remedy, ...] = get_args(Remedy)  # the mildest first
RUNS, SAMPLES, FEATURES, UNITS = 5, 64, 4, 8
BATCH = 8  # samples of a batch that is looked at
BEFORE, AFTER = 40, 80  # steps watched before treatment, and with it
SHOCK_AT = 10  # the step that sees a bad batch
SLOPE = 0.1  # of Leaky ReLU left of 0
RESPONDS = 0.3  # of the steepest slope: a unit responds to a sample at which its slope is larger
AWAKE, DEAD = 0.03, 0.02  # share of samples: from here on awake (two of 64), below dead
LAST = AFTER // 4  # steps at the end through which it must be awake
GENTLER, SHORTEST = 10, 1.0  # what the rate is divided by; the norm to which gradients are clipped


@dataclass(frozen=True, slots=True)
class Case:
    """What befell the unit.

    Its first weights are `weights` times the usual ones, all of one sign where `signs` says so; its bias is 0, or such
    that its largest pre-activation is −`sunk`, or that it responds to a share `lit` of the samples. Inputs have
    deviation 1 and the mean `centre`, or are the absolute values of normal numbers (`positive`). One batch may come
    with targets that are too low by `shock`. `late`: treated only after the shock, else from before it.
    """

    function: str = "relu"
    weights: float = 1.0
    signs: Literal["any", "down", "up"] = "any"
    sunk: float | None = None
    lit: float | None = None
    centre: float = 0.0
    positive: bool = False
    shock: float = 0.0
    rate: float = 0.05
    late: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """How it went: the share of samples each network's unit responds to, step by step; `lost` ones diverged (nan)."""

    shares: tuple[tuple[float, ...], ...]
    lost: tuple[bool, ...]
    losses: tuple[float, ...]  # of the first network

    @property
    def awake(self) -> int:
        """Return in how many networks the unit is awake to the end."""
        ends = (min(shares[-LAST:]) for shares in self.shares)
        return sum(end >= AWAKE and not lost for end, lost in zip(ends, self.lost, strict=True))

    @property
    def dead(self) -> int:
        """Return in how many networks the unit is dead in the end, or everything diverged."""
        return sum(shares[-1] < DEAD or lost for shares, lost in zip(self.shares, self.lost, strict=True))

    @property
    def works(self) -> bool:
        """Say whether the unit is awake in every network."""
        return self.awake == len(self.shares)

    @property
    def fails(self) -> bool:
        """Say whether the unit is dead in every network."""
        return self.dead == len(self.shares)


@dataclass(frozen=True, slots=True)
class Found:
    """What an examination of the first network finds before treatment."""

    weights: tuple[float, float]  # the smallest and the largest of the unit
    bias: float
    reach: tuple[float, float]  # of its pre-activations
    inputs: tuple[float, float]  # mean and deviation
    lowest: float  # of the inputs
    responds: int  # of the samples
    darkest: int  # of the samples of that batch which it responds to least


@dataclass(frozen=True, slots=True)
class Report:
    """A case from admission to the end of every treatment."""

    before: Course
    found: Found
    after: dict[Remedy, Course]
