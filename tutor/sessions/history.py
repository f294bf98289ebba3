"""What undo and redo mean for a running session: the question returns as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.events import ANSWERS
from tutor.memory.fields import leech_alarm, mastery
from tutor.questions.showing import recorded
from tutor.sessions import quiz
from tutor.sessions.flow import AGAIN, advance, leave, show
from tutor.sessions.inputs import UndoLast
from tutor.sessions.model import (
    Asking,
    Contrasting,
    Correction,
    Done,
    Entry,
    Grading,
    Judged,
    Notice,
    Over,
    Scored,
    Session,
    Ticking,
)

if TYPE_CHECKING:
    from tutor.memory.state import CardState
    from tutor.sessions.inputs import Moment, TakenBack
    from tutor.sessions.review import Step

UNDONE = {"regraded": "review.undone_correction", "suspended": "review.undone_away", "buried": "review.undone_away"}


def leech(before: CardState, after: CardState, practice: bool) -> bool:  # noqa: FBT001
    """Say whether this answer was one lapse too many."""
    return not practice and leech_alarm(before, after)


def taken_back(session: Session, reply: TakenBack, now: Moment) -> Step:
    """Return the session after an undo or a redo of the journal's last step."""
    if reply.restored:
        return _restored(session, reply, now), ()
    event, phase = reply.event, session.phase
    told = replace(session, notice=Notice(UNDONE.get(event.kind, "review.undone")))
    if event.kind == "regraded":
        if isinstance(phase, Judged) and event.body.get("event") == phase.event:
            return _verdict_again(told, phase, reply), ()
        return told, (UndoLast(),)  # a correction of an earlier card falls together with its answer
    if reply.card is None or event.kind not in (*ANSWERS, "suspended", "buried"):
        return replace(session, notice=Notice("review.undone_elsewhere", (("card", event.card),))), ()
    return _question_again(told, reply, now), ()


def _verdict_again(session: Session, phase: Judged, reply: TakenBack) -> Session:
    """Return to the verdict before it was corrected."""
    return judged(session, replace(phase, grade=phase.first_grade, correction=""), reply.state)


def _verdict_corrected(session: Session, phase: Judged, reply: TakenBack) -> Session:
    """Bring a correction of the verdict on the screen back."""
    body = reply.event.body
    correction: Correction = "guessed" if body.get("guessed") else "disputed" if body.get("disputed") else "easy"
    grade = int(body.get("grade", phase.grade))
    return judged(session, replace(phase, grade=grade, correction=correction), reply.state)


def judged(session: Session, verdict: Judged, state: CardState) -> Session:
    """Return the session with this verdict, the card's state and its line in the record."""
    entry = session.current and replace(session.current, state=state)
    done = tuple(
        replace(item, grade=verdict.grade, after=mastery(state)) if item.event == verdict.event else item
        for item in session.done
    )
    session = replace(session, phase=verdict, current=entry, done=done)
    return quiz.kept(session, entry, verdict) if entry else session


def _question_again(session: Session, reply: TakenBack, now: Moment) -> Session:
    """Show the card of the undone event: an answer's question with the same values and order."""
    assert reply.card is not None
    event = reply.event
    session = _without(_set_aside(session, event.card), event.card)
    known = next((item for item in session.done if item.event == event.id), None)
    entry = Entry(reply.card, reply.state, known.why if known else "undone", known.returned if known else 0)
    showing = None
    if event.kind in ANSWERS:
        showing = recorded(reply.card, event.body)
    done = tuple(item for item in session.done if item.event != event.id)
    session = replace(quiz.forgotten(session, event.id), done=done, reading=(), ended="")
    return show(session, entry, now, showing)


def _set_aside(session: Session, card: str) -> Session:
    """Put the card on the screen, when it is another one and still unanswered, back in front."""
    entry = session.current
    unanswered = isinstance(session.phase, Asking | Ticking | Grading)
    if entry is None or not unanswered or entry.card.id == card:
        return session
    return replace(session, waiting=(entry, *session.waiting), shown=session.shown - 1)


def _without(session: Session, card: str) -> Session:
    """Return the session without `card` in its queues."""
    return replace(
        session,
        waiting=tuple(item for item in session.waiting if item.card.id != card),
        returning=tuple(item for item in session.returning if item.entry.card.id != card),
    )


def _restored(session: Session, reply: TakenBack, now: Moment) -> Session:
    """Take in a redo: the card on the screen leaves it when its answer stands again."""
    event, entry, phase = reply.event, session.current, session.phase
    session = replace(session, notice=Notice("review.redone"))
    if entry is None or entry.card.id != event.card or isinstance(phase, Over):
        return _elsewhere(session, reply)
    if isinstance(phase, Judged):
        corrects = event.kind == "regraded" and event.body.get("event") == phase.event
        known = replace(session, current=replace(entry, state=reply.state))
        return _verdict_corrected(session, phase, reply) if corrects else known
    if event.kind not in ANSWERS:
        return advance(session, now)
    done = (*session.done, _done(entry, reply))
    session = replace(session, done=done, current=replace(entry, state=reply.state))
    if session.settings.quiz and not isinstance(phase, Contrasting | Scored):
        answered = replace(session, phase=quiz.verdict_of(phase.showing, event))  # else it would be left open
        session = quiz.restored(answered, entry, phase.showing, event)
    return leave(session, int(event.body.get("grade", 0)), now)


def _elsewhere(session: Session, reply: TakenBack) -> Session:
    """Take in a redo of a card that is not on the screen: a quiz that still holds it counts the answer."""
    event = reply.event
    entry = next((item for item in session.waiting if item.card.id == event.card), None)
    if not session.settings.quiz or entry is None or event.kind not in ANSWERS:
        return session
    waiting = tuple(item for item in session.waiting if item is not entry)
    showing = recorded(entry.card, event.body)
    if showing is None:
        return session
    session = replace(session, waiting=waiting, done=(*session.done, _done(entry, reply)))
    return quiz.restored(session, replace(entry, state=reply.state), showing, event)


def _done(entry: Entry, reply: TakenBack) -> Done:
    body = reply.event.body
    return Done(
        event=reply.event.id,
        card=entry.card.id,
        lesson=entry.card.lesson,
        part=entry.card.part,
        grade=int(body.get("grade", AGAIN)),
        ms=int(body.get("ms", 0)),
        practice=reply.event.kind == "practised",
        why=entry.why,
        returned=entry.returned,
        before=mastery(entry.state),
        after=mastery(reply.state),
    )
