"""A session as a pure machine: `step(session, input, now) -> (session, effects)`; reviews and quizzes alike.

The same machine runs behind full-screen keys, behind plain lines and in tests. It reads no clock,
draws nothing and records nothing: it returns the facts to record and waits for the reply.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from tutor.events import Fact
from tutor.memory.fields import mastery
from tutor.memory.scheduling import next_outcomes
from tutor.memory.state import Memory
from tutor.questions.answers import Chosen, DontKnow, Typed, Unreadable
from tutor.questions.generated import is_generated
from tutor.questions.grading import judge
from tutor.questions.model import Flash, Multi
from tutor.sessions import history, quiz
from tutor.sessions.flow import AGAIN, advance, leave, over
from tutor.sessions.inputs import (
    Bury,
    Effect,
    Grade,
    Guessed,
    Input,
    Leave,
    Mark,
    Moment,
    Next,
    Recorded,
    Repeat,
    Reread,
    Reveal,
    Skip,
    Suspend,
    TakenBack,
    TooEasy,
    WasRight,
)
from tutor.sessions.model import (
    RETURNS,
    Asking,
    Contrasting,
    Done,
    Grading,
    Judged,
    Notice,
    Over,
    Scored,
    Session,
    Ticking,
)
from tutor.sessions.taking_back import asked_back

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.memory.scheduling import Outcome
    from tutor.questions.showing import Showing

Step = tuple[Session, tuple[Effect, ...]]
GOOD, EASY = 3, 4
CORRECTIONS: dict[type, tuple[Literal["guessed", "easy", "disputed"], int, bool]] = {
    Guessed: ("guessed", AGAIN, True),
    TooEasy: ("easy", EASY, True),
    WasRight: ("disputed", GOOD, False),
}


def step(session: Session, given: Input, now: Moment) -> Step:
    """Return the session after `given`, and what is to be done; what means nothing here changes nothing."""
    if isinstance(given, Recorded):
        return _recorded(session, given, now), ()
    if isinstance(given, TakenBack):
        return history.taken_back(session, given, now)
    if session.notice is not None:
        session = replace(session, notice=None)
    if back := asked_back(given):
        return replace(session, notice=back[0]), back[1]
    match given:
        case Leave():
            return quiz.leaving(session), ()
        case Skip() | Bury() | Suspend():
            return _put_away(session, given, now)
    return _answer(session, given, now)


def _answer(session: Session, given: Input, now: Moment) -> Step:  # noqa: C901, PLR0912 - one case per phase and input
    """Handle what depends on the phase."""
    phase = session.phase
    match phase, given:
        case Asking() | Grading(), Chosen() | Typed() | DontKnow() | Grade() if quiz.too_late(session, now):
            return over(session, "time"), ()
        case Asking(), Mark(place) if isinstance(phase.showing.card.body, Multi):
            return replace(session, phase=replace(phase, marked=phase.marked ^ _place(phase.showing, place))), ()
        case Asking(), Unreadable():
            return _hint(session, phase, given), ()
        case Asking(), Chosen() | Typed() | DontKnow():
            return _judge(session, phase, given, now)
        case Asking(), Reveal() if isinstance(phase.showing.card.body, Flash):
            kind = Ticking if phase.showing.points else Grading
            return replace(session, phase=kind(phase.showing, now.ms - phase.since)), ()
        case Ticking(), Mark(place):
            return replace(session, phase=replace(phase, marked=phase.marked ^ _place(phase.showing, place))), ()
        case Ticking(), Reveal() | Next():
            return replace(session, phase=Grading(phase.showing, phase.ms, phase.marked)), ()
        case Grading(), Grade(grade) if grade in (1, 2, 3, 4):
            marks = {"points": sorted(phase.marked)} if phase.showing.points else {}
            return _record(session, Judged(phase.showing, None, grade, outcomes(session, now)), phase.ms, marks, now)
        case Judged(), Next() if phase.event:
            return quiz.read_on(session) if session.ended else leave(session, phase.grade, now), ()
        case Judged(), Guessed() | TooEasy() | WasRight() if phase.event:
            return _correct(session, phase, given)
        case Contrasting(mistake), Next():
            return advance(session, now), (Fact("step", f"mistake:{mistake}", {"contrast": mistake}),)
        case Scored(), Reread():
            return quiz.reread(session), ()
        case Scored(), Repeat():
            return quiz.repeat(session, now), ()
        case _, Unreadable(key, facts):
            return replace(session, notice=Notice(key, tuple(facts.items()))), ()
        case _:
            return session, ()


def _place(showing: Showing, place: int) -> frozenset[int]:
    """Return the position as a set, empty when there is no such option or point."""
    return frozenset({place}) if 0 <= place < len(showing.options or showing.points) else frozenset()


def outcomes(session: Session, now: Moment) -> tuple[Outcome, ...]:
    """Return what each of the four grades would do to the present card; nothing when none can rate it."""
    entry, phase, settings = session.current, session.phase, session.settings
    if entry is None or isinstance(phase, Contrasting | Scored | Over) or settings.cram:
        return ()
    if settings.quiz and not isinstance(entry.state.memory, Memory):
        return ()  # a quiz never rates what was not learned
    return next_outcomes(entry.card.id, entry.state, now.day, phase.showing.guesses, session.settings.policy)


def _judge(session: Session, phase: Asking, given: Chosen | Typed | DontKnow, now: Moment) -> Step:
    typed_where_chosen = bool(phase.showing.options) != isinstance(given, Chosen)
    if typed_where_chosen and not isinstance(given, DontKnow):
        return session, ()
    verdict = judge(phase.showing, given)
    if isinstance(verdict, Unreadable):
        return _hint(session, phase, verdict), ()
    judged = Judged(phase.showing, verdict, GOOD if verdict.right else AGAIN, outcomes(session, now))
    said = {"chosen": list(verdict.chosen), "given": verdict.given, "mistake": verdict.mistake}
    return _record(session, judged, now.ms - phase.since, {key: value for key, value in said.items() if value}, now)


def _hint(session: Session, phase: Asking, unread: Unreadable) -> Session:
    """Return the session with a hint: nothing was answered, nothing is recorded."""
    notice = Notice(unread.key, tuple(unread.facts.items()))
    return replace(session, notice=notice, phase=replace(phase, hinted=True))


def _record(session: Session, judged: Judged, ms: int, said: Mapping[str, object], now: Moment) -> Step:
    """Return the fact of an answer: rated when it is the card's first of the day, else practice."""
    entry = session.current
    assert entry is not None
    memory = entry.state.memory
    settings = session.settings
    rated_today = isinstance(memory, Memory) and memory.last_day == now.day
    unlearned = settings.quiz and not isinstance(memory, Memory)
    practice = settings.cram or rated_today or unlearned or entry.returned > 0
    how: dict[str, object] = {"reason": "cram" if settings.cram else "quiz" if settings.quiz else "again"}
    if not practice:
        policy = session.settings.policy
        due = judged.outcomes[judged.grade - 1].due
        how = {"due": due, "retention": policy.retention, "weights": policy.version}
    showing = judged.showing
    drawn = {"values": dict(showing.values), "order": list(showing.order)}
    body = {"grade": judged.grade, **how, "ms": ms, "kind": entry.card.kind, **drawn, **said}
    contrast = judged.grade == AGAIN and entry.returned >= RETURNS
    judged = replace(judged, practice=practice, contrast=contrast)
    fact = Fact("practised" if practice else "answered", entry.card.id, body)
    return replace(session, phase=judged), (fact,)


