"""The rungs of an interview, each a session of one card: asked, revealed, answered, recorded.

What is recorded is an answer as any other, scheduled as any other; it also names ladder, rung and climb, so that
the depth that was reached can be told from the journal alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.events import ANSWERS, Fact
from tutor.memory.state import NEW, Unseen
from tutor.sessions import review
from tutor.sessions.flow import start
from tutor.sessions.inputs import Reveal
from tutor.sessions.interview_model import Heard, Interview
from tutor.sessions.model import Asking, Entry, Judged, Ticking

if TYPE_CHECKING:
    from tutor.events import Event
    from tutor.sessions.inputs import Effect, Input, Moment, Recorded
    from tutor.sessions.model import Reason, Session

LONGEST = 4000  # characters of a typed answer that are kept


def asked(state: Interview, now: Moment) -> Interview:
    """Return the interview with the rung of its climb on the screen, freshly drawn."""
    climb = state.climb
    assert climb is not None
    card = climb.ladder.rungs[climb.at]
    known = state.states.get(card.id, NEW)
    why: Reason = "new" if isinstance(known.memory, Unseen) else "again" if known.memory.last_day == now.day else "due"
    settings = replace(state.settings, seed=f"{state.settings.seed}:{climb.ladder.id}:{climb.rung}", missed="tomorrow")
    return replace(state, question=start([Entry(card, known, why)], settings, now), said="")


def revealed(state: Interview, said: str, seems: frozenset[int], now: Moment) -> Interview:
    """Return the interview with the key points of the rung to tick, those marked that the answer seems to hold."""
    assert state.question is not None
    question, _ = review.step(state.question, Reveal(), now)
    if isinstance(question.phase, Ticking):
        places = frozenset(range(len(question.phase.showing.points)))
        question = replace(question, phase=replace(question.phase, marked=seems & places))
    return replace(state, question=question, said=said[:LONGEST])


def answered(state: Interview, given: Input, now: Moment) -> tuple[Interview, tuple[Effect, ...]]:
    """Return the interview after an input to its question, and the facts to record, marked as this rung's."""
    assert state.question is not None
    question, effects = review.step(state.question, given, now)
    return replace(state, question=question), tuple(_marked(state, effect) for effect in effects)


def _marked(state: Interview, effect: Effect) -> Effect:
    climb = state.climb
    if climb is None or not isinstance(effect, Fact) or effect.kind not in ANSWERS:
        return effect
    place = {"ladder": climb.ladder.id, "rung": climb.rung, "below": climb.depth, "climb": climb.key}
    said = {"said": state.said} if state.said else {}
    return Fact(effect.kind, effect.card, {**effect.body, **place, **said})


def recorded(state: Interview, reply: Recorded, now: Moment) -> tuple[Interview, int | None]:
    """Take in the journal's reply; return the grade, too, when there is no verdict to be read."""
    question, event = state.question, reply.event
    state = replace(state, states={**state.states, event.card: reply.state})
    if question is None or question.current is None or question.current.card.id != event.card:
        return state, None
    before = question.phase
    after, _ = review.step(question, reply, now)
    if not isinstance(before, Judged):
        return replace(state, question=after), None
    if event.kind == "regraded":
        return regraded(replace(state, question=after), before), None
    read = isinstance(after.phase, Judged)
    phase = after.phase if isinstance(after.phase, Judged) else replace(before, event=event.id)
    stands = after if read else replace(question, phase=phase, current=replace(question.current, state=reply.state))
    state = kept(replace(state, question=stands), question, phase, event)
    return state, (None if read else phase.grade)


def regraded(state: Interview, before: Judged) -> Interview:
    """Return the interview with what it heard graded as the learner corrected it."""
    phase = state.question.phase if state.question else None
    grade = phase.grade if isinstance(phase, Judged) else before.grade
    heard = tuple(replace(one, grade=grade) if one.event == before.event else one for one in state.heard)
    return replace(state, heard=heard)


def kept(state: Interview, question: Session, phase: Judged, event: Event) -> Interview:
    """Return the interview with one more rung heard: its question can be asked again as it was."""
    assert state.climb is not None
    opened = replace(question, phase=Asking(phase.showing, 0), notice=None)
    marked = frozenset(event.body.get("points", ()))
    ms, mistake = int(event.body.get("ms", 0)), str(event.body.get("mistake", ""))
    heard = Heard(event.id, state.climb, opened, phase.grade, ms, phase.showing.points, marked, state.said, mistake)
    return replace(state, heard=(*state.heard, heard))
