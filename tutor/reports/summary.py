"""What a session came to: how many, how many right, what rose, and what tomorrow holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tutor.text import Text

MINUTE = 60_000
LONGEST = 60_000  # milliseconds of one answer that count; a learner who made tea was not thinking (Anki's cap)


class Answer(Protocol):
    """What is asked of an answer: its lesson, grade, milliseconds, and the card's mastery before and after."""

    @property
    def lesson(self) -> str: ...  # noqa: D102
    @property
    def grade(self) -> int: ...  # noqa: D102
    @property
    def ms(self) -> int: ...  # noqa: D102
    @property
    def practice(self) -> bool: ...  # noqa: D102
    @property
    def before(self) -> float: ...  # noqa: D102
    @property
    def after(self) -> float: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Rise:
    """A lesson whose mastery (0–1) rose in this session."""

    lesson: str
    title: Text
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Summary:
    """The end of a session.

    `answers` counts the cards rated, `right` those of them right at first sight, `practice` the
    further answers; `left` is what still waits today; `minutes` is the time spent on questions;
    tomorrow's figures are estimates.
    """

    answers: int
    right: int
    practice: int
    minutes: float
    tomorrow: int
    tomorrow_minutes: int
    rises: tuple[Rise, ...]
    left: int = 0


def rises(done: Iterable[Answer], lessons: Mapping[str, tuple[Text, float, int]]) -> tuple[Rise, ...]:
    """Return the lessons that rose by a hundredth or more, most first, given (title, mastery now, cards)."""
    gained: dict[str, float] = {}
    for answer in done:
        gained[answer.lesson] = gained.get(answer.lesson, 0.0) + answer.after - answer.before
    found = [
        Rise(name, lessons[name][0], max(0.0, lessons[name][1] - gain / max(1, lessons[name][2])), lessons[name][1])
        for name, gain in gained.items()
        if name in lessons
    ]
    found = [rise for rise in found if round(rise.after, 2) > round(rise.before, 2)]
    return tuple(sorted(found, key=lambda rise: rise.before - rise.after))


def summarise(
    done: Sequence[Answer],
    lessons: Mapping[str, tuple[Text, float, int]],
    tomorrow: int,
    seconds_a_card: float,
    left: int = 0,
) -> Summary:
    """Return the summary of a session; `seconds_a_card` is the learner's own pace, `left` waits today."""
    rated = [answer for answer in done if not answer.practice]
    spent = sum(min(answer.ms, LONGEST) for answer in done)
    return Summary(
        answers=len(rated),
        right=sum(answer.grade > 1 for answer in rated),
        practice=len(done) - len(rated),
        minutes=spent / MINUTE,
        tomorrow=tomorrow,
        tomorrow_minutes=minutes(tomorrow, seconds_a_card),
        rises=rises(done, lessons),
        left=left,
    )


def minutes(cards: int, seconds_a_card: float) -> int:
    """Return whole minutes for `cards`, at least one when there is any."""
    return max(1, round(cards * seconds_a_card / 60)) if cards else 0
