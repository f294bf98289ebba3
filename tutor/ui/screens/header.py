"""The top of every screen of a session: what lesson, what kind, how much is left; the rule is the bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.sessions.model import Over
from tutor.ui.lines import Line, Span, beside, clean, line, measure
from tutor.ui.phrases import bar

if TYPE_CHECKING:
    from tutor.sessions.model import Reason, Session
    from tutor.ui.scene import Scene
    from tutor.ui.theme import Role

MARKS: dict[Reason, Role] = {"due": "due", "new": "new", "again": "again", "cram": "accent", "undone": "accent"}
NARROW = 56


def lines(scene: Scene) -> list[Line]:
    """Return the title line and the progress bar."""
    return [beside(_left(scene), _right(scene), scene.measure), progress(scene.session, scene.measure)]


def progress(session: Session, columns: int) -> Line:
    """Return a rule whose bright part is the share of questions that lie behind."""
    behind = len(session.done)
    full, rest = bar(behind / max(1, behind + session.left), columns)
    return (Span(full, "accent"), Span(rest, "rule"))


def _left(scene: Scene) -> Line:
    entry = scene.session.current
    if entry is None:
        return line((scene.say("screen.over"), "title"))
    kind = scene.say(f"question.kind_{entry.card.kind}")
    title = clean(scene.title.lines(scene.language)[0]).replace("\n", " ")
    if scene.columns < NARROW:
        return line((title, "title"))
    return line((title, "title"), (f" · {kind}", "dim"))


def _right(scene: Scene) -> Line:
    """Return the mark of the card and how many are left; a narrow screen keeps the number."""
    session = scene.session
    entry = session.current
    if entry is None or isinstance(session.phase, Over):
        return ()
    left = line((scene.say("screen.left", n=session.left), "dim"))
    mark = line((f"● {scene.say(f'screen.mark_{entry.why}')}", MARKS[entry.why]), "  ")
    both = (*mark, *left)
    return both if measure(both) <= scene.measure // 2 else left
