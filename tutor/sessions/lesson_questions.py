"""The questions of a lesson, each a session of its own: opened, judged, found again in the journal.

A pretest is practised and never rates; every other question is graded as in a review, only that a card
met here first returns tomorrow. What is recorded names the step, so that leaving loses nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.events import ANSWERS, Fact
from tutor.memory.scheduling import in_lesson
from tutor.memory.state import NEW, Unseen
from tutor.questions.showing import recorded as recorded_showing
from tutor.sessions import quiz, review
from tutor.sessions.flow import start
from tutor.sessions.lesson_model import LessonSession, Place, questions_of
from tutor.sessions.model import Asking, Entry, Judged, Session
from tutor.syllabus.model import Pretest, Recap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.events import Event
    from tutor.sessions.inputs import Effect, Input, Moment, Recorded
    from tutor.sessions.model import Correction, Reason

GOOD = 3
PRETEST = "pretest"  # the reason of an answer before the teaching: nothing is rated, nothing becomes due


def opened(state: LessonSession, now: Moment) -> LessonSession:
    """Return the lesson with the question of its place on the screen, as it was left or freshly drawn."""
    place = state.place
    if place is None:
        return state
    known = state.asked.get(place)
    if known is None or not isinstance(known.phase, Judged):
        known = _again(known, now) if known is not None else _fresh(state, place, now)
    return kept(state, known)


def _again(known: Session, now: Moment) -> Session:
    """Return an unanswered question with its time counted from now."""
    phase = known.phase
    return replace(known, phase=replace(phase, since=now.ms) if isinstance(phase, Asking) else phase, notice=None)


def _fresh(state: LessonSession, place: Place, now: Moment) -> Session:
    at, card = place
    entry = entry_of(state, card, now)
    settings = state.settings
    own = replace(
        settings,
        policy=in_lesson(settings.policy, entry.state),
        seed=f"{settings.seed}:{at}",
        missed="tomorrow" if is_last_recap(state, at) else "at_end",
    )
    return start([entry], own, now)


def is_last_recap(state: LessonSession, at: int) -> bool:
    """Say whether nothing of the lesson returns behind step `at`."""
    return not any(isinstance(step, Recap) for step in state.steps[at + 1 :])


def entry_of(state: LessonSession, card: str, now: Moment) -> Entry:
    """Return a card of the lesson with what is known about it and why it is asked."""
    known = state.states.get(card, NEW)
    memory = known.memory
    why: Reason = "new" if isinstance(memory, Unseen) else "again" if memory.last_day == now.day else "due"
    return Entry(state.cards[card], known, why)


def kept(state: LessonSession, question: Session) -> LessonSession:
    """Return the lesson with the question of its place as it is now."""
    place = state.place
    assert place is not None
    return replace(state, asked={**state.asked, place: question})


def answered(state: LessonSession, given: Input, now: Moment) -> tuple[LessonSession, tuple[Effect, ...]]:
    """Return the lesson after an input to its question, and the facts to record, marked as this step's."""
    question = state.question
    assert question is not None
    after, effects = review.step(question, given, now)
    return kept(state, after), tuple(_marked(state, effect) for effect in effects)


def _marked(state: LessonSession, effect: Effect) -> Effect:
    if not isinstance(effect, Fact) or effect.kind not in ANSWERS:
        return effect
    body = {**effect.body, "lesson": state.lesson.id, "step": state.at}
    if isinstance(state.step, Pretest):
        kept_body = {name: value for name, value in body.items() if name not in {"due", "retention", "weights"}}
        return Fact("practised", effect.card, {**kept_body, "reason": PRETEST})
    return Fact(effect.kind, effect.card, body)


def recorded(state: LessonSession, reply: Recorded, now: Moment) -> tuple[LessonSession, bool]:
    """Take in the journal's reply to an answer; say whether there is nothing to read and the lesson goes on."""
    question = state.question
    event = reply.event
    state = replace(state, states={**state.states, event.card: reply.state})
    if question is None or question.current is None or question.current.card.id != event.card:
        return state, False
    after, _ = review.step(question, reply, now)
    if isinstance(after.phase, Judged):
        return kept(state, after), False
    assert isinstance(question.phase, Judged)
    practice = event.kind == "practised"
    phase = replace(question.phase, event=event.id, practice=practice)
    stands = replace(question, phase=phase, current=replace(question.current, state=reply.state))
    return kept(state, stands), True


def restored(state: LessonSession, events: Iterable[Event], now: Moment) -> LessonSession:
    """Return the lesson with its answers of earlier, as the journal tells them (corrections applied), in order."""
    for event in events:
        at = event.body.get("step")
        if type(at) is not int or not 0 <= at < len(state.steps) or event.card not in state.cards:
            continue
        if event.card in questions_of(state, at) or isinstance(state.steps[at], Recap):
            question = stands(state, (at, event.card), event, now)
            if question is not None:
                state = replace(state, asked={**state.asked, (at, event.card): question})
    return state


def stands(state: LessonSession, place: Place, event: Event, now: Moment) -> Session | None:
    """Return the question of an answer that stands, with its verdict; None when it was rewritten since."""
    question = _fresh(state, place, now)
    entry = question.current
    assert entry is not None
    showing = recorded_showing(entry.card, event.body)
    if showing is None:
        return None
    phase = quiz.verdict_of(showing, event)
    return replace(question, phase=replace(phase, correction=_correction(phase, event)))


def _correction(phase: Judged, event: Event) -> Correction:
    """Return what the learner made of a verdict; what is only told by the journal cannot be corrected again.

    A correction chooses among the days that were open before the answer, and those are gone.
    """
    if event.body.get("guessed"):
        return "guessed"
    return "disputed" if event.body.get("disputed") else "easy" if phase.grade > GOOD else ""


def asked_again(state: LessonSession, place: Place, event: Event, now: Moment) -> LessonSession:
    """Return the lesson at a question whose answer was taken back, with the same values and order."""
    at, card = place
    asked = {key: question for key, question in state.asked.items() if key != place}
    state = replace(state, asked=asked, at=at, tried=None)
    stage = questions_of(state, at).index(card) if card in questions_of(state, at) else 0
    fresh = _fresh(state, place, now)
    assert fresh.current is not None
    showing = recorded_showing(state.cards[card], event.body)
    asking = fresh if showing is None else replace(fresh, phase=Asking(showing, now.ms))
    return replace(state, stage=stage, asked={**asked, place: asking})


def place_of(state: LessonSession, event: Event) -> Place | None:
    """Return the question of this lesson that an event is about, None for any other event."""
    for place, question in state.asked.items():
        if isinstance(question.phase, Judged) and question.phase.event in {event.id, event.body.get("event")}:
            return place
    at = event.body.get("step")
    own = event.body.get("lesson") == state.lesson.id and type(at) is int and event.card in state.cards
    return (at, event.card) if own and type(at) is int and 0 <= at < len(state.steps) else None
