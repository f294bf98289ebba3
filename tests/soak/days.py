"""Sixty days of a learner through the command line, watched by a second opinion on what each day must hold.

Study, misses, a week away, cards suspended, resumed, buried and reset, undo and redo across sessions, a
session after midnight: after every day the counts, the due days and the doctor must agree.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from tests.soak.life import FIRST_DAY, Life
from tutor.memory.scheduling import fuzz_reach
from tutor.memory.state import Memory

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tutor.events import Event
    from tutor.memory.keeping import Kept

DAYS = 60
AWAY = range(24, 33)  # a holiday
SUSPEND_ON, RESUME_ON = 9, 40
TAKE_ALL_BACK_ON = 13
REVIEWS, NEW = 60, 8
CARDS = 240


@dataclass(slots=True)
class Watch:
    """What was seen so far and what was wrong; it grows day by day, hence not frozen."""

    life: Life
    facts: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    answers: int = 0
    practised: int = 0
    most_due: int = 0
    morning_again: dict[str, object] = field(default_factory=dict)

    def claim(self, holds: object, claim: str) -> None:
        """Keep a claim that does not hold."""
        if not holds:
            self.faults.append(f"day {self.life.day - FIRST_DAY}: {claim}")


def sixty_days(root: Path, seed: int, days: int = DAYS) -> Watch:
    """Live `days` days and return what was seen."""
    life = Life(root, Random(seed)).begin(CARDS)
    watch = Watch(life)
    life.tutor("due")  # the course is compiled
    watch.facts = {card: life.tutor("card", card, "--json").json["fact"] for card in _ids(life)}
    for day in range(days):
        if day in AWAY:
            continue
        life.wake(day)
        _study(watch)
        _corrections(watch, day)
        _sleepless(watch, day)
        said = life.tutor("doctor")
        watch.claim(said.code == 0, f"the doctor disagrees: {said.out}{said.err}")
    return watch


def _ids(life: Life) -> tuple[str, ...]:
    return tuple(row["id"] for row in life.tutor("cards", "--json").json["cards"])


def _study(watch: Watch) -> None:
    """Compare what `due` promises with a count of our own, review everything, look at what became of it."""
    life, before = watch.life, watch.life.states()
    promised = life.tutor("due", "--json").json
    due, new = expected(before, watch.facts, life.day)
    watch.claim(promised["due"] == min(due, REVIEWS), f"{promised['due']} due promised, {due} are")
    watch.claim(new is None or promised["new"] == new, f"{promised['new']} new promised, {new} expected")
    watch.most_due = max(watch.most_due, due)
    said = life.tutor("review", "--plain")
    watch.claim(said.code == 0, f"the review failed: {said.err}")
    events = life.events(life.day)
    rated = [event for event in events if event.kind == "answered"]
    watch.answers += len(rated)
    watch.practised += sum(event.kind == "practised" for event in events)
    was_due = [event for event in rated if _is_known(before, event.card)]
    watch.claim(len(was_due) == promised["due"], f"{promised['due']} due promised, {len(was_due)} asked")
    watch.claim(len(rated) - len(was_due) == promised["new"], "not as many new cards as promised")
    watch.claim(not {event.card for event in events} & life.suspended, "a suspended card was shown")
    facts = [watch.facts[event.card] for event in rated]
    watch.claim(len(facts) == len(set(facts)), "two cards of a fact on one day")
    _look_back(watch, rated, events)
    left = life.tutor("due", "--json").json
    watch.claim((left["due"], left["new"]) == (0, 0), f"after the review {left} is left")
    if life.day - FIRST_DAY == TAKE_ALL_BACK_ON:
        _undo_and_redo(watch, sum(event.kind != "step" for event in events))  # a contrast shown stays shown
        watch.claim(_known(before) == watch.morning_again, "undoing a whole day does not bring back its morning")


def expected(states: dict[str, Kept], facts: dict[str, str], day: int) -> tuple[int, int | None]:
    """Return how many facts are due, and how many new cards there are (None: the course is nearly used up)."""
    waiting = {facts[card] for card, kept in states.items() if _is_due(kept, day)}
    seen = {facts[card] for card, kept in states.items() if kept.state.seen_day == day}
    due = len(waiting - seen)
    untouched = set(facts.values()) - {facts[card] for card in states}
    if due > REVIEWS:
        return due, 0
    return due, NEW if len(untouched) >= NEW else None


def _is_due(kept: Kept, day: int) -> bool:
    state = kept.state
    awake = not state.suspended and state.buried_until <= day
    return isinstance(state.memory, Memory) and state.memory.due <= day and awake


def _is_known(states: dict[str, Kept], card: str) -> bool:
    return card in states and isinstance(states[card].state.memory, Memory)


def _look_back(watch: Watch, rated: list[Event], events: list[Event]) -> None:
    """Look at the due days the answers chose, and at what practice made of them."""
    after, day = watch.life.states(), watch.life.day
    missed = {event.card for event in events if event.kind == "practised" and event.body["grade"] == 1}
    for event in rated:
        memory = after[event.card].state.memory
        assert isinstance(memory, Memory)
        chosen = event.body["due"] - day
        reach = fuzz_reach(round(memory.stability)) + 1
        watch.claim(memory.last_day == day, f"{event.card} was not rated today")
        watch.claim(
            memory.due == (day + 1 if event.card in missed else event.body["due"]), f"{event.card} is due elsewhere"
        )
        watch.claim(
            1 <= chosen <= memory.stability + reach, f"{event.card} waits {chosen} days, S = {memory.stability}"
        )
        watch.claim(
            event.body["grade"] > 1 or event.card in {e.card for e in events if e.kind == "practised"},
            "a miss did not return",
        )


def _corrections(watch: Watch, day: int) -> None:
    """Undo and redo, suspend and resume, bury and reset, each on days of its own."""
    life = watch.life
    known = sorted(card for card, kept in life.states().items() if isinstance(kept.state.memory, Memory))
    if day % 5 == 3:
        _undo_and_redo(watch, 6)
    if day == SUSPEND_ON:
        life.suspended = set(known[:5])
        for card in sorted(life.suspended):
            watch.claim(life.tutor("suspend", card).code == 0, "suspend failed")
    if day == RESUME_ON:
        for card in sorted(life.suspended):
            watch.claim(life.tutor("resume", card).code == 0, "resume failed")
        life.suspended = set()
    if day % 11 == 6:
        card = life.chance.choice(known)
        life.tutor("bury", card)
        shown = life.tutor("card", card, "--json").json
        watch.claim(shown["buried_until"] is not None, "bury says nothing")
    if day % 17 == 12:
        card = life.chance.choice(known)
        life.tutor("reset", card)
        watch.claim(life.tutor("card", card, "--json").json["review_count"] == 0, "a card was not reset")
        life.tutor("undo")
        watch.claim(life.tutor("card", card, "--json").json["review_count"] > 0, "a reset was not undone")


def _undo_and_redo(watch: Watch, steps: int) -> None:
    """Take back the last steps one by one, bring them back: every state on the way is met again."""
    life = watch.life
    path = [_known(life.states())]
    for _ in range(steps):
        watch.claim(life.tutor("undo").code == 0, "undo failed")
        path.append(_known(life.states()))
    watch.morning_again = path[-1]
    for state in reversed(path[:-1]):
        watch.claim(life.tutor("redo").code == 0, "redo failed")
        watch.claim(_known(life.states()) == state, "a redo does not bring back what was")


def _known(states: dict[str, Kept]) -> dict[str, object]:
    """Return the states without the order of the last event, which an undo moves on."""
    return {card: (kept.state, kept.rated) for card, kept in states.items() if kept.rated or kept.state.seen_day}


def _sleepless(watch: Watch, day: int) -> None:
    """Look after midnight: the night belongs to the day before, nothing is asked twice."""
    if day % 13 != 7:
        return
    life = watch.life
    morning, night = life.now, life.now.replace(hour=3, minute=30)
    life.now = night + timedelta(days=1)
    left = life.tutor("due", "--json").json
    watch.claim((left["due"], left["new"]) == (0, 0), f"at half past three {left} waits")
    life.now = morning


def faults(root: Path, seeds: int) -> Iterator[str]:
    """Yield what is wrong in the lives of `seeds` learners."""
    for seed in range(seeds):
        yield from sixty_days(root / str(seed), seed).faults
