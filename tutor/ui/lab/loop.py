"""An experiment on the full screen: ask, run with the picture growing, turn the pages of what was found."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from tutor.labs.outcome import Outcome
from tutor.ui import pager
from tutor.ui.lab import asking, result, running
from tutor.ui.lab.running import margin
from tutor.ui.lines import indent, spaced
from tutor.ui.paint import painted
from tutor.ui.terminal import Key, Resize, Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tutor.labs.model import Lab, Step
    from tutor.labs.settings import Settings
    from tutor.text import Language
    from tutor.ui.lines import Line
    from tutor.ui.terminal import Input
    from tutor.ui.theme import Look

EVERY = 0.125  # seconds between two pictures at least
SPARED = 15.0  # times as long as a picture took, the run goes on undisturbed
LOOK_UP = 0.03  # seconds between two looks at the keyboard
STOP = frozenset({"q", "esc", "ctrl-c"})
UNDER = 1  # rows of a page left for its footer


class Screen(Terminal, Protocol):
    """A full screen whose keys can also be looked at without waiting."""

    def poll(self) -> Input | None:
        """Return what has arrived, None when nothing has; raises as `read` does."""


def ask(lab: Lab, terminal: Terminal, look: Look, language: Language, options: tuple[str, ...] = ()) -> asking.Asking:
    """Ask until there is an answer or the learner leaves; return the question as it stands then."""
    now = asking.asking(lab, language, options)
    with terminal:
        while now.given is None and not now.left:
            _show(asking.screen(now, *terminal.size()), terminal, look)
            given = terminal.read()
            if isinstance(given, Key):
                now = asking.changed(now, given.meant())
    return now


class Live:
    """A run that is watched: draws when there is time for it, and hears a wish to stop."""

    def __init__(
        self,
        lab: Lab,
        terminal: Screen,
        look: Look,
        language: Language,
        clock: Callable[[], float],
        *,
        ascii_only: bool = False,
    ) -> None:
        self.lab = lab
        self.terminal = terminal
        self.look = look
        self.language = language
        self.clock = clock
        self.ascii_only = ascii_only
        self.started = clock()
        self.next_draw = self.started
        self.next_look = self.started

    def run(self, settings: Settings, predicted: str) -> Outcome:
        """Run to the end, or to where the learner stops it; raises KeyboardInterrupt when nothing was found by then."""
        last: Step | None = None
        with self.terminal:
            for step in self._steps(settings):
                last = step
            self.terminal.flush_input()  # what was pressed meanwhile was not meant for the result
        if last is None:
            raise KeyboardInterrupt
        return Outcome(self.lab, settings, last.result(), last.done, predicted)

    def _steps(self, settings: Settings) -> Iterator[Step]:
        """Yield the steps until the end or until the learner stops."""
        for step in self.lab.run(settings):
            yield step
            now = self.clock()
            if now >= self.next_look:
                self.next_look = now + LOOK_UP
                if self._stopped():
                    return
            if now >= self.next_draw and step.done < 1:
                self._draw(step, now)

    def _stopped(self) -> bool:
        """Say whether the learner wants to stop; a new size is drawn at once."""
        try:
            given = self.terminal.poll()
        except KeyboardInterrupt:
            return True
        if isinstance(given, Resize):
            self.next_draw = self.clock()
        return isinstance(given, Key) and given.name.casefold() in STOP

    def _draw(self, step: Step, now: float) -> None:
        columns, rows = self.terminal.size()
        seen = running.Run(self.lab, step, step.result(), now - self.started)
        _show(running.screen(seen, columns, rows, self.language, ascii_only=self.ascii_only), self.terminal, self.look)
        after = self.clock()
        self.next_draw = after + max(EVERY, SPARED * (after - now))


def read_through(
    outcome: Outcome, terminal: Terminal, look: Look, language: Language, *, ascii_only: bool = False
) -> None:
    """Show the result page by page until the learner leaves."""

    @lru_cache(maxsize=1)
    def blocks(size: tuple[int, int]) -> list[list[Line]]:
        columns, rows = size
        room = columns - 2 * margin(columns)
        return result.blocks(outcome, room, rows - UNDER, language, ascii_only=ascii_only, verdict_first=True)

    def draw(columns: int) -> list[Line]:
        return [indent(row, margin(columns)) for row in spaced(blocks(terminal.size()))]

    pager.run(draw, terminal, look, language, lambda _: result.starts(blocks(terminal.size())))


def _show(rows: Sequence[Line], terminal: Terminal, look: Look) -> None:
    terminal.show([painted(row, look) for row in rows], None)
