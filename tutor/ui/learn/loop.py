"""A lesson on the whole screen: draw, read a key, step, record, draw."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.sessions import lesson
from tutor.sessions.derivation import left_side
from tutor.sessions.lesson_inputs import Forward, Quit
from tutor.sessions.lesson_model import is_open, number
from tutor.sessions.model import Notice
from tutor.syllabus.model import Derive
from tutor.ui.learn import curves
from tutor.ui.learn.ending import farewell
from tutor.ui.learn.keys import meaning, pasted, writes
from tutor.ui.learn.scene import look
from tutor.ui.learn.screen import compose
from tutor.ui.learn.view import Attempting, Hint, LessonView, Show, Trying, changed, moved, opening
from tutor.ui.paint import painted
from tutor.ui.terminal import Key, Paste
from tutor.ui.view import Model, Open, Plot, Point, Scroll, Send, SwitchLanguage, Write

if TYPE_CHECKING:
    from tutor.sessions.lesson_inputs import LessonInput
    from tutor.sessions.lesson_model import LessonSession
    from tutor.ui.learn.host import LessonHost
    from tutor.ui.learn.view import LessonCommand
    from tutor.ui.screens.frame import Frame
    from tutor.ui.terminal import Input, Terminal
    from tutor.ui.theme import Look

COMMANDS = (Show, Hint, Attempting, Trying, Open, SwitchLanguage, Plot, Model, Scroll, Point, Write, Send)


@dataclass(frozen=True, slots=True)
class Taking:
    """A lesson with its view; `asked` is the question last drawn."""

    state: LessonSession
    view: LessonView
    asked: object = None


def run(state: LessonSession, host: LessonHost, look_of: Look, terminal: Terminal) -> LessonSession:
    """Take the lesson on the terminal until the learner leaves; return its last state.

    Raises KeyboardInterrupt after Ctrl-C and SystemExit after a signal to end, with the terminal restored;
    every answer whose verdict was shown is recorded, and so is the step.
    """
    taking = Taking(state, opening(state, host.language))
    try:
        with terminal:
            while taking.state.left is None:
                taking = turn(taking, host, look_of, terminal)
    finally:
        if taking.state.left in (None, "left"):
            terminal.say(farewell(taking.state, number(taking.state), taking.view.language))
    return taking.state


def turn(taking: Taking, host: LessonHost, look_of: Look, terminal: Terminal) -> Taking:
    """Draw the screen, wait for one input and return what it led to."""
    frame = compose(look(taking.state, taking.view, host, terminal.size()))
    terminal.show([painted(spans, look_of) for spans in frame.lines], frame.cursor)
    if is_open(taking.state.question) and taking.state.place != taking.asked:
        terminal.flush_input()  # what was typed before a question was seen never answers it
        taking = replace(taking, asked=taking.state.place)
    return react(taking, terminal.read(), host, frame)


def react(taking: Taking, given: Input, host: LessonHost, frame: Frame) -> Taking:
    """Return the state after one input; an answer is recorded on the way."""
    state, view = taking.state, taking.view
    found: LessonInput | LessonCommand | None = None
    match given:
        case Key():
            name = given.meant(typing=writes(state, view))
            found = meaning(state, view, name)
            reading = isinstance(found, Forward) and not view.attempting
            if reading and name in {" ", "enter"} and frame.start < frame.most:
                found = Scroll(1, screens=True)  # read to the end of the step first
        case Paste(text):
            found = pasted(state, view, text)
    if found is None or (found == Quit("next") and not _has_next(state, host)):
        return taking
    if isinstance(found, COMMANDS):
        return replace(taking, view=_commanded(state, view, found, host, frame))
    after = perform(state, host, found)
    return replace(taking, state=after, view=moved(view, state, after))


def _has_next(state: LessonSession, host: LessonHost) -> bool:
    return host.ending(state).next is not None


def _commanded(
    state: LessonSession, view: LessonView, command: LessonCommand, host: LessonHost, frame: Frame
) -> LessonView:
    """Return the view after a command; one that nothing answers to is said."""
    match command:
        case Send(remark):
            return _sent(state, view, remark, host)
        case Show("try"):
            return _trying(state, view)
        case Show("plot") if curves.near(state) is None:
            return told(view, "lesson.no_plot")
        case Attempting(open=True) if not can_attempt(state):
            return told(view, "lesson.no_attempt")
        case _:
            return changed(view, command, height=frame.height, most=frame.most, start=frame.start)


def can_attempt(state: LessonSession) -> bool:
    """Say whether the next line of the derivation can be asked for."""
    step = state.step
    last = not isinstance(step, Derive) or state.stage + 1 >= len(step.lines)
    return not last and isinstance(step, Derive) and bool(left_side(step.lines[state.stage + 1]))


def told(view: LessonView, key: str, **facts: str) -> LessonView:
    """Return the view with a sentence of its own."""
    return replace(view, card=replace(view.card, notice=Notice(key, tuple(facts.items()))))


def _trying(state: LessonSession, view: LessonView) -> LessonView:
    """Open the trial of the curves of this step."""
    from tutor.ui.learn.trial import opened

    found = curves.to_try(state)
    trial = opened(found.curves, found.range) if found else None
    if trial is None:
        return told(view, "lesson.no_plot")
    return replace(changed(view, Show("try")), trial=trial)


def _sent(state: LessonSession, view: LessonView, remark: str, host: LessonHost) -> LessonView:
    """Keep a remark about the question and say where; an empty one is no remark."""
    closed = changed(view, Open("card"))
    if not remark or state.question is None:
        return closed
    return told(closed, "plain.reported", file=host.report(state.question, remark))


def perform(state: LessonSession, host: LessonHost, given: LessonInput) -> LessonSession:
    """Return the lesson after `given`, its effects recorded and their replies taken in."""
    state, effects = lesson.step(state, given, host.now())
    while effects:
        replies = [host.perform(effect) for effect in effects]
        effects = ()
        for reply in replies:
            state, more = lesson.step(state, reply, host.now())
            effects = (*effects, *more)
    return state
