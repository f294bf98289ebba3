"""What a newcomer needs to be told, on the screen and in lines: how an interview goes, what a grade leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.questions.model import Numeric
from tutor.sessions.interview_model import Climbing
from tutor.sessions.model import Asking, Grading
from tutor.text.words import say
from tutor.ui.interview.view import question_of

if TYPE_CHECKING:
    from tutor.sessions.interview_model import Heard, Interview
    from tutor.text import Language


def first_time(state: Interview) -> bool:
    """Say whether this is the first question of somebody who climbed none of these ladders before."""
    opening = state.climb is not None and state.climb.at == state.climb.first
    return opening and not state.before and not state.landings and not state.heard


def legend(state: Interview, language: Language) -> str:
    """Return how many points were ticked and what each grade leads to; at the first number, how to give it."""
    phase = question_of(state).phase
    if not isinstance(state.phase, Climbing) or state.climb is None:
        return ""
    if isinstance(phase, Asking) and isinstance(phase.showing.card.body, Numeric):
        return "" if any(_number(one) for one in state.heard) else say("interview.reckon", language)
    if not isinstance(phase, Grading):
        return ""
    points = len(phase.showing.points)
    ticked = [say("interview.ticked", language, n=len(phase.marked), of=points)] if points else []
    top = state.climb.at == len(state.climb.ladder.rungs) - 1
    return " · ".join([*ticked, say("interview.legend_top" if top else "interview.legend", language)])


def _number(heard: Heard) -> bool:
    return isinstance(heard.climb.ladder.rungs[heard.climb.at].body, Numeric)
