"""Options of a generated question: one right, the others mistakes that look different from it and each other.

Which mistakes are offered is drawn, so that the place of the right number among the others tells nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, isinf, isnan
from typing import TYPE_CHECKING

from tutor.questions.generate.wording import plain
from tutor.questions.model import Choice, Option
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tutor.questions.generate.family import Seed
    from tutor.questions.model import Wording

APART = 0.2  # two numbers nearer than this share of the larger one are too much alike
MOST, FEWEST = 3, 2  # wrong options beside the right one


@dataclass(frozen=True, slots=True)
class Wrong:
    """A number that a named mistake leads to, and why it is not the answer."""

    value: float
    mistake: str
    because: Wording


def apart(a: float, b: float) -> bool:
    """Say whether two numbers differ by a fifth of the larger one; equal, unknown or near ones do not."""
    if isnan(a) or isnan(b):
        return False
    if isinf(a) or isinf(b):
        return a != b
    return abs(a - b) >= APART * max(abs(a), abs(b)) and a != b


def number_choice(right: float, wrong: Iterable[Wrong], seed: Seed, *, gap: float = 0.0) -> Choice | None:
    """Return the options of a question for a number, None when fewer than two mistakes are left.

    What coincides with the right number, or with a mistake already taken, or lies within `gap` of one, is left out.
    """
    taken: list[Wrong] = []
    for one in _by_rank(right, list(wrong), seed):
        others = [right, *(other.value for other in taken)]
        if (
            len(taken) < MOST
            and isfinite(one.value)
            and all(apart(one.value, other) and abs(one.value - other) >= gap for other in others)
        ):
            taken.append(one)
    if len(taken) < FEWEST:
        return None
    options = [Option(right=True, wording=plain(significant(right)))]
    options += [_option(one) for one in taken]
    return Choice(tuple(options)) if _distinct(options) else None


def _by_rank(right: float, wrong: Sequence[Wrong], seed: Seed) -> tuple[Wrong, ...]:
    """Return the mistakes in an order that draws how many of the larger ones come first."""
    drawn = seed.shuffled(wrong, "options")
    larger = [one for one in drawn if one.value > right]
    smaller = [one for one in drawn if one.value <= right]
    above = seed.pick(range(MOST + 1), "rank")
    head = [*larger[:above], *smaller[: MOST - above]]
    return (*head, *larger[above:], *smaller[MOST - above :])


def _option(one: Wrong) -> Option:
    text = plain(significant(one.value))
    return Option(right=False, wording=text, mistake=one.mistake, because=one.because)


def _distinct(options: Sequence[Option]) -> bool:
    return len({option.wording for option in options}) == len(options)
