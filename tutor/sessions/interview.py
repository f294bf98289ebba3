"""The interview drill as a pure machine: `step(state, input, now) -> (state, effects)`.

A headline is asked; each rung that is passed leads to the next, until one is not, or the ladder ends. Every
rung is a session of one card, graded and recorded as in a review; it reads no clock and draws nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from tutor.questions.answers import Unreadable
from tutor.questions.model import Flash
from tutor.sessions import interview_history as history
from tutor.sessions import interview_rungs as rungs
from tutor.sessions.flow import MINUTE
from tutor.sessions.inputs import (
    Bury,
    Leave,
    Next,
    Recorded,
    Reveal,
    Skip,
    Suspend,
    TakenBack,
)
from tutor.sessions.interview_inputs import Begin, Told
from tutor.sessions.interview_model import (
    BROKEN,
    Choosing,
    Climb,
    Climbing,
    Interview,
    Ladder,
    Landed,
    Landing,
    Over,
    Reported,
)
from tutor.sessions.model import Asking, Notice
from tutor.sessions.taking_back import asked_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tutor.memory.state import CardState
    from tutor.sessions.inputs import Effect, Moment
    from tutor.sessions.interview_inputs import InterviewInput
    from tutor.sessions.model import Settings

NODS = 5  # words of an interviewer whose question was answered
Step = tuple[Interview, tuple["Effect", ...]]


def begin(
    ladders: Iterable[Ladder],
    states: Mapping[str, CardState],
    before: Mapping[str, int],
    settings: Settings,
    now: Moment,
    *,
    n: int = 3,
    minutes: float | None = None,
) -> Interview:
    """Return the interview with its first headline; over at once when there is no ladder.

    `before` is the depth remembered of each ladder that was climbed on an earlier occasion.
    """
    state = Interview(settings, n, minutes, now.ms, tuple(ladders), states, before)
    return advance(state, now)


def advance(state: Interview, now: Moment) -> Interview:
    """Return the interview at its next headline, or at the report when number or minutes are used up."""
    state = replace(state, climb=None, question=None, said="")
    late = state.minutes is not None and bool(state.landings) and now.ms - state.started >= state.minutes * MINUTE
    if late or not state.waiting or len(state.landings) >= state.n:
        return _reported(state, "time" if late else "done")
    ladder, *rest = state.waiting
    state = replace(state, waiting=tuple(rest))
    depth = state.before.get(ladder.id, 0)
    if depth and ladder.above(depth):
        return replace(state, phase=Choosing(ladder, depth))
    return _climb(state, ladder, 0, now)


def _reported(state: Interview, why: Literal["done", "time", "left"]) -> Interview:
    """Return the interview at its report; where nothing was answered there is none."""
    return replace(state, phase=Reported(why) if state.heard else Over())


def _climb(state: Interview, ladder: Ladder, at: int, now: Moment) -> Interview:
    climb = Climb(ladder, f"{now.day}-{now.ms}-{ladder.id}", at, at)
    return rungs.asked(replace(state, phase=Climbing(), climb=climb), now)


def step(state: Interview, given: InterviewInput, now: Moment) -> Step:
    """Return the interview after `given`, and what is to be done; what means nothing here changes nothing."""
    match given:
        case Recorded(event):
            return _recorded(state, given, now) if event.kind != "step" else (state, ())
        case TakenBack():
            return _taken_back(state, given, now)
    state = replace(state, notice=None)
    if back := asked_back(given):
        return replace(state, notice=back[0]), back[1]
    match given:
        case Leave():
            return _leaving(state), ()
    return _of_phase(state, given, now)


def _of_phase(state: Interview, given: InterviewInput, now: Moment) -> Step:
    """Handle what depends on the phase."""
    match state.phase, given:
        case Choosing(ladder), Begin(at) if 0 <= at < len(ladder.rungs):
            return _climb(state, ladder, at, now), ()
        case Choosing(ladder), Next() | Reveal():
            return _climb(state, ladder, 0, now), ()
        case Choosing(), Skip():
            return advance(state, now), ()
        case Climbing(), _:
            return _on_rung(state, given, now)
        case Landed(), Next() | Reveal():
            return advance(state, now), ()
        case Reported(), Next() | Reveal():
            return replace(state, phase=Over()), ()
        case _, Unreadable(key, facts):
            return replace(state, notice=Notice(key, tuple(facts.items()))), ()
        case _:
            return state, ()


def _on_rung(state: Interview, given: InterviewInput, now: Moment) -> Step:
    """Handle an input to the rung that is on the screen."""
    question, climb = state.question, state.climb
    assert question is not None
    assert climb is not None
    spoken = isinstance(question.phase, Asking) and isinstance(question.phase.showing.card.body, Flash)
    match given:
        case Skip() if state.asking:
            return _given_up(state, now), ()
        case Told(text, seems) if spoken:
            return rungs.revealed(state, text, seems, now), ()
        case Reveal() if spoken:
            return rungs.revealed(state, state.said, frozenset(), now), ()
        case Next() if state.verdict and state.verdict.event:
            return _after_verdict(state, state.verdict.grade, now), ()
        case Told() | Begin() | Skip() | Bury() | Suspend():  # a rung stays where it is
            return state, ()
        case _:
            return rungs.answered(state, given, now)


def _after_verdict(state: Interview, grade: int, now: Moment) -> Interview:
    """Return the interview one rung higher, or at its landing."""
    climb = state.climb
    assert climb is not None
    if grade == BROKEN:
        return _landed(state, Landing(climb, climb.depth, climb.rung))
    higher = replace(climb, at=climb.at + 1)
    if higher.at >= len(climb.ladder.rungs):
        return _landed(state, Landing(higher, higher.depth))
    return rungs.asked(replace(state, climb=higher, notice=_nod(higher, len(state.landings))), now)


def _nod(climb: Climb, landings: int) -> Notice:
    """Return the interviewer's word before the next rung: another one each time, the warmest higher up."""
    if climb.at == len(climb.ladder.rungs) - 1:
        return Notice("interview.up_last")
    passed = climb.at - climb.first - 1
    return Notice(f"interview.up_{min(passed + 1, NODS - 1) if passed else landings % 2}")


