"""A guided lesson as a pure machine: `step(state, input, now) -> (state, effects)`.

Like `review`, it reads no clock, draws nothing and records nothing. Every move to another step is a fact,
so that leaving anywhere and coming back opens the same step.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.events import ANSWERS, Fact
from tutor.sessions import lesson_questions as questions
from tutor.sessions import review
from tutor.sessions.derivation import attempted
from tutor.sessions.inputs import (
    Bury,
    Guessed,
    Leave,
    Next,
    Recorded,
    Skip,
    Suspend,
    TakenBack,
    TooEasy,
    WasRight,
)
from tutor.sessions.lesson_inputs import Attempt, Back, Forward, Quit, Unfold
from tutor.sessions.lesson_model import LessonSession, can_correct, is_open, questions_of, stages, verdict_of
from tutor.sessions.model import Notice, Settings
from tutor.sessions.taking_back import asked_back
from tutor.syllabus.model import Derive, Prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tutor.events import Event
    from tutor.memory.state import CardState
    from tutor.questions.model import Card
    from tutor.sessions.inputs import Effect, Moment
    from tutor.sessions.lesson_inputs import LessonInput
    from tutor.syllabus.model import Lesson

QUIET = (Unfold, Attempt, Forward, Back, Quit)  # mean nothing to a question
Step = tuple[LessonSession, tuple["Effect", ...]]


def begin(
    lesson: Lesson,
    cards: Mapping[str, Card],
    states: Mapping[str, CardState],
    settings: Settings,
    now: Moment,
    *,
    at: int = 0,
    answers: Iterable[Event] = (),
    hidden: frozenset[int] = frozenset(),
) -> LessonSession:
    """Return the lesson at step `at`, or at the first one behind it that shows something.

    `answers` are those of this lesson that stand, in order; `hidden` are steps that nothing can show.
    """
    state = LessonSession(lesson, cards, states, settings, hidden=hidden)
    state = questions.restored(state, answers, now)
    state = replace(state, at=min(max(at, 0), len(state.steps) - 1))
    if not stages(state, state.at):
        state = _moved(state, 1)
    return questions.opened(_past_answered(state), now)


def _past_answered(state: LessonSession) -> LessonSession:
    """Return a recap at its first question without an answer, at the last one when all have theirs."""
    if state.ended:
        return state
    while verdict_of(state.question) and state.stage + 1 < stages(state, state.at):
        state = replace(state, stage=state.stage + 1)
    return state


def step(state: LessonSession, given: LessonInput, now: Moment) -> Step:
    """Return the lesson after `given`, and what is to be done; what means nothing here changes nothing."""
    match given:
        case Recorded(event):
            return _recorded(state, given, now) if event.kind != "step" else (state, ())
        case TakenBack():
            return _taken_back(state, given, now)
    state = replace(state, notice=None)
    if back := asked_back(given):
        return replace(state, notice=back[0]), back[1]
    match given:
        case Quit(where):
            return replace(state, left=where), ()
        case Leave():
            return replace(state, left="left"), ()
    return (state, ()) if state.ended else _in_step(state, given, now)


def _in_step(state: LessonSession, given: LessonInput, now: Moment) -> Step:
    """Handle what moves through the lesson; everything else is for the step itself."""
    match given:
        case Skip():  # of several questions the next one, of anything else the whole step
            return _forward(state, now) if state.question is not None else _to_step(state, 1, now)
        case Back():
            return _back(state, now)
        case Forward():
            return (state, ()) if is_open(state.question) else _forward(state, now)
        case Next() if verdict_of(state.question):
            return _forward(state, now)
    return _of_step(state, given, now)


def _of_step(state: LessonSession, given: LessonInput, now: Moment) -> Step:
    """Handle what depends on the step."""
    match given, state.step:
        case Unfold(), Prose():
            return replace(state, unfolded=state.unfolded ^ {state.at}), ()
        case Attempt(text), Derive() as derivation:
            return _attempt(state, derivation, text), ()
        case ((Guessed() | TooEasy() | WasRight()), _) if not can_correct(verdict_of(state.question)):
            return state, ()
    puts_away = isinstance(given, Bury | Suspend)  # a lesson asks what it asks
    if state.question is None or puts_away or isinstance(given, QUIET):
        return state, ()
    return questions.answered(state, given, now)


def _forward(state: LessonSession, now: Moment) -> Step:
    """Open the next stage of the step, or the next step."""
    if state.stage + 1 < stages(state, state.at):
        return questions.opened(replace(state, stage=state.stage + 1, tried=None), now), ()
    return _to_step(state, 1, now)


def _back(state: LessonSession, now: Moment) -> Step:
    """Close the last stage of the step, or open the step before it as it was left."""
    if state.stage:
        return questions.opened(replace(state, stage=state.stage - 1, tried=None), now), ()
    return _to_step(state, -1, now)


def _to_step(state: LessonSession, by: int, now: Moment) -> Step:
    """Open the next step that shows something, or the one before; the end is recorded as such."""
    after = _moved(state, by)
    if after is state:
        return state, ()
    if by < 0:
        after = replace(after, stage=stages(after, after.at) - 1)
    return questions.opened(after, now), (moved(after),)


def _moved(state: LessonSession, by: int) -> LessonSession:
    at = state.at + by
    while 0 <= at < len(state.steps) and not stages(state, at):
        at += by
    return state if at < 0 else state.at_step(at)


def moved(state: LessonSession) -> Fact:
    """Return the fact that another step is open now, or that the lesson was finished."""
    body = {"at": state.at, "of": len(state.steps), "done": state.ended}
    return Fact("step", f"lesson:{state.lesson.id}", body)


def _attempt(state: LessonSession, derivation: Derive, text: str) -> LessonSession:
    """Judge the learner's idea of the next line; when it means the same, the line opens."""
    if state.stage + 1 >= len(derivation.lines):
        return state
    tried = attempted(derivation.lines[state.stage + 1], text)
    stage = state.stage + 1 if tried.right else state.stage
    return replace(state, stage=stage, tried=tried)


