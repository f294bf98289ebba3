"""The state of a review session: what waits, what comes back, what is on the screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tutor.memory.scheduling import Policy

if TYPE_CHECKING:
    from tutor.memory.scheduling import Outcome
    from tutor.memory.state import CardState
    from tutor.questions.grading import Verdict
    from tutor.questions.model import Card
    from tutor.questions.showing import Showing

Reason = Literal["due", "new", "again", "cram", "undone"]
Correction = Literal["", "guessed", "easy", "disputed"]
RETURNS = 3  # a missed card comes back at most three times a session (Rawson & Dunlosky 2018: once right is enough)
GAP = 3  # after three other cards


@dataclass(frozen=True, slots=True)
class Entry:
    """A card in the session, why it is here and how often it came back or was skipped."""

    card: Card
    state: CardState
    why: Reason
    returned: int = 0
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Returning:
    """A missed card that comes back once `at` questions have been shown."""

    entry: Entry
    at: int


@dataclass(frozen=True, slots=True)
class Settings:
    """How this session schedules; `minutes` (None: no limit) ends it between two questions."""

    policy: Policy = field(default_factory=Policy)
    seed: str = ""
    cram: bool = False
    minutes: float | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the learner: its key and facts."""

    key: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Asking:
    """The question is on the screen since `since` milliseconds; `marked` are ticked options."""

    showing: Showing
    since: int
    marked: frozenset[int] = frozenset()
    hinted: bool = False


@dataclass(frozen=True, slots=True)
class Ticking:
    """The answer of a flash card is shown with its key points to tick."""

    showing: Showing
    ms: int
    marked: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Grading:
    """The answer of a flash card is shown; a grade is asked for."""

    showing: Showing
    ms: int
    marked: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict stands. `event` is the recorded answer's id, "" until the journal replied.

    `outcomes` are the four that were open before the answer; `correction` is what the learner made
    of the verdict, `contrast` asks for the lasting confusion to be shown, `leech` for help.
    """

    showing: Showing
    verdict: Verdict | None
    grade: int
    outcomes: tuple[Outcome, ...]
    event: str = ""
    practice: bool = False
    correction: Correction = ""
    contrast: bool = False
    leech: bool = False

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """Return the corrections that fit: once a verdict, none where nothing was answered."""
        verdict = self.verdict
        if verdict is None or self.correction:
            return ()
        if verdict.right:
            return ("guessed",) if self.practice else ("guessed", "easy")
        return ("disputed",) if verdict.chosen or verdict.given else ()

    @property
    def first_grade(self) -> int:
        """Return the grade of the verdict itself, before any correction."""
        if self.verdict is None:
            return self.grade
        return 3 if self.verdict.right else 1


@dataclass(frozen=True, slots=True)
class Over:
    """Nothing is left, the time is up, or the learner left."""

    why: Literal["done", "time", "left"]


Phase = Asking | Ticking | Grading | Judged | Over


@dataclass(frozen=True, slots=True)
class Done:
    """One answer of this session: mastery before and after, `practice` when it did not rate."""

    event: str
    card: str
    lesson: str
    part: int
    grade: int
    ms: int
    practice: bool
    why: Reason
    returned: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Session:
    """A review session between two inputs."""

    settings: Settings
    started: int
    waiting: tuple[Entry, ...]
    phase: Phase
    current: Entry | None = None
    returning: tuple[Returning, ...] = ()
    shown: int = 0
    done: tuple[Done, ...] = ()
    notice: Notice | None = None

    @property
    def left(self) -> int:
        """Return how many cards are still to come, the present one included."""
        open_now = self.current is not None and not isinstance(self.phase, Judged | Over)
        return len(self.waiting) + len(self.returning) + open_now
