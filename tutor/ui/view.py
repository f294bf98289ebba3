"""What a learner has on the screen besides the session: language, cursor, typed text, scrolling, an open page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, assert_never

from tutor.sessions.model import Asking, Contrasting, Grading, Judged, Over, Ticking
from tutor.text.bilingual import next_language
from tutor.ui.field import Field

if TYPE_CHECKING:
    from tutor.sessions.model import Notice, Session
    from tutor.text import Language

Page = Literal["card", "why", "help", "report"]
EMPTY = Field()
GOOD = 2  # where the cursor stands when a grade is asked for


@dataclass(frozen=True, slots=True)
class View:
    """The screen's own state.

    `cursor` is a position among options, points or grades (None: not shown), `scroll` the first
    line of the body (None: where it opens by itself), `commanding` a typed question whose field was
    left, `plot` shows the curves of a question, `model` the spoken answer of an interview's headline, `notice`
    is a sentence of the screen itself.
    """

    language: Language
    page: Page = "card"
    field: Field = EMPTY
    commanding: bool = False
    cursor: int | None = None
    scroll: int | None = None
    plot: bool = True
    model: bool = False
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """Open a page over the card, or go back to the card."""

    page: Page


@dataclass(frozen=True, slots=True)
class SwitchLanguage:
    """Show the next language."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Show or hide the curves that belong to the question."""


@dataclass(frozen=True, slots=True)
class Model:
    """Show or fold the answer that an interviewer would like to hear."""


@dataclass(frozen=True, slots=True)
class Scroll:
    """Move the body by lines, or by whole screens."""

    by: int
    screens: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """Put the cursor on an option, a point or a grade."""

    at: int


@dataclass(frozen=True, slots=True)
class Write:
    """The field now reads so; `typing` False leaves it for the command keys."""

    field: Field
    typing: bool = True


@dataclass(frozen=True, slots=True)
class Send:
    """Send the remark in the field."""

    remark: str


Command = Open | SwitchLanguage | Plot | Model | Scroll | Point | Write | Send


def question_of(session: Session) -> object:
    """Return what tells one question on the screen from the next."""
    entry = session.current
    contrast = session.phase.mistake if isinstance(session.phase, Contrasting) else ""
    return (session.shown, entry and entry.card.id, len(session.reading), contrast)


def opened(session: Session, language: Language) -> View:
    """Return the view with which a phase opens."""
    cursor = GOOD if isinstance(session.phase, Grading) else None
    return View(language, cursor=cursor, plot=_shows_curves(session))


def _shows_curves(session: Session) -> bool:
    """Say whether a phase opens with its curves: a verdict only when a wrong formula lies over the right one."""
    phase = session.phase
    if not isinstance(phase, Judged):
        return True
    return phase.showing.card.kind == "formula" and phase.verdict is not None and not phase.verdict.right


def followed(view: View, before: Session, after: Session) -> View:
    """Return the view after the session moved on: a new phase opens anew, the same one keeps its place."""
    if type(before.phase) is type(after.phase) and question_of(before) == question_of(after):
        return replace(view, notice=None)
    fresh = opened(after, view.language)
    unseen = {type(before.phase), type(after.phase)} <= {Ticking, Grading}
    return replace(fresh, scroll=view.scroll, model=view.model) if unseen else fresh


def changed(view: View, command: Command, *, height: int = 1, most: int = 0, start: int = 0) -> View:
    """Return the view after a command.

    `height` is the number of body lines on the screen, `most` the largest useful scroll, `start`
    where the body stands now.
    """
    view = replace(view, notice=None)
    match command:
        case Open(page):
            return replace(view, page=page, scroll=None, field=Field() if "report" in (page, view.page) else view.field)
        case SwitchLanguage():
            return replace(view, language=next_language(view.language), scroll=None)
        case Plot():
            return replace(view, plot=not view.plot, scroll=0)
        case Model():
            return replace(view, model=not view.model, scroll=None)
        case Send():
            return view
        case Scroll(by, screens):
            step = by * max(1, height - 1) if screens else by
            return replace(view, scroll=min(max(start + step, 0), most))
        case Point(at):
            return replace(view, cursor=at, scroll=None)
        case Write(field, typing):
            return replace(view, field=field, commanding=not typing)
        case _:
            assert_never(command)


def typed(session: Session) -> bool:
    """Say whether the present question is answered by typing."""
    phase = session.phase
    return isinstance(phase, Asking) and not phase.showing.options and phase.showing.card.kind != "flash"


def typing(session: Session, view: View) -> bool:
    """Say whether printable keys are text now."""
    return view.page == "report" or (view.page == "card" and typed(session) and not view.commanding)


def over(session: Session) -> bool:
    """Say whether the session has ended."""
    return isinstance(session.phase, Over)
