"""What undo and redo mean in an interview: the rung returns as it was asked, with what was typed for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.events import ANSWERS
from tutor.questions.showing import recorded as recorded_showing
from tutor.sessions import interview_rungs as rungs
from tutor.sessions import quiz, review
from tutor.sessions.inputs import UndoLast
from tutor.sessions.interview_model import Choosing, Climbing, Heard, Interview, Ladder
from tutor.sessions.model import Asking, Judged, Notice

if TYPE_CHECKING:
    from tutor.events import Event
    from tutor.sessions.inputs import Effect, Moment, TakenBack

LATER = Notice("interview.redo_later")
# The interview, what is to be done, and the grade of an answer that stands again with nothing to be read.
Undone = tuple[Interview, tuple["Effect", ...], int | None]


def taken_back(state: Interview, reply: TakenBack, now: Moment) -> Undone:
    """Return to the rung whose answer was taken back, or on from the one whose answer stands again."""
    event = reply.event
    state = replace(state, states={**state.states, event.card: reply.state})
    if reply.restored:
        return _restored(state, reply, now)
    told = replace(state, notice=Notice("review.undone"))
    last = state.heard[-1] if state.heard else None
    if event.kind == "regraded" and last is not None and event.body.get("event") == last.event:
        if state.verdict is not None and state.verdict.event == last.event:
            return _corrected(replace(state, notice=Notice("review.undone_correction")), reply, now), (), None
        return told, (UndoLast(),), None  # a correction falls together with its answer
    if event.kind in ANSWERS and last is not None and event.id == last.event:
        return _asked_again(told, last, reply, now), (), None
    heard = tuple(one for one in state.heard if one.event != event.id)
    elsewhere = Notice("review.undone_elsewhere", (("card", event.card),))
    return replace(state, heard=heard, notice=LATER if _comes(state, event) else elsewhere), (), None


def _comes(state: Interview, event: Event) -> bool:
    """Say whether an answer is one to a rung that this interview is still to ask."""
    ladders = {ladder.id for ladder in state.waiting}
    if isinstance(state.phase, Choosing):
        ladders.add(state.phase.ladder.id)
    if isinstance(state.phase, Climbing) and state.climb is not None:
        ladders.add(state.climb.ladder.id)
    return "climb" in event.body and event.body.get("ladder") in ladders


def _corrected(state: Interview, reply: TakenBack, now: Moment) -> Interview:
    """Return to the verdict before it was corrected, or after."""
    assert state.question is not None
    before = state.question.phase
    question, _ = review.step(state.question, reply, now)
    state = replace(state, question=replace(question, notice=None))
    return rungs.regraded(state, before) if isinstance(before, Judged) else state


def _asked_again(state: Interview, last: Heard, reply: TakenBack, now: Moment) -> Interview:
    """Ask a rung again as it was; a ladder that was opened since waits once more."""
    entry = last.question.current
    assert entry is not None
    phase = last.question.phase
    phase = replace(phase, since=now.ms) if isinstance(phase, Asking) else phase
    question = replace(last.question, current=replace(entry, state=reply.state), phase=phase)
    return replace(
        state,
        waiting=_waiting(state, last),
        phase=Climbing(),
        climb=last.climb,
        question=question,
        said=last.said,
        heard=state.heard[:-1],
        landings=tuple(landing for landing in state.landings if landing.climb.key != last.climb.key),
    )


def _waiting(state: Interview, last: Heard) -> tuple[Ladder, ...]:
    """Return the ladders to come, in front of them the one that is open, when it is another one."""
    open_now = state.phase.ladder if isinstance(state.phase, Choosing) else None
    if isinstance(state.phase, Climbing) and state.climb is not None and state.climb.key != last.climb.key:
        open_now = state.climb.ladder
    return state.waiting if open_now is None else (open_now, *state.waiting)


def _restored(state: Interview, reply: TakenBack, now: Moment) -> Undone:
    """Take in a redo: the rung on the screen leaves it when its answer stands again."""
    state = replace(state, notice=Notice("review.redone"))
    event, question = reply.event, state.question
    entry = question.current if question is not None else None
    here = entry is not None and entry.card.id == event.card and isinstance(state.phase, Climbing)
    if question is None or entry is None or not here or (event.kind in ANSWERS and not state.asking):
        again = event.kind in ANSWERS and _comes(state, event)  # its question comes: the answer waits for it
        return state, ((UndoLast(),) if again else ()), None
    if event.kind == "regraded":
        fits = state.verdict is not None and event.body.get("event") == state.verdict.event
        return (_corrected(state, reply, now) if fits else state), (), None
    showing = recorded_showing(entry.card, event.body) if event.kind in ANSWERS else None
    if showing is None:
        return state, (), None
    phase = quiz.verdict_of(showing, event)
    state = replace(state, said=str(event.body.get("said", "")))
    state = rungs.kept(state, question, phase, event)
    stands = replace(question, phase=phase, current=replace(entry, state=reply.state))
    return replace(state, question=stands), (), (phase.grade if phase.verdict is None else None)