def _recorded(session: Session, reply: Recorded, now: Moment) -> Session:
    """Take in the journal's reply: the answer stands under its id, the card has its new state."""
    entry, phase, event = session.current, session.phase, reply.event
    if entry is None or entry.card.id != event.card:
        return session
    known = replace(entry, state=reply.state)
    if event.kind in ("suspended", "buried"):
        notice = Notice(f"review.{event.kind}", (("card", event.card),))
        return advance(replace(session, current=known, notice=notice), now)
    if not isinstance(phase, Judged):
        return replace(session, current=known)
    if event.kind == "regraded":
        return history.judged(session, phase, reply.state)
    practice = event.kind == "practised"
    leech = history.leech(entry.state, reply.state, practice)
    phase = replace(phase, event=event.id, practice=practice, leech=leech)
    done = Done(
        event=event.id,
        card=entry.card.id,
        lesson=entry.card.lesson,
        part=entry.card.part,
        grade=phase.grade,
        ms=int(event.body.get("ms", 0)),
        practice=practice,
        why=entry.why,
        returned=entry.returned,
        before=mastery(entry.state),
        after=mastery(reply.state),
    )
    session = quiz.kept(replace(session, phase=phase, current=known, done=(*session.done, done)), known, phase)
    read_first = phase.verdict is not None or phase.contrast or phase.leech
    return session if read_first and not session.settings.exam else leave(session, phase.grade, now)


def _correct(session: Session, phase: Judged, given: Guessed | TooEasy | WasRight) -> Step:
    """Return the correction of an automatic verdict; one that does not fit is explained."""
    name, grade, needs_right = CORRECTIONS[type(given)]
    if name not in phase.corrections:
        key = "review.correction_right" if needs_right else "review.correction_wrong"
        return replace(session, notice=Notice(key)), ()
    assert session.current is not None
    body: dict[str, object] = {"event": phase.event, "grade": grade}
    if not phase.practice:
        body["due"] = phase.outcomes[grade - 1].due
    if name != "easy":
        body[name] = True
    judged = replace(phase, grade=grade, correction=name, contrast=False)
    return replace(session, phase=judged), (Fact("regraded", session.current.card.id, body),)


def _put_away(session: Session, given: Skip | Bury | Suspend, now: Moment) -> Step:
    """Skip, bury or suspend the present card."""
    entry = session.current
    if entry is None:
        return session, ()
    match given:
        case Bury() | Suspend() if is_generated(entry.card.id):
            return replace(session, notice=Notice("quiz.no_card")), ()
        case Skip():
            if isinstance(session.phase, Judged):
                return session, ()
            waiting = session.waiting if entry.skipped else (*session.waiting, replace(entry, skipped=True))
            notice = Notice("review.skipped_for_today" if entry.skipped else "review.skipped")
            return advance(replace(session, waiting=waiting, notice=notice), now), ()
        case Bury():
            return session, (Fact("buried", entry.card.id, {"until": now.day + 1}),)
        case Suspend():
            return session, (Fact("suspended", entry.card.id),)
