"""What the learner mixed up: the named confusions made twice or more, and those made once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tutor.syllabus.model import Mistake
    from tutor.text import Text

OFTEN = 2


class Made(Protocol):
    """What the ledger says about a mistake."""

    @property
    def mistake(self) -> str: ...  # noqa: D102
    @property
    def times(self) -> int: ...  # noqa: D102
    @property
    def last_day(self) -> int: ...  # noqa: D102
    @property
    def cards(self) -> tuple[str, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Confusion:
    """A mistake by its name, how often it was made, how many days ago last, at which cards, and what clears it up."""

    id: str
    name: Text
    times: int
    days_ago: int
    cards: tuple[str, ...]
    contrast: Text


@dataclass(frozen=True, slots=True)
class Mistakes:
    """The ledger to be shown: confusions made twice or more, most often first, and those made `once`."""

    often: tuple[Confusion, ...]
    once: tuple[Confusion, ...]


def mistakes(made: Iterable[Made], known: Callable[[str], Mistake | None], day: int) -> Mistakes:
    """Return the ledger on study day `day`; what the course no longer names is left out."""
    found = [(one, known(one.mistake)) for one in made]
    told = [_confusion(one, mistake, day) for one, mistake in found if mistake is not None]
    often = sorted((one for one in told if one.times >= OFTEN), key=lambda one: (-one.times, one.days_ago))
    once = sorted((one for one in told if one.times < OFTEN), key=lambda one: one.days_ago)
    return Mistakes(tuple(often), tuple(once))


def _confusion(made: Made, mistake: Mistake, day: int) -> Confusion:
    days_ago = max(0, day - made.last_day)  # a clock that was set back
    return Confusion(mistake.id, mistake.name, made.times, days_ago, made.cards, mistake.contrast)
