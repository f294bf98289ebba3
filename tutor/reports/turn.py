"""Where a card stands today: why it comes now, or what it waits for."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from tutor.memory.fields import is_leech
from tutor.memory.state import Memory
from tutor.reports.why import Because

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.memory.state import CardState
    from tutor.reports.why import Origin
    from tutor.text import Text


@dataclass(frozen=True, slots=True)
class Turn:
    """What decides when a card comes.

    `title` of its lesson, `origin` "own" when it is not of the course, "taught" when its lesson was finished;
    `sibling` a card of its fact answered today, `before` the card that must last `opens_at` days first (with the
    days it lasts now); `due` facts wait today, `room` is left of the `cap` of reviews, `fresh` new cards of
    `new_a_day` are left, `ahead` new ones come first. `pulled`: a miss in practice brought it forward.
    """

    state: CardState
    day: int
    title: Text
    origin: Origin = ""
    sibling: str = ""
    before: str = ""
    lasts: float = 0.0
    opens_at: float = 7.0
    due: int = 0
    room: int = 0
    cap: int = 0
    fresh: int = 0
    new_a_day: int = 0
    ahead: int = 0
    pulled: bool = False


def reasons(known: Turn) -> tuple[Because, ...]:
    """Return why a card comes now or not, the strongest reason first."""
    return tuple(_reasons(known))


def _reasons(known: Turn) -> Iterator[Because]:
    state, memory = known.state, known.state.memory
    if state.suspended:
        yield Because("suspended")
    elif state.buried_until > known.day:
        yield Because("buried", days=state.buried_until - known.day)
    elif isinstance(memory, Memory):
        yield from _met(known, memory)
    else:
        yield from _unmet(known)
    if is_leech(state) and isinstance(memory, Memory):
        yield Because("leech_own" if known.origin == "own" else "leech", n=memory.lapses, title=known.title)


def _met(known: Turn, memory: Memory) -> Iterator[Because]:
    """Yield the reasons for a card that was rated before."""
    late = known.day - memory.due
    if memory.last_day >= known.day:
        yield Because("rated_today", days=-late)
    elif late < 0:
        yield Because("not_yet", days=-late)
    elif known.sibling:
        yield Because("sibling_seen", card=known.sibling)
    else:
        yield Because("overdue", days=late) if late else Because("reason_due")
        if known.due > known.room:
            yield Because("backlog", n=known.due, of=known.cap)
    if known.pulled:
        yield Because("pulled")


def _unmet(known: Turn) -> Iterator[Because]:
    """Yield the reasons for a card that was never rated."""
    if known.before:
        yield Because("locked", days=known.opens_at, card=known.before)
        met = known.lasts > 0
        yield Because("lasts", days=known.lasts, card=known.before) if met else Because("not_met", card=known.before)
        return
    yield Because(f"fresh_{known.origin}" if known.origin else "fresh", title=known.title)
    if known.sibling:
        yield Because("sibling_seen", card=known.sibling)
    elif known.due > known.room:
        yield Because("no_new", n=known.due, of=known.cap)
    elif known.ahead < known.fresh:
        yield Because("next_new")
    elif not known.new_a_day:
        yield Because("none_a_day")
    else:
        days = ceil((known.ahead + 1 - known.fresh) / known.new_a_day)
        yield Because("ahead", days=days, n=known.ahead, of=known.new_a_day)
