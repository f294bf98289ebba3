"""Everything one screen of an interview is drawn from, gathered before drawing so that screens ask nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.sessions.interview_model import Climbing, Landed, Over, Reported
from tutor.sessions.model import Asking, Grading, Ticking
from tutor.text import Text
from tutor.ui.interview.view import NOBODY, question_of
from tutor.ui.scene import Scene, look_at

if TYPE_CHECKING:
    from tutor.reports.interview import InterviewReport
    from tutor.sessions.interview_model import Heard, Interview, Landing
    from tutor.syllabus.model import Mistake
    from tutor.text import Language
    from tutor.ui.interview.host import InterviewHost
    from tutor.ui.interview.view import InterviewView

SECOND = 1000  # milliseconds


@dataclass(frozen=True, slots=True)
class InterviewScene:
    """One moment of an interview; `page` knows the size, the language, and the question where one is open.

    `seconds` is how long the answer took so far, None where nothing is answered; `mistake` is what was mixed up
    at the rung that broke a climb.
    """

    state: Interview
    view: InterviewView
    page: Scene
    seconds: int | None = None
    mistake: Mistake | None = None
    report: InterviewReport | None = None
    command: str = ""

    @property
    def language(self) -> Language:
        """Return the language of the screen."""
        return self.page.language

    @property
    def measure(self) -> int:
        """Return the cells of text in a line."""
        return self.page.measure

    def say(self, key: str, /, **facts: object) -> str:
        """Return a sentence in the language of the screen."""
        return self.page.say(key, **facts)


def look(state: Interview, view: InterviewView, host: InterviewHost, size: tuple[int, int]) -> InterviewScene:
    """Gather what the present screen needs from the host."""
    question = question_of(state)
    now = host.now()
    if isinstance(state.phase, Climbing):
        page = look_at(question, view.card, host, size)
    else:
        page = Scene(NOBODY, view.card, *size, now.day, Text.same(""), ms=now.ms)
    scene = InterviewScene(state, view, page)
    match question.phase:
        case Asking(since=since):
            scene = replace(scene, seconds=max(0, now.ms - since) // SECOND)
        case Ticking(ms=ms) | Grading(ms=ms):
            scene = replace(scene, seconds=ms // SECOND)
    if isinstance(state.phase, Landed):
        scene = replace(scene, mistake=mixed_up(state, state.phase.landing, host))
    if isinstance(state.phase, Reported | Over) and state.heard:
        scene = replace(scene, report=host.outcome(state), command=host.command())
    return scene


def last_heard(state: Interview, landing: Landing) -> Heard | None:
    """Return the rung at which a climb broke as it was answered."""
    if not landing.broken:
        return None
    return next((one for one in reversed(state.heard) if one.climb.key == landing.climb.key), None)


def mixed_up(state: Interview, landing: Landing, host: InterviewHost) -> Mistake | None:
    """Return the named confusion at which a climb broke, None when it has no name."""
    heard = last_heard(state, landing)
    return host.mistake(heard.mistake) if heard is not None and heard.mistake else None


def clock(seconds: int) -> str:
    """Return a time as a clock shows it: 1:05."""
    return f"{seconds // 60}:{seconds % 60:02}"
