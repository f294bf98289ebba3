"""What a quiz does that a review does not: it keeps its answers, scores, and goes through the missed ones.

The questions themselves are asked by the machine of `review`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor import chance
from tutor.questions.answers import Chosen, DontKnow, Typed, Unreadable
from tutor.questions.generated import address
from tutor.questions.grading import Verdict, judge
from tutor.questions.model import Flash
from tutor.sessions.flow import AGAIN, advance, late, over
from tutor.sessions.model import Answered, Entry, Judged, Over, Scored

SEEDS = 1 << 31

if TYPE_CHECKING:
    from tutor.events import Event
    from tutor.questions.showing import Showing
    from tutor.sessions.inputs import Moment
    from tutor.sessions.model import Session


def kept(session: Session, entry: Entry, judged: Judged) -> Session:
    """Return the session with this verdict kept: a new answer at the end, a corrected one in its place."""
    if not session.settings.quiz:
        return session
    answer = Answered(entry, judged)
    if any(known.judged.event == judged.event for known in session.answers):
        corrected = tuple(answer if known.judged.event == judged.event else known for known in session.answers)
        return replace(session, answers=corrected)
    return replace(session, answers=(*session.answers, answer))


def forgotten(session: Session, event: str) -> Session:
    """Return the session without the answer that was taken back."""
    return replace(session, answers=tuple(answer for answer in session.answers if answer.judged.event != event))


def restored(session: Session, entry: Entry, showing: Showing, event: Event) -> Session:
    """Return the session with an answer that stands again, judged from what its event recorded."""
    return kept(session, entry, verdict_of(showing, event))


def verdict_of(showing: Showing, event: Event) -> Judged:
    """Return the verdict that an answer's event stands for."""
    body = event.body
    given, chosen = body.get("given"), body.get("chosen")
    said = Typed(str(given)) if given else Chosen(tuple(chosen)) if chosen else DontKnow()
    verdict = None if isinstance(showing.card.body, Flash) else judge(showing, said)
    if isinstance(verdict, Unreadable):
        verdict = Verdict(right=False)
    return Judged(showing, verdict, int(body.get("grade", AGAIN)), (), event.id, event.kind == "practised")


def too_late(session: Session, now: Moment) -> bool:
    """Say whether an answer given now no longer counts: only an exam has such an end."""
    return session.settings.exam and late(session, now)


def reread(session: Session) -> Session:
    """Return the session with the first missed question and its verdict on the screen."""
    assert isinstance(session.phase, Scored)
    return _next_reading(replace(session, reading=session.missed, ended=session.phase.why))


def read_on(session: Session) -> Session:
    """Return the session with the next missed question, or with the score again after the last."""
    return _next_reading(session)


def _next_reading(session: Session) -> Session:
    if not session.reading:
        return over(session, session.ended or "done")
    first, *rest = session.reading
    return replace(session, reading=tuple(rest), current=first.entry, phase=first.judged)


def repeat(session: Session, now: Moment) -> Session:
    """Return the session asking its missed questions once more, as a quiz with feedback."""
    again = tuple(_once_more(answer.entry, session) for answer in session.missed)
    if not again:
        return session
    settings = replace(session.settings, exam=False, minutes=None)
    fresh = replace(session, settings=settings, waiting=again, answers=(), phase=Over("done"), started=now.ms)
    return advance(fresh, now)


def _once_more(entry: Entry, session: Session) -> Entry:
    """Return the entry to be asked again; a question made on the spot is made from a new seed."""
    card = entry.card
    place = address(card.id)
    if place is not None:
        from tutor.questions import generate

        family, function = place
        seed = chance.number(session.settings.seed, session.shown, card.id) % SEEDS
        card = replace(generate.card(family, function, seed), lesson=card.lesson)
    return replace(entry, card=card, why="again", returned=entry.returned + 1)


def leaving(session: Session) -> Session:
    """Return the session one step nearer its end: from a question to the score, from the score out."""
    if isinstance(session.phase, Scored):
        return replace(session, phase=Over(session.phase.why))
    return over(session, session.ended or "left")
