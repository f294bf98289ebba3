"""How a session moves from one question to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.questions.showing import draw
from tutor.sessions.model import GAP, RETURNS, Asking, Entry, Over, Returning, Session

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.questions.showing import Showing
    from tutor.sessions.inputs import Moment
    from tutor.sessions.model import Settings

AGAIN = 1
MINUTE = 60_000


def start(entries: Iterable[Entry], settings: Settings, now: Moment) -> Session:
    """Return a session that shows its first card, or is over when there is none."""
    session = Session(settings, started=now.ms, waiting=tuple(entries), phase=Over("done"))
    return advance(session, now)


def advance(session: Session, now: Moment) -> Session:
    """Return the session with its next question on the screen."""
    limit = session.settings.minutes
    if limit is not None and session.shown and now.ms - session.started >= limit * MINUTE:
        return replace(session, phase=Over("time"), current=None)
    ready = next((item for item in session.returning if item.at <= session.shown), None)
    if ready is None and session.waiting:
        first, *rest = session.waiting
        return show(session, first, now, waiting=tuple(rest))
    ready = ready or next(iter(session.returning), None)
    if ready is None:
        return replace(session, phase=Over("done"), current=None)
    left = tuple(item for item in session.returning if item is not ready)
    return show(session, ready.entry, now, returning=left)


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

    `waiting` and `returning` are the queues from here on; as they were when left out.
    """
    seen = session.shown + 1
    fresh = showing or draw(entry.card, session.settings.seed, seen, now.day)
    return replace(
        session,
        current=entry,
        shown=seen,
        phase=Asking(fresh, now.ms),
        waiting=session.waiting if waiting is None else waiting,
        returning=session.returning if returning is None else returning,
    )


def leave(session: Session, grade: int, now: Moment) -> Session:
    """Return the session at its next question; a missed card is put back behind three others."""
    entry = session.current
    assert entry is not None
    if grade == AGAIN and entry.returned < RETURNS:
        again = replace(entry, why="again", returned=entry.returned + 1)
        session = replace(session, returning=(*session.returning, Returning(again, session.shown + GAP)))
    return advance(session, now)
