"""Small phrases that several screens share: how long, when it returns, how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.memory.state import Memory
from tutor.sessions.model import Over, Scored
from tutor.text.intervals import MONTH, YEAR
from tutor.text.words import say

if TYPE_CHECKING:
    from tutor.questions.showing import Showing
    from tutor.reports.quiz import Score
    from tutor.sessions.model import Judged, Session
    from tutor.text import Language, Text

OWN_MARK = "·"
GRADES = ("again", "hard", "good", "easy")


def span(days: float, language: Language) -> str:
    """Return a number of days in words, in the unit that fits it."""
    unit, size = ("day", 1.0) if days < MONTH else ("month", MONTH) if days < YEAR else ("year", YEAR)
    amount = f"{days / size:.1f}".removesuffix(".0")
    return say(f"screen.{unit}" if amount == "1" else f"screen.{unit}s", language, amount=amount)


def part_mark(number: int) -> str:
    """Return how a part is marked in a list: by its number; what is not of the course has none."""
    return str(number) if number else OWN_MARK


def digits_wanted(digits: int, language: Language) -> str:
    """Return how many digits a typed number should have."""
    return say("question.one_digit_wanted" if digits == 1 else "question.digits_wanted", language, digits=digits)


def returns(session: Session, phase: Judged, day: int, language: Language) -> str:
    """Return when the card on the screen comes back, as a sentence ("" when that is not known)."""
    if phase.contrast:
        return say("screen.back_tomorrow", language)
    if phase.grade == 1 and not session.settings.quiz and session.settings.missed != "tomorrow":
        return say("screen.back_soon" if session.settings.missed == "soon" else "lesson.back_at_end", language)
    memory = session.current.state.memory if session.current else None
    if not isinstance(memory, Memory):
        return say("screen.practice", language) if phase.practice else ""
    away = max(0, memory.due - day)
    back = (
        say("screen.back_tomorrow", language) if away == 1 else say("screen.back", language, when=span(away, language))
    )
    return f"{back} {say('screen.practice', language)}".strip() if phase.practice else back


def spent(minutes: float, language: Language) -> str:
    """Return the time spent: seconds below a minute, then whole minutes."""
    if minutes < 1:
        return say("screen.seconds", language, n=max(1, round(60 * minutes)))
    whole = round(minutes)
    return say("screen.minute" if whole == 1 else "screen.minutes", language, n=whole)


def scored(session: Session, end: Score, language: Language) -> str:
    """Return the score in one sentence."""
    phase = session.phase
    why = phase.why if isinstance(phase, Scored | Over) else "done"
    text = say("quiz.score", language, right=end.right, n=end.asked + end.open)
    if end.open:
        key = "quiz.open_time" if why == "time" else "quiz.open_left"
        text += ("" if language == "zh" else " ") + say(key, language, n=end.open)
    return text


def bar(share: float, columns: int, full: str = "━", rest: str = "─") -> tuple[str, str]:
    """Return the full and the empty part of a bar of `columns` cells."""
    filled = min(columns, max(0, round(share * columns)))
    if share > 0 and not filled:
        filled = 1
    return full * filled, rest * (columns - filled)


def untold(showing: Showing) -> tuple[Text, ...]:
    """Return the key points of an answer, none when the answer tells them all in these words."""
    answer = showing.answer
    told = all(point.zh in answer.zh and point.en in answer.en for point in showing.points)
    return () if told else showing.points
