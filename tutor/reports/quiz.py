"""What a quiz came to: the score, topic by topic, and the confusions behind the misses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.reports.summary import LONGEST, MINUTE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tutor.sessions.model import Answered, Session
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


def score(
    session: Session,
    title: Callable[[str], Text],
    mistake: Callable[[str], Mistake | None],
    again: str = "",
    *,
    recorded: bool = True,
) -> Score:
    """Return the score of a quiz; `title` names a lesson, `mistake` finds a named confusion."""
    answers = session.answers
    return Score(
        right=len(answers) - len(session.missed),
        asked=len(answers),
        open=len(session.waiting),
        minutes=sum(min(done.ms, LONGEST) for done in session.done) / MINUTE,
        topics=_topics(answers, title),
        confusions=_confusions(session.missed, mistake),
        again=again,
        recorded=recorded,
    )


def _topics(answers: Sequence[Answered], title: Callable[[str], Text]) -> tuple[Topic, ...]:
    grouped: dict[str, list[bool]] = {}
    for answer in answers:
        grouped.setdefault(answer.entry.card.lesson, []).append(answer.judged.grade > 1)
    topics = [Topic(title(lesson), sum(rights), len(rights)) for lesson, rights in grouped.items()]
    return tuple(sorted(topics, key=lambda topic: (topic.right / topic.asked, -topic.asked)))


def _confusions(missed: Sequence[Answered], known: Callable[[str], Mistake | None]) -> tuple[Confusion, ...]:
    made: dict[str, int] = {}
    for answer in missed:
        verdict = answer.judged.verdict
        if verdict is not None and verdict.mistake:
            made[verdict.mistake] = made.get(verdict.mistake, 0) + 1
    found = [(name, known(name), times) for name, times in made.items()]
    named = [Confusion(name, mistake.name, times) for name, mistake, times in found if mistake is not None]
    return tuple(sorted(named, key=lambda confusion: -confusion.times))
