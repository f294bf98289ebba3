"""A session that leaves no trace: its events live in memory, on top of what the journal knows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tutor.cli.host import SessionHost
from tutor.events import Event, Fact
from tutor.memory.fold import fold_card
from tutor.sessions import inputs
from tutor.sessions.inputs import NothingLeft, TakenBack

if TYPE_CHECKING:
    from tutor.memory.state import CardState
    from tutor.reports.quiz import Score
    from tutor.sessions.inputs import Effect, Reply
    from tutor.sessions.model import Session


@dataclass(frozen=True, slots=True)
class UnrecordedHost(SessionHost):
    """A host whose journal is a list; undo reaches back to the start of the session."""

    events: list[Event] = field(default_factory=list)
    undone: list[Event] = field(default_factory=list)

    def perform(self, effect: Effect) -> Reply:
        """Keep a fact in memory, or take back or bring back the last one kept."""
        if isinstance(effect, Fact):
            self.undone.clear()
            return self._kept(effect)
        redo = isinstance(effect, inputs.RedoLast)
        source, target = (self.undone, self.events) if redo else (self.events, self.undone)
        if not source:
            return NothingLeft(redo)
        target.append(source.pop())
        event = target[-1]
        return TakenBack(event, self.card_of(event), self._state(event.card), restored=redo)

    def _kept(self, fact: Fact) -> inputs.Recorded:
        number = len(self.events)
        instant = self.desk.environment.clock.instant()
        event = Event(f"{number:032x}", "", instant + number, self.desk.day, fact.kind, fact.card, fact.body)
        self.events.append(event)
        return inputs.Recorded(event, self._state(fact.card))

    def _state(self, card: str) -> CardState:
        """Return the state of a card as the journal has it, moved on by what happened in this session."""
        known = self.desk.journal.history(card)
        return fold_card([*known.events, *(event for event in self.events if event.card == card)], known.fallen)

    def score(self, session: Session) -> Score:
        """Return what the quiz came to."""
        return replace(SessionHost.score(self, session), recorded=False)