def _recorded(state: LessonSession, reply: Recorded, now: Moment) -> Step:
    state, goes_on = questions.recorded(state, reply, now)
    return _forward(state, now) if goes_on else (state, ())


def _taken_back(state: LessonSession, reply: TakenBack, now: Moment) -> Step:
    """Return to the question whose answer was taken back or stands again; tell of anything else."""
    event = reply.event
    state = replace(state, states={**state.states, event.card: reply.state})
    place = questions.place_of(state, event)
    if place is None:
        key = "review.redone" if reply.restored else "review.undone_elsewhere"
        return replace(state, notice=Notice(key, (("card", event.card),))), ()
    told = Notice("review.redone" if reply.restored else "review.undone")
    before = state.at
    if event.kind in ANSWERS:
        state = questions.asked_again(state, place, event, now)
        answered = questions.stands(state, place, event, now) if reply.restored else None
        if answered is not None:
            state = questions.kept(state, answered)
    else:
        state = _corrected(state, place, reply, now)
        told = told if reply.restored else Notice("review.undone_correction")
    state = replace(state, notice=told)
    return state, (() if state.at == before else (moved(state),))


def _corrected(state: LessonSession, place: tuple[int, str], reply: TakenBack, now: Moment) -> LessonSession:
    """Take a correction back, or bring it back, at its own question."""
    question = state.asked[place]
    after, _ = review.step(question, reply, now)
    after = replace(after, notice=None)
    return replace(state, at=place[0], stage=_stage_of(state, place), asked={**state.asked, place: after})


def _stage_of(state: LessonSession, place: tuple[int, str]) -> int:
    asked = questions_of(state, place[0])
    return asked.index(place[1]) if place[1] in asked else 0
