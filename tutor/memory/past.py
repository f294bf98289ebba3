"""What every answer of a journal met: all of them as columns, with the memory each one found.

The same rules as in `fold`, which is the definition (a test compares them), one operation on all cards at a
time. Where `bulk` keeps the last state of a card, this keeps the state before each answer: statistics ask
when a card was due, how long it was to last, and whether it did.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np  # noqa: TID253  (bulk work, loaded for statistics only)

from tutor.memory.columns import ANSWERED, MOVED, PRACTISED, RESCHEDULED, RESET, SEEDED
from tutor.memory.fold import LAST_DAY
from tutor.memory.replay import FIRST, traced

if TYPE_CHECKING:
    from tutor.memory.replay import Floats, Integers

    Marks = np.ndarray[Any, np.dtype[np.bool_]]

NO_MEMORY = 0  # of a day: there was none
NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Deeds:
    """Standing events that change a memory, card by card, each card's in order of (instant, id); shape (events,).

    `kind` is a code of `columns`, `force` what a practice does, `grade` 1–4 (0: unreadable), `due` a study day
    (0: none). Of a seeded event `stability`, `difficulty` and `day` are those of the memory it brings.
    """

    card: Integers
    instant: Integers
    day: Integers
    kind: Integers
    force: Integers
    grade: Integers
    due: Integers
    guessed: Marks
    ms: Integers
    stability: Floats
    difficulty: Floats


@dataclass(frozen=True, slots=True)
class Answers:
    """Every answer that stands, card by card, each card's in order of (instant, id); columns of shape (answers,).

    `card` and `kind` are places in `cards` and `kinds`. `rated`: the card's first answer of its study day, the only
    one that moves stability. The memory that a rated answer met: `last` the day of the rated answer before, `due` the
    day it was due, `stability` in days and `difficulty` then; without one 0, 0, NaN and NaN, as for practice.
    `stability_after` and `difficulty_after` it left behind, NaN for practice. `instant` in UTC microseconds, `hour`
    of the learner's wall clock (−1: not known), `ms` what the answer took (0: not known).
    """

    cards: tuple[str, ...]
    kinds: tuple[str, ...]
    card: Integers
    kind: Integers
    instant: Integers
    day: Integers
    hour: Integers
    grade: Integers
    rated: Marks
    guessed: Marks
    ms: Integers
    last: Integers
    due: Integers
    stability: Floats
    difficulty: Floats
    stability_after: Floats
    difficulty_after: Floats

    def __len__(self) -> int:
        return len(self.card)

    @property
    def right(self) -> Marks:
        """Mark the answers that were right: all but Again."""
        right: Marks = self.grade > 1
        return right

    @property
    def reviews(self) -> Marks:
        """Mark the rated answers that met a memory."""
        reviews: Marks = self.last != NO_MEMORY
        return reviews

    @property
    def early(self) -> Marks:
        """Mark the reviews that came before their card was due."""
        early: Marks = self.reviews & (self.day < self.due)
        return early

    @property
    def interval(self) -> Integers:
        """Return the days each review's card was to rest, at least one; 0 where there was no memory."""
        return np.where(self.reviews, np.maximum(self.due - self.last, 1), 0)

    def where(self, chosen: Marks) -> Answers:
        """Return some of the answers."""
        columns: dict[str, Any] = {one.name: getattr(self, one.name) for one in fields(self)}
        chosen_of = {name: one[chosen] for name, one in columns.items() if name not in {"cards", "kinds"}}
        return Answers(**{**columns, **chosen_of})


@dataclass(frozen=True, slots=True)
class Met:
    """What each deed met and left, shape (events,): see `Answers`."""

    rated: Marks
    last: Integers
    due: Integers
    stability: Floats
    difficulty: Floats
    stability_after: Floats
    difficulty_after: Floats


def answered(deeds: Deeds, hour: Integers, cards: tuple[str, ...], kinds: tuple[str, ...], kind: Integers) -> Answers:
    """Return the answers among the deeds with what they met; `hour` and `kind` have one entry per deed."""
    found = met(deeds)
    chosen = ((deeds.kind == ANSWERED) | (deeds.kind == PRACTISED)) & (deeds.grade > 0)
    before = (found.last, found.due, found.stability, found.difficulty)
    columns = (
        *(deeds.card, kind, deeds.instant, deeds.day, hour, deeds.grade, found.rated, deeds.guessed, deeds.ms),
        *(*before, found.stability_after, found.difficulty_after),
    )
    return Answers(cards, kinds, *(column[chosen] for column in columns))


