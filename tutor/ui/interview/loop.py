"""An interview on the whole screen: draw, read a key, step, record, draw; its clock goes on while nobody types."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.sessions import interview
from tutor.sessions.inputs import Grade, Next, Reveal
from tutor.sessions.interview_inputs import Told
from tutor.sessions.interview_model import Climbing, Landed, Over, Reported
from tutor.sessions.model import Asking, Grading, Notice
from tutor.ui.interview.keys import meaning, pasted, spoken, writes
from tutor.ui.interview.report import farewell
from tutor.ui.interview.scene import look
from tutor.ui.interview.screen import compose
from tutor.ui.interview.view import EndLine, Finish, LastLine, Writing, changed, moved, opening, question_of
from tutor.ui.paint import painted
from tutor.ui.terminal import Key, Paste
from tutor.ui.view import Model, Open, Plot, Point, Scroll, Send, SwitchLanguage, Write

if TYPE_CHECKING:
    from tutor.sessions.interview_inputs import InterviewInput
    from tutor.sessions.interview_model import Interview
    from tutor.ui.interview.host import InterviewHost
    from tutor.ui.interview.view import InterviewCommand, InterviewView
    from tutor.ui.screens.frame import Frame
    from tutor.ui.terminal import Input, Terminal
    from tutor.ui.theme import Look

COMMANDS = (Writing, EndLine, LastLine, Finish, Open, SwitchLanguage, Plot, Model, Scroll, Point, Write, Send)
TICK, CALM = 1.0, 10.0  # seconds between two drawings of the clock: beside a question, below a field
GO_ON = (" ", "enter")


@dataclass(frozen=True, slots=True)
class Taking:
    """An interview with its view; `asked` is the moment last drawn."""

    state: Interview
    view: InterviewView
    asked: object = None


def run(state: Interview, host: InterviewHost, look_of: Look, terminal: Terminal) -> Interview:
    """Hold the interview on the terminal to its end; return its last state.

    Raises KeyboardInterrupt after Ctrl-C and SystemExit after a signal to end, with the terminal restored;
    every answer whose verdict was shown is recorded.
    """
    taking = Taking(state, opening(state, host.language))
    try:
        with terminal:
            while not isinstance(taking.state.phase, Over):
                taking = turn(taking, host, look_of, terminal)
    finally:
        report = host.outcome(taking.state) if taking.state.heard else None
        terminal.say(farewell(report, taking.view.language))
    return taking.state


def turn(taking: Taking, host: InterviewHost, look_of: Look, terminal: Terminal) -> Taking:
    """Draw the screen, wait for one input and return what it led to."""
    frame = compose(look(taking.state, taking.view, host, terminal.size()))
    place = moment_of(taking.state)
    if place != taking.asked:
        terminal.flush_input()  # what was typed before a question was seen never answers it
        taking = replace(taking, asked=place)
    terminal.show([painted(spans, look_of) for spans in frame.lines], frame.cursor)
    return react(taking, terminal.read(patience(taking)), host, frame)


def moment_of(state: Interview) -> object:
    """Return what tells one moment from the next: a rung asked, its points, its grade, its verdict, a landing."""
    place = (state.climb.key, state.climb.at) if state.climb is not None else None
    return (type(state.phase), type(question_of(state).phase), place, state.number)


def patience(taking: Taking) -> float | None:
    """Return after how many seconds the clock on the screen is to be drawn again, None where there is none.

    While something is typed it goes on rarely: some input methods do not like a screen that moves.
    """
    if not spoken(taking.state) or taking.view.card.page != "card":
        return None
    return CALM if taking.view.writing else TICK


def react(taking: Taking, given: Input, host: InterviewHost, frame: Frame) -> Taking:
    """Return the state after one input; an answer is recorded on the way."""
    state, view = taking.state, taking.view
    found: InterviewInput | InterviewCommand | None = None
    match given:
        case Key():
            name = given.meant(typing=writes(state, view))
            found = meaning(state, view, name)
            if _reads_on(state, found) and name in GO_ON and frame.start < frame.most:
                found = Scroll(1, screens=True)  # read to the end first
        case Paste(text):
            found = pasted(state, view, text)
    if found is None:
        return taking
    if isinstance(found, Finish):
        found = told(state, view.written, host)
    if isinstance(found, COMMANDS):
        return replace(taking, view=_commanded(state, view, found, host, frame))
    after = perform(state, host, found)
    return replace(taking, state=after, view=moved(view, state, after))


def _reads_on(state: Interview, found: object) -> bool:
    """Say whether a key would leave a page that was not read to its end: model answers, a landing, the report."""
    if isinstance(state.phase, Landed | Reported):
        return isinstance(found, Next)
    return (
        isinstance(state.phase, Climbing) and isinstance(question_of(state).phase, Grading) and isinstance(found, Grade)
    )


def told(state: Interview, said: str, host: InterviewHost) -> InterviewInput:
    """Return the answer: in words with what it seems to hold, or given aloud."""
    phase = question_of(state).phase
    if not said or not isinstance(phase, Asking):
        return Reveal()
    return Told(said, host.seems(phase.showing, said))


def _commanded(
    state: Interview, view: InterviewView, command: InterviewCommand, host: InterviewHost, frame: Frame
) -> InterviewView:
    """Return the view after a command; a remark is kept on the way."""
    if not isinstance(command, Send):
        return changed(view, command, height=frame.height, most=frame.most, start=frame.start)
    closed = changed(view, Open("card"))
    if not command.remark or state.question is None:
        return closed
    file = host.report(state.question, command.remark)
    return replace(closed, card=replace(closed.card, notice=Notice("plain.reported", (("file", file),))))


def perform(state: Interview, host: InterviewHost, given: InterviewInput) -> Interview:
    """Return the interview after `given`, its effects recorded and their replies taken in."""
    state, effects = interview.step(state, given, host.now())
    while effects:
        replies = [host.perform(effect) for effect in effects]
        effects = ()
        for reply in replies:
            state, more = interview.step(state, reply, host.now())
            effects = (*effects, *more)
    return state
