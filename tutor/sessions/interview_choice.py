"""Which headlines an interview asks, and in which order: by chance from a seed, the needed ones more likely first.

A role makes the ladders that such interviews dwell on three times as likely; none is left out, for an
interviewer does not know what you prepared.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tutor import chance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Role = Literal["research", "engineering", "applied"]
CORE = 3.0  # how much likelier a ladder is that a role dwells on
# Research asks for mechanisms, conditions and evidence; engineering for numbers that overflow, defaults and devices;
# applied work for choosing, reading an output, and finding out why a run is sick.
ROLES: Mapping[Role, frozenset[str]] = {
    "research": frozenset(
        {
            "why-nonlinearity",
            "universal-approximation",
            "vanishing-gradients",
            "can-relu-vanish",
            "can-tanh-explode",
            "why-he-init",
            "norm-and-activation",
            "why-residuals",
            "gelu-then-swiglu",
            "attention-scale",
            "compare-fairly",
        }
    ),
    "engineering": frozenset(
        {
            "stable-softmax",
            "softmax-cross-entropy",
            "relu-at-zero",
            "training-is-sick",
            "phones-and-int8",
            "norm-and-activation",
            "gelu-or-silu",
            "attention-scale",
            "lstm-gates",
        }
    ),
    "applied": frozenset(
        {
            "choose-for-a-new-model",
            "sigmoid-or-softmax",
            "dying-relu",
            "why-not-sigmoid",
            "zero-centred",
            "training-is-sick",
            "compare-fairly",
            "vanishing-gradients",
        }
    ),
}
NEVER, SLIPPED, WAITS, RESTS, TODAY = 3.0, 4.0, 3.0, 0.5, 0.1  # how likely a ladder is, by what is known of it


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a ladder: depth and study day of the last climb (None: never), whether a rung is due."""

    ladder: str
    of: int
    depth: int | None = None
    day: int | None = None
    due: bool = False


def weight(standing: Standing, day: int, role: Role | None = None) -> float:
    """Return how likely a ladder is: never tried, slipped below its top, due; one climbed today hardly."""
    own = CORE if role is not None and standing.ladder in ROLES[role] else 1.0
    if standing.depth is None:
        return own * NEVER
    if standing.day == day:
        return own * TODAY
    if standing.depth < standing.of:
        return own * SLIPPED
    return own * (WAITS if standing.due else RESTS)


def order(standings: Iterable[Standing], day: int, *seed: object, role: Role | None = None) -> tuple[str, ...]:
    """Return the ladders in the order in which they are asked.

    A weighted draw without replacement: the largest u^(1/w) first (Efraimidis & Spirakis 2006).
    """
    drawn = [
        (chance.fraction("interview", *seed, one.ladder) ** (1 / weight(one, day, role)), one.ladder)
        for one in standings
    ]
    return tuple(name for _, name in sorted(drawn, reverse=True))
