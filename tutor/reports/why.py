"""Why this card, why this interval: the numbers behind a decision, said in words elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING, Literal

from tutor.memory.fsrs import DEFAULT_WEIGHTS, interval, retrievability
from tutor.memory.scheduling import fuzz_reach, guessed_retention
from tutor.memory.state import Memory

if TYPE_CHECKING:
    from tutor.memory.scheduling import Outcome, Policy
    from tutor.memory.state import CardState
    from tutor.text import Text

Origin = Literal["own", "taught", ""]  # of a new card: the learner's own, of a finished lesson, neither

GOOD = 2  # the place of Good among the outcomes


@dataclass(frozen=True, slots=True)
class Because:
    """One reason: `name` is that of its sentence, the rest are its facts.

    `days` from today on, `n` and `of` counts, `card` another card, `title` a lesson or a mistake.
    """

    name: str
    days: float = 0
    n: int = 0
    of: int = 0
    card: str = ""
    title: Text | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """How the next day is found.

    `wished` is the recall wished for on that day, `luck` the chance of a blind guess (None: it cannot be guessed)
    and `aim` the share of right answers that follows; a Good brings the card back in `first` … `last` days.
    `balanced`: within them busier days are likelier.
    """

    wished: float
    aim: float
    luck: float | None
    first: int
    last: int
    balanced: bool = False


@dataclass(frozen=True, slots=True)
class Rung:
    """A rung of an interview ladder and the question that heads it (None: this very card).

    `depth` is how deep the ladder was climbed the last time, None when it never was.
    """

    rung: int
    of: int
    headline: Text | None
    depth: int | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """What is known about a card and what each grade would do.

    `reason` is the session's name for it (due, new, again, cram, undone, quiz, lesson), `because` the reasons
    in full; `days_ago`, `stability` (days) and `recall` (0–1) are None for a card never rated, `due` is in
    days from today. `judged`: the answer is right or wrong by itself, nobody grades it Hard.
    """

    card: str
    reason: str
    outcomes: tuple[Outcome, ...]
    days_ago: int | None = None
    stability: float | None = None
    recall: float | None = None
    reviews: int = 0
    lapses: int = 0
    practice: bool = False
    because: tuple[Because, ...] = ()
    due: int | None = None
    rules: Rules | None = None
    rung: Rung | None = None
    judged: bool = False

    @property
    def reasons(self) -> tuple[Because, ...]:
        """Return the reasons, the session's own one when nothing else is known."""
        return self.because or (Because(f"reason_{self.reason}"),)


def explain(
    card: str,
    reason: str,
    state: CardState,
    outcomes: tuple[Outcome, ...],
    day: int,
    *,
    practice: bool = False,
    because: tuple[Because, ...] = (),
    rules: Rules | None = None,
    rung: Rung | None = None,
    judged: bool = False,
) -> Why:
    """Return why `card` is here on study day `day`."""
    memory = state.memory
    if not isinstance(memory, Memory):
        return Why(card, reason, outcomes, practice=practice, because=because, rules=rules, rung=rung, judged=judged)
    elapsed = max(0, day - memory.last_day)
    recall = retrievability(elapsed, memory.stability, DEFAULT_WEIGHTS)
    numbers = (elapsed, memory.stability, recall, memory.reviews, memory.lapses)
    return Why(card, reason, outcomes, *numbers, practice, because, memory.due - day, rules, rung, judged)


def rules_of(policy: Policy, outcomes: tuple[Outcome, ...], guesses: int | None) -> Rules | None:
    """Return how a Good finds its day; None when no outcome rates."""
    if len(outcomes) <= GOOD:
        return None
    aim = guessed_retention(policy.retention, guesses)
    days = min(max(round(interval(outcomes[GOOD].stability, aim, policy.weights)), 1), policy.maximum)
    reach = floor(fuzz_reach(days)) if policy.fuzz else 0
    luck = None if guesses is None else 1 / guesses
    first, last = days - reach, min(days + reach, policy.maximum)
    return Rules(policy.retention, aim, luck, first, last, reach > 0 and policy.balance is not None)


def reasons_in_session(
    reason: str, state: CardState, day: int, *, title: Text, origin: Origin = "", others: tuple[Because, ...] = ()
) -> tuple[Because, ...]:
    """Return why a session asks a card: its own reason in full, then what else is known."""
    memory = state.memory
    if reason == "due" and isinstance(memory, Memory) and memory.due < day:
        return (Because("overdue", days=day - memory.due), *others)
    if reason == "new":
        return (Because(f"new_{origin}" if origin else "new", title=title), *others)
    return (Because(f"reason_{reason}"), *others)
