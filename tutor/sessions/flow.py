"""How a session moves from one question to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from tutor.questions.showing import draw
from tutor.sessions.model import (
    GAP,
    RETURNS,
    Asking,
    Contrasting,
    Entry,
    Grading,
    Notice,
    Over,
    Returning,
    Scored,
    Session,
    Ticking,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.questions.showing import Showing
    from tutor.sessions.inputs import Moment
    from tutor.sessions.model import Settings

AGAIN = 1
MINUTE = 60_000
REST = 15  # minutes after which a session may well end (the sentence says: a quarter of an hour)


def start(entries: Iterable[Entry], settings: Settings, now: Moment, contrasts: Iterable[str] = ()) -> Session:
    """Return a session that shows its first card, or is over when there is none.

    `contrasts` are mistakes to be cleared up before the first question.
    """
    waiting = tuple(entries)
    contrasts = tuple(contrasts) if waiting else ()
    return advance(Session(settings, now.ms, waiting, Over("done"), contrasts=contrasts), now)


def advance(session: Session, now: Moment) -> Session:
    """Return the session with its next question on the screen."""
    if session.contrasts:
        first, *others = session.contrasts
        return replace(session, phase=Contrasting(first), contrasts=tuple(others), current=None)
    if late(session, now):
        return over(session, "time")
    ready = next((item for item in session.returning if item.at <= session.shown), None)
    if ready is None and session.waiting:
        first_waiting, *rest = session.waiting
        return show(session, first_waiting, now, waiting=tuple(rest))
    ready = ready or next(iter(session.returning), None)
    if ready is None:
        return over(session, "done")
    left = tuple(item for item in session.returning if item is not ready)
    return show(session, ready.entry, now, returning=left)


def late(session: Session, now: Moment) -> bool:
    """Say whether the session's minutes are over; the first question is asked in any case."""
    limit = session.settings.minutes
    return limit is not None and session.shown > 0 and now.ms - session.started >= limit * MINUTE


def over(session: Session, why: Literal["done", "time", "left"]) -> Session:
    """Return the session at its end; a quiz in which something was answered shows its score first."""
    waiting, entry = session.waiting, session.current
    if session.settings.quiz and entry and isinstance(session.phase, Asking | Ticking | Grading):
        waiting = (entry, *waiting)  # a question that was left open
    phase = Scored(why) if session.answers else Over(why)
    return replace(session, phase=phase, waiting=waiting, current=None, reading=(), ended="")


def show(
    session: Session,
    entry: Entry,
    now: Moment,
    showing: Showing | None = None,
    *,
    waiting: tuple[Entry, ...] | None = None,
    returning: tuple[Returning, ...] | None = None,
) -> Session:
    """Return the session with `entry` on the screen, freshly drawn unless `showing` is given.

    `waiting` and `returning` are the queues from here on; as they were when left out. What a quiz
    draws depends on its seed only, so that it can be taken again.
    """
    session = _resting(session, now)
    seen = session.shown + 1
    day = () if session.settings.quiz else (now.day,)
    fresh = showing or draw(entry.card, session.settings.seed, seen, *day)
    return replace(
        session,
        current=entry,
        shown=seen,
        phase=Asking(fresh, now.ms),
        waiting=session.waiting if waiting is None else waiting,
        returning=session.returning if returning is None else returning,
    )


def _resting(session: Session, now: Moment) -> Session:
    """Return the session with a word, once, that this is a good place to stop; limits of their own need none."""
    settings = session.settings
    long = now.ms - session.started >= REST * MINUTE
    if not long or session.rested or settings.exam or settings.minutes is not None or session.notice is not None:
        return session
    return replace(session, rested=True, notice=Notice("review.rest"))


def leave(session: Session, grade: int, now: Moment) -> Session:
    """Return the session at its next question; in a review a missed card is put back behind three others."""
    entry = session.current
    assert entry is not None
    settings = session.settings
    if grade == AGAIN and entry.returned < RETURNS and not settings.quiz and settings.missed == "soon":
        again = replace(entry, why="again", returned=entry.returned + 1)
        session = replace(session, returning=(*session.returning, Returning(again, session.shown + GAP)))
    return advance(session, now)
