"""A game on the whole screen: draw, read a key, step, record, draw.

An answer is recorded before its verdict is drawn; keys pressed before a turn is on the screen never answer it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from tutor.sessions.games import machine
from tutor.sessions.games.machine import Again, Asked, Leave, Over, Play, Ready
from tutor.sessions.games.model import Type
from tutor.ui.games import ending
from tutor.ui.games.screen import compose
from tutor.ui.games.view import Scroll, View, followed, meaning
from tutor.ui.lines import text_of
from tutor.ui.paint import painted
from tutor.ui.terminal import Key, Paste

if TYPE_CHECKING:
    from tutor.events import Fact
    from tutor.sessions.games.machine import Input
    from tutor.text import Language
    from tutor.ui.screens.frame import Frame
    from tutor.ui.terminal import Input as Given
    from tutor.ui.terminal import Terminal
    from tutor.ui.theme import Look


class Host(Protocol):
    """The outside of a game."""

    @property
    def language(self) -> Language:
        """Return the language the game starts in."""

    def ms(self) -> int:
        """Return a running millisecond count."""

    def seed(self) -> str:
        """Return a new seed."""

    def record(self, fact: Fact) -> None:
        """Record a fact durably."""


@dataclass(frozen=True, slots=True)
class Table:
    """A game with its view; `left` once the player has closed it."""

    play: Play
    view: View
    left: bool = False


def perform(play: Play, given: Input, host: Host) -> Play:
    """Return the game after an input, its facts recorded."""
    if isinstance(given, Again):
        given = Again(host.seed())
    after, facts = machine.step(play, given, host.ms())
    for fact in facts:
        host.record(fact)
    return after


def run(play: Play, host: Host, terminal: Terminal, look: Look) -> Table:
    """Play until the player leaves, and leave two lines behind; return the last state and the language it is in.

    Raises KeyboardInterrupt after Ctrl-C with the terminal restored and the score recorded.
    """
    table = Table(play, View(host.language))
    try:
        with terminal:
            while not table.left:
                table = _turn(table, host, terminal, look)
    except KeyboardInterrupt:
        perform(table.play, Leave(), host)
        raise
    terminal.say(farewell(table.play, table.view.language))
    return table


def _turn(table: Table, host: Host, terminal: Terminal, look: Look) -> Table:
    """Draw the screen, wait for an input and return what it led to."""
    frame = compose(table.play, table.view, terminal.size())
    terminal.show([painted(spans, look) for spans in frame.lines], frame.cursor)
    return react(table, terminal.read(), host, terminal, frame)


def react(table: Table, given: Given, host: Host, terminal: Terminal, frame: Frame) -> Table:
    """Return the table after one input."""
    play, view = table.play, table.view
    match given:
        case Key():
            found = meaning(play, view, given.meant(typing=isinstance(play.part, Type)))
        case Paste(text) if isinstance(play.part, Type):
            return replace(table, view=replace(view, field=view.field.insert(text)))
        case _:
            return table
    match found:
        case None:
            return table
        case View():
            return replace(table, view=found)
        case Scroll():
            return replace(table, view=_scrolled(view, found, frame))
        case Leave() if isinstance(play.phase, Over | Ready):
            return replace(table, left=True)
    after = perform(play, found, host)
    if _is_new(play, after):
        terminal.flush_input()
    left = isinstance(after.phase, Over) and not after.results
    return Table(after, followed(view, play, after), left)


def _is_new(before: Play, after: Play) -> bool:
    """Say whether another turn is asked than before."""
    return isinstance(after.phase, Asked) and after.turn is not before.turn


def _scrolled(view: View, by: Scroll, frame: Frame) -> View:
    step = by.by * (max(1, frame.height - 1) if by.screens else 1)
    return replace(view, scroll=min(max(frame.start + step, 0), frame.most))


def farewell(play: Play, language: Language) -> list[str]:
    """Return what stays behind on the terminal: nothing for a game that was not played."""
    if not play.results or not isinstance(play.phase, Over):
        return []
    from tutor.sessions.games.model import NOTHING
    from tutor.ui.learn.view import NOBODY
    from tutor.ui.scene import Scene
    from tutor.ui.view import View as PageView

    page = Scene(NOBODY, PageView(language), 80, 24, 0, NOTHING)
    title = play.game.text("title").lines(language)[0]
    return [title, *(text_of(row) for row in ending.scores(play, page))]
