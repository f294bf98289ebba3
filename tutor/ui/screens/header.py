"""The top of every screen of a session: what lesson, what kind, how much is left; the rule is the bar."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from tutor.sessions.flow import AGAIN, MINUTE
from tutor.sessions.model import RETURNS, Contrasting, Judged, Over, Scored
from tutor.ui.lines import Line, Span, beside, clean, line, measure
from tutor.ui.phrases import bar

if TYPE_CHECKING:
    from tutor.sessions.model import Reason, Session
    from tutor.ui.scene import Scene
    from tutor.ui.theme import Role

MARKS: dict[Reason, Role] = {
    "due": "due",
    "new": "new",
    "again": "again",
    "cram": "accent",
    "undone": "accent",
    "quiz": "accent",
}


def lines(scene: Scene) -> list[Line]:
    """Return the title line and the progress bar."""
    right = _right(scene)
    return [beside(_title(scene, measure(right)), right, scene.measure), progress(scene.session, scene.measure)]


def progress(session: Session, columns: int) -> Line:
    """Return a rule whose bright part is the share of questions that lie behind."""
    behind = len(session.done)
    full, rest = bar(behind / max(1, behind + left(session)), columns)
    return (Span(full, "accent"), Span(rest, "rule"))


def left(session: Session) -> int:
    """Return how many questions are still to come, a card just missed among them."""
    phase, entry = session.phase, session.current
    if session.settings.quiz:
        return session.left
    missed = isinstance(phase, Judged) and phase.grade == AGAIN and entry is not None and entry.returned < RETURNS
    return session.left + missed


def _title(scene: Scene, taken: int) -> Line:
    """Return the lesson's title and the kind of question, in short or not at all where room is short."""
    entry = scene.session.current
    if entry is None:
        return line((scene.say(_heading(scene.session)), "title"))
    title: tuple[str, Role] = (clean(scene.title.lines(scene.language)[0]).replace("\n", " "), "title")
    for area in ("question", "screen"):
        kind = scene.say(f"{area}.kind_{entry.card.kind}")
        told = line(title, (f" · {kind}", "dim"))
        if measure(told) < scene.measure - taken:
            return told
    return line(title)


def _heading(session: Session) -> str:
    """Return the key of the title where no card is on the screen."""
    if isinstance(session.phase, Contrasting):
        return "screen.contrast"
    return "quiz.over" if session.settings.quiz else "screen.over"


def _clock(scene: Scene) -> Line:
    """Return the minutes that an exam still holds."""
    settings = scene.session.settings
    if settings.minutes is None or not settings.exam or scene.session.ended:
        return ()
    left = settings.minutes - (scene.ms - scene.session.started) / MINUTE
    told = scene.say("quiz.last_minute") if left < 1 else scene.say("quiz.minutes_left", n=ceil(left))
    return line((told, "notice"), "  ")


def _right(scene: Scene) -> Line:
    """Return the mark of the card and how many are left; a narrow screen keeps the number."""
    session = scene.session
    entry = session.current
    if entry is None or isinstance(session.phase, Contrasting | Scored | Over):
        return ()
    if session.ended:  # the missed questions of a quiz are read again
        return line((scene.say("quiz.missed_left", n=session.left + 1), "dim"))
    count = (*_clock(scene), *_count(scene))
    if entry.why == "quiz":
        return count
    mark = line((f"● {scene.say(f'screen.mark_{entry.why}')}", MARKS[entry.why]), "  ")
    both = (*mark, *count)
    return both if measure(both) <= scene.measure // 2 else count


def _count(scene: Scene) -> Line:
    """Return how many questions are left."""
    return line((scene.say("screen.left", n=left(scene.session)), "dim"))
