"""What of a package is news to a learner who has some of it already: answers that went to Anki and come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.events import ANSWERS
from tutor.exchange.anki.history import DEVICE, woken
from tutor.memory import fold
from tutor.memory.state import Memory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tutor.events import Event
    from tutor.exchange.imported import Imported

NEAR = 50  # milliseconds by which answers of one millisecond were moved apart on their way out


def news(imported: Imported, known: Callable[[str], Sequence[Event]]) -> tuple[Event, ...]:
    """Return the events that add something; `known` gives what the journal has of a card.

    A card that was suspended in Anki when it came, and is not any more, is woken.
    """
    by_card: dict[str, list[Event]] = {card.id: [] for deck in imported.decks for card in deck.cards}
    for event in imported.events:
        by_card.setdefault(event.card, []).append(event)
    return tuple(event for card, own in by_card.items() for event in _of_card(card, own, known(card)))


def _of_card(card: str, events: Sequence[Event], known: Sequence[Event]) -> Iterator[Event]:
    yield from _fresh(events, known)
    last = max((event for event in known if event.kind in {"suspended", "resumed"}), key=_order, default=None)
    asleep = last is not None and last.kind == "suspended" and last.id not in fold.fallen(known)
    if last is not None and asleep and last.device == DEVICE and not any(one.kind == "suspended" for one in events):
        yield woken(card, last)


def _order(event: Event) -> tuple[int, str]:
    return event.order


def _fresh(events: Sequence[Event], known: Sequence[Event]) -> Iterator[Event]:
    own = [event for event in known if event.device != DEVICE]
    if not own:
        yield from events
        return
    answers = [event for event in events if event.kind in ANSWERS and not _answered(event, own)]
    state = fold.fold_card(known, fold.fallen(known))
    settled = not answers and isinstance(state.memory, Memory)
    for event in events:
        if event.kind in ANSWERS:
            if event in answers:
                yield event
        elif event.kind == "suspended":
            if not state.suspended:
                yield event
        elif not settled:
            yield event


def _answered(event: Event, own: Sequence[Event]) -> bool:
    """Say whether the journal has this answer, from before it went to Anki."""
    at = event.instant // 1000
    return any(one.kind in ANSWERS and 0 <= at - one.instant // 1000 <= NEAR for one in own)
