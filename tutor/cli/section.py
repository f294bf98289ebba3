"""What a section of `tutor stats` is made from, and what it is: the same source for all, three forms of each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tutor.store.filters import NO_FILTERS, Filters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tutor.cli.desk import Desk
    from tutor.memory.past import Answers
    from tutor.reports.all_cards import Cards
    from tutor.text import Language
    from tutor.ui.lines import Line


@dataclass(frozen=True, slots=True)
class Section:
    """One report in its three forms: values for `--json`, lines for a width, lines of text for plain mode."""

    values: Any
    lines: Callable[[Language, int], list[Line]]
    told: Callable[[Language], Iterable[str]]


@dataclass(frozen=True)
class Source:
    """What sections count: read once, when the first of them asks; `filters` narrow what is said of cards."""

    desk: Desk
    filters: Filters = NO_FILTERS

    @property
    def day(self) -> int:
        """Return the present study day."""
        return self.desk.day

    @cached_property
    def answers(self) -> Answers:
        """Return every answer that stands, of all cards."""
        from tutor.store import answers

        return answers.read(self.desk.journal.connection)

    @cached_property
    def all_cards(self) -> Cards:
        """Return how the cards of the course stand, those that pass the filters."""
        from tutor.store import all_cards

        return all_cards.read(self.desk.library.connection, self.filters)
