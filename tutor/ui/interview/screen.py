"""A whole screen of an interview, in the frame that all screens share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.sessions.interview_model import Choosing, Climbing, Landed
from tutor.sessions.model import Asking, Grading, Ticking
from tutor.ui.interview import asking, edges, landing, report
from tutor.ui.interview.keys import spoken
from tutor.ui.interview.view import NOBODY, question_of
from tutor.ui.lines import paragraph, spaced
from tutor.ui.screens import frame
from tutor.ui.screens import help as help_page
from tutor.ui.screens.frame import LOW, Frame, Parts, laid_out
from tutor.ui.screens.question import Body, labelled

if TYPE_CHECKING:
    from tutor.ui.interview.scene import InterviewScene
    from tutor.ui.screens.footer import Key

ALWAYS: tuple[Key, ...] = (
    ("space", "interview.long_said"),
    ("enter", "interview.long_write"),
    ("s", "interview.long_another"),
    ("u", "undo_long"),
    ("ctrl-r", "redo"),
    ("L", "language_long"),
    ("!", "report_long"),
    ("q", "interview.long_leave"),
)


def compose(scene: InterviewScene) -> Frame:
    """Return the screen of a moment."""
    top = edges.top(scene) if scene.page.rows >= LOW else []
    page = scene.page
    if not isinstance(scene.state.phase, Climbing) or scene.view.card.page != "card":
        page = replace(page, session=NOBODY)
    return laid_out(page, Parts(top, body(scene), edges.below(scene), edges.keys(scene)))


def body(scene: InterviewScene) -> Body:
    """Return the body of the open page, of the rung, or of what lies between two of them."""
    if scene.view.card.page == "help":
        return helping(scene)
    match scene.state.phase:
        case Choosing() as phase:
            return landing.choosing(scene, phase)
        case Landed(found):
            return landing.landed(scene, found)
        case Climbing():
            return _on_rung(scene)
        case _:
            if scene.report is None:
                return Body(())
            return report.body(scene.state, scene.report, scene.language, scene.measure, scene.command)


def _on_rung(scene: InterviewScene) -> Body:
    """Return a rung: an own answer as in an interview, any other as in a review."""
    phase = question_of(scene.state).phase
    if scene.view.card.page == "card":
        match phase:
            case Asking() if spoken(scene.state):
                return asking.asking(scene, phase)
            case Ticking():
                return asking.ticking(scene, phase)
            case Grading():
                return asking.grading(scene, phase)
    return frame.body(scene.page)


def helping(scene: InterviewScene) -> Body:
    """Return every key of the moment with what it does."""
    known = {key for key, _ in ALWAYS}
    card = replace(scene, view=replace(scene.view, card=replace(scene.view.card, page="card")))
    now = tuple(key for key in edges.of_moment(card) if key[0] not in known)
    blocks = [
        labelled(scene.page, "screen.help_now", help_page.table(scene.page, now)),
        labelled(scene.page, "interview.help_always", help_page.table(scene.page, ALWAYS)),
        paragraph(scene.say("interview.help_note"), scene.measure, "dim"),
    ]
    return Body(tuple(spaced(blocks)))
