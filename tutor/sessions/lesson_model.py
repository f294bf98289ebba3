"""The state of a guided lesson between two inputs, and what its steps hold."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, assert_never

from tutor.sessions.model import Asking, Grading, Judged, Settings, Ticking
from tutor.syllabus.model import (
    Ask,
    Compare,
    Derive,
    FormulaStep,
    PlotStep,
    Pretest,
    Prose,
    Recap,
    ShowStep,
    TableStep,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.memory.state import CardState
    from tutor.questions.model import Card
    from tutor.sessions.lesson_inputs import Where
    from tutor.sessions.model import Notice, Session
    from tutor.syllabus.model import Lesson, Step

Place = tuple[int, str]  # a question of the lesson: its step, counted from 0, and its card
MISSED = 1  # the grade of a wrong answer
REST = Recap(())  # closes a lesson whose author placed no recap at the end: what was missed returns there


@dataclass(frozen=True, slots=True)
class Tried:
    """What the learner's own line of a derivation came to: a sentence, and whether it means the same."""

    text: str
    right: bool
    key: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LessonSession:
    """A lesson between two inputs.

    `at` is the step now open, counted from 0 (behind the last one the lesson is at its end), `stage` how
    much of it is open: sentences of a reading, lines of a derivation, questions of a recap. `asked` keeps
    every question that was opened, answered ones with their verdict; `states` are the cards as they stand;
    `hidden` are steps that nothing can show; `left` tells where the learner went.
    """

    lesson: Lesson
    cards: Mapping[str, Card]
    states: Mapping[str, CardState]
    settings: Settings = field(default_factory=Settings)
    at: int = 0
    stage: int = 0
    asked: Mapping[Place, Session] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()
    unfolded: frozenset[int] = frozenset()
    tried: Tried | None = None
    notice: Notice | None = None
    left: Where | None = None

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return the steps; behind the author's last one a rest for what was missed."""
        steps = self.lesson.steps
        return steps if steps and isinstance(steps[-1], Recap) else (*steps, REST)

    @property
    def step(self) -> Step | None:
        """Return the step now open, None at the end."""
        return self.steps[self.at] if self.at < len(self.steps) else None

    @property
    def ended(self) -> bool:
        """Say whether the lesson is at its end."""
        return self.at >= len(self.steps)

    @property
    def place(self) -> Place | None:
        """Return the question now open, None where nothing is asked."""
        questions = questions_of(self, self.at)
        return (self.at, questions[self.stage]) if self.stage < len(questions) else None

    @property
    def question(self) -> Session | None:
        """Return the session of the one question now open."""
        place = self.place
        return None if place is None else self.asked.get(place)

    def at_step(self, at: int, stage: int = 0) -> LessonSession:
        """Return the lesson with another step open."""
        return replace(self, at=at, stage=stage, tried=None)


def verdict_of(question: Session | None) -> Judged | None:
    """Return the verdict of a question, None while it is unanswered."""
    return question.phase if question is not None and isinstance(question.phase, Judged) else None


def can_correct(verdict: Judged | None) -> bool:
    """Say whether a verdict can be corrected: once, and while the days that were open before it are known."""
    return verdict is not None and bool(verdict.corrections) and (verdict.practice or bool(verdict.outcomes))


def is_open(question: Session | None) -> bool:
    """Say whether a question waits for its answer."""
    return question is not None and isinstance(question.phase, Asking | Ticking | Grading)


def number(state: LessonSession) -> tuple[int, int]:
    """Return which of the steps that show something is open, counted from 1, and how many there are."""
    shown = [at for at in range(len(state.steps)) if stages(state, at)]
    return sum(at <= state.at for at in shown), len(shown)


def stages(state: LessonSession, at: int) -> int:
    """Return in how many stages a step opens; 0 for a step with nothing to show."""
    if at in state.hidden:
        return 0
    step = state.steps[at]
    match step:
        case Pretest() | Ask() | Recap():
            return len(questions_of(state, at))
        case PlotStep(read=read):
            return max(1, len(read))
        case Derive(lines):
            return len(lines)
        case Prose() | FormulaStep() | Compare() | TableStep() | ShowStep():
            return 1
        case _:
            assert_never(step)


def questions_of(state: LessonSession, at: int) -> tuple[str, ...]:
    """Return the cards a step asks, those that return from earlier steps first."""
    if not 0 <= at < len(state.steps):
        return ()
    match state.steps[at]:
        case Pretest(card) | Ask(card):
            return (card,) if card in state.cards else ()
        case Recap(cards):
            last = not any(isinstance(step, Recap) for step in state.steps[at + 1 :])
            back = returning(state, at) if last else ()
            return tuple(dict.fromkeys(card for card in (*back, *cards) if card in state.cards))
        case _:
            return ()


def returning(state: LessonSession, at: int) -> tuple[str, ...]:
    """Return the cards missed before step `at` that nothing asked again: they come back once."""
    missed: list[str] = []
    for (place, card), question in sorted(state.asked.items(), key=lambda item: item[0]):
        verdict = verdict_of(question)
        if verdict is None or place >= at:
            continue
        if verdict.grade != MISSED:
            missed = [other for other in missed if other != card]
        elif not (isinstance(state.steps[place], Pretest) and _asked_after(state, card, place)):
            missed.append(card)
    return tuple(dict.fromkeys(missed))


def _asked_after(state: LessonSession, card: str, at: int) -> bool:
    """Say whether a step behind `at` asks the same card, or on the way another of the same fact."""
    for step in state.steps[at + 1 :]:
        match step:
            case Ask(name) if name in state.cards and _same_matter(state, name, card):
                return True
            case Recap(names) if card in names:
                return True
            case _:
                pass
    return False


def _same_matter(state: LessonSession, card: str, other: str) -> bool:
    return state.cards[card].fact == state.cards[other].fact


def guessed_before(state: LessonSession) -> Judged | None:
    """Return the wrong guess before the lesson about what is asked now, the first time it is asked.

    On the way a question of the same fact recalls the guess; a recap recalls it with the very question only.
    """
    place = state.place
    if place is None or isinstance(state.steps[place[0]], Pretest):
        return None
    at, card = place
    alike = isinstance(state.steps[at], Ask)
    found: Judged | None = None
    for (where, asked), question in sorted(state.asked.items(), key=lambda item: item[0]):
        verdict = verdict_of(question)
        if where >= at or verdict is None or not (asked == card or (alike and _same_matter(state, asked, card))):
            continue
        if not isinstance(state.steps[where], Pretest):
            return None
        found = verdict if verdict.grade == MISSED else None
    return found


def missed_before(state: LessonSession) -> bool:
    """Say whether what is asked now was answered wrong in an earlier step of the lesson."""
    place = state.place
    if place is None or not isinstance(state.steps[place[0]], Recap):
        return False
    return place[1] in returning(state, place[0])
