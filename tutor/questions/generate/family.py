"""What a family of generated questions is, and the luck of one question.

A family turns a function of the catalogue and a seed into a question whose texts are concrete. It
knows no ids and no sessions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from tutor import chance

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tutor.questions.model import Body, Curves, KindName, Wording

T = TypeVar("T")
ATTEMPTS = 200  # values drawn before a family gives up; a test holds every family far below


@dataclass(frozen=True, slots=True)
class Seed:
    """Luck with a name: the same parts draw the same values for ever."""

    parts: tuple[object, ...]

    def pick(self, items: Sequence[T], what: str) -> T:
        """Return one of `items`; `what` names the draw."""
        return chance.pick(items, *self.parts, what)

    def shuffled(self, items: Sequence[T], what: str) -> tuple[T, ...]:
        """Return `items` in a drawn order."""
        return chance.shuffled(items, *self.parts, what)

    def at(self, *parts: object) -> Seed:
        """Return the luck of a part of this draw, or of another attempt."""
        return Seed((*self.parts, *parts))


@dataclass(frozen=True, slots=True)
class Drafted:
    """A question with every value drawn: its texts have no holes."""

    ask: Wording
    body: Body
    why: Wording
    hint: Wording | None = None
    plot: Curves | None = None
    formula: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of question that can be asked about many functions.

    `functions` gives the catalogue names for which it has questions, `make` one attempt at a question
    for a function and a seed: None for a tie or an ambiguity, which is drawn again. `part` is the
    part of the syllabus it practises.
    """

    name: str
    part: int
    kind: KindName
    functions: Callable[[], tuple[str, ...]]
    make: Callable[[str, Seed], Drafted | None]


def first(make: Callable[[Seed], T | None], seed: Seed) -> T:
    """Return what the first attempt makes that is not None: a tie or an ambiguity is drawn again."""
    for attempt in range(ATTEMPTS):
        made = make(seed.at(attempt))
        if made is not None:
            return made
    raise AssertionError(seed)
