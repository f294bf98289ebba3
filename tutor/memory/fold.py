"""The fold: what a card's events say about it, in order.

It knows neither SQLite nor today's settings: stability and difficulty follow from the formula and the
weights an event names, the due day is the one the event chose. Foreign events may be broken: what
cannot be read changes nothing, it never raises.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tutor.events import ANSWERS, taken_back
from tutor.memory.fsrs import DEFAULT_WEIGHTS, EASIEST, HARDEST, KNOWN_WEIGHTS, LEAST_STABILITY, Weights
from tutor.memory.scheduling import after_answer
from tutor.memory.state import NEW, CardState, Memory

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tutor.events import Event

LAST_DAY = 3_652_059  # 9999-12-31, the last day a calendar can show
REMEMBERED = 5  # grades kept for the difficulty label
MOVING = frozenset({"again", "quiz", "ask"})  # practice whose miss brings a card back tomorrow
SEEING = MOVING | {"cram"}  # practice that keeps the card's siblings for tomorrow
FROM_NOTE = "notes"  # the source of a seed that sums up what a note's fields say
FLAGS = frozenset({"guessed", "disputed"})
REGRADED = FLAGS | {"grade", "due"}


@dataclass(frozen=True, slots=True)
class Folded:
    """A card's state and the study days on which a standing answer rated it."""

    state: CardState
    rated: frozenset[int]


def fold(events: Iterable[Event]) -> dict[str, CardState]:
    """Return the state of every card that has an event, whatever the order in which they come."""
    cards: dict[str, list[Event]] = {}
    for event in events:
        if event.kind != "step":
            cards.setdefault(event.card, []).append(event)
    return {card: fold_card(own, fallen(own)) for card, own in cards.items()}


def fold_card(events: Iterable[Event], fallen: frozenset[str]) -> CardState:
    """Return the state of the card whose events these are; those in `fallen` are taken back."""
    return replay(events, fallen).state


def fallen(events: Iterable[Event]) -> frozenset[str]:
    """Return the ids of a card's events that do not count.

    These are events that its own undos take back, and histories read from a note where answers of these very
    days are known: the note only summed them up, on a device that did not have them yet.
    """
    own = tuple(events)
    gone = taken_back((e.id, str(e.body.get("event"))) for e in own if e.kind == "undone")
    summaries = [e for e in own if is_summary(e) and e.id not in gone]
    if not summaries:
        return gone
    first = min((e.day for e in own if e.kind == "answered" and e.day > 0 and e.id not in gone), default=LAST_DAY + 1)
    return gone | {e.id for e in summaries if first <= (day_of(e.body, "day") or e.day)}


def is_summary(event: Event) -> bool:
    """Say whether an event brings the history that stood in a note."""
    return event.kind == "seeded" and event.body.get("source") == FROM_NOTE


def replay(events: Iterable[Event], fallen: frozenset[str]) -> Folded:
    """Fold one card's events and keep the days on which it was rated."""
    standing = sorted((e for e in events if e.id not in fallen), key=lambda e: e.order)
    corrections = {str(e.body.get("event")): e.body for e in standing if e.kind == "regraded"}
    state, rated = NEW, set[int]()
    for event in standing:
        body = corrected(event.body, corrections.get(event.id)) if event.kind in ANSWERS else event.body
        if event.kind == "answered" and event.day in rated:
            state = practise(state, event.day, grade_of(body), "again")
            continue
        state = apply(state, event.kind, event.day, body)
        if event.kind in {"answered", "seeded"} and isinstance(state.memory, Memory):
            rated.add(state.memory.last_day)
        elif event.kind == "reset":
            rated.clear()
    return Folded(state, frozenset(rated))


def apply(state: CardState, kind: str, day: int, body: Mapping[str, Any]) -> CardState:
    """Return the state after one standing event on study day `day`.

    An answer on the day of the last rating is practice. Undos and regrades speak about other
    events: `replay` resolves them, here they change nothing, nor do kinds of a later version.
    """
    match kind:
        case "answered" if isinstance(state.memory, Memory) and state.memory.last_day == day:
            return practise(state, day, grade_of(body), "again")
        case "answered":
            return rate(state, day, body)
        case "practised":
            return practise(state, day, grade_of(body), reason_of(body))
        case "suspended":
            return replace(state, suspended=True)
        case "resumed":
            return replace(state, suspended=False, buried_until=0)
        case "buried":
            return replace(state, buried_until=day_of(body, "until") or day + 1)
        case "reset":
            return NEW
        case "rescheduled":
            return _rescheduled(state, body)
        case "seeded":
            return _seeded(state, day, body)
        case _:
            return state


