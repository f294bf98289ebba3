"""What an interview says in plain mode: the question, model answers, how deep it went, the prompt of the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.questions.model import Flash
from tutor.questions.template import fill
from tutor.sessions import review
from tutor.sessions.interview_model import Choosing, Climbing, Landed, Reported
from tutor.sessions.model import Asking, Grading, Judged, Ticking
from tutor.text.words import say
from tutor.ui import plain_text
from tutor.ui.interview import report
from tutor.ui.interview.keys import spoken
from tutor.ui.interview.landing import compare, key_of, question_of, showing_of
from tutor.ui.interview.legend import first_time, legend
from tutor.ui.interview.scene import SECOND, clock, last_heard, mixed_up
from tutor.ui.interview.view import question_of as session_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.questions.showing import Showing
    from tutor.sessions.interview_model import Interview, Landing
    from tutor.text import Language
    from tutor.ui.interview.host import InterviewHost


def subject(state: Interview) -> object:
    """Return what makes a screen a new one: the phase, the climb and its rung, the verdict."""
    question = session_of(state)
    verdict = question.phase.correction if isinstance(question.phase, Judged) else ""
    place = (state.climb.key, state.climb.at) if state.climb else None
    return (type(state.phase), len(state.landings), place, type(question.phase), verdict, question.shown)


def notices(state: Interview, language: Language) -> tuple[str, ...]:
    """Return what the interview and its question have to say."""
    told = [state.notice, session_of(state).notice]
    return tuple(say(one.key, language, **dict(one.facts)) for one in told if one is not None)


def screen(state: Interview, host: InterviewHost, language: Language) -> tuple[str, ...]:
    """Return the lines of the present screen."""
    match state.phase:
        case Choosing(ladder, depth):
            above = ladder.number(ladder.above(depth) or 0)
            asked = question_of(ladder.headline, state)
            return (
                "",
                *plain_text.labelled("plain.question", asked, language),
                say("interview.remembered", language, depth=depth, of=ladder.of),
                f"1) {say('interview.start_headline', language)}",
                f"2) {say('interview.start_above', language, rung=above)}",
                f"   {say('interview.start_above_why', language)}",
            )
        case Climbing():
            return tuple(_rung(state, host, language))
        case Landed(landing):
            return tuple(landed(state, landing, host, language))
        case Reported():
            return tuple(report.told(state, host.outcome(state), language, host.command()))
        case _:
            return ()


def _rung(state: Interview, host: InterviewHost, language: Language) -> Iterator[str]:
    """Yield a rung: its question, the points to tick, or the model answers."""
    question = session_of(state)
    match question.phase:
        case Asking(showing):
            yield ""
            yield heading(state, language)
            yield from plain_text.question(showing, language)
            first = state.climb is None or state.climb.at == 0
            if spoken(state):
                yield say("interview.aloud" if first else "interview.aloud_follow", language)
            if first_time(state):
                yield say("interview.how", language)
            if legend(state, language):
                yield legend(state, language)
        case Ticking(showing, ms):
            yield say("interview.plain_time", language, time=clock(ms // SECOND))
            yield say("interview.plain_points", language)
            for place, point in enumerate(showing.points, 1):
                yield from (f"  {place}. {line}" for line in point.lines(language))
        case Grading(showing):
            yield from models(showing, language)
            yield legend(state, language)
        case _:
            yield from plain_text.screen(question, host, language)


def heading(state: Interview, language: Language) -> str:
    """Return which headline this is, and which rung."""
    climb = state.climb
    assert climb is not None
    facts = {"n": state.number, "rung": climb.rung, "of": climb.ladder.of}
    if state.minutes is not None:
        return say("interview.plain_headline", language, **facts)
    every = min(state.n, state.number + len(state.waiting))
    return say("interview.plain_headline_of", language, all=every, **facts)


def models(showing: Showing, language: Language) -> Iterator[str]:
    """Yield the two spoken answers of a headline, the answer of any other rung; then why."""
    card = showing.card
    if card.quick is None and card.full is None:
        yield from plain_text.labelled("plain.answer", showing.answer, language)
    for key, wording in (("interview.plain_quick", card.quick), ("interview.plain_full", card.full)):
        if wording is not None:
            yield from plain_text.labelled(key, fill(wording, showing.values), language)
    yield from plain_text.labelled("plain.because", showing.why, language)


def landed(state: Interview, landing: Landing, host: InterviewHost, language: Language) -> Iterator[str]:
    """Yield how deep a climb went, compared with the last one, and what was not said on its last rung."""
    yield say(key_of(landing), language, depth=landing.depth, of=landing.climb.ladder.of)
    compared = compare(state, landing)
    if compared is not None:
        key, facts = compared
        yield say(key, language, **facts)
    heard = last_heard(state, landing)
    if heard is None:
        return
    for place, point in enumerate(heard.points):
        if place not in heard.marked:
            yield from plain_text.labelled("interview.plain_missed", point, language)
    showing = showing_of(heard)
    if showing is not None and isinstance(showing.card.body, Flash):
        yield from plain_text.labelled("plain.because", showing.why, language)
    mistake = mixed_up(state, landing, host)
    yield from plain_text.labelled("plain.contrast", mistake.contrast if mistake else None, language)


def prompt(state: Interview, host: InterviewHost, language: Language) -> str:
    """Return the prompt of the moment."""
    match state.phase:
        case Choosing(ladder, depth):
            return say("interview.prompt_begin", language, rung=ladder.number(ladder.above(depth) or 0))
        case Landed():
            return say("interview.prompt_landed", language)
        case Reported():
            return say("interview.prompt_report", language)
    question = session_of(state)
    if spoken(state):
        return say("interview.prompt_say", language)
    if isinstance(question.phase, Ticking):
        seems = "".join(str(place + 1) for place in sorted(question.phase.marked))
        return say("interview.prompt_tick", language, seems=seems or say("interview.prompt_tick_none", language))
    return plain_text.prompt(question, language, review.outcomes(question, host.now()))