def _landed(state: Interview, landing: Landing) -> Interview:
    return replace(state, phase=Landed(landing), landings=(*state.landings, landing), said="")


def _given_up(state: Interview, now: Moment) -> Interview:
    """Return the interview with this ladder left as it is; one that was not even begun leaves no trace."""
    climb = state.climb
    assert climb is not None
    if climb.at == climb.first:
        return advance(replace(state, notice=Notice("interview.put_away")), now)
    return _landed(state, Landing(climb, climb.depth))


def _leaving(state: Interview) -> Interview:
    """Return the interview one step nearer its end: from a rung to the report, from the report out."""
    if isinstance(state.phase, Reported):
        return replace(state, phase=Over())
    climb = state.climb
    open_climb = isinstance(state.phase, Climbing) and climb is not None and climb.at > climb.first
    verdict = state.verdict
    if climb is not None and verdict is not None and verdict.event:  # answered, and read
        passed = verdict.grade != BROKEN
        at = replace(climb, at=climb.at + passed)
        state = replace(state, landings=(*state.landings, Landing(at, at.depth, 0 if passed else climb.rung)))
    elif climb is not None and open_climb:
        state = replace(state, landings=(*state.landings, Landing(climb, climb.depth)))
    return _reported(replace(state, climb=None, question=None), "left")


def _recorded(state: Interview, reply: Recorded, now: Moment) -> Step:
    """Take in the journal's reply; where nothing is to be read the interview goes on."""
    state, grade = rungs.recorded(state, reply, now)
    return (state if grade is None else _after_verdict(state, grade, now)), ()


def _taken_back(state: Interview, reply: TakenBack, now: Moment) -> Step:
    state, effects, grade = history.taken_back(state, reply, now)
    return (state if grade is None else _after_verdict(state, grade, now)), effects
