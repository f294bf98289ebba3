"""What plain mode says of a lesson: the step, its text, the curves in words, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.sessions import review
from tutor.sessions.derivation import left_side
from tutor.sessions.lesson_model import can_correct, guessed_before, is_open, missed_before, number, stages, verdict_of
from tutor.sessions.model import Asking
from tutor.syllabus.model import (
    Derive,
    Pretest,
    Prose,
    Recap,
)
from tutor.text.words import say
from tutor.ui import card_plot, plain_text
from tutor.ui.learn import curves
from tutor.ui.learn.ask import earlier, settled, verdict_key
from tutor.ui.learn.edges import kind
from tutor.ui.learn.ending import answered, one_line, tomorrow
from tutor.ui.learn.ending import farewell as left_behind
from tutor.ui.learn.plain_told import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.sessions.lesson_model import LessonSession
    from tutor.sessions.model import Session
    from tutor.text import Language
    from tutor.ui.learn.host import LessonHost


def opening(state: LessonSession, language: Language) -> tuple[str, ...]:
    """Return the first line: the lesson, where it begins, how long it is."""
    at, of = number(state)
    return (say("lesson.plain_title", language, title=one_line(state.lesson.title, language), at=at, of=of),)


def farewell(state: LessonSession, language: Language) -> tuple[str, ...]:
    """Return what stays to be read after the learner left."""
    return tuple(left_behind(state, number(state), language))


def subject(state: LessonSession) -> object:
    """Return what makes a screen a new one."""
    question = state.question
    asked = plain_text.subject(question) if question is not None else None
    return (state.at, state.stage, state.at in state.unfolded, state.place, asked)


def notices(state: LessonSession, language: Language) -> tuple[str, ...]:
    """Return what the lesson and its question have to say, and what an attempt came to."""
    lines = [] if state.tried is None else [say(state.tried.key, language, **dict(state.tried.facts))]
    found = (state.notice, state.question.notice if state.question is not None else None)
    return (*lines, *(say(notice.key, language, **dict(notice.facts)) for notice in found if notice is not None))


def screen(state: LessonSession, before: object, host: LessonHost, language: Language) -> tuple[str, ...]:
    """Return the lines of what is new on the screen; `before` is what was shown last."""
    if state.ended:
        return tuple(_end(state, host, language))
    same = isinstance(before, tuple) and before[0] == state.at
    at, of = number(state)
    head = say("lesson.plain_step", language, at=at, of=of, kind=say(kind(state.step), language))
    if state.question is not None:
        above = ("", head, *_announced(state, language)) if is_open(state.question) else ()
        return (*(above if _is_asking(state.question) else ()), *_question(state, state.question, host, language))
    assert state.step is not None
    new = told(state, state.step, host, language, everything=not same)
    return (*(() if same else ("", head)), *new)


def _is_asking(question: Session) -> bool:
    return isinstance(question.phase, Asking)


def _question(state: LessonSession, question: Session, host: LessonHost, language: Language) -> Iterator[str]:
    verdict = verdict_of(question)
    if verdict is not None and isinstance(state.step, Pretest):
        yield say(f"lesson.guess_{verdict_key(verdict)}", language)
        yield say("lesson.guess_later", language)
        return
    if isinstance(question.phase, Asking):
        yield from plain_text.question(question.phase.showing, language)
    else:
        yield from plain_text.screen(question, host, language)
        yield from _settled(state, language)


def _settled(state: LessonSession, language: Language) -> Iterator[str]:
    """Yield the answer to what was asked before the lesson about the same matter."""
    guess = guessed_before(state)
    told = settled(state, guess, language) if guess is not None and verdict_of(state.question) is not None else None
    if told is not None:
        yield told


def _announced(state: LessonSession, language: Language) -> Iterator[str]:
    guess = guessed_before(state)
    if guess is not None:
        yield earlier(state, guess, language)
    elif missed_before(state):
        yield say("lesson.missed_before", language, n=state.stage + 1, of=stages(state, state.at))
    elif isinstance(state.step, Pretest):
        yield say("lesson.pretest", language)
    elif isinstance(state.step, Recap):
        yield say("lesson.recap", language, n=state.stage + 1, of=stages(state, state.at))


def prompt(state: LessonSession, host: LessonHost, language: Language) -> str:
    """Return the prompt of the moment."""
    if state.ended:
        return say("lesson.plain_end" if host.ending(state).next else "lesson.plain_end_last", language)
    question = state.question
    verdict = verdict_of(question)
    if question is not None and (verdict is None or (can_correct(verdict) and not isinstance(state.step, Pretest))):
        return plain_text.prompt(question, language, review.outcomes(question, host.now()))
    step = state.step
    if isinstance(step, Prose) and step.role == "deeper" and state.at not in state.unfolded:
        return say("lesson.plain_deeper", language)
    if isinstance(step, Derive) and state.stage + 1 < len(step.lines):
        left = left_side(step.lines[state.stage + 1])
        if left:
            return say("lesson.plain_derive", language, left=left)
    return say("lesson.plain_go_on", language)


def graded(before: LessonSession, after: LessonSession, host: LessonHost, language: Language) -> tuple[str, ...]:
    """Return what grading a recalled card came to: the lesson has gone on, so it is told here."""
    place = before.place
    verdict = verdict_of(after.asked.get(place)) if place is not None else None
    if verdict is None or verdict.verdict is not None or verdict_of(before.question) is not None:
        return ()
    assert place is not None
    if isinstance(before.step, Pretest):
        return ()
    return tuple(plain_text.screen(after.asked[place], host, language))


def hint(state: LessonSession, language: Language) -> Iterator[str]:
    """Yield the hint of the question."""
    showing = getattr(state.question.phase, "showing", None) if state.question is not None else None
    if showing is None or showing.hint is None:
        yield say("lesson.no_hint", language)
        return
    yield from (f"{say('lesson.hint', language)} {line}" for line in showing.hint.lines(language))


def plot_again(state: LessonSession, language: Language) -> tuple[str, ...]:
    """Return the last plot in words."""
    found = curves.near(state)
    return card_plot.in_words(found, language) if found else (say("lesson.no_plot", language),)


def trial(state: LessonSession, text: str, language: Language) -> tuple[str, ...]:
    """Return what a value or an expression comes to on the curves of the step."""
    from tutor.pictures.spoken import summary
    from tutor.ui.learn.trial import entered, opened

    found = curves.to_try(state)
    start = opened(found.curves, found.range) if found else None
    if start is None:
        return (say("lesson.no_plot", language),)
    if not text:
        return (say("lesson.plain_try", language),)
    after = entered(start, text)
    if after.notice is not None:
        return (say(after.notice.key, language, **dict(after.notice.facts)),)
    if after.told:
        return after.told
    from tutor.pictures.curves import curves as drawn

    try:
        return summary(drawn(after.live.expressions, after.live.wanted.x), language)
    except TutorError as error:
        return (say(error.key, language, **error.facts),)


def _end(state: LessonSession, host: LessonHost, language: Language) -> Iterator[str]:
    """Yield what the lesson came to."""
    end = host.ending(state)
    yield ""
    yield say("lesson.done", language)
    for key, texts in (("lesson.able", end.able), ("lesson.again", end.again)):
        if texts:
            yield say(key, language)
            yield from (f"- {one_line(text, language)}" for text in texts)
    if end.asked:
        yield say(answered(end), language, n=end.asked, right=end.right)
    yield say(tomorrow(end), language, n=end.tomorrow)
    if end.next is not None:
        yield say("lesson.plain_next", language, title=one_line(end.next, language))
