"""When a card returns: all four outcomes at once, so that a key's label and the answer are one computation.

It reads no clock and draws no chance: the study day comes in, fuzz follows from the card's id and
its number of reviews. Days are proleptic ordinals of the learner's study days.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor
from typing import TYPE_CHECKING

from tutor import chance
from tutor.memory.balance import chosen
from tutor.memory.fsrs import DEFAULT_WEIGHTS, WEIGHTS_VERSION, Weights, first_memory, interval, next_memory
from tutor.memory.state import Memory, Unseen

if TYPE_CHECKING:
    from tutor.memory.balance import Balance
    from tutor.memory.state import CardState

GRADES = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Policy:
    """How the learner wants to be asked.

    `retention` is the recall wished for on the due day (0.70–0.97), `version` names `weights` in
    the journal, `maximum` is the longest interval in days, `balance` weighs the days that fuzz allows.
    """

    retention: float = 0.90
    weights: Weights = DEFAULT_WEIGHTS
    version: str = WEIGHTS_VERSION
    fuzz: bool = True
    maximum: int = 36_500
    balance: Balance | None = None


DEFAULT_POLICY = Policy()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one grade would do: stability and `interval` in days, difficulty 1–10, `due` a study day."""

    grade: int
    stability: float
    difficulty: float
    interval: int
    due: int


Outcomes = tuple[Outcome, Outcome, Outcome, Outcome]


def next_outcomes(
    card_id: str, state: CardState, day: int, guesses: int | None = None, policy: Policy = DEFAULT_POLICY
) -> Outcomes:
    """Return the outcomes of Again, Hard, Good and Easy on `day`.

    `guesses` is the number of equally likely guesses, None when the question cannot be guessed. A
    card already rated on `day` is practised: only Again moves it, to tomorrow.
    """
    memory = state.memory
    if isinstance(memory, Memory) and memory.last_day == day:
        return _practice(memory, day)
    wished = guessed_retention(policy.retention, guesses)
    luck = chance.fraction("fuzz", card_id, 0 if isinstance(memory, Unseen) else memory.reviews)
    outcomes: list[Outcome] = []
    least = 1
    for grade in GRADES:
        stability, difficulty = after_answer(memory, grade, day, policy.weights)
        # One luck for all four keeps their order (fuzzed days grow with the interval); the running
        # maximum keeps it under weights whose first stabilities are not in order.
        least = max(least, whole_days(interval(stability, wished, policy.weights), luck, policy, day))
        outcomes.append(Outcome(grade, stability, difficulty, least, day + least))
    again, hard, good, easy = outcomes
    return again, hard, good, easy


def in_lesson(policy: Policy, state: CardState) -> Policy:
    """Return the policy for a question asked inside a lesson: a card met there first returns tomorrow.

    The answer stands a few lines below what it asks about; how long it lasts shows only tomorrow.
    """
    return replace(policy, maximum=1) if isinstance(state.memory, Unseen) else policy


def moved_due(
    card_id: str, state: CardState, guesses: int | None = None, policy: Policy = DEFAULT_POLICY
) -> int | None:
    """Return the due day that `policy` would have chosen at the last rated answer, None when it would change nothing.

    A card that returns the day after it was last seen keeps its day: it was met in a lesson or missed since.
    """
    memory = state.memory
    if isinstance(memory, Unseen) or memory.due == state.seen_day + 1:
        return None
    wished = guessed_retention(policy.retention, guesses)
    luck = chance.fraction("fuzz", card_id, memory.reviews - 1)
    days = whole_days(interval(memory.stability, wished, policy.weights), luck, policy, memory.last_day)
    due = memory.last_day + days
    return None if due == memory.due else due


def after_answer(
    memory: Memory | Unseen, grade: int, day: int, weights: Weights = DEFAULT_WEIGHTS
) -> tuple[float, float]:
    """Return (S, D) after a rated answer on `day`; days that went backwards count as none."""
    match memory:
        case Unseen():
            return first_memory(grade, weights)
        case Memory():
            elapsed = max(0, day - memory.last_day)
            return next_memory(memory.stability, memory.difficulty, grade, elapsed, weights)


def guessed_retention(retention: float, guesses: int | None) -> float:
    """Return the share of right answers to wait for when 1 in `guesses` is right by luck: r + (1 − r)/n."""
    return retention if guesses is None else retention + (1 - retention) / guesses


def whole_days(days: float, luck: float, policy: Policy, day: int = 0) -> int:
    """Round `days` from study day `day` on to 1 … maximum and move it by fuzz; `luck` is uniform in [0, 1)."""
    rounded = min(max(round(days), 1), policy.maximum)
    if not policy.fuzz:
        return rounded
    reach = floor(fuzz_reach(rounded))
    if reach and policy.balance is not None:
        return chosen(day + rounded - reach, day + min(rounded + reach, policy.maximum), luck, policy.balance) - day
    return min(rounded - reach + floor(luck * (2 * reach + 1)), policy.maximum)


def fuzz_reach(days: float) -> float:
    """Return δ: fuzz moves an interval by at most δ days either way; 0 below 2.5 days."""
    if days < 2.5:
        return 0.0
    return 1 + 0.15 * (min(days, 7) - 2.5) + 0.10 * max(0, min(days, 20) - 7) + 0.05 * max(0, days - 20)


def _practice(memory: Memory, day: int) -> Outcomes:
    missed, kept = min(memory.due, day + 1), memory.due
    again, hard, good, easy = (
        Outcome(grade, memory.stability, memory.difficulty, due - day, due)
        for grade, due in zip(GRADES, (missed, kept, kept, kept), strict=True)
    )
    return again, hard, good, easy
