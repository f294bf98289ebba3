"""Events as plain JSON values and back; what comes back is checked, for it goes into a journal for good."""

from __future__ import annotations

from math import isfinite
from typing import Any, get_args

from tutor.events import Event, Kind

KINDS = frozenset(get_args(Kind))
HEXADECIMAL = frozenset("0123456789abcdef")
LAST_INSTANT = 253_402_300_800_000_000  # µs: the year 10000
LAST_DAY = 3_652_059  # 9999-12-31
LONGEST_NAME = 200  # characters of the id of a card or a device
LARGEST_BODY = 64 << 10  # characters of the body of an event; ours have 400 at most
TOO_MUCH = LARGEST_BODY + 1
DEEPEST = 8  # values within values; ours have 2
WHOLE = 2**53  # integers below it every reader of JSON keeps


def event_to_json(event: Event) -> dict[str, Any]:
    """Return an event as plain JSON values."""
    return {
        "id": event.id,
        "device": event.device,
        "instant": event.instant,
        "day": event.day,
        "kind": event.kind,
        "card": event.card,
        "body": dict(event.body),
    }


def event_of(value: Any) -> Event | None:
    """Return the event that plain JSON values describe, None when they describe none that can be kept."""
    if not isinstance(value, dict):
        return None
    id_, device, instant, day, kind, card, body = (
        value.get(name) for name in ("id", "device", "instant", "day", "kind", "card", "body")
    )
    fits = (
        isinstance(id_, str)
        and len(id_) == 32
        and set(id_) <= HEXADECIMAL
        and _is_name(device)
        and _is_name(card)
        and type(instant) is int
        and 0 <= instant <= LAST_INSTANT
        and type(day) is int
        and 1 <= day <= LAST_DAY
        and isinstance(kind, str)
        and kind in KINDS
        and isinstance(body, dict)
        and _is_body(body)
    )
    return Event(id_, device, instant, day, kind, card, body) if fits else None  # type: ignore[arg-type]


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= LONGEST_NAME and value.isprintable()


def _is_body(body: dict[str, Any]) -> bool:
    """Say whether a body is small and holds what a journal can hold."""
    return _weight(body, DEEPEST) <= LARGEST_BODY


def _weight(value: Any, deeper: int) -> int:
    """Return about how many characters a value takes as JSON, too many for one that no journal can hold."""
    match value:
        case str():
            return len(value)
        case bool() | None:
            return 5
        case int():
            return 9 if -WHOLE < value < WHOLE else TOO_MUCH
        case float():
            return 9 if isfinite(value) else TOO_MUCH
        case dict() if deeper:
            return 2 + sum(len(name) + _weight(one, deeper - 1) for name, one in value.items())
        case list() if deeper:
            return 2 + sum(_weight(one, deeper - 1) for one in value)
        case _:
            return TOO_MUCH
