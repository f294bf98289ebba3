"""A session on the whole screen: draw, read a key, step, record, draw.

An answer is recorded before its verdict is drawn. Keys typed before a question is on the screen
never answer it: whatever waits is forgotten once a new question has been drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.sessions.model import Asking, Notice, Scored
from tutor.ui.keys import meaning, pasted
from tutor.ui.paint import painted
from tutor.ui.plain import perform
from tutor.ui.scene import look_at
from tutor.ui.screens import score
from tutor.ui.screens.frame import compose
from tutor.ui.screens.summary import farewell
from tutor.ui.terminal import Key, Paste
from tutor.ui.theme import Look
from tutor.ui.view import Command, Open, Send, View, changed, followed, opened, over, question_of, typing

if TYPE_CHECKING:
    from tutor.sessions.inputs import Action
    from tutor.sessions.model import Session
    from tutor.ui.host import Host
    from tutor.ui.screens.frame import Frame
    from tutor.ui.terminal import Input, Terminal

DEFAULT_LOOK = Look()


@dataclass(frozen=True, slots=True)
class Playing:
    """A session with its view; `asked` is the question last drawn, `left` is true once the summary was closed."""

    session: Session
    view: View
    asked: object = None
    left: bool = False


def run(session: Session, host: Host, look: Look = DEFAULT_LOOK, terminal: Terminal | None = None) -> Session:
    """Run the session to its end on the terminal and leave three lines behind; return its last state.

    Raises KeyboardInterrupt after Ctrl-C and SystemExit after a signal to end, with the terminal
    restored; every answer whose verdict was shown is recorded.
    """
    if terminal is None:
        from tutor.ui.blessed_terminal import BlessedTerminal

        terminal = BlessedTerminal()
    playing = Playing(session, opened(session, host.language))
    try:
        with terminal:
            while not playing.left:
                playing = turn(playing, host, look, terminal)
    except KeyboardInterrupt:
        _say_farewell(playing, host, terminal)
        raise
    _say_farewell(playing, host, terminal)
    return playing.session


def _say_farewell(playing: Playing, host: Host, terminal: Terminal) -> None:
    session, language = playing.session, playing.view.language
    if session.answers:
        terminal.say(score.farewell(session, host.score(session), language))
    else:
        terminal.say(farewell(session, host.summary(session), language))


def turn(playing: Playing, host: Host, look: Look, terminal: Terminal) -> Playing:
    """Draw the screen, wait for one input and return what it led to."""
    frame = compose(look_at(playing.session, playing.view, host, terminal.size()))
    terminal.show([painted(spans, look) for spans in frame.lines], frame.cursor)
    question = question_of(playing.session)
    if isinstance(playing.session.phase, Asking) and question != playing.asked:
        terminal.flush_input()
        playing = replace(playing, asked=question)
    return react(playing, terminal.read(), host, frame)


def react(playing: Playing, given: Input, host: Host, frame: Frame) -> Playing:
    """Return the state after one input; an answer is recorded on the way."""
    session, view = playing.session, playing.view
    found: Action | Command | None = None
    match given:
        case Key():
            text = view.page == "report" or typing(session, view)
            found = meaning(session, view, given.meant(typing=text))
        case Paste(text):
            found = pasted(session, view, text)
    if found is None:
        return playing
    if isinstance(found, Send):
        return replace(playing, view=_sent(session, view, found, host))
    if isinstance(found, Command):
        place = {"height": frame.height, "most": frame.most, "start": frame.start}
        return replace(playing, view=changed(view, found, **place))
    if over(session):
        return replace(playing, left=True)
    after = perform(session, host, found)
    closed = over(after) and isinstance(session.phase, Scored)  # the score was the end of it
    return replace(playing, session=after, view=followed(view, session, after), left=closed)


def _sent(session: Session, view: View, sent: Send, host: Host) -> View:
    """Keep a remark and say where; an empty one is no remark."""
    closed = changed(view, Open("card"))
    if not sent.remark:
        return closed
    name = host.report(session, sent.remark)
    return replace(closed, notice=Notice("plain.reported", (("file", name),)))