def met(deeds: Deeds) -> Met:
    """Return what each event met: the rules of `fold` for all cards at once."""
    rows = np.arange(len(deeds.card))
    begins = np.r_[True, deeds.card[1:] != deeds.card[:-1]][: len(rows)]
    is_reset, seeded = deeds.kind == RESET, deeds.kind == SEEDED
    life = np.cumsum(begins | is_reset)  # a reset begins another life of the card
    rated = _rating(deeds, life, seeded)
    holds = rated | seeded  # after these rows there is a memory
    stretch = np.cumsum(begins | is_reset | seeded)  # in which one memory grows
    before = _before(np.where(holds, rows, -1), life)
    known = rated & (before >= 0)
    last = np.where(known, deeds.day[before], NO_MEMORY)
    elapsed = np.where(known, np.maximum(deeds.day - last, 0), FIRST)
    after = _memories(deeds, rated, seeded, stretch, elapsed)
    chosen = np.where(rated & (deeds.due == 0), _by_stability(deeds.day, after[0]), deeds.due)
    due = np.where(known, _due(deeds, chosen, rated, seeded, before)[before], NO_MEMORY)
    found = (np.where(known, one[before], np.nan) for one in after)
    left = (np.where(rated, one, np.nan) for one in after)
    return Met(rated, last, due, *found, *left)


def _rating(deeds: Deeds, life: Integers, seeded: Marks) -> Marks:
    """Mark the first readable answer of each life and study day; a seed's last day counts as rated."""
    rating = ((deeds.kind == ANSWERED) & (deeds.grade > 0)) | seeded
    rows = np.flatnonzero(rating)
    _, firsts = np.unique(life[rows] * (LAST_DAY + 1) + deeds.day[rows], return_index=True)
    rated = np.zeros(len(life), dtype=np.bool_)
    rated[rows[firsts]] = True
    return rated & ~seeded


def _before(marked: Integers, life: Integers) -> Integers:
    """Return for each row the marked row last before it in the same life, −1 without one."""
    last = np.maximum.accumulate(np.r_[-1, marked])[:-1] if len(marked) else marked
    within: Integers = np.where((last >= 0) & (life[last] == life), last, -1)
    return within


def _by_stability(day: Integers, stability: Floats) -> Integers:
    """Return when a card returns whose answer did not say."""
    return np.minimum(day + np.maximum(1, np.rint(np.nan_to_num(stability))).astype(np.int64), LAST_DAY)


def _due(deeds: Deeds, chosen: Integers, rated: Marks, seeded: Marks, before: Integers) -> Integers:
    """Return for each row that holds a memory the day it is due when the next one comes.

    That is the day it chose, or a later rescheduling; a practice miss since moves it to the day after.
    """
    rows = np.arange(len(chosen))
    moved = (deeds.kind == RESCHEDULED) & (deeds.due > 0) & (before >= 0)
    sets = rated | seeded | moved
    setter = np.maximum.accumulate(np.where(sets, rows, -1))
    missed = (deeds.kind == PRACTISED) | ((deeds.kind == ANSWERED) & ~rated)
    missed &= (deeds.grade == 1) & (deeds.force >= MOVED) & (before >= 0) & ~sets
    soonest = np.where(sets, chosen, NEVER)
    np.minimum.at(soonest, setter[missed], deeds.day[missed] + 1)
    holder = np.maximum.accumulate(np.where(rated | seeded, rows, -1))
    due = soonest.copy()
    due[holder[moved]] = soonest[moved]  # the last assignment stays
    return due


def _memories(deeds: Deeds, rated: Marks, seeded: Marks, stretch: Integers, elapsed: Integers) -> tuple[Floats, Floats]:
    """Return S and D after each rated or seeded row."""
    rows = np.flatnonzero(rated)
    own, starts, counts = np.unique(stretch[rows], return_index=True, return_counts=True)
    brought = np.flatnonzero(seeded)
    first = np.ones((2, len(own)))
    places = np.searchsorted(own, stretch[brought])
    fits = (places < len(own)) & (own[np.minimum(places, len(own) - 1)] == stretch[brought]) if len(own) else places > 0
    first[:, places[fits]] = deeds.stability[brought[fits]], deeds.difficulty[brought[fits]]
    grown = traced(starts, counts, deeds.grade[rows], elapsed[rows], first=first)
    stability, difficulty = deeds.stability.copy(), deeds.difficulty.copy()
    stability[rows], difficulty[rows] = grown
    return stability, difficulty