def rate(state: CardState, day: int, body: Mapping[str, Any]) -> CardState:
    """Return the state after a rated answer; without a readable grade nothing changes."""
    grade = grade_of(body)
    if grade is None:
        return state
    before = state.memory
    stability, difficulty = after_answer(before, grade, day, weights_of(body))
    due = day_of(body, "due") or min(day + max(1, round(stability)), LAST_DAY)
    if isinstance(before, Memory):
        lapsed = grade == 1 and before.first_day < day and body.get("guessed") is not True
        first_day, reviews, lapses, recent = before.first_day, before.reviews, before.lapses + lapsed, before.recent
    else:
        first_day, reviews, lapses, recent = day, 0, 0, ()
    recent = (*recent, grade)[-REMEMBERED:]
    memory = Memory(stability, difficulty, due, first_day, day, reviews + 1, lapses, recent)
    return CardState(memory, day, state.suspended, state.buried_until)


def practise(state: CardState, day: int, grade: int | None, reason: str) -> CardState:
    """Return the state after an answer that does not rate; a miss makes a known card due tomorrow."""
    if grade is None or reason not in SEEING:
        return state
    memory = state.memory
    if grade == 1 and reason in MOVING and isinstance(memory, Memory):
        memory = replace(memory, due=min(memory.due, day + 1))
    return CardState(memory, day, state.suspended, state.buried_until)


def corrected(body: Mapping[str, Any], correction: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """Return the body of an answer with the grade, the due day and the flags of its last regrade."""
    if correction is None or grade_of(correction) is None:
        return body
    kept = {name: value for name, value in body.items() if name not in FLAGS}
    return {**kept, **{name: value for name, value in correction.items() if name in REGRADED}}


def grade_of(body: Mapping[str, Any]) -> int | None:
    """Return the grade 1–4 in a body, None when there is none."""
    grade = body.get("grade")
    return grade if type(grade) is int and 1 <= grade <= 4 else None


def reason_of(body: Mapping[str, Any]) -> str:
    """Return why a card was practised; without a reason it came again after a miss."""
    reason = body.get("reason")
    return "again" if reason is None else str(reason)


def day_of(body: Mapping[str, Any], name: str) -> int | None:
    """Return the study day `name` of a body, None when it is not a day of the calendar."""
    day = body.get(name)
    return day if type(day) is int and 1 <= day <= LAST_DAY else None


def weights_of(body: Mapping[str, Any]) -> Weights:
    """Return the weights an answer names; unknown names mean the default."""
    name = body.get("weights")
    return KNOWN_WEIGHTS.get(name, DEFAULT_WEIGHTS) if isinstance(name, str) else DEFAULT_WEIGHTS


def _rescheduled(state: CardState, body: Mapping[str, Any]) -> CardState:
    due = day_of(body, "due")
    if due is None or not isinstance(state.memory, Memory):
        return state
    return replace(state, memory=replace(state.memory, due=due))


def _seeded(state: CardState, day: int, body: Mapping[str, Any]) -> CardState:
    """Take over a memory from elsewhere; its last day counts as rated.

    Where there was one, what its answers told stays: the first day, the lapses, the last grades.
    """
    stability, difficulty = _number(body, "stability"), _number(body, "difficulty")
    if stability is None or difficulty is None:
        return state
    last = day_of(body, "day") or day
    known = state.memory if isinstance(state.memory, Memory) else None
    reviews = body.get("reviews")
    memory = Memory(
        stability=max(stability, LEAST_STABILITY),
        difficulty=min(max(difficulty, EASIEST), HARDEST),
        due=day_of(body, "due") or min(last + max(1, round(stability)), LAST_DAY),
        first_day=min(known.first_day, last) if known else last,
        last_day=last,
        reviews=reviews if type(reviews) is int and 1 <= reviews <= 1_000_000 else known.reviews if known else 1,
        lapses=known.lapses if known else 0,
        recent=known.recent if known else (),
    )
    return replace(state, memory=memory)


def _number(body: Mapping[str, Any], name: str) -> float | None:
    """Infinity and NaN are JSON to some writers; they are no stability."""
    value = body.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) <= 1e6 else None
