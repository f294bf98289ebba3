"""What a quiz came to: the score, topic by topic, and the confusions behind the misses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.reports.summary import LONGEST, MINUTE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tutor.syllabus.model import Mistake
    from tutor.text import Text


@dataclass(frozen=True, slots=True)
class Topic:
    """How many questions of one lesson or function were right."""

    title: Text
    right: int
    asked: int


@dataclass(frozen=True, slots=True)
class Confusion:
    """A named mistake made in this quiz and how often."""

    mistake: str
    name: Text
    times: int


@dataclass(frozen=True, slots=True)
class Score:
    """The end of a quiz.

    `right` of `asked` were right (a guess is not), `open` were never answered, `recorded` says whether
    the journal knows of it; `topics` come weakest first; `again` is the command that asks the same
    quiz once more.
    """

    right: int
    asked: int
    open: int
    minutes: float
    topics: tuple[Topic, ...]
    confusions: tuple[Confusion, ...]
    again: str
    recorded: bool = True

    @property
    def share(self) -> float:
        """Return the share of right answers among all questions, 0–1; what was left open is not right."""
        return self.right / max(1, self.asked + self.open)


@dataclass(frozen=True, slots=True)
class Result:
    """One answer of a quiz: its lesson, its grade, the mistake that was made ("": none), its milliseconds."""

    lesson: str
    grade: int
    mistake: str
    ms: int


def score(
    results: Sequence[Result],
    left_open: int,
    title: Callable[[str], Text],
    mistake: Callable[[str], Mistake | None],
    again: str = "",
) -> Score:
    """Return the score of a quiz; `title` names a lesson, `mistake` finds a named confusion."""
    return Score(
        right=sum(result.grade > 1 for result in results),
        asked=len(results),
        open=left_open,
        minutes=sum(min(result.ms, LONGEST) for result in results) / MINUTE,
        topics=_topics(results, title),
        confusions=_confusions([result for result in results if result.grade == 1], mistake),
        again=again,
    )


def _topics(results: Sequence[Result], title: Callable[[str], Text]) -> tuple[Topic, ...]:
    grouped: dict[str, list[bool]] = {}
    for result in results:
        grouped.setdefault(result.lesson, []).append(result.grade > 1)
    topics = [Topic(title(lesson), sum(rights), len(rights)) for lesson, rights in grouped.items()]
    return tuple(sorted(topics, key=lambda topic: (topic.right / topic.asked, -topic.asked)))


def _confusions(missed: Sequence[Result], known: Callable[[str], Mistake | None]) -> tuple[Confusion, ...]:
    made: dict[str, int] = {}
    for result in missed:
        if result.mistake:
            made[result.mistake] = made.get(result.mistake, 0) + 1
    found = [(name, known(name), times) for name, times in made.items()]
    named = [Confusion(name, mistake.name, times) for name, mistake, times in found if mistake is not None]
    return tuple(sorted(named, key=lambda confusion: -confusion.times))
