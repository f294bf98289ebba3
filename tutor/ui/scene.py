"""Everything one screen is drawn from, gathered before drawing so that screens ask nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.sessions import review
from tutor.sessions.model import Contrasting, Judged, Over, Scored
from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import BLANK, Line, paragraph

if TYPE_CHECKING:
    from tutor.memory.scheduling import Outcome
    from tutor.reports.quiz import Score
    from tutor.reports.summary import Summary
    from tutor.reports.why import Why
    from tutor.sessions.model import Session
    from tutor.syllabus.model import Mistake
    from tutor.text import Language, Text
    from tutor.ui.host import Host
    from tutor.ui.theme import Role
    from tutor.ui.view import View

WIDEST = 76  # cells of text in a line: longer ones lose the eye (Dyson & Haselgrove 2001 measured 55 letters)


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment of a session.

    `columns` and `rows` are the terminal's size, `day` the study day, `ms` the running clock.
    """

    session: Session
    view: View
    columns: int
    rows: int
    day: int
    title: Text
    outcomes: tuple[Outcome, ...] = ()
    mistake: Mistake | None = None
    why: Why | None = None
    summary: Summary | None = None
    score: Score | None = None
    ms: int = 0

    @property
    def language(self) -> Language:
        """Return the language of the screen."""
        return self.view.language

    @property
    def margin(self) -> int:
        """Return the empty cells left of the text: two, none on a very narrow screen, more on a wide one."""
        return max(2, (self.columns - WIDEST) // 2) if self.columns >= 32 else 0

    @property
    def measure(self) -> int:
        """Return the cells of text in a line."""
        return max(2, min(WIDEST, self.columns - 2 * self.margin))

    def say(self, key: str, /, **facts: object) -> str:
        """Return a sentence in the language of the screen."""
        return say(key, self.language, **facts)

    def text(self, text: Text | None, role: Role = "plain", lead: Line = BLANK) -> list[Line]:
        """Return a bilingual text as lines: one paragraph, or both languages one below the other."""
        lines: list[Line] = []
        for part in text.lines(self.language) if text else ():
            lines += paragraph(part, self.measure, role, lead if not lines else blank_like(lead))
        return lines

    def formula(self, text: str) -> list[Line]:
        """Return formulas, told apart by semicolons, in one line; where they do not fit, each gets its own."""
        parts = [part.strip() for part in text.split(";") if part.strip()]
        together = "    ".join(parts)
        shown = [together] if width(together) <= self.measure else parts
        return [row for part in shown for row in paragraph(part, self.measure, "formula")]


def blank_like(lead: Line) -> Line:
    """Return spaces as wide as `lead`."""
    from tutor.ui.lines import line, measure

    return line(" " * measure(lead)) if lead else BLANK


def look_at(session: Session, view: View, host: Host, size: tuple[int, int]) -> Scene:
    """Gather what the present screen needs from the host."""
    now, phase = host.now(), session.phase
    entry = session.current
    title = host.lesson_title(entry.card.lesson) if entry else _nothing()
    scene = Scene(session, view, *size, now.day, title, ms=now.ms)
    match phase:
        case Over():
            return replace(scene, summary=host.summary(session))
        case Scored():
            return replace(scene, score=host.score(session))
        case Contrasting(mistake):
            return replace(scene, mistake=host.mistake(mistake))
    mistake = phase.verdict.mistake if isinstance(phase, Judged) and phase.verdict else ""
    outcomes = phase.outcomes if isinstance(phase, Judged) else review.outcomes(session, now)
    known = host.mistake(mistake) if mistake else None
    why = host.why(session) if view.page == "why" else None
    return replace(scene, outcomes=outcomes, mistake=known, why=why)


def _nothing() -> Text:
    from tutor.text import Text

    return Text.same("")
