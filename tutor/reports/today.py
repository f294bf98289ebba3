"""Today at a glance: what is due, how far each part is, the days studied, what is weak, what else there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tutor import chance
from tutor.syllabus.model import Prose
from tutor.text.width import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tutor.reports.outline import Next, Progressed
    from tutor.syllabus.model import Lesson, Step
    from tutor.text import Text

DAYS_SHOWN = 30
WEAKEST = 3  # lessons named
EVIDENCE = 20  # answers below which a lesson says nothing about itself
WEAK_BELOW = 0.75  # mastery from which nothing is called weak: it lasts four weeks
LEAST_SESSION = 5  # answers of a session that tell a pace
SESSIONS = 4  # sessions from which quartiles mean something
PAUSE = 30 * 60 * 1_000_000  # µs without an answer that end a session
LONGEST = 60_000  # milliseconds of one answer that count
IDEA_CELLS, IDEA_ROWS = 70, 4  # what an idea of the day may fill


@dataclass(frozen=True, slots=True)
class PartMastery:
    """How far one part of the course is: mean mastery (0–1) over its cards, and how many were met."""

    number: int
    title: Text
    mastery: float
    cards: int
    met: int


@dataclass(frozen=True, slots=True)
class Weak:
    """A lesson whose met cards sit least firmly: their mean mastery (0–1) and the rated answers it rests on."""

    lesson: str
    title: Text
    mastery: float
    answers: int


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds a card: the quartiles of recent sessions and how many there were; `answers` were looked at.

    Without enough sessions there are no quartiles.
    """

    answers: int = 0
    sessions: int = 0
    quartiles: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Idea:
    """A joke, an analogy or a deeper why from a lesson that the learner knows."""

    kind: Literal["joke", "analogy", "deeper"]
    lesson: str
    title: Text
    prose: Prose


@dataclass(frozen=True, slots=True)
class Asked:
    """The question of the day about a catalogue `function`; `seed` names it, `done` once it was answered."""

    function: str
    seed: str
    done: bool = False

    @property
    def command(self) -> str:
        """Return the command that asks it."""
        return f"tutor quiz -n 1 --function {self.function} --seed {self.seed}"


@dataclass(frozen=True, slots=True)
class Today:
    """What the learner sees first.

    `due` and `new` are what a session would hold now, `waiting` what is due in all, `minutes` an
    estimate from the learner's own pace and `between` its range (None: no pace yet), `studied` the last
    thirty study days (oldest first, today last), `recall` the number of cards of `met` that would be recalled
    now, `next` the lesson to take, `weakest` none without evidence, `all_met` when no card is new any more.
    `others` are commands for when nothing waits.
    """

    day: int
    due: int
    new: int
    waiting: int
    minutes: int
    answered_today: int
    parts: tuple[PartMastery, ...]
    studied: tuple[bool, ...]
    recall: float
    met: int
    next: Next | None = None
    between: tuple[int, int] | None = None
    pace: Pace = Pace()
    weakest: tuple[Weak, ...] = ()
    idea: Idea | None = None
    question: Asked | None = None
    all_met: bool = False
    others: tuple[str, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether a session would hold anything."""
        return bool(self.due or self.new)

    @property
    def recommended(self) -> Literal["review", "question", "lesson", ""]:
        """What enter starts: the review, else the question of the day, else the next lesson."""
        if self.waits:
            return "review"
        if self.question is not None and not self.question.done:
            return "question"
        return "lesson" if self.next is not None else ""


def pace(answers: Iterable[tuple[int, int]]) -> Pace:
    """Return the pace of recent sessions from (instant in µs, milliseconds) of answers, the latest first.

    A pause of half an hour parts two sessions; one of fewer than five answers tells nothing.
    """
    sessions: list[list[int]] = []
    count, before = 0, 0
    for instant, ms in answers:
        if not sessions or before - instant > PAUSE or instant > before + PAUSE:
            sessions.append([])
        sessions[-1].append(min(max(0, ms), LONGEST))
        before, count = instant, count + 1
    means = sorted(sum(one) / len(one) / 1000 for one in sessions if len(one) >= LEAST_SESSION)
    if len(means) < SESSIONS:
        return Pace(count, len(means))
    return Pace(count, len(means), (_quantile(means, 0.25), _quantile(means, 0.75)))


def _quantile(ordered: list[float], share: float) -> float:
    """Return a quantile, between two values by proportion."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def weakest(lessons: Iterable[Weak]) -> tuple[Weak, ...]:
    """Return the lessons that sit least firmly among those with enough answers."""
    known = [one for one in lessons if one.answers >= EVIDENCE and one.mastery < WEAK_BELOW]
    return tuple(sorted(known, key=lambda one: (one.mastery, one.lesson))[:WEAKEST])


def idea(lessons: Iterable[Lesson], progress: Mapping[str, Progressed], day: int) -> Idea | None:
    """Return the idea of study day `day` from what the learner has read, None when that holds none.

    A lesson that is under way gives only what lies behind the learner.
    """
    found = [
        Idea(step.role, lesson.id, lesson.title, step)
        for lesson in lessons
        for step in _read(lesson, progress)
        if isinstance(step, Prose) and step.role != "say" and _is_short(step)
    ]
    if not found:
        return None
    turn, place = divmod(day, len(found))
    return chance.shuffled(found, "idea", turn)[place]  # none comes twice before all came


def _read(lesson: Lesson, progress: Mapping[str, Progressed]) -> Iterator[Step]:
    stands = progress.get(lesson.id)
    if stands is not None:
        yield from lesson.steps if stands.done else lesson.steps[: stands.at]


def _is_short(step: Prose) -> bool:
    """Say whether a text fills few rows; what is computed counts as four cells."""
    for pieces in (step.wording.zh, step.wording.en):
        text = "".join(piece if isinstance(piece, str) else "1.23" for piece in pieces)
        rows = sum(1 + width(row) // IDEA_CELLS for row in text.split("\n") if row.strip())
        if rows > IDEA_ROWS + (pieces is step.wording.en) * 2:
            return False
    return True


def question(functions: Iterable[str], day: int) -> tuple[str, str] | None:
    """Return the function and the seed of the question of study day `day`, None when no function is known yet."""
    known = tuple(functions)
    return (chance.pick(known, "question", day), f"day-{day}") if known else None
